/* SPDX-License-Identifier: MIT */
/* The registers of a run: read once each, for all measures that count their items. */
#pragma once

#include "base/arena.h"
#include "data/registers/register.h"
#include "score/run/run.h"

/* One register, by its number in the model. */
typedef struct {
  KpiRegister *items; /* NULL where there is none to read */
  KpiRows filters;    /* of KpiFilter, whose texts are the model's */
  guint32 *members;   /* areas of the register, by area of the run: */
  guint32 *first;     /* those of `a` are members[first[a]] … members[first[a + 1] - 1] */
} KpiRunRegister;

struct _KpiRunRegisters {
  KpiArena arena; /* of what follows but the items and the growing rows */
  KpiRunRegister *registers;
  gsize n_registers;
  guint32 *filter_of; /* by indicator: the filter of its measure */
  KpiRows cutoffs;    /* of gint32: the days that may be asked for, ascending */
};

/* Whether two indicators count the same items of an area, as `filter_of` has it. */
gboolean _kpi_registers_same_items (const KpiModel *model, const guint32 *filter_of, gsize a,
                                    gsize b);

/* Reads the registers whose items a shown indicator counts, by the periods of the run; one that is
 * not there is warned of. An as-of day that is "latest", where no observation says which day that
 * is, becomes the last one on which an item was opened or closed. FALSE on failure; what is wrong
 * is among the findings. */
gboolean _kpi_registers_run (KpiRun *run, const KpiScoreOptions *options);

/* Matches the areas of the registers with those of the run; those that it lacks are warned of. FALSE if
 * there is no memory. */
gboolean _kpi_registers_match_areas (KpiRun *run);

void _kpi_registers_end (KpiRun *run);

/* The areas of the registers that had an item by the as-of day: of a run by periods, all. NULL if
 * there is no memory. */
KpiNames *_kpi_registers_list_areas (const KpiRun *run);
