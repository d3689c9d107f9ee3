/* SPDX-License-Identifier: MIT */
/* The axis of a run.
 *
 * Always true: `series_of` names a series of the data only where an indicator that is shown uses
 * it, so that everything behind it may be read without asking again. */

#include "base/rows.h"
#include "base/sort.h"
#include "base/text.h"
#include "score/run/time-axis.h"

static void
mark_terms (const KpiTerm *terms, gsize n_terms, guint8 *used)
{
  for (gsize t = 0; t < n_terms; t++)
    used[terms[t].series] = TRUE;
}

/* What would mend it: the nearest series that the model knows, or using the one that it has. */
static char *
hint_at_series (const KpiRun *run, const char *name)
{
  const KpiNames *known = run->model->series;

  if (_kpi_names_find (known, name) != KPI_NO_NAME)
    return g_strdup ("; name the indicator that reads it under `indicators`, or in a tree");
  if (!_kpi_findings_may_search (run->findings, KPI_SEVERITY_WARNING, _kpi_names_length (known)))
    return g_strdup ("");
  return _kpi_names_hint (known, name);
}

static void
warn_unused (KpiRun *run, guint32 series)
{
  const char *name = _kpi_names_get (run->data->series, series);
  g_autofree char *quoted = _kpi_text_quote (name);
  g_autofree char *hint = hint_at_series (run, name);

  _kpi_findings_add (run->findings, KPI_SEVERITY_WARNING, KPI_ERROR_UNUSED,
                     _kpi_dataset_get_first (run->data, &run->data->series_firsts[series]),
                     "series", "found %s, which no indicator uses%s", quoted, hint);
}

gboolean
_kpi_time_axis_pass_over_areas (KpiRun *run)
{
  const KpiNames *areas = run->data->areas;
  guint32 n = _kpi_names_length (areas);

  if (run->model->n_areas == 0)
    return TRUE;
  run->passed_over = g_try_malloc (MAX (n, 1));
  if (run->passed_over == NULL)
    return _kpi_run_no_memory (run);
  for (guint32 i = 0; i < n; i++)
    run->passed_over[i] = _kpi_model_find_area (run->model, _kpi_names_get (areas, i)) == G_MAXSIZE;
  return TRUE;
}

gboolean
_kpi_time_axis_match_series (KpiRun *run)
{
  const KpiModel *model = run->model;
  guint32 n_model = _kpi_names_length (model->series);
  guint32 n_data = _kpi_names_length (run->data->series);
  g_autofree guint8 *used = g_try_malloc0 (MAX (n_model, 1));

  run->series_of = g_try_new (guint32, MAX (n_model, 1));
  if (used == NULL || run->series_of == NULL)
    return _kpi_run_no_memory (run);
  for (gsize i = 0; i < model->n_indicators; i++) {
    const KpiMeasure *measure = &model->indicators[i].measure;

    if (!model->indicators[i].shown)
      continue;
    mark_terms (measure->of, measure->n_of, used);
    mark_terms (measure->to, measure->n_to, used);
    if (model->indicators[i].rollup.weight != KPI_NO_NAME)
      used[model->indicators[i].rollup.weight] = TRUE;
  }
  for (gsize i = 0; i < model->n_checks; i++)
    mark_terms (model->checks[i].difference.of, model->checks[i].difference.n_of, used);
  for (guint32 s = 0; s < n_model; s++)
    run->series_of[s] = used[s]
                            ? _kpi_names_find (run->data->series, _kpi_names_get (model->series, s))
                            : KPI_NO_NAME;
  for (guint32 s = 0; s < n_data; s++) {
    guint32 mine = _kpi_names_find (model->series, _kpi_names_get (run->data->series, s));

    if (mine == KPI_NO_NAME || !used[mine])
      warn_unused (run, s);
  }
  return TRUE;
}

typedef gboolean (*TakeBlock) (const KpiRun *run, const KpiBlock *block, gpointer user_data);

/* Calls `take` with each block of a used series; FALSE as soon as it says so. */
static gboolean
for_each_block (const KpiRun *run, TakeBlock take, gpointer user_data)
{
  for (guint32 s = 0; s < _kpi_names_length (run->model->series); s++) {
    const KpiBlock *blocks;
    gsize n_blocks;

    if (run->series_of[s] == KPI_NO_NAME)
      continue;
    blocks = _kpi_dataset_get_blocks (run->data, run->series_of[s], &n_blocks);
    for (gsize i = 0; i < n_blocks; i++)
      if (!take (run, &blocks[i], user_data))
        return FALSE;
  }
  return TRUE;
}

/* Adds the periods of a block in which an area that is not passed over has a value. */
static gboolean
take_periods (const KpiRun *run, const KpiBlock *block, gpointer rows)
{
  g_autofree guint8 *heard = g_try_malloc (MAX (block->n_periods, 1));

  if (heard == NULL)
    return FALSE;
  _kpi_block_mark_periods (block, run->passed_over, heard);
  for (guint32 p = 0; p < block->n_periods; p++)
    if (heard[p] && !_kpi_rows_append (rows, &block->periods[p]))
      return FALSE;
  return TRUE;
}

static gboolean
take_last_day (const KpiRun *run, const KpiBlock *block, gpointer last_day)
{
  gint32 *last = last_day, own = _kpi_block_get_last_day (block, run->passed_over);

  *last = MAX (*last, own);
  return TRUE;
}

gint32
_kpi_time_axis_get_last_day (const KpiRun *run)
{
  gint32 day = 0;

  for_each_block (run, take_last_day, &day);
  return day;
}

gboolean
_kpi_time_axis_set_ended (KpiRun *run, gint32 day)
{
  KpiRows rows = KPI_ROWS (KpiPeriod);
  gsize n = 0;

  if (!for_each_block (run, take_periods, &rows)) {
    _kpi_rows_clear (&rows);
    return FALSE;
  }
  for (gsize p = 0; p < rows.n; p++)
    if (KPI_ROW (&rows, KpiPeriod, p).end <= day)
      KPI_ROW (&rows, KpiPeriod, n++) = KPI_ROW (&rows, KpiPeriod, p);
  _kpi_sort (rows.data, n, sizeof (KpiPeriod), _kpi_period_order, NULL);
  run->periods = rows.data;
  run->n_periods =
      _kpi_sort_unique (rows.data, n, sizeof (KpiPeriod), _kpi_period_order, NULL, NULL);
  return TRUE;
}

/* Adds the periods in which trees are scored: each that holds one of those that are there. */
static gboolean
add_every (KpiRows *rows, KpiFrequency frequency)
{
  gsize n = rows->n;

  for (gsize i = 0; i < n; i++) {
    const KpiPeriod *inner = &KPI_ROW (rows, KpiPeriod, i);
    KpiPeriod outer = _kpi_period_containing (inner->start, frequency);
    gboolean is_new =
        rows->n == n || _kpi_period_compare (&outer, &KPI_ROW (rows, KpiPeriod, rows->n - 1)) != 0;

    if (is_new && _kpi_period_holds (&outer, inner) && !_kpi_rows_append (rows, &outer))
      return FALSE;
  }
  return TRUE;
}

/* The one period of a run as of a day; none where "latest" has no observation to go by. */
gboolean
_kpi_time_axis_set_day (KpiRun *run, const KpiScoreOptions *options)
{
  gint32 day;

  run->known = KPI_KNOWN_AT_LAST;
  if (options == NULL || options->as_of == KPI_AS_OF_NONE)
    return TRUE;
  day = options->as_of == KPI_AS_OF_DAY ? options->day : 0;
  run->as_of = TRUE;
  if (options->as_of == KPI_AS_OF_LATEST)
    day = _kpi_time_axis_get_last_day (run);
  run->periods = g_new (KpiPeriod, 1);
  run->periods[0] = _kpi_period_of_day (day);
  run->n_periods = day > 0 ? 1 : 0;
  run->known = day;
  return TRUE;
}

gboolean
_kpi_time_axis_set_periods (KpiRun *run, const KpiScoreOptions *options)
{
  KpiRows rows = KPI_ROWS (KpiPeriod);
  gboolean done;

  if (run->as_of)
    return TRUE;
  done = for_each_block (run, take_periods, &rows) &&
         (!run->model->has_every || add_every (&rows, run->model->every));
  for (guint i = 0; done && options != NULL && i < options->periods->len; i++)
    done = _kpi_rows_append (&rows, &g_array_index (options->periods, KpiPeriod, i));
  if (!done) {
    _kpi_rows_clear (&rows);
    return _kpi_run_no_memory (run);
  }
  _kpi_sort (rows.data, rows.n, sizeof (KpiPeriod), _kpi_period_order, NULL);
  run->periods = rows.data;
  run->n_periods =
      _kpi_sort_unique (rows.data, rows.n, sizeof (KpiPeriod), _kpi_period_order, NULL, NULL);
  return TRUE;
}
