/* SPDX-License-Identifier: MIT */
/* The roster of a run: the model's areas if it lists any, else those of the data, bytewise.
 *
 * Always true: ids stand in `names` at the areas' own numbers, so that an id is one lookup. */

#include <string.h>

#include "base/sort.h"
#include "base/text.h"
#include "score/roster.h"

void
_kpi_roster_clear (KpiRoster *roster)
{
  g_clear_pointer (&roster->names, _kpi_names_free);
  g_clear_pointer (&roster->owners, g_free);
  g_clear_pointer (&roster->levels, g_free);
  g_clear_pointer (&roster->groups, g_free);
  g_clear_pointer (&roster->area_of, g_free);
}

guint32
_kpi_roster_find (const KpiRoster *roster, const char *name)
{
  guint32 number = _kpi_names_find (roster->names, name);

  return number == KPI_NO_NAME ? KPI_NO_AREA : roster->owners[number];
}

static gboolean
allocate (KpiRoster *roster, gsize n_areas, gsize n_names, gsize n_data_areas)
{
  roster->n_areas = (guint32)n_areas;
  roster->names = _kpi_names_new ();
  roster->owners = g_try_new (guint32, MAX (n_names, 1));
  roster->levels = g_try_new0 (guint32, MAX (n_areas, 1));
  roster->groups = g_try_new0 (guint32, MAX (n_areas, 1));
  roster->area_of = g_try_new (guint32, MAX (n_data_areas, 1));
  return roster->owners != NULL && roster->levels != NULL && roster->groups != NULL &&
         roster->area_of != NULL;
}

static gboolean
add_name (KpiRoster *roster, const char *name, guint32 owner)
{
  guint32 number = _kpi_names_add (roster->names, name);

  if (number == KPI_NO_NAME)
    return FALSE;
  roster->owners[number] = owner;
  return TRUE;
}

/* Ids first, aliases behind them: see KpiRoster. */
static gboolean
add_model_names (KpiRoster *roster, const KpiModel *model)
{
  for (guint32 i = 0; i < model->n_areas; i++)
    if (!add_name (roster, model->areas[i].id, i))
      return FALSE;
  for (guint32 i = 0; i < model->n_areas; i++)
    for (char **alias = model->areas[i].aliases; alias != NULL && *alias != NULL; alias++)
      if (!add_name (roster, *alias, i))
        return FALSE;
  return TRUE;
}

/* Numbers the areas' levels, and their groups within a level. */
static gboolean
classify (KpiRoster *roster, const KpiModel *model)
{
  g_autoptr (KpiNames) levels = _kpi_names_new ();
  g_autoptr (KpiNames) groups = _kpi_names_new ();

  for (gsize i = 0; i < model->n_areas; i++) {
    const KpiArea *area = &model->areas[i];
    g_autofree char *both = g_strconcat (area->level, "\n", area->group, NULL);

    roster->levels[i] = _kpi_names_add (levels, area->level);
    roster->groups[i] = _kpi_names_add (groups, both);
    if (roster->levels[i] == KPI_NO_NAME || roster->groups[i] == KPI_NO_NAME)
      return FALSE;
  }
  roster->n_levels = _kpi_names_length (levels);
  roster->n_groups = _kpi_names_length (groups);
  return TRUE;
}

static void
warn_passed_over (const KpiRoster *roster, const KpiDataset *data, guint32 area,
                  KpiFindings *findings)
{
  const char *name = _kpi_names_get (data->areas, area);
  g_autofree char *quoted = _kpi_text_quote (name);
  g_autofree char *hint = NULL;
  KpiNearest nearest = KPI_NEAREST (name);
  gboolean has_room = _kpi_findings_has_room (findings, KPI_SEVERITY_WARNING);
  KpiPlace place = KPI_NOWHERE;

  /* A search among all names is for a warning that will be read. */
  for (guint32 i = 0; i < _kpi_names_length (roster->names) && has_room; i++)
    _kpi_nearest_offer (&nearest, _kpi_names_get (roster->names, i));
  hint = _kpi_nearest_hint (&nearest);
  if (data->area_files[area] != KPI_NO_FILE)
    place = (KpiPlace){g_ptr_array_index (data->files, data->area_files[area]),
                       data->area_lines[area], 0};
  _kpi_findings_add (findings, KPI_SEVERITY_WARNING, KPI_ERROR_UNKNOWN, place, "area",
                     "found %s, expected one of the model's areas; passed over%s", quoted, hint);
}

static void
match_data_areas (KpiRoster *roster, const KpiDataset *data, KpiFindings *findings)
{
  for (guint32 i = 0; i < _kpi_names_length (data->areas); i++) {
    guint32 number = _kpi_names_find (roster->names, _kpi_names_get (data->areas, i));

    roster->area_of[i] = number == KPI_NO_NAME ? KPI_NO_AREA : roster->owners[number];
    if (number == KPI_NO_NAME)
      warn_passed_over (roster, data, i, findings);
    else if (number >= roster->n_areas) /* an alias, beside which its id may stand too */
      roster->shared = TRUE;
  }
}

static gint
compare_names (gconstpointer a, gconstpointer b, gpointer names)
{
  return strcmp (_kpi_names_get (names, *(const guint32 *)a),
                 _kpi_names_get (names, *(const guint32 *)b));
}

static gboolean
fill_from_data (KpiRoster *roster, const KpiDataset *data)
{
  guint32 n = roster->n_areas;
  g_autofree guint32 *order = g_try_new (guint32, MAX (n, 1));

  if (order == NULL)
    return FALSE;
  for (guint32 i = 0; i < n; i++)
    order[i] = i;
  _kpi_sort (order, n, sizeof *order, compare_names, data->areas);
  for (guint32 i = 0; i < n; i++) {
    roster->area_of[order[i]] = i;
    if (!add_name (roster, _kpi_names_get (data->areas, order[i]), i))
      return FALSE;
  }
  roster->n_levels = roster->n_groups = 1;
  return TRUE;
}

gboolean
_kpi_roster_fill (KpiRoster *roster, const KpiModel *model, const KpiDataset *data,
                  KpiFindings *findings)
{
  gsize n_data_areas = _kpi_names_length (data->areas);
  gsize n_names = model->n_areas;

  if (model->n_areas == 0)
    return allocate (roster, n_data_areas, n_data_areas, n_data_areas) &&
           fill_from_data (roster, data);
  for (gsize i = 0; i < model->n_areas; i++)
    n_names += model->areas[i].aliases != NULL ? g_strv_length (model->areas[i].aliases) : 0;
  if (!allocate (roster, model->n_areas, n_names, n_data_areas) ||
      !add_model_names (roster, model) || !classify (roster, model))
    return FALSE;
  match_data_areas (roster, data, findings);
  return TRUE;
}
