/* SPDX-License-Identifier: MIT */
/* The children of a group that have weight, as combining sees them, period by period. Workers that
 * are at different periods share them, each with scratch of its own. */
#pragma once

#include "score/run/run.h"
#include "score/run/sheet.h"

typedef enum { KPI_END_POINT, KPI_END_LOW, KPI_END_HIGH } KpiEnd;

typedef struct {
  KpiRun *run;
  const KpiGroup *group;
  KpiSheet *sheet; /* of the group */
  guint32 n_areas;
  gsize n_children; /* those of positive weight, likewise the arrays below */
  const KpiSheet **child;
  double *weights;
  gboolean screens; /* indicators without enough data take no part */
} KpiChildren;

/* The scratch of a worker, for groups of up to so many children. */
typedef struct {
  guint worker;
  double *nothing; /* a row without numbers: what a child that has none in a period is read from */
  double *filled;  /* two rows a child, for gaps that are filled; NULL where none ever are */
  double *sums;    /* by class of group, for means */
  guint32 *counts;
} KpiChildrenScratch;

/* FALSE if there is no memory, here and below; the arrays are the arena's. */
gboolean _kpi_children_init (KpiChildren *children, KpiArena *arena, KpiRun *run,
                             const KpiGroup *group, KpiSheet *sheets, KpiSheet *sheet);

/* Whether the missing policy of a group fills gaps. */
gboolean _kpi_children_fills (const KpiGroup *group);

gboolean _kpi_children_scratch_init (KpiChildrenScratch *scratch, KpiArena *arena,
                                     const KpiRun *run, gsize n_children, gboolean fills,
                                     guint worker);

/* The scores of a child in a period at one end, by area; NULL where it has none there at all. */
double *_kpi_children_get_row (const KpiChildren *children, gsize child, gsize period, KpiEnd end,
                               guint worker);

/* Sets a row by area for each child, gaps filled as the missing policy says. The rows stay until
 * the next call for the same `side`, which is 0 or 1. */
void _kpi_children_gather (const KpiChildren *children, const KpiChildrenScratch *scratch,
                           gsize period, KpiEnd end, guint side, double **out_rows);

/* Fills the coverage of each area in a period. */
void _kpi_children_cover (const KpiChildren *children, gsize period, guint worker,
                          double *coverage);

/* Marks the areas that are to have no score in a period: they are not there, too little of them is
 * covered, no child has a score of its own, or the policy asks for all. `rows` are those of the
 * points, gathered. Returns whether there are any. */
gboolean _kpi_children_judge (const KpiChildren *children, gsize period, guint worker,
                              const double *coverage, double *const *rows, guint8 *refused);
