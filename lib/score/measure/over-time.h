/* SPDX-License-Identifier: MIT */
/* Over time: a year's value from its months. */
#pragma once

#include "score/measure/aligned-term.h"

/* Scratch rows of one series. */
typedef struct {
  KpiAlignedTerm made; /* of the parts read so far */
  KpiAlignedTerm part;
  KpiReading *readings; /* as many as the dataset has areas */
} KpiOverTimeScratch;

/* Whether a series may have a value of a frequency that is made of finer ones. */
gboolean _kpi_over_time_may_have (const KpiRun *run, const KpiAlignedTerm *row,
                                  KpiFrequency frequency);

/* Fills the areas of a row that have no value for a period. FALSE if there is no memory. */
gboolean _kpi_over_time_fill (KpiAlignedTerm *row, const KpiRun *run, const KpiPeriod *period,
                              KpiOverTimeScratch *scratch);
