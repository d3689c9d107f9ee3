/* SPDX-License-Identifier: MIT */
/* A file of observations: long, wide or SDMX-CSV. */
#pragma once

#include "data/observations/intake.h"

/* Reads the file number `file` of `intake` into it. What is wrong goes to its findings. */
void _kpi_observations_read (KpiIntake *intake, const KpiReadOptions *options, guint16 file);
