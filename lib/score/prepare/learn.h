/* SPDX-License-Identifier: MIT */
/* Learning: what an indicator's scoring method is told of the values that it scores, level by
 * level: learned from the data in hand, or looked up in a fit that was learned before. */
#pragma once

#include "score/run/pool.h"

typedef struct {
  KpiPool pools; /* those in hand */
  gboolean learns;
  KpiArena arena;
  double *values; /* scratch, one pool in one period; likewise the ends */
  double *lows;
  double *highs;
  KpiFitted *own;           /* by level: learned from the data in hand */
  const KpiFitted **fitted; /* by level: what holds for the slots in hand; NULL: nothing is known */
} KpiLearning;

/* FALSE if there is no memory; clear it either way. A method that learns nothing takes none. */
gboolean _kpi_learning_init (KpiLearning *learning, KpiRun *run, const KpiIndicator *indicator,
                             KpiSheet *sheet);
void _kpi_learning_clear (KpiLearning *learning);

/* Learns from all slots of a frequency together, or of one period alone. FALSE, and reported, if
 * the fit at hand is not one of this model; FALSE too if there is no memory. */
gboolean _kpi_learn_frequency (KpiLearning *learning, KpiFrequency frequency);
gboolean _kpi_learn_period (KpiLearning *learning, gsize period);

/* Whether what a cell holds in a period is among what was learned. */
gboolean _kpi_learning_has (const KpiLearning *learning, gsize cell, const KpiPeriod *period);
