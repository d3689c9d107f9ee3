/* SPDX-License-Identifier: MIT */
/* The roster: which areas are scored, in which order, and which of them are compared. */
#ifndef KPI_ROSTER_H
#define KPI_ROSTER_H

#include "base/names.h"
#include "data/dataset-private.h"
#include "model/model-private.h"

#define KPI_NO_AREA G_MAXUINT32

/* Areas numbered in the order of rows. `names` holds their ids at their own numbers, and behind
 * them the aliases, whose areas stand in `owners`. */
typedef struct {
  guint32 n_areas;
  KpiNames *names;
  guint32 *owners;
  guint32 *levels; /* by area: its class; areas of one level are compared with one another */
  guint32 n_levels;
  guint32 *groups; /* by area: its class of level and group */
  guint32 n_groups;
  guint32 *area_of;     /* by area of the dataset: its number here, or KPI_NO_AREA */
  gboolean shared;      /* several areas of the dataset are one here: an id and its alias */
  const KpiArea *lives; /* by area: NULL where none has a beginning or an end */
} KpiRoster;

/* Fills an empty roster with the areas that were known on a day; those of the data that the model
 * does not list are warned of. Where it lists none, `others` come to those of the data. FALSE if
 * there is no memory. */
gboolean _kpi_roster_fill (KpiRoster *roster, const KpiModel *model, const KpiDataset *data,
                           const KpiNames *others, gint32 known, KpiFindings *findings);

/* The number of an area by id or alias; KPI_NO_AREA if there is none. */
guint32 _kpi_roster_find (const KpiRoster *roster, const char *name);

static inline const char *
_kpi_roster_get (const KpiRoster *roster, guint32 area)
{
  return _kpi_names_get (roster->names, area);
}

/* Whether an area exists on some day of a period. */
static inline gboolean
_kpi_roster_is_alive (const KpiRoster *roster, guint32 area, const KpiPeriod *period)
{
  return roster->lives == NULL ||
         (roster->lives[area].from <= period->end && period->start <= roster->lives[area].until);
}

void _kpi_roster_clear (KpiRoster *roster);

#endif
