/* SPDX-License-Identifier: MIT */
/* What to ask of a scoring run. Texts are read here, names are looked up when the run knows them.
 */

#include "base/findings-private.h"
#include "base/text.h"
#include "score/run/options-private.h"

KpiScoreOptions *
kpi_score_options_new (void)
{
  KpiScoreOptions *options = g_new0 (KpiScoreOptions, 1);

  options->periods = g_array_new (FALSE, FALSE, sizeof (KpiPeriod));
  options->areas = g_ptr_array_new_with_free_func (g_free);
  options->nodes = g_ptr_array_new_with_free_func (g_free);
  options->registers = g_ptr_array_new_with_free_func (g_free);
  return options;
}

void
kpi_score_options_free (KpiScoreOptions *options)
{
  if (options == NULL)
    return;
  g_array_unref (options->periods);
  g_ptr_array_unref (options->areas);
  g_ptr_array_unref (options->nodes);
  g_ptr_array_unref (options->registers);
  kpi_fit_unref (options->fit);
  g_free (options);
}

gboolean
kpi_score_options_set_as_of (KpiScoreOptions *options, const char *day, GError **error)
{
  g_autofree char *quoted = NULL;

  if (g_str_equal (day, "latest")) {
    options->as_of = KPI_AS_OF_LATEST;
    return TRUE;
  }
  if (_kpi_day_parse (day, &options->day)) {
    options->as_of = KPI_AS_OF_DAY;
    return TRUE;
  }
  quoted = _kpi_text_quote (day);
  return _kpi_error_set (error, KPI_ERROR_ARGUMENT,
                         "as of: found %s, expected a day such as 2025-11-14, or latest", quoted);
}

gboolean
kpi_score_options_add_period (KpiScoreOptions *options, const char *period, GError **error)
{
  g_autofree char *quoted = NULL;
  const char *why;
  KpiPeriod parsed;

  if (_kpi_period_parse (period, &parsed, &why)) {
    g_array_append_val (options->periods, parsed);
    return TRUE;
  }
  quoted = _kpi_text_quote (period);
  return _kpi_error_set (error, KPI_ERROR_ARGUMENT, "period: found %s, expected %s", quoted, why);
}

gboolean
kpi_score_options_set_stage (KpiScoreOptions *options, const char *stage, GError **error)
{
  g_autofree char *quoted = NULL, *expected = NULL;

  for (guint i = 0; _kpi_stage_names[i] != NULL; i++)
    if (g_str_equal (stage, _kpi_stage_names[i])) {
      options->stage = (KpiStage)i;
      return TRUE;
    }
  quoted = _kpi_text_quote (stage);
  expected = g_strjoinv (", ", (char **)_kpi_stage_names);
  return _kpi_error_set (error, KPI_ERROR_ARGUMENT, "stage: found %s, expected one of %s", quoted,
                         expected);
}

void
kpi_score_options_add_area (KpiScoreOptions *options, const char *area)
{
  g_ptr_array_add (options->areas, g_strdup (area));
}

void
kpi_score_options_add_node (KpiScoreOptions *options, const char *node)
{
  g_ptr_array_add (options->nodes, g_strdup (node));
}

void
kpi_score_options_add_register (KpiScoreOptions *options, const char *name, const char *path)
{
  g_ptr_array_add (options->registers, g_strdup (name));
  g_ptr_array_add (options->registers, g_strdup (path));
}

void
kpi_score_options_set_shown_only (KpiScoreOptions *options, gboolean shown_only)
{
  options->shown_only = shown_only;
}

void
kpi_score_options_set_threads (KpiScoreOptions *options, guint n_threads)
{
  options->n_threads = n_threads;
}

void
kpi_score_options_set_fit (KpiScoreOptions *options, KpiFit *fit)
{
  KpiFit *kept = fit != NULL ? kpi_fit_ref (fit) : NULL;

  kpi_fit_unref (options->fit);
  options->fit = kept;
}
