/* SPDX-License-Identifier: MIT */
#include <math.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "data/dataset/block.h"

#define N_PERIODS 10
#define N_AREAS 20
#define N 60 /* of 200 cells: dense among 20 areas, sparse among 2000 */

/* The observations that both kinds of block are made of: line i + 1 holds the value i; every third
 * has bounds, every fifth a status, every seventh comes from file 1. */
typedef struct {
  KpiEntries entries;
  KpiPeriods *periods;
} Input;

static void
add_entry (Input *input, guint32 i, guint32 period, guint32 area)
{
  KpiEntryBounds bounds = {.low = i - 1.0, .high = i + 1.0, .flags = KPI_CELL_LOW_OPEN};
  KpiEntry entry = {.value = i,
                    .series = 3,
                    .area = area,
                    .period = period,
                    .line = i + 1,
                    .column = (guint16)(i + 2),
                    .file = i % 7 == 0,
                    .status = i % 5 == 0 ? 'E' : '\0'};

  cr_assert (_kpi_entries_add (&input->entries, entry, i % 3 == 0 ? &bounds : NULL));
}

/* Every period has observations, the last cell but three the last one. */
static void
make_input (Input *input)
{
  g_autofree guint32 *ranks = NULL;

  _kpi_entries_init (&input->entries);
  input->periods = _kpi_periods_new ();
  for (gint32 day = 1; day <= N_PERIODS; day++) {
    KpiPeriod period = _kpi_period_of_day (day * 10);

    _kpi_periods_add (input->periods, &period, 0);
  }
  for (guint32 i = 0; i < N; i++)
    add_entry (input, i, i * 10 / 3 / N_AREAS, i * 10 / 3 % N_AREAS);
  ranks = _kpi_periods_sort (input->periods);
  cr_assert (_kpi_entries_sort (&input->entries, 4, ranks, input->periods));
}

static void
clear_input (Input *input)
{
  _kpi_entries_clear (&input->entries);
  _kpi_periods_free (input->periods);
}

static void
make_block (KpiBlock *block, const Input *input, guint32 n_areas)
{
  cr_assert (_kpi_block_init (block, &input->entries, 0, input->periods, n_areas));
}

/* Looks each observation up in the list that the block was made of. */
static const KpiEntry *
look_up (const Input *input, const KpiBlock *block, guint32 period, guint32 area)
{
  for (gsize i = 0; i < N; i++) {
    const KpiEntry *entry = &KPI_ROW (&input->entries.list, KpiEntry, i);

    if (entry->area == area &&
        _kpi_period_compare (_kpi_periods_get (input->periods, entry->period),
                             &block->periods[period]) == 0)
      return entry;
  }
  return NULL;
}

static void
expect_bounds (const Input *input, const KpiBlock *block, guint32 period, guint32 area)
{
  const KpiEntry *entry = look_up (input, block, period, area);
  const KpiCellBounds *bounds = _kpi_block_find_bounds (block, period, area);
  double value = entry != NULL ? entry->line - 1.0 : NAN;

  cr_assert (entry != NULL && entry->line % 3 == 1 ? bounds != NULL : bounds == NULL);
  if (bounds != NULL)
    cr_expect (bounds->low == value - 1 && bounds->high == value + 1 &&
               bounds->flags == KPI_CELL_LOW_OPEN);
}

static void
expect_cell (const Input *input, const KpiBlock *block, guint32 period, guint32 area, double read)
{
  const KpiEntry *entry = look_up (input, block, period, area);
  gsize cell = _kpi_block_find (block, period, area, KPI_KNOWN_AT_LAST);

  cr_assert (entry != NULL ? cell != KPI_NO_CELL : cell == KPI_NO_CELL, "period %u area %u", period,
             area);
  expect_bounds (input, block, period, area);
  if (entry == NULL) {
    cr_expect (isnan (read));
    return;
  }
  cr_expect (block->values[cell] == read);
  cr_expect (eq (dbl, read, _kpi_entries_get_value (&input->entries, entry)));
  cr_expect (eq (u32, _kpi_block_get_line (block, cell), entry->line));
  cr_expect (eq (u16, _kpi_block_get_column (block, cell), entry->column));
  cr_expect (eq (u16, _kpi_block_get_file (block, cell), entry->file));
  cr_expect (eq (chr, block->statuses[cell], entry->status));
}

/* Spreads the readings of a period over all areas, NaN where there is none. */
static void
read_period (const KpiBlock *block, guint32 period, gint32 known, double *out)
{
  g_autofree KpiReading *readings = g_new (KpiReading, block->n_areas);
  guint32 n = _kpi_block_read_period (block, period, known, readings);

  for (guint32 area = 0; area < block->n_areas; area++)
    out[area] = NAN;
  for (guint32 i = 0; i < n; i++) {
    cr_expect (i == 0 || readings[i - 1].area < readings[i].area, "ascending");
    out[readings[i].area] = readings[i].value;
  }
}

static void
expect_all (const Input *input, const KpiBlock *block)
{
  g_autofree double *read = g_new (double, block->n_areas);

  cr_expect (eq (u32, block->n_observations, N));
  for (guint32 period = 0; period < block->n_periods; period++) {
    gsize first, last, n = 0;

    read_period (block, period, KPI_KNOWN_AT_LAST, read);
    for (guint32 area = 0; area < block->n_areas; area++) {
      expect_cell (input, block, period, area, read[area]);
      n += _kpi_block_find_bounds (block, period, area) != NULL;
    }
    _kpi_block_period_bounds (block, period, &first, &last);
    cr_expect (eq (sz, last - first, n));
  }
}

Test (block, dense, .timeout = 10)
{
  Input input;
  KpiBlock block;

  make_input (&input);
  make_block (&block, &input, N_AREAS);
  cr_expect (block.keys == NULL);
  cr_expect (eq (sz, block.n_cells, N_PERIODS * N_AREAS));
  expect_all (&input, &block);
  _kpi_block_clear (&block);
  clear_input (&input);
}

Test (block, sparse, .timeout = 10)
{
  Input input;
  KpiBlock block;

  make_input (&input);
  make_block (&block, &input, 100 * N_AREAS);
  cr_expect (block.keys != NULL);
  cr_expect (eq (sz, block.n_cells, N));
  expect_all (&input, &block);
  _kpi_block_clear (&block);
  clear_input (&input);
}

/* 60 observations in 10 periods: 48 areas make 480 cells, of which they are an eighth. */
Test (block, an_eighth_is_enough_to_be_dense, .timeout = 10)
{
  Input input;
  KpiBlock block;

  make_input (&input);
  make_block (&block, &input, 48);
  cr_expect (block.keys == NULL);
  _kpi_block_clear (&block);
  make_block (&block, &input, 49);
  cr_expect (block.keys != NULL);
  _kpi_block_clear (&block);
  clear_input (&input);
}

Test (block, four_thousand_million_areas_stay_sparse, .timeout = 10)
{
  Input input;
  KpiBlock block;

  make_input (&input);
  make_block (&block, &input, G_MAXUINT32 - 1);
  cr_expect (eq (sz, block.n_cells, N));
  cr_expect (ne (sz,
                 _kpi_block_find (&block, 9, KPI_ROW (&input.entries.list, KpiEntry, N - 1).area,
                                  KPI_KNOWN_AT_LAST),
                 KPI_NO_CELL));
  _kpi_block_clear (&block);
  clear_input (&input);
}

Test (block, periods_are_found, .timeout = 10)
{
  KpiPeriod third = _kpi_period_of_day (30), between = _kpi_period_of_day (31);
  KpiPeriod range = {30, 30, KPI_FREQUENCY_RANGE};
  Input input;
  KpiBlock block;

  make_input (&input);
  make_block (&block, &input, N_AREAS);
  cr_expect (eq (i64, _kpi_block_find_period (&block, &third), 2));
  cr_expect (eq (i64, _kpi_block_find_period (&block, &between), -1));
  cr_expect (eq (i64, _kpi_block_find_period (&block, &range), -1));
  _kpi_block_clear (&block);
  clear_input (&input);
}

Test (block, arrays_that_nobody_uses_are_not_there, .timeout = 10)
{
  Input input;
  KpiBlock block;

  _kpi_entries_init (&input.entries);
  input.periods = _kpi_periods_new ();
  _kpi_periods_add (input.periods, &(KpiPeriod){1, 1, KPI_FREQUENCY_DAY}, 0);
  g_free (_kpi_periods_sort (input.periods));
  _kpi_entries_add (&input.entries, (KpiEntry){.value = 1, .file = 7, .line = 2}, NULL);
  cr_assert (_kpi_block_init (&block, &input.entries, 0, input.periods, 1));
  cr_expect (block.files == NULL && block.statuses == NULL && block.bounds == NULL);
  cr_expect (eq (u16, _kpi_block_get_file (&block, 0), 7));
  cr_expect (_kpi_block_find_bounds (&block, 0, 0) == NULL);
  _kpi_block_clear (&block);
  clear_input (&input);
}

/* Three vintages of one cell among two areas: 1 unsaid, 2 on day 50, 3 on day 70, with bounds on
 * the second alone. `n_areas` makes the block dense or sparse. */
static void
expect_vintages (guint32 n_areas)
{
  static const double values[] = {1, 2, 3};
  static const gint32 days[] = {0, 50, 70};
  const KpiPeriod period = _kpi_period_of_day (10);
  g_autofree double *read = g_new (double, n_areas);
  g_autofree guint32 *ranks = NULL;
  KpiBlock block;
  Input input;

  _kpi_entries_init (&input.entries);
  input.periods = _kpi_periods_new ();
  for (gsize i = 0; i < G_N_ELEMENTS (days); i++) {
    KpiEntryBounds bounds = {.low = 1.5, .high = 2.5};
    KpiEntry entry = {.value = values[i],
                      .area = 1,
                      .period = _kpi_periods_add (input.periods, &period, days[i]),
                      .line = (guint32)i + 2,
                      .column = (guint16)(i + 5)};

    cr_assert (_kpi_entries_add (&input.entries, entry, i == 1 ? &bounds : NULL));
  }
  ranks = _kpi_periods_sort (input.periods);
  cr_assert (_kpi_entries_sort (&input.entries, 1, ranks, input.periods));
  cr_assert (_kpi_block_init (&block, &input.entries, 0, input.periods, n_areas));
  cr_expect (eq (u32, block.n_older, 2));
  cr_expect (eq (i32, _kpi_block_get_last_day (&block, NULL), 70));
  for (gint32 day = 0; day < 100; day += 10) {
    gsize i = day < 50 ? 0 : day < 70 ? 1 : 2;
    gsize found = _kpi_block_find (&block, 0, 1, day);

    read_period (&block, 0, day, read);
    cr_expect (eq (dbl, read[1], values[i]), "day %d", day);
    cr_expect (isnan (read[0]));
    cr_expect (eq (u32, _kpi_block_get_line (&block, found), (guint32)i + 2));
    cr_expect (eq (u16, _kpi_block_get_column (&block, found), (guint16)(i + 5)));
    cr_expect (eq (u16, _kpi_block_get_file (&block, found), 0));
    cr_expect (eq (int, _kpi_block_is_current (&block, block.bounds, day), i == 1));
  }
  cr_expect (_kpi_block_find_bounds (&block, 0, 1) == NULL, "the latest has none");
  _kpi_block_clear (&block);
  clear_input (&input);
}

Test (block, the_vintage_of_a_day_dense, .timeout = 10)
{
  expect_vintages (2);
}

Test (block, the_vintage_of_a_day_sparse, .timeout = 10)
{
  expect_vintages (2000);
}
