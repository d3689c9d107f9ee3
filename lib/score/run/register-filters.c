/* SPDX-License-Identifier: MIT */
/* What the registers of a run are asked.
 *
 * Always true: measures that choose the same items of a register share a filter, so that these are
 * counted once. */

#include "base/sort.h"
#include "score/run/time-axis.h"
#include "score/run/register-filters.h"

static gboolean
is_same_condition (const KpiCondition *condition, const KpiItemCondition *other)
{
  return g_str_equal (condition->column, other->column) &&
         g_strv_equal ((const gchar *const *)condition->values,
                       (const gchar *const *)other->values);
}

static gboolean
is_same_filter (const KpiFilter *filter, const KpiItemMeasure *measure)
{
  if (filter->n_conditions != measure->n_where)
    return FALSE;
  for (gsize i = 0; i < measure->n_where; i++)
    if (!is_same_condition (&filter->conditions[i], &measure->where[i]))
      return FALSE;
  return TRUE;
}

static KpiFilter *
add_filter (KpiArena *arena, KpiRunRegister *of, const KpiItemMeasure *measure)
{
  KpiCondition *conditions = KPI_ARENA_NEW (arena, KpiCondition, measure->n_where);
  KpiFilter *filter = conditions != NULL ? _kpi_rows_add (&of->filters) : NULL;

  if (filter == NULL)
    return NULL;
  for (gsize i = 0; i < measure->n_where; i++)
    conditions[i] = (KpiCondition){measure->where[i].column, measure->where[i].values};
  *filter = (KpiFilter){conditions, measure->n_where, FALSE};
  return filter;
}

static gboolean
counts_lengths (const KpiItemMeasure *measure)
{
  return measure->count == KPI_COUNT_MEDIAN_DAYS || measure->count == KPI_COUNT_P90_DAYS;
}

/* The filter of a measure, perhaps another's; NULL if there is no memory. */
static KpiFilter *
find_filter (KpiArena *arena, KpiRunRegister *of, const KpiItemMeasure *measure)
{
  for (gsize i = 0; i < of->filters.n; i++)
    if (is_same_filter (&KPI_ROW (&of->filters, KpiFilter, i), measure))
      return &KPI_ROW (&of->filters, KpiFilter, i);
  return add_filter (arena, of, measure);
}

gboolean
_kpi_register_filters_set (KpiRun *run)
{
  for (gsize i = 0; i < run->model->n_indicators; i++) {
    const KpiIndicator *indicator = &run->model->indicators[i];
    const KpiItemMeasure *measure = indicator->measure.items;
    KpiRunRegister *of;
    KpiFilter *filter;

    if (measure == NULL || !indicator->shown)
      continue;
    of = &run->registers->registers[measure->items];
    filter = find_filter (&run->registers->arena, of, measure);
    if (filter == NULL)
      return FALSE;
    filter->with_lengths |= counts_lengths (measure);
    run->registers->filter_of[i] = (guint32)(filter - (KpiFilter *)of->filters.data);
  }
  return TRUE;
}

/* Adds the day before a period and its last one. */
static gboolean
add_cutoffs (KpiRows *cutoffs, const KpiPeriod *period)
{
  gint32 before = period->start - 1;

  return _kpi_rows_append (cutoffs, &before) && _kpi_rows_append (cutoffs, &period->end);
}

/* All days that a measure may ask for: those of the run's periods, and of the periods of its
 * series, which a run as of a day looks back on. */
gboolean
_kpi_register_cutoffs_set (KpiRun *run)
{
  KpiRows *cutoffs = &run->registers->cutoffs;
  KpiRun past = *run;
  gboolean done;

  past.periods = NULL;
  done = _kpi_time_axis_set_ended (&past, KPI_LAST_DAY);
  for (gsize p = 0; p < past.n_periods && done && run->as_of; p++)
    done = add_cutoffs (cutoffs, &past.periods[p]);
  for (gsize p = 0; p < run->n_periods && done; p++)
    done = add_cutoffs (cutoffs, &run->periods[p]);
  g_free (past.periods);
  _kpi_sort (cutoffs->data, cutoffs->n, sizeof (gint32), _kpi_order_gint32, NULL);
  cutoffs->n =
      _kpi_sort_unique (cutoffs->data, cutoffs->n, sizeof (gint32), _kpi_order_gint32, NULL, NULL);
  return done;
}
