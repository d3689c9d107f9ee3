/* SPDX-License-Identifier: MIT */
/* Judging observations by what only the model knows: aliases, lives of areas, words. */
#pragma once

#include "score/run/run.h"

/* Reports, once each, what is wrong with the observations of used series that count: a second one
 * of an area under another name, one of an area that did not exist, a word that stands for no
 * number. FALSE if there is no memory. */
gboolean _kpi_judge_observations (KpiRun *run);
