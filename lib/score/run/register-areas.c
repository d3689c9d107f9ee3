/* SPDX-License-Identifier: MIT */
/* The areas of registers, beside those of the model and the data.
 *
 * Always true: what no item had been opened in by the day in hand is not spoken of, so that the
 * scorecard of a day stays as it was. */

#include "base/text.h"
#include "score/run/registers.h"

static gint32
last_known_day (const KpiRun *run)
{
  return run->as_of && run->n_periods > 0 ? run->periods[0].end : KPI_LAST_DAY;
}

static gboolean
add_areas (KpiNames *names, const KpiRegister *items, gint32 day)
{
  for (guint32 a = 0; a < items->firsts.n; a++)
    if (KPI_ROW (&items->firsts, KpiFirst, a).day <= day &&
        _kpi_names_add (names, _kpi_names_get (items->areas, a)) == KPI_NO_NAME)
      return FALSE;
  return TRUE;
}

KpiNames *
_kpi_registers_list_areas (const KpiRun *run)
{
  g_autoptr (KpiNames) names = _kpi_names_new ();

  for (gsize i = 0; run->registers != NULL && i < run->registers->n_registers; i++) {
    const KpiRegister *items = run->registers->registers[i].items;

    if (items != NULL && !add_areas (names, items, last_known_day (run)))
      return NULL;
  }
  return g_steal_pointer (&names);
}

static void
warn_passed_over (KpiRun *run, const KpiRegister *items, guint32 area)
{
  const char *name = _kpi_names_get (items->areas, area);
  const KpiFirst *first = &KPI_ROW (&items->firsts, KpiFirst, area);
  KpiPlace place = {items->file, first->line, first->column};
  g_autofree char *quoted = _kpi_text_quote (name);
  g_autofree char *hint = _kpi_findings_has_room (run->findings, KPI_SEVERITY_WARNING)
                              ? _kpi_names_hint (run->areas->names, name)
                              : g_strdup ("");

  _kpi_findings_add (run->findings, KPI_SEVERITY_WARNING, KPI_ERROR_UNKNOWN, place, "area",
                     "found %s, expected one of the model's areas; passed over%s", quoted, hint);
}

static gboolean
match_areas (KpiRun *run, KpiRunRegister *of)
{
  KpiArena *arena = &run->registers->arena;
  const KpiRegister *items = of->items;
  guint32 n_areas = run->areas->n_areas, n_members = _kpi_names_length (items->areas);
  g_autofree guint32 *owners = g_try_new (guint32, MAX (n_members, 1));

  of->members = KPI_ARENA_NEW (arena, guint32, n_members);
  of->first = KPI_ARENA_NEW0 (arena, guint32, (gsize)n_areas + 2);
  if (owners == NULL || arena->failed)
    return FALSE;
  for (guint32 m = 0; m < n_members; m++) {
    owners[m] = _kpi_areas_find (run->areas, _kpi_names_get (items->areas, m));
    if (owners[m] != KPI_NO_AREA)
      of->first[owners[m] + 2]++;
    else if (KPI_ROW (&items->firsts, KpiFirst, m).day <= last_known_day (run))
      warn_passed_over (run, items, m);
  }
  for (guint32 a = 0; a < n_areas; a++) /* first[a + 1] is where the next member of a goes */
    of->first[a + 2] += of->first[a + 1];
  for (guint32 m = 0; m < n_members; m++)
    if (owners[m] != KPI_NO_AREA)
      of->members[of->first[owners[m] + 1]++] = m;
  return TRUE;
}

gboolean
_kpi_registers_match_areas (KpiRun *run)
{
  for (gsize i = 0; run->registers != NULL && i < run->registers->n_registers; i++)
    if (run->registers->registers[i].items != NULL &&
        !match_areas (run, &run->registers->registers[i]))
      return FALSE;
  return TRUE;
}
