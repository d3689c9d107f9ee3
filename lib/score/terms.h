/* SPDX-License-Identifier: MIT */
/* Terms: the series that one measure needs, read for one period and lined up by the roster. */
#ifndef KPI_TERMS_H
#define KPI_TERMS_H

#include "score/carry.h"
#include "score/over-time.h"

typedef struct {
  KpiRun *run;
  const KpiMeasure *measure;
  KpiTermRow *terms; /* of `of`, then of `to` */
  gsize n_terms;
  gboolean lends;          /* a value may be carried as a whole; else one term of it is not */
  KpiFreshness *freshness; /* by term: empty where the series is not carried */
  KpiOverTimeRoom *rooms;  /* by term: empty where the series needs no scratch */
  guint8 *owns;            /* by area: whether some term was not carried */
  double *raw;             /* scratch: by area of the dataset */
  KpiInterval *intervals;  /* scratch: by term, of one area */
  KpiIntervalPart *parts;  /* scratch: by term */
} KpiTerms;

gboolean _kpi_terms_init (KpiTerms *terms, KpiRun *run, const KpiMeasure *measure);
void _kpi_terms_clear (KpiTerms *terms);

/* Whether there can be values of that frequency. */
gboolean _kpi_terms_have_frequency (const KpiTerms *terms, KpiFrequency frequency);

/* Reads one period: what was observed, else what is made of finer observations, else, in a measure
 * of several series, what is carried. `*out_any` tells whether all terms have something there.
 * FALSE on failure. */
gboolean _kpi_terms_read (KpiTerms *terms, const KpiPeriod *period, gboolean *out_any);

/* The periods of all terms that had ended by a day, the freshest first; a new array, NULL if there
 * is no memory. */
KpiPeriod *_kpi_terms_list_ended (const KpiTerms *terms, gint32 day, gsize *out_n);

/* Where the observation of a term in an area stands; nowhere where it was rolled up. */
KpiPlace _kpi_terms_get_place (const KpiTerms *terms, gsize term, guint32 area);

#endif
