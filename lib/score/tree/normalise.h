/* SPDX-License-Identifier: MIT */
/* Normalising: an indicator's values to scores, with their bounds.
 *
 * A normaliser learns from all periods of one frequency; then the periods are scored one by one, in
 * any order, several at a time if it is shareable: each by a worker, which has its own scratch. */
#pragma once

#include "score/prepare/learn.h"
#include "score/run/batches.h"

/* What kept somebody from a score, or from one that tells apart, and in which period first. */
typedef struct {
  const char *text; /* NULL: nothing */
  gsize period;
} KpiLack;

typedef struct {
  KpiRun *run;
  const KpiIndicator *indicator;
  KpiSheet *sheet;
  KpiBatches batches;
  KpiLearning learning;
  guint32 reference; /* the area that distances are counted to; KPI_NO_AREA where there is none */
  guint n_workers;
  double *values; /* scratch, a row a worker */
  double *scores; /* likewise */
  KpiLack *lacks; /* by worker */
} KpiNormaliser;

/* Whether the periods of an indicator may be scored several at a time. */
gboolean _kpi_normaliser_is_shareable (const KpiIndicator *indicator);

/* Makes room for the scores of a sheet that has values; scratch is the arena's. FALSE if there is
 * no memory, here and below; end it either way. */
gboolean _kpi_normaliser_init (KpiNormaliser *normaliser, KpiArena *arena, KpiRun *run,
                               const KpiIndicator *indicator, KpiSheet *sheet, guint n_workers);

/* Learns what holds for the periods of a frequency. FALSE too, and reported, for a fit that is not
 * of this model. */
gboolean _kpi_normaliser_learn (KpiNormaliser *normaliser, KpiFrequency frequency);

/* Scores one period of that frequency, if the sheet has it. */
gboolean _kpi_normaliser_score (KpiNormaliser *normaliser, gsize period, guint worker);

/* Warns of what kept areas from a score, and ends it. */
void _kpi_normaliser_end (KpiNormaliser *normaliser);

/* All of it, for an indicator by itself. */
gboolean _kpi_normalise_indicator (KpiRun *run, const KpiIndicator *indicator, KpiSheet *sheet);
