/* SPDX-License-Identifier: MIT */
/* The areas of a run: the model's areas if it lists any, else those of the data, bytewise.
 *
 * Always true: ids stand in `names` at the areas' own numbers, so that an id is one lookup. */

#include <string.h>

#include "base/sort.h"
#include "base/text.h"
#include "score/run/areas.h"

void
_kpi_areas_clear (KpiAreas *areas)
{
  g_clear_pointer (&areas->names, _kpi_names_free);
  g_clear_pointer (&areas->owners, g_free);
  g_clear_pointer (&areas->levels, g_free);
  g_clear_pointer (&areas->by_level, g_free);
  g_clear_pointer (&areas->level_first, g_free);
  g_clear_pointer (&areas->groups, g_free);
  g_clear_pointer (&areas->by_group, g_free);
  g_clear_pointer (&areas->group_first, g_free);
  g_clear_pointer (&areas->area_of, g_free);
  g_clear_pointer (&areas->begins, g_free);
  g_clear_pointer (&areas->merged, g_free);
}

guint32
_kpi_areas_find (const KpiAreas *areas, const char *name)
{
  guint32 number = _kpi_names_find (areas->names, name);

  return number == KPI_NO_NAME ? KPI_NO_AREA : areas->owners[number];
}

static gboolean
allocate (KpiAreas *areas, gsize n_areas, gsize n_names, gsize n_data_areas)
{
  areas->n_areas = (guint32)n_areas;
  areas->names = _kpi_names_new ();
  areas->owners = g_try_new (guint32, MAX (n_names, 1));
  areas->levels = g_try_new0 (guint32, MAX (n_areas, 1));
  areas->groups = g_try_new0 (guint32, MAX (n_areas, 1));
  areas->area_of = g_try_new (guint32, MAX (n_data_areas, 1));
  return areas->owners != NULL && areas->levels != NULL && areas->groups != NULL &&
         areas->area_of != NULL;
}

static gboolean
add_name (KpiAreas *areas, const char *name, guint32 owner)
{
  guint32 number = _kpi_names_add (areas->names, name);

  if (number == KPI_NO_NAME)
    return FALSE;
  areas->owners[number] = owner;
  return TRUE;
}

/* Ids first, aliases behind them: see KpiAreas. */
static gboolean
add_model_names (KpiAreas *areas, const KpiModel *model)
{
  for (guint32 i = 0; i < model->n_areas; i++)
    if (!add_name (areas, model->areas[i].id, i))
      return FALSE;
  for (guint32 i = 0; i < model->n_areas; i++)
    for (char **alias = model->areas[i].aliases; alias != NULL && *alias != NULL; alias++)
      if (!add_name (areas, *alias, (guint32)_kpi_model_find_area (model, *alias)))
        return FALSE;
  return TRUE;
}

static gboolean
classify (KpiAreas *areas, const KpiModel *model)
{
  g_autoptr (KpiNames) levels = _kpi_names_new ();
  g_autoptr (KpiNames) groups = _kpi_names_new ();

  for (gsize i = 0; i < model->n_areas; i++) {
    const KpiArea *area = &model->areas[i];
    g_autofree char *both = g_strconcat (area->level, "\n", area->group, NULL);

    areas->levels[i] = _kpi_names_add (levels, area->level);
    areas->groups[i] = _kpi_names_add (groups, both);
    if (areas->levels[i] == KPI_NO_NAME || areas->groups[i] == KPI_NO_NAME)
      return FALSE;
  }
  areas->n_levels = _kpi_names_length (levels);
  areas->n_groups = _kpi_names_length (groups);
  return TRUE;
}

/* The area that an unlisted one has become; NULL if none says so. */
static const KpiArea *
find_heir (const KpiModel *model, const char *name)
{
  for (gsize i = 0; i < model->n_areas; i++)
    if (model->areas[i].was != NULL &&
        g_strv_contains ((const char *const *)model->areas[i].was, name))
      return &model->areas[i];
  return NULL;
}

/* What would mend it: the area that it has become, or the nearest one. */
static char *
hint_at_area (const KpiAreas *areas, const KpiModel *model, const char *name,
              const KpiFindings *findings)
{
  const KpiArea *heir = NULL;

  if (!_kpi_findings_may_search (findings, KPI_SEVERITY_WARNING, _kpi_names_length (areas->names)))
    return g_strdup ("");
  heir = find_heir (model, name);
  if (heir != NULL)
    return g_strdup_printf ("; it is part of %s now", heir->id);
  return _kpi_names_hint (areas->names, name);
}

static void
warn_passed_over (const KpiAreas *areas, const KpiModel *model, const KpiDataset *data,
                  guint32 area, KpiFindings *findings)
{
  const char *name = _kpi_names_get (data->areas, area);
  g_autofree char *quoted = _kpi_text_quote (name);
  g_autofree char *hint = hint_at_area (areas, model, name, findings);
  KpiPlace place = _kpi_dataset_get_first (data, &data->area_firsts[area]);

  _kpi_findings_add (findings, KPI_SEVERITY_WARNING, KPI_ERROR_UNKNOWN, place, "area",
                     "found %s, expected one of the model's areas; passed over%s", quoted, hint);
}

static void
match_data_areas (KpiAreas *areas, const KpiModel *model, const KpiDataset *data, gint32 known,
                  KpiFindings *findings)
{
  for (guint32 i = 0; i < _kpi_names_length (data->areas); i++) {
    guint32 number = _kpi_names_find (areas->names, _kpi_names_get (data->areas, i));

    areas->area_of[i] = number == KPI_NO_NAME ? KPI_NO_AREA : areas->owners[number];
    if (number == KPI_NO_NAME) {
      if (data->area_firsts[i].known <= known)
        warn_passed_over (areas, model, data, i, findings);
    } else if (number >= areas->n_areas) /* an alias, beside which its id may stand too */
      areas->shared = TRUE;
  }
}

/* Lists the areas of the data that were known, and those that only the registers name. */
static gsize
list_names (const KpiDataset *data, const KpiNames *others, gint32 known, const char **out_names)
{
  gsize n = 0;

  for (guint32 i = 0; i < _kpi_names_length (data->areas); i++)
    if (data->area_firsts[i].known <= known)
      out_names[n++] = _kpi_names_get (data->areas, i);
  for (guint32 i = 0; i < _kpi_names_length (others); i++) {
    const char *name = _kpi_names_get (others, i);
    guint32 number = _kpi_names_find (data->areas, name);

    if (number == KPI_NO_NAME || data->area_firsts[number].known > known)
      out_names[n++] = name;
  }
  return n;
}

/* What was first named after the day is no area yet: the day's scorecard is the same ever after. */
static gboolean
fill_from_data (KpiAreas *areas, const KpiDataset *data, const KpiNames *others, gint32 known)
{
  g_autofree const char **names = g_try_new (const char *, MAX (areas->n_areas, 1));

  if (names == NULL)
    return FALSE;
  areas->n_areas = (guint32)list_names (data, others, known, names);
  _kpi_sort (names, areas->n_areas, sizeof *names, _kpi_order_string, NULL);
  for (guint32 i = 0; i < areas->n_areas; i++)
    if (!add_name (areas, names[i], i))
      return FALSE;
  for (guint32 i = 0; i < _kpi_names_length (data->areas); i++)
    areas->area_of[i] = data->area_firsts[i].known <= known
                            ? _kpi_names_find (areas->names, _kpi_names_get (data->areas, i))
                            : KPI_NO_AREA;
  areas->n_levels = areas->n_groups = 1;
  return TRUE;
}

/* Lists areas class by class: counts those of each, and puts each area behind those that are there.
 */
static gboolean
sort_by_class (guint32 n_areas, const guint32 *classes, guint32 n_classes, guint32 **out_areas,
               guint32 **out_first)
{
  guint32 *sorted = *out_areas = g_try_new (guint32, MAX (n_areas, 1));
  guint32 *next = *out_first = g_try_new0 (guint32, (gsize)n_classes + 2);

  if (sorted == NULL || next == NULL)
    return FALSE;
  for (guint32 a = 0; a < n_areas; a++)
    next[classes[a] + 2]++;
  for (guint32 class = 2; class <= n_classes; class ++)
    next[class] += next[class - 1];
  for (guint32 a = 0; a < n_areas; a++)
    sorted[next[classes[a] + 1]++] = a;
  return TRUE;
}

static gboolean
sort_areas (KpiAreas *areas)
{
  return sort_by_class (areas->n_areas, areas->levels, areas->n_levels, &areas->by_level,
                        &areas->level_first) &&
         sort_by_class (areas->n_areas, areas->groups, areas->n_groups, &areas->by_group,
                        &areas->group_first);
}

static gboolean
set_lives (KpiAreas *areas, const KpiModel *model)
{
  gboolean any = FALSE;

  for (gsize i = 0; i < model->n_areas; i++)
    any |= model->areas[i].from != G_MININT32 || model->areas[i].until != G_MAXINT32;
  if (!any)
    return TRUE;
  areas->lives = model->areas;
  areas->begins = g_try_new (gint32, model->n_areas);
  for (gsize i = 0; areas->begins != NULL && i < model->n_areas; i++)
    areas->begins[i] = model->areas[i].from;
  return areas->begins != NULL;
}

gboolean
_kpi_areas_fill (KpiAreas *areas, const KpiModel *model, const KpiDataset *data,
                 const KpiNames *others, gint32 known, KpiFindings *findings)
{
  gsize n_data_areas = _kpi_names_length (data->areas);
  gsize n_all = n_data_areas + _kpi_names_length (others);
  gsize n_names = model->n_areas;

  if (model->n_areas == 0)
    return allocate (areas, n_all, n_all, n_data_areas) &&
           fill_from_data (areas, data, others, known) && sort_areas (areas);
  for (gsize i = 0; i < model->n_areas; i++)
    n_names += model->areas[i].aliases != NULL ? g_strv_length (model->areas[i].aliases) : 0;
  if (!allocate (areas, model->n_areas, n_names, n_data_areas) || !add_model_names (areas, model) ||
      !classify (areas, model) || !sort_areas (areas))
    return FALSE;
  match_data_areas (areas, model, data, known, findings);
  return set_lives (areas, model);
}
