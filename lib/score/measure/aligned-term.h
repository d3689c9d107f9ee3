/* SPDX-License-Identifier: MIT */
/* An aligned term: the values of one series in one period, brought from the areas of the data to
 * those of the run, so that the terms of a measure meet area by area. */
#pragma once

#include "base/interval.h"
#include "score/run/run.h"

/* The observations of one period. */
typedef struct {
  const KpiBlock *block; /* NULL where there are none */
  guint32 period;        /* its place in the block */
} KpiOrigin;

/* Values by area. The terms of a measure share their run, arena and readings; a scratch term serves
 * one after another, so that only its rules change. */
typedef struct {
  const KpiRun *run;
  KpiArena *arena;        /* whose the arrays are */
  KpiReading *readings;   /* scratch: as many as the dataset has areas */
  guint32 series;         /* of the dataset; KPI_NO_NAME where it has no such series */
  const KpiSeries *rules; /* what the model says of it: carry, over_time, words */
  KpiPeriod period;       /* that was read */
  double *points;         /* by area; NaN where there is none */
  KpiInterval *intervals; /* by area; NULL until some period has bounds */
  KpiOrigin *origins;     /* by area with a value: where that comes from */
  guint32 *areas;         /* those that have a value, in any order */
  guint32 n_areas;
  gboolean bounded;  /* whether `intervals` hold what is true now, of areas that have a value */
  KpiOrigin *latest; /* all periods of the series, the latest first: see carry.h */
  gsize n_latest;
} KpiAlignedTerm;

static inline const KpiPeriod *
_kpi_origin_period (const KpiOrigin *origin)
{
  return &origin->block->periods[origin->period];
}

/* Makes an empty term of a series of the model. FALSE if there is no memory, here and below. */
gboolean _kpi_aligned_init (KpiAlignedTerm *term, KpiArena *arena, const KpiRun *run,
                            guint32 series, KpiReading *readings);

/* Takes all values away. */
void _kpi_aligned_empty (KpiAlignedTerm *term);

/* Reads the observations of one period, as far as they were known; what an area was not alive for
 * is passed over. Costs what was observed in it. */
gboolean _kpi_aligned_read (KpiAlignedTerm *term, KpiOrigin origin);

/* Likewise of the block of a frequency, which is NULL where the series has none: then, and where
 * the block lacks the period, there are no values. */
gboolean _kpi_aligned_read_period (KpiAlignedTerm *term, const KpiBlock *block,
                                   const KpiPeriod *period);

/* Gives an area that has none a value; its interval is for the caller to set. */
void _kpi_aligned_put (KpiAlignedTerm *term, guint32 area, double point, KpiOrigin origin);

/* Leaves out of `areas` those whose points have become NaN. */
void _kpi_aligned_tidy (KpiAlignedTerm *term);

/* Puts `areas` into the order of the run. */
void _kpi_aligned_sort (KpiAlignedTerm *term);

/* Takes the values of another term where there is none. */
gboolean _kpi_aligned_fill (KpiAlignedTerm *term, const KpiAlignedTerm *from);

/* Makes intervals, which are then those of the points, where there are none. */
gboolean _kpi_aligned_need_intervals (KpiAlignedTerm *term);

/* All that the value of an area can be. */
static inline KpiInterval
_kpi_aligned_interval (const KpiAlignedTerm *term, guint32 area)
{
  return term->bounded ? term->intervals[area] : KPI_EXACT (term->points[area]);
}

/* The block of a series of the dataset in a frequency; NULL if it has none. */
const KpiBlock *_kpi_aligned_find_block (const KpiRun *run, guint32 series, KpiFrequency frequency);

/* Where the observation of an area stands; nowhere where there is none, as of what is rolled up: no
 * one line is to blame. */
KpiPlace _kpi_aligned_get_place (const KpiRun *run, KpiOrigin origin, guint32 area);

/* The number that a word stands for; NaN if the model does not say. */
double _kpi_aligned_word (const KpiRun *run, const KpiSeries *rules, guint32 word);
