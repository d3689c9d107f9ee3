/* SPDX-License-Identifier: MIT */
/* Terms: the series that one measure needs, read for one period and aligned by area.
 *
 * A series has a value of an area in a period because it was observed there (aligned-term.c), else
 * because it is made of finer periods (over-time.c), else because an older one is carried there
 * (carry.c). Which of these a measure takes is said here. */
#pragma once

#include "score/measure/bounds.h"
#include "score/measure/carry.h"
#include "score/measure/over-time.h"

/* Which older observations may stand in. */
typedef enum {
  KPI_CARRY_SOME, /* for some of the terms: one that is not carried makes the period */
  KPI_CARRY_ALL,  /* for all of them too: the value as a whole is carried */
  KPI_CARRY_NONE
} KpiCarrying;

typedef struct {
  KpiRun *run;
  const KpiMeasure *measure;
  KpiAlignedTerm *series; /* one for each; of a change that of now, then that of before */
  gsize n_series;
  KpiAlignedTerm **terms; /* by term, of `of`, then of `to`: its series */
  gsize n_terms;
  KpiCarrying carrying;
  KpiArena arena;            /* of all arrays */
  KpiAlignedTerm scratch[2]; /* for what is carried, or made over time */
  guint32 *own;              /* by area: the last read in which some term was not carried */
  guint32 n_reads;
  KpiBoundsPart *parts; /* by series: its coefficients, and scratch for the interval of one area */
} KpiTerms;

gboolean _kpi_terms_init (KpiTerms *terms, KpiRun *run, const KpiMeasure *measure);
void _kpi_terms_clear (KpiTerms *terms);

/* Whether there can be values of that frequency. */
gboolean _kpi_terms_have_frequency (const KpiTerms *terms, KpiFrequency frequency);

/* Reads one period: what was observed, else what is made of finer observations, else, in a measure
 * of several series, what is carried. `*out_any` tells whether all terms have something there.
 * Costs what the period holds, not the number of areas. FALSE on failure. */
gboolean _kpi_terms_read (KpiTerms *terms, const KpiPeriod *period, gboolean *out_any);

/* The values that the measure can have in an area in which all terms have a value. */
KpiInterval _kpi_terms_interval (KpiTerms *terms, guint32 area);

/* The periods of all terms that had ended by a day, the latest first; a new array, NULL if there
 * is no memory. */
KpiPeriod *_kpi_terms_list_ended (const KpiTerms *terms, gint32 day, gsize *out_n);

/* Where the observation of a term in an area stands; nowhere where it was rolled up. */
KpiPlace _kpi_terms_get_place (const KpiTerms *terms, gsize term, guint32 area);
