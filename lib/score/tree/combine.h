/* SPDX-License-Identifier: MIT */
/* Combining: the scores of children to the score, bounds and coverage of their parent.
 *
 * A combiner is a group in one run; its periods are combined one by one, in any order, several at a
 * time unless its weights are derived: each by a worker, whose scratch serves any group. */
#pragma once

#include "score/tree/weights.h"

/* What combining takes beside the sheets. */
typedef struct {
  gsize n_children; /* the most that a group has */
  gboolean fills;   /* some group fills gaps */
  gboolean by_level;
} KpiCombineNeeds;

/* Takes the needs of one more group into account. */
void _kpi_combine_needs_add (KpiCombineNeeds *needs, const KpiGroup *group);

/* The scratch of a worker. */
typedef struct {
  KpiChildrenScratch children;
  double **scores; /* by child: the row that is combined */
  double **rivals; /* likewise: what a method that compares areas holds against them */
  double *numbers; /* scratch of the method */
  guint8 *refused; /* by area: has no score in the period in hand */
  gboolean refuses;
  KpiByLevel by_level;
} KpiCombineScratch;

gboolean _kpi_combine_scratch_init (KpiCombineScratch *scratch, KpiArena *arena, const KpiRun *run,
                                    const KpiCombineNeeds *needs, guint worker);

typedef struct {
  KpiChildren children;
  KpiDerivedWeights derived;
  KpiTally *tallies; /* by worker */
  guint n_workers;
} KpiCombiner;

/* Makes the sheet of a group whose children have scores; what else it takes is the arena's.
 * `present` tells, by period, whether its tree has rows there. FALSE if there is no memory, here
 * and below. */
gboolean _kpi_combiner_init (KpiCombiner *combiner, KpiArena *arena, KpiRun *run,
                             const KpiGroup *group, KpiSheet *sheets, KpiSheet *sheet,
                             const guint8 *present, guint n_workers);

/* Combines one period that the sheet has, once its children have it. */
gboolean _kpi_combiner_run (KpiCombiner *combiner, KpiCombineScratch *scratch, gsize period);

/* Warns of what had no ordinary score. */
void _kpi_combiner_warn (const KpiCombiner *combiner);
