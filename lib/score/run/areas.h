/* SPDX-License-Identifier: MIT */
/* The areas: which areas are scored, in which order, and which of them are compared. */
#pragma once

#include "base/names.h"
#include "data/dataset/dataset-private.h"
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
  guint32 *by_level;    /* all areas, level by level, ascending within each: */
  guint32 *level_first; /* those of level l are by_level[level_first[l]] and on, up to the next's */
  guint32 *groups;      /* by area: its class of level and group */
  guint32 n_groups;
  guint32 *by_group; /* likewise, group by group */
  guint32 *group_first;
  guint32 *area_of;     /* by area of the dataset: its number here, or KPI_NO_AREA */
  gboolean shared;      /* several areas of the dataset are one here: an id and its alias */
  const KpiArea *lives; /* by area: NULL where none has a beginning or an end */
  gint32 *begins;       /* by area: the first day of its rows, its own or that of areas that it was
                           made of (hierarchy.c); NULL likewise */
  guint8 *merged;       /* by area: whether it became part of another; NULL: none did */
} KpiAreas;

/* Fills an empty areas with the areas that were known on a day; those of the data that the model
 * does not list are warned of. Where it lists none, `others` come to those of the data. FALSE if
 * there is no memory. */
gboolean _kpi_areas_fill (KpiAreas *areas, const KpiModel *model, const KpiDataset *data,
                          const KpiNames *others, gint32 known, KpiFindings *findings);

/* The number of an area by id or alias; KPI_NO_AREA if there is none. */
guint32 _kpi_areas_find (const KpiAreas *areas, const char *name);

static inline const char *
_kpi_areas_get (const KpiAreas *areas, guint32 area)
{
  return _kpi_names_get (areas->names, area);
}

/* Whether an area exists on some day of a period. */
static inline gboolean
_kpi_areas_is_alive (const KpiAreas *areas, guint32 area, const KpiPeriod *period)
{
  return areas->lives == NULL ||
         (areas->lives[area].from <= period->end && period->start <= areas->lives[area].until);
}

/* The areas of a level, ascending. */
static inline const guint32 *
_kpi_areas_get_level (const KpiAreas *areas, guint32 level, guint32 *out_n)
{
  *out_n = areas->level_first[level + 1] - areas->level_first[level];
  return areas->by_level + areas->level_first[level];
}

/* The areas of a group, ascending; all of one level. */
static inline const guint32 *
_kpi_areas_get_group (const KpiAreas *areas, guint32 group, guint32 *out_n)
{
  *out_n = areas->group_first[group + 1] - areas->group_first[group];
  return areas->by_group + areas->group_first[group];
}

/* Whether an area has rows in a period: while it exists, and before that as far back as its value
 * is made of those of the areas that it was. */
static inline gboolean
_kpi_areas_has_rows (const KpiAreas *areas, guint32 area, const KpiPeriod *period)
{
  return areas->lives == NULL ||
         (areas->begins[area] <= period->end && period->start <= areas->lives[area].until);
}

/* The area that a name of the dataset means in a period; KPI_NO_AREA if none. */
static inline guint32
_kpi_areas_area_in (const KpiAreas *areas, guint32 data_area, const KpiPeriod *period)
{
  guint32 area = areas->area_of[data_area];

  while (area != KPI_NO_AREA && areas->lives != NULL && period->end < areas->lives[area].from &&
         areas->lives[area].before != G_MAXSIZE)
    area = (guint32)areas->lives[area].before;
  return area;
}

void _kpi_areas_clear (KpiAreas *areas);
