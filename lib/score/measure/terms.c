/* SPDX-License-Identifier: MIT */
/* Reading the terms of a measure.
 *
 * Always true after a read: a term has a value in an area only where it has one of its own, one
 * that is made of its parts, or one that is carried; and unless whole values are carried, only
 * where some term of that area is not carried. */

#include <math.h>

#include "base/sort.h"
#include "score/measure/change.h"
#include "score/measure/terms.h"

/* Makes one aligned term a series: it is as long as there are areas, and a measure may name a
 * million terms of few series. */
static gboolean
init_series (KpiTerms *terms, KpiReading *readings)
{
  KpiArena *arena = &terms->arena;
  gboolean any_scratch = FALSE;

  for (gsize s = 0; s < terms->n_series; s++) {
    KpiAlignedTerm *series = &terms->series[s];

    if (!_kpi_aligned_init (series, arena, terms->run, terms->parts[s].series, readings) ||
        !_kpi_carry_list (series))
      return FALSE;
    any_scratch |=
        _kpi_series_is_carried (series->rules) || series->rules->over_time != KPI_OVER_TIME_NONE;
  }
  for (gsize i = 0; any_scratch && i < G_N_ELEMENTS (terms->scratch); i++)
    if (!_kpi_aligned_init (&terms->scratch[i], arena, terms->run, terms->parts[0].series,
                            readings))
      return FALSE;
  return TRUE;
}

gboolean
_kpi_terms_init (KpiTerms *terms, KpiRun *run, const KpiMeasure *measure)
{
  KpiArena *arena = &terms->arena;
  gsize n = measure->n_of + measure->n_to;
  KpiReading *readings;
  guint32 *part_of;

  *terms = (KpiTerms){.run = run, .measure = measure, .n_terms = n};
  part_of = KPI_ARENA_NEW (arena, guint32, n);
  terms->parts = KPI_ARENA_NEW (arena, KpiBoundsPart, n);
  terms->terms = KPI_ARENA_NEW (arena, KpiAlignedTerm *, n);
  if (arena->failed)
    return FALSE;
  terms->n_series = _kpi_bounds_gather (measure, terms->parts, part_of);
  terms->series = KPI_ARENA_NEW (arena, KpiAlignedTerm, terms->n_series);
  terms->own = KPI_ARENA_NEW0 (arena, guint32, run->areas->n_areas);
  readings = KPI_ARENA_NEW (arena, KpiReading, _kpi_names_length (run->data->areas));
  for (gsize t = 0; !arena->failed && t < n; t++)
    terms->terms[t] = &terms->series[part_of[t]];
  return !arena->failed && init_series (terms, readings);
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

static gboolean
has_carried (const KpiAlignedTerm *series)
{
  return _kpi_series_is_carried (series->rules) && series->n_latest > 0;
}

/* In a measure of one series its own periods are all there is, unless its value is carried. A change
 * is carried as a whole (measure.c): from ends that are older than they seem it would be another. */
static gboolean
may_carry (const KpiTerms *terms, const KpiAlignedTerm *series)
{
  if (is_change (terms) || terms->carrying == KPI_CARRY_NONE)
    return FALSE;
  return has_carried (series) && (terms->n_series > 1 || terms->carrying == KPI_CARRY_ALL);
}

gboolean
_kpi_terms_have_frequency (const KpiTerms *terms, KpiFrequency frequency)
{
  gboolean any_own = terms->carrying == KPI_CARRY_ALL;

  if (is_change (terms) && terms->carrying == KPI_CARRY_ALL)
    return has_carried (&terms->series[0]);
  for (gsize s = 0; s < terms->n_series; s++) {
    const KpiAlignedTerm *series = &terms->series[s];
    gboolean own = _kpi_aligned_find_block (terms->run, series->series, frequency) != NULL ||
                   _kpi_over_time_may_have (series, frequency);

    if (!own && !may_carry (terms, series))
      return FALSE;
    any_own |= own;
  }
  return any_own;
}

/* The day until which a value has to be carried: as of a day, to that one. */
static gint32
day_of (const KpiRun *run, const KpiPeriod *period)
{
  return run->as_of ? MAX (run->periods[0].end, period->end) : period->end;
}

/* Whether the period itself may count on that day: as of a day, it is carried to there. What a
 * change is seen against is old by its nature. */
static gboolean
is_fresh (const KpiTerms *terms, const KpiAlignedTerm *series)
{
  gboolean is_before = is_change (terms) && series == &terms->series[1];
  gint32 end = series->period.end;

  return !terms->run->as_of || is_before || terms->carrying == KPI_CARRY_NONE ||
         !_kpi_series_is_carried (series->rules) ||
         _kpi_carry_reaches (series->rules, end, day_of (terms->run, &series->period));
}

/* Sets the period that a series is read for; FALSE where there is none. */
static gboolean
set_period (const KpiTerms *terms, KpiAlignedTerm *series, const KpiPeriod *period)
{
  series->period = *period;
  return !is_change (terms) || series == &terms->series[0] ||
         _kpi_change_get_before (terms->measure, period, &series->period);
}

/* Reads what is the period's own: observed, or made of its parts. */
static gboolean
read_own (KpiTerms *terms, KpiAlignedTerm *series)
{
  const KpiPeriod *period = &series->period;
  const KpiBlock *block = _kpi_aligned_find_block (terms->run, series->series, period->frequency);

  return _kpi_aligned_read_period (series, block, period) &&
         (series->rules->over_time == KPI_OVER_TIME_NONE ||
          _kpi_over_time_fill (series, terms->scratch));
}

static void
note_own (KpiTerms *terms, const KpiAlignedTerm *series)
{
  for (guint32 i = 0; i < series->n_areas; i++)
    terms->own[series->areas[i]] = terms->n_reads;
}

static gboolean
read_series (KpiTerms *terms, KpiAlignedTerm *series, const KpiPeriod *of)
{
  for (gsize i = 0; i < G_N_ELEMENTS (terms->scratch); i++)
    terms->scratch[i].rules = series->rules;
  if (!set_period (terms, series, of) || !is_fresh (terms, series))
    _kpi_aligned_empty (series);
  else if (!read_own (terms, series))
    return FALSE;
  if (terms->n_series > 1)
    note_own (terms, series);
  return !may_carry (terms, series) ||
         _kpi_carry_fill (series, day_of (terms->run, &series->period), &terms->scratch[0]);
}

/* Takes away what is carried in all terms of an area. */
static void
drop_carried (KpiTerms *terms, KpiAlignedTerm *series)
{
  for (guint32 i = 0; i < series->n_areas; i++)
    if (terms->own[series->areas[i]] != terms->n_reads)
      series->points[series->areas[i]] = NAN;
  _kpi_aligned_tidy (series);
}

gboolean
_kpi_terms_read (KpiTerms *terms, const KpiPeriod *period, gboolean *out_any)
{
  *out_any = TRUE;
  terms->n_reads++;
  for (gsize s = 0; s < terms->n_series && *out_any; s++) {
    if (!read_series (terms, &terms->series[s], period))
      return FALSE;
    *out_any = terms->series[s].n_areas > 0;
  }
  for (gsize s = 0; s < terms->n_series && terms->carrying == KPI_CARRY_SOME; s++)
    if (may_carry (terms, &terms->series[s]))
      drop_carried (terms, &terms->series[s]);
  return TRUE;
}

KpiInterval
_kpi_terms_interval (KpiTerms *terms, guint32 area)
{
  for (gsize s = 0; s < terms->n_series; s++)
    terms->parts[s].interval = _kpi_aligned_interval (&terms->series[s], area);
  return _kpi_bounds_of_measure (terms->measure, terms->parts, terms->n_series);
}

KpiPeriod *
_kpi_terms_list_ended (const KpiTerms *terms, gint32 day, gsize *out_n)
{
  KpiPeriod *periods;
  gsize n = 0, at = 0;

  for (gsize s = 0; s < terms->n_series; s++)
    n += terms->series[s].n_latest - _kpi_carry_find_ended (&terms->series[s], day);
  *out_n = 0;
  periods = g_try_new (KpiPeriod, MAX (n, 1));
  if (periods == NULL)
    return NULL;
  for (gsize s = 0; s < terms->n_series; s++) {
    const KpiAlignedTerm *series = &terms->series[s];

    for (gsize i = _kpi_carry_find_ended (series, day); i < series->n_latest; i++)
      periods[at++] = *_kpi_origin_period (&series->latest[i]);
  }
  _kpi_sort (periods, n, sizeof *periods, _kpi_carry_order, NULL);
  *out_n = _kpi_sort_unique (periods, n, sizeof *periods, _kpi_carry_order, NULL, NULL);
  return periods;
}

KpiPlace
_kpi_terms_get_place (const KpiTerms *terms, gsize term, guint32 area)
{
  return _kpi_aligned_get_place (terms->run, terms->terms[term]->origins[area], area);
}
