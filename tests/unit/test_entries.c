/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "data/dataset/entries.h"

#define N 20000
#define N_SERIES 7

/* 0 1 2 … as ranks: periods keep their numbers. */
static guint32 *
identity (guint32 n)
{
  guint32 *ranks = g_new (guint32, n);

  for (guint32 i = 0; i < n; i++)
    ranks[i] = i;
  return ranks;
}

static gboolean
is_before (const KpiEntry *a, const KpiEntry *b)
{
  if (a->series != b->series)
    return a->series < b->series;
  if (a->period != b->period)
    return a->period < b->period;
  return a->area != b->area ? a->area < b->area : a->line < b->line;
}

Test (entries, sorted_by_series_period_area_and_line, .timeout = 10)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (57);
  g_autofree guint32 *ranks = identity (30);
  g_autoptr (KpiPeriods) periods = _kpi_periods_new (); /* none of them published */
  KpiEntries entries;
  double sum = 0;

  _kpi_entries_init (&entries);
  for (guint32 i = 0; i < N; i++)
    cr_assert (
        _kpi_entries_add (&entries,
                          (KpiEntry){.value = i,
                                     .series = (guint32)g_rand_int_range (random, 0, N_SERIES),
                                     .area = (guint32)g_rand_int_range (random, 0, 40),
                                     .period = (guint32)g_rand_int_range (random, 0, 30),
                                     .line = i},
                          NULL));
  cr_assert (_kpi_entries_sort (&entries, N_SERIES, ranks, periods));
  for (gsize i = 0; i < N; i++) {
    const KpiEntry *entry = &KPI_ROW (&entries.list, KpiEntry, i);

    sum += entry->value;
    cr_expect (eq (dbl, entry->value, entry->line)); /* each entry is whole */
    cr_assert (i == 0 || is_before (entry - 1, entry));
  }
  cr_expect (eq (dbl, sum, N * (N - 1.0) / 2)); /* and each is there once */
  _kpi_entries_clear (&entries);
}

Test (entries, ranks_take_the_place_of_period_numbers, .timeout = 10)
{
  static const guint32 ranks[] = {1, 0};
  g_autoptr (KpiPeriods) periods = _kpi_periods_new ();
  KpiEntries entries;

  _kpi_entries_init (&entries);
  _kpi_entries_add (&entries, (KpiEntry){.value = 10, .period = 0}, NULL);
  _kpi_entries_add (&entries, (KpiEntry){.value = 20, .period = 1}, NULL);
  cr_assert (_kpi_entries_sort (&entries, 1, ranks, periods));
  cr_expect (eq (dbl, KPI_ROW (&entries.list, KpiEntry, 0).value, 20));
  cr_expect (eq (u32, KPI_ROW (&entries.list, KpiEntry, 0).period, 0));
  _kpi_entries_clear (&entries);
}

Test (entries, the_value_goes_with_the_bounds, .timeout = 10)
{
  const KpiEntryBounds bounds = {.low = 1, .high = 2};
  const KpiEntry *list;
  KpiEntries entries;

  _kpi_entries_init (&entries);
  _kpi_entries_add (&entries, (KpiEntry){.value = 5}, NULL);
  _kpi_entries_add (&entries, (KpiEntry){.value = 1.5}, &bounds);
  list = entries.list.data;
  cr_expect (eq (dbl, _kpi_entries_get_value (&entries, &list[0]), 5));
  cr_expect (eq (dbl, _kpi_entries_get_value (&entries, &list[1]), 1.5));
  cr_expect (_kpi_entries_get_bounds (&entries, &list[0]) == NULL);
  cr_expect (eq (dbl, _kpi_entries_get_bounds (&entries, &list[1])->high, 2));
  cr_expect (eq (sz, sizeof (KpiEntry), 32));
  _kpi_entries_clear (&entries);
}

Test (entries, truncated_entries_can_grow_again, .timeout = 10)
{
  KpiEntries entries;

  _kpi_entries_init (&entries);
  for (guint32 i = 0; i < 100000; i++)
    _kpi_entries_add (&entries, (KpiEntry){.line = i}, NULL);
  _kpi_entries_truncate (&entries, 3);
  cr_expect (lt (sz, entries.list.capacity, 100));
  cr_expect (eq (u32, KPI_ROW (&entries.list, KpiEntry, 2).line, 2));
  _kpi_entries_truncate (&entries, 0);
  cr_expect (_kpi_entries_add (&entries, (KpiEntry){.line = 9}, NULL));
  cr_expect (eq (u32, KPI_ROW (&entries.list, KpiEntry, 0).line, 9));
  _kpi_entries_clear (&entries);
}
