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
  g_clear_pointer (&roster->by_level, g_free);
  g_clear_pointer (&roster->level_first, g_free);
  g_clear_pointer (&roster->groups, g_free);
  g_clear_pointer (&roster->area_of, g_free);
  g_clear_pointer (&roster->begins, g_free);
  g_clear_pointer (&roster->merged, g_free);
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
      if (!add_name (roster, *alias, (guint32)_kpi_model_find_area (model, *alias)))
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
hint_at_area (const KpiRoster *roster, const KpiModel *model, const char *name,
              const KpiFindings *findings)
{
  const KpiArea *heir = NULL;

  if (!_kpi_findings_may_search (findings, KPI_SEVERITY_WARNING, _kpi_names_length (roster->names)))
    return g_strdup ("");
  heir = find_heir (model, name);
  if (heir != NULL)
    return g_strdup_printf ("; it is part of %s now", heir->id);
  return _kpi_names_hint (roster->names, name);
}

static void
warn_passed_over (const KpiRoster *roster, const KpiModel *model, const KpiDataset *data,
                  guint32 area, KpiFindings *findings)
{
  const char *name = _kpi_names_get (data->areas, area);
  g_autofree char *quoted = _kpi_text_quote (name);
  g_autofree char *hint = hint_at_area (roster, model, name, findings);
  KpiPlace place = _kpi_dataset_get_first (data, &data->area_firsts[area]);

  _kpi_findings_add (findings, KPI_SEVERITY_WARNING, KPI_ERROR_UNKNOWN, place, "area",
                     "found %s, expected one of the model's areas; passed over%s", quoted, hint);
}

static void
match_data_areas (KpiRoster *roster, const KpiModel *model, const KpiDataset *data, gint32 known,
                  KpiFindings *findings)
{
  for (guint32 i = 0; i < _kpi_names_length (data->areas); i++) {
    guint32 number = _kpi_names_find (roster->names, _kpi_names_get (data->areas, i));

    roster->area_of[i] = number == KPI_NO_NAME ? KPI_NO_AREA : roster->owners[number];
    if (number == KPI_NO_NAME) {
      if (data->area_firsts[i].known <= known)
        warn_passed_over (roster, model, data, i, findings);
    } else if (number >= roster->n_areas) /* an alias, beside which its id may stand too */
      roster->shared = TRUE;
  }
}

static gint
compare_names (gconstpointer a, gconstpointer b, gpointer unused)
{
  (void)unused;
  return strcmp (*(const char *const *)a, *(const char *const *)b);
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
fill_from_data (KpiRoster *roster, const KpiDataset *data, const KpiNames *others, gint32 known)
{
  g_autofree const char **names = g_try_new (const char *, MAX (roster->n_areas, 1));

  if (names == NULL)
    return FALSE;
  roster->n_areas = (guint32)list_names (data, others, known, names);
  _kpi_sort (names, roster->n_areas, sizeof *names, compare_names, NULL);
  for (guint32 i = 0; i < roster->n_areas; i++)
    if (!add_name (roster, names[i], i))
      return FALSE;
  for (guint32 i = 0; i < _kpi_names_length (data->areas); i++)
    roster->area_of[i] = data->area_firsts[i].known <= known
                             ? _kpi_names_find (roster->names, _kpi_names_get (data->areas, i))
                             : KPI_NO_AREA;
  roster->n_levels = roster->n_groups = 1;
  return TRUE;
}

/* Counts the areas of each level, and puts each area behind those that are there. */
static gboolean
sort_by_level (KpiRoster *roster)
{
  guint32 *next;

  roster->by_level = g_try_new (guint32, MAX (roster->n_areas, 1));
  roster->level_first = next = g_try_new0 (guint32, (gsize)roster->n_levels + 2);
  if (roster->by_level == NULL || next == NULL)
    return FALSE;
  for (guint32 a = 0; a < roster->n_areas; a++)
    next[roster->levels[a] + 2]++;
  for (guint32 level = 2; level <= roster->n_levels; level++)
    next[level] += next[level - 1];
  for (guint32 a = 0; a < roster->n_areas; a++)
    roster->by_level[next[roster->levels[a] + 1]++] = a;
  return TRUE;
}

static gboolean
set_lives (KpiRoster *roster, const KpiModel *model)
{
  gboolean any = FALSE;

  for (gsize i = 0; i < model->n_areas; i++)
    any |= model->areas[i].from != G_MININT32 || model->areas[i].until != G_MAXINT32;
  if (!any)
    return TRUE;
  roster->lives = model->areas;
  roster->begins = g_try_new (gint32, model->n_areas);
  for (gsize i = 0; roster->begins != NULL && i < model->n_areas; i++)
    roster->begins[i] = model->areas[i].from;
  return roster->begins != NULL;
}

gboolean
_kpi_roster_fill (KpiRoster *roster, const KpiModel *model, const KpiDataset *data,
                  const KpiNames *others, gint32 known, KpiFindings *findings)
{
  gsize n_data_areas = _kpi_names_length (data->areas);
  gsize n_all = n_data_areas + _kpi_names_length (others);
  gsize n_names = model->n_areas;

  if (model->n_areas == 0)
    return allocate (roster, n_all, n_all, n_data_areas) &&
           fill_from_data (roster, data, others, known) && sort_by_level (roster);
  for (gsize i = 0; i < model->n_areas; i++)
    n_names += model->areas[i].aliases != NULL ? g_strv_length (model->areas[i].aliases) : 0;
  if (!allocate (roster, model->n_areas, n_names, n_data_areas) ||
      !add_model_names (roster, model) || !classify (roster, model) || !sort_by_level (roster))
    return FALSE;
  match_data_areas (roster, model, data, known, findings);
  return set_lives (roster, model);
}
