/* SPDX-License-Identifier: MIT */
/* Over time: a year's value from its months. */
#pragma once

#include "score/measure/aligned-term.h"

/* Whether a series may have a value of a frequency that is made of finer ones. */
gboolean _kpi_over_time_may_have (const KpiAlignedTerm *term, KpiFrequency frequency);

/* Fills the areas that have no value for the period of a term, whose series has `over_time`, from
 * finer periods. Two scratch terms are for what is made so far, and for one part of it. FALSE if
 * there is no memory. */
gboolean _kpi_over_time_fill (KpiAlignedTerm *term, KpiAlignedTerm scratch[2]);
