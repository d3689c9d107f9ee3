/* SPDX-License-Identifier: MIT */
/* Observations as they were read.
 *
 * Always true: entries are sorted in place, since a copy of them would double the peak of memory.
 * First each goes to the stretch of its series, then each stretch is sorted by itself, where it
 * fits the processor's cache. */

#include "base/sort.h"
#include "data/dataset/entries.h"

#define RETURNED_AT_ONCE ((1024 * 1024) / sizeof (KpiEntry))

void
_kpi_entries_init (KpiEntries *entries)
{
  entries->list = KPI_ROWS (KpiEntry);
  entries->bounds = KPI_ROWS (KpiEntryBounds);
}

void
_kpi_entries_clear (KpiEntries *entries)
{
  _kpi_rows_clear (&entries->list);
  _kpi_rows_clear (&entries->bounds);
}

gboolean
_kpi_entries_add (KpiEntries *entries, KpiEntry entry, const KpiEntryBounds *bounds)
{
  KpiEntry *added;

  if (entries->list.n >= G_MAXUINT32 - 1)
    return FALSE;
  if (bounds != NULL) {
    KpiEntryBounds *kept = _kpi_rows_add (&entries->bounds);

    if (kept == NULL)
      return FALSE;
    *kept = *bounds;
    kept->value = entry.value;
    entry.bounds = entries->bounds.n - 1;
    entry.has_bounds = TRUE;
  }
  added = _kpi_rows_add (&entries->list);
  if (added == NULL)
    return FALSE;
  *added = entry;
  return TRUE;
}

gboolean
_kpi_entry_is_same (const KpiEntry *a, const KpiEntry *b)
{
  return a->series == b->series && a->period == b->period && a->area == b->area;
}

static gint
compare (gconstpointer a, gconstpointer b, gpointer periods)
{
  const KpiEntry *p = a, *q = b;
  guint32 left = _kpi_periods_get_first (periods, p->period);
  guint32 right = _kpi_periods_get_first (periods, q->period);

  if (left != right)
    return KPI_ORDER (left, right);
  if (p->area != q->area)
    return KPI_ORDER (p->area, q->area);
  if (p->period != q->period)
    return KPI_ORDER (p->period, q->period);
  return p->file != q->file ? KPI_ORDER (p->file, q->file) : KPI_ORDER (p->line, q->line);
}

/* Brings each entry to the stretch of its series: next[s] to ends[s]. An entry that stands in
 * another stretch than its own changes places with the next one there. */
static void
distribute (KpiEntry *list, guint32 n_series, guint32 *next, const guint32 *ends)
{
  for (guint32 series = 0; series < n_series; series++)
    while (next[series] < ends[series]) {
      KpiEntry *entry = &list[next[series]];
      KpiEntry *home = &list[next[entry->series]++];
      KpiEntry other = *home;

      *home = *entry;
      if (home != entry)
        *entry = other;
    }
}

static void
sort_stretch (KpiEntry *list, gsize n, KpiPeriods *periods)
{
  for (gsize i = 1; i < n; i++)
    if (compare (&list[i - 1], &list[i], periods) > 0) {
      _kpi_sort (list, n, sizeof *list, compare, periods);
      return;
    }
}

gboolean
_kpi_entries_sort (KpiEntries *entries, guint32 n_series, const guint32 *ranks, KpiPeriods *periods)
{
  KpiEntry *list = entries->list.data;
  gsize n = entries->list.n;
  g_autofree guint32 *next = g_try_new0 (guint32, (gsize)n_series + 1);
  g_autofree guint32 *ends = g_try_new (guint32, (gsize)n_series + 1);
  guint32 end = 0;

  if (next == NULL || ends == NULL)
    return FALSE;
  for (gsize i = 0; i < n; i++) {
    list[i].period = ranks[list[i].period];
    next[list[i].series]++;
  }
  for (guint32 series = 0; series < n_series; series++) {
    guint32 start = end;

    end += next[series];
    next[series] = start;
    ends[series] = end;
  }
  distribute (list, n_series, next, ends);
  for (guint32 series = 0, start = 0; series < n_series; start = ends[series++])
    sort_stretch (list + start, ends[series] - start, periods);
  return TRUE;
}

void
_kpi_entries_truncate (KpiEntries *entries, gsize n)
{
  KpiRows *list = &entries->list;
  gpointer data;

  list->n = n;
  if (list->capacity - n < RETURNED_AT_ONCE)
    return;
  data = g_try_realloc (list->data, MAX (n, 1) * sizeof (KpiEntry));
  if (data == NULL)
    return;
  list->data = data;
  list->capacity = MAX (n, 1);
}
