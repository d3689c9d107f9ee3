/* SPDX-License-Identifier: MIT */
/* Terms: the series that one measure needs, read for one period and lined up by the roster. */
#ifndef KPI_TERMS_H
#define KPI_TERMS_H

#include "score/interval.h"
#include "score/run.h"

typedef struct {
  guint32 series;         /* of the dataset; KPI_NO_NAME where it has no such series */
  double *points;         /* by area; NaN where nothing was observed */
  KpiInterval *intervals; /* by area; NULL until some period has bounds */
  const KpiBlock *block;  /* of the period that was read last; NULL where it has none */
  guint32 period;         /* its place in that block */
  gboolean bounded;       /* whether that period has bounds */
} KpiTermRow;

typedef struct {
  KpiRun *run;
  const KpiMeasure *measure;
  KpiTermRow *terms; /* of `of`, then of `to` */
  gsize n_terms;
  double *raw;            /* scratch: by area of the dataset */
  KpiInterval *intervals; /* scratch: by term, of one area */
  KpiIntervalPart *parts; /* scratch: by term */
} KpiTerms;

gboolean _kpi_terms_init (KpiTerms *terms, KpiRun *run, const KpiMeasure *measure);
void _kpi_terms_clear (KpiTerms *terms);

/* Whether all terms have a block of that frequency. */
gboolean _kpi_terms_have_frequency (const KpiTerms *terms, KpiFrequency frequency);

/* Reads one period. `*out_any` tells whether all terms have something there; the points of a term
 * that has nothing are not to be used. FALSE on failure. */
gboolean _kpi_terms_read (KpiTerms *terms, const KpiPeriod *period, gboolean *out_any);

/* Where the observation of a term in an area stands. */
KpiPlace _kpi_terms_get_place (const KpiTerms *terms, gsize term, guint32 area);

#endif
