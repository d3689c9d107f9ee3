/* SPDX-License-Identifier: MIT */
/* Reading the terms of a measure.
 *
 * Always true after a read: a term has a value in an area only where it has one of its own, one
 * that is made of its parts, or one that is carried; and unless whole values are carried, only where some
 * term of that area is not carried. */

#include <math.h>

#include "base/sort.h"
#include "score/measure/change.h"
#include "score/measure/terms.h"

static gboolean
init_row (KpiTerms *terms, gsize r)
{
  KpiArena *arena = &terms->arena;
  KpiRun *run = terms->run;
  KpiAlignedTerm *row = &terms->rows[r];
  KpiOverTimeScratch *scratch = &terms->scratches[r];
  guint32 series = terms->parts[r].series;
  gboolean is_carried;

  if (!_kpi_aligned_init (row, arena, run, series))
    return FALSE;
  is_carried = _kpi_series_is_carried (row->rules);
  scratch->readings = terms->readings;
  if ((is_carried || row->rules->over_time != KPI_OVER_TIME_NONE) &&
      (!_kpi_aligned_init (&scratch->made, arena, run, series) ||
       !_kpi_aligned_init (&scratch->part, arena, run, series)))
    return FALSE;
  return !is_carried || _kpi_freshness_init (&terms->freshness[r], arena, run, row->series);
}

gboolean
_kpi_terms_init (KpiTerms *terms, KpiRun *run, const KpiMeasure *measure)
{
  KpiArena *arena = &terms->arena;
  gsize n = measure->n_of + measure->n_to;
  guint32 *part_of;

  *terms = (KpiTerms){.run = run, .measure = measure, .n_terms = n};
  part_of = KPI_ARENA_NEW (arena, guint32, n);
  terms->parts = KPI_ARENA_NEW (arena, KpiBoundsPart, n);
  terms->terms = KPI_ARENA_NEW (arena, KpiAlignedTerm *, n);
  if (arena->failed)
    return FALSE;
  /* A row is as long as there are areas, and a million terms may be asked for: one a series. */
  terms->n_rows = _kpi_bounds_gather (measure, terms->parts, part_of);
  terms->rows = KPI_ARENA_NEW0 (arena, KpiAlignedTerm, terms->n_rows);
  terms->freshness = KPI_ARENA_NEW0 (arena, KpiFreshness, terms->n_rows);
  terms->scratches = KPI_ARENA_NEW0 (arena, KpiOverTimeScratch, terms->n_rows);
  terms->owns = KPI_ARENA_NEW0 (arena, guint8, run->areas->n_areas);
  terms->owners = KPI_ARENA_NEW (arena, guint32, run->areas->n_areas);
  terms->readings = KPI_ARENA_NEW (arena, KpiReading, _kpi_names_length (run->data->areas));
  for (gsize t = 0; !arena->failed && t < n; t++)
    terms->terms[t] = &terms->rows[part_of[t]];
  for (gsize r = 0; !arena->failed && r < terms->n_rows; r++)
    if (!init_row (terms, r))
      return FALSE;
  return !arena->failed;
}

void
_kpi_terms_clear (KpiTerms *terms)
{
  _kpi_arena_clear (&terms->arena);
}

static gboolean
is_change (const KpiTerms *terms)
{
  return terms->measure->form == KPI_MEASURE_CHANGE;
}

/* In a measure of one series its own periods are all there is, unless its value is carried. A change
 * is carried as a whole (measure.c): from ends that are older than they seem it would be another. */
static gboolean
may_carry (const KpiTerms *terms, gsize r)
{
  if (is_change (terms) || terms->carrying == KPI_CARRY_NONE)
    return FALSE;
  return terms->freshness[r].n > 0 && (terms->n_rows > 1 || terms->carrying == KPI_CARRY_ALL);
}

static gboolean
may_own (const KpiTerms *terms, gsize r, KpiFrequency frequency)
{
  const KpiAlignedTerm *row = &terms->rows[r];

  return _kpi_aligned_find_block (terms->run, row->series, frequency) != NULL ||
         _kpi_over_time_may_have (terms->run, row, frequency);
}

gboolean
_kpi_terms_have_frequency (const KpiTerms *terms, KpiFrequency frequency)
{
  gboolean owns = terms->carrying == KPI_CARRY_ALL;

  if (is_change (terms) && terms->carrying == KPI_CARRY_ALL)
    return terms->freshness[0].n > 0;
  for (gsize r = 0; r < terms->n_rows; r++) {
    gboolean own = may_own (terms, r, frequency);

    if (!own && !may_carry (terms, r))
      return FALSE;
    owns |= own;
  }
  return owns;
}

static gint32
day_of (const KpiRun *run, const KpiPeriod *period)
{
  return run->as_of ? MAX (run->periods[0].end, period->end) : period->end;
}

/* Whether the period itself may count on that day: as of a day, it is carried to there. What a
 * change is seen against is old by its nature. */
static gboolean
is_fresh (const KpiTerms *terms, const KpiAlignedTerm *row, const KpiPeriod *period)
{
  gboolean is_before = is_change (terms) && row == &terms->rows[1];

  return !terms->run->as_of || is_before || terms->carrying == KPI_CARRY_NONE ||
         !_kpi_series_is_carried (row->rules) ||
         _kpi_carry_reaches (row->rules, period->end, day_of (terms->run, period));
}

/* Reads what is the period's own: observed, or made of its parts. */
static gboolean
read_own (KpiTerms *terms, gsize r, const KpiPeriod *period)
{
  KpiAlignedTerm *row = &terms->rows[r];
  const KpiBlock *block = _kpi_aligned_find_block (terms->run, row->series, period->frequency);
  gssize place = block == NULL ? -1 : _kpi_block_find_period (block, period);

  if (place < 0)
    _kpi_aligned_empty (row);
  else if (!_kpi_aligned_read (row, terms->run, (KpiOrigin){block, (guint32)place},
                               terms->readings))
    return FALSE;
  return row->rules->over_time == KPI_OVER_TIME_NONE ||
         _kpi_over_time_fill (row, terms->run, period, &terms->scratches[r]);
}

static void
forget_owners (KpiTerms *terms)
{
  for (guint32 i = 0; i < terms->n_owners; i++)
    terms->owns[terms->owners[i]] = FALSE;
  terms->n_owners = 0;
}

static void
note_owners (KpiTerms *terms, const KpiAlignedTerm *row)
{
  for (guint32 i = 0; i < row->n_areas; i++) {
    guint32 area = row->areas[i];

    if (terms->owns[area])
      continue;
    terms->owns[area] = TRUE;
    terms->owners[terms->n_owners++] = area;
  }
}

/* The period that a row is read for; FALSE where there is none. */
static gboolean
period_of (const KpiTerms *terms, gsize r, const KpiPeriod *period, KpiPeriod *out_period)
{
  *out_period = *period;
  return !is_change (terms) || r == 0 ||
         _kpi_change_get_before (terms->measure, period, out_period);
}

static gboolean
read_row (KpiTerms *terms, gsize r, const KpiPeriod *of)
{
  KpiAlignedTerm *row = &terms->rows[r];
  const KpiPeriod *period = &row->period;

  if (!period_of (terms, r, of, &row->period) || !is_fresh (terms, row, period))
    _kpi_aligned_empty (row);
  else if (!read_own (terms, r, period))
    return FALSE;
  note_owners (terms, row);
  return !may_carry (terms, r) ||
         _kpi_carry_fill (row, terms->run, &terms->freshness[r], period,
                          day_of (terms->run, period), &terms->scratches[r].part, terms->readings);
}

static void
drop_carried (KpiTerms *terms)
{
  for (gsize r = 0; r < terms->n_rows; r++) {
    KpiAlignedTerm *row = &terms->rows[r];

    for (guint32 i = 0; may_carry (terms, r) && i < row->n_areas; i++)
      if (!terms->owns[row->areas[i]])
        row->points[row->areas[i]] = NAN;
    _kpi_aligned_tidy (row);
  }
}

gboolean
_kpi_terms_read (KpiTerms *terms, const KpiPeriod *period, gboolean *out_any)
{
  *out_any = TRUE;
  forget_owners (terms);
  for (gsize r = 0; r < terms->n_rows && *out_any; r++) {
    if (!read_row (terms, r, period))
      return FALSE;
    *out_any = terms->rows[r].n_areas > 0;
  }
  if (terms->carrying != KPI_CARRY_ALL)
    drop_carried (terms);
  return TRUE;
}

KpiInterval
_kpi_terms_interval (KpiTerms *terms, guint32 area)
{
  for (gsize r = 0; r < terms->n_rows; r++)
    terms->parts[r].interval = _kpi_aligned_interval (&terms->rows[r], area);
  return _kpi_bounds_of_measure (terms->measure, terms->parts, terms->n_rows);
}

static gint
compare_freshness (gconstpointer a, gconstpointer b, gpointer user_data)
{
  (void)user_data;
  return _kpi_freshness_compare (a, b);
}

/* Writes the periods of a row that had ended by a day; returns how many. Where `out` is NULL they
 * are but counted. */
static gsize
list_row (const KpiTerms *terms, gsize r, gint32 day, KpiPeriod *out)
{
  const KpiBlock *blocks = NULL;
  gsize n_blocks = 0, n = 0;

  if (terms->rows[r].series != KPI_NO_NAME)
    blocks = _kpi_dataset_get_blocks (terms->run->data, terms->rows[r].series, &n_blocks);
  for (gsize i = 0; i < n_blocks; i++)
    for (guint32 p = 0; p < blocks[i].n_periods; p++) {
      if (blocks[i].periods[p].end > day)
        continue;
      if (out != NULL)
        out[n] = blocks[i].periods[p];
      n++;
    }
  return n;
}

KpiPeriod *
_kpi_terms_list_ended (const KpiTerms *terms, gint32 day, gsize *out_n)
{
  KpiPeriod *periods;
  gsize n = 0;

  for (gsize r = 0; r < terms->n_rows; r++)
    n += list_row (terms, r, day, NULL);
  *out_n = 0;
  periods = g_try_new (KpiPeriod, MAX (n, 1));
  if (periods == NULL)
    return NULL;
  for (gsize r = 0, at = 0; r < terms->n_rows; r++)
    at += list_row (terms, r, day, periods + at);
  _kpi_sort (periods, n, sizeof *periods, compare_freshness, NULL);
  *out_n = _kpi_sort_unique (periods, n, sizeof *periods, compare_freshness, NULL, NULL);
  return periods;
}

KpiPlace
_kpi_terms_get_place (const KpiTerms *terms, gsize term, guint32 area)
{
  return _kpi_aligned_get_place (terms->run, terms->terms[term]->origins[area], area);
}
