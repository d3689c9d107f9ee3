/* SPDX-License-Identifier: MIT */
/* The way through the house: match -> measure -> look back -> normalise -> combine -> rank ->
 * scorecard. */

#include "score/axis.h"
#include "score/checks.h"
#include "score/combine.h"
#include "score/history.h"
#include "score/judge.h"
#include "score/measure.h"
#include "score/normalise.h"
#include "score/presence.h"
#include "score/rank.h"
#include "score/registers.h"
#include "score/scorecard-private.h"

gboolean
_kpi_run_no_memory (KpiRun *run)
{
  _kpi_findings_add (run->findings, KPI_SEVERITY_ERROR, KPI_ERROR_MEMORY, KPI_NOWHERE, NULL,
                     "no memory for %u areas and %" G_GSIZE_FORMAT " periods", run->roster->n_areas,
                     run->n_periods);
  return FALSE;
}

static gboolean
check_size (KpiRun *run)
{
  gsize n_nodes = kpi_model_get_n_nodes (run->model);
  guint64 cells;

  if (g_uint64_checked_mul (&cells, run->roster->n_areas, MAX (run->n_periods, 1)) &&
      g_uint64_checked_mul (&cells, cells, n_nodes) && cells <= KPI_MAX_CELLS)
    return TRUE;
  _kpi_findings_add (run->findings, KPI_SEVERITY_ERROR, KPI_ERROR_LIMIT, KPI_NOWHERE, NULL,
                     "found %u areas x %" G_GSIZE_FORMAT " periods x %" G_GSIZE_FORMAT
                     " nodes, expected at most %" G_GUINT64_FORMAT " cells",
                     run->roster->n_areas, run->n_periods, n_nodes, KPI_MAX_CELLS);
  return FALSE;
}

static gboolean
score_indicators (KpiRun *run, KpiSheet *sheets)
{
  for (gsize i = 0; i < run->model->n_indicators; i++) {
    const KpiIndicator *indicator = &run->model->indicators[i];

    if (!indicator->shown)
      continue;
    if (!_kpi_measure_indicator (run, indicator, &sheets[i]) ||
        !_kpi_history_indicator (run, indicator, &sheets[i]) ||
        !_kpi_normalise_indicator (run, indicator, &sheets[i]))
      return _kpi_run_no_memory (run);
    _kpi_checks_jumps (run, indicator, &sheets[i]);
    if (indicator->has_score && !_kpi_rank_sheet (run, &sheets[i]))
      return _kpi_run_no_memory (run);
  }
  return TRUE;
}

/* The groups of the tree rooted at `root`, those below before those above. */
static gboolean
score_tree (KpiRun *run, KpiSheet *sheets, gsize root, gsize end)
{
  g_autofree guint8 *present = _kpi_presence_of_tree (run, sheets, root);

  if (present == NULL)
    return FALSE;
  for (gsize g = end; g-- > root;) {
    KpiSheet *sheet = &sheets[run->model->n_indicators + g];

    if (!_kpi_combine_group (run, &run->model->groups[g], sheets, sheet, present) ||
        !_kpi_rank_sheet (run, sheet))
      return FALSE;
  }
  return TRUE;
}

static gboolean
score_trees (KpiRun *run, KpiSheet *sheets)
{
  const KpiModel *model = run->model;

  for (gsize root = 0, end; root < model->n_groups; root = end) {
    end = root + 1;
    while (end < model->n_groups && model->groups[end].kind != KPI_NODE_INDEX)
      end++;
    if (!score_tree (run, sheets, root, end))
      return _kpi_run_no_memory (run);
  }
  return TRUE;
}

static gboolean
check_options (const KpiScoreOptions *options, GError **error)
{
  if (options == NULL || options->as_of == KPI_AS_OF_NONE || options->periods->len == 0)
    return TRUE;
  return _kpi_error_set (error, KPI_ERROR_ARGUMENT,
                         "period: found a period beside an as-of day, which is the one period of "
                         "its scorecard; expected one of the two");
}

/* Areas come from the model, else from the data and the registers. FALSE if there is no memory. */
static gboolean
fill_roster (KpiRun *run, KpiRoster *roster, KpiLineage *lineage)
{
  g_autoptr (KpiNames) others = _kpi_registers_list_areas (run);

  return others != NULL &&
         _kpi_roster_fill (roster, run->model, run->data, others, run->known, run->findings) &&
         _kpi_lineage_fill (lineage, run->model, roster) && _kpi_registers_line_up (run);
}

/* Runs every step; what went wrong is among the findings. */
static gboolean
run_all (KpiRun *run, KpiRoster *roster, KpiLineage *lineage, KpiSheet *sheets,
         const KpiScoreOptions *options)
{
  if (!_kpi_axis_match_series (run) || !_kpi_axis_pass_over_areas (run) ||
      !_kpi_axis_set_day (run, options) || !_kpi_axis_set_periods (run, options) ||
      !_kpi_registers_run (run, options))
    return FALSE;
  if (!fill_roster (run, roster, lineage))
    return _kpi_run_no_memory (run);
  return check_size (run) && _kpi_judge_observations (run) && _kpi_checks_run (run) &&
         score_indicators (run, sheets) && score_trees (run, sheets) &&
         !_kpi_findings_has_errors (run->findings);
}

/* An empty scorecard is more likely a slip than a wish. */
static void
warn_nothing (const KpiRun *run)
{
  if (run->n_periods > 0)
    return;
  _kpi_findings_add (run->findings, KPI_SEVERITY_WARNING, KPI_ERROR_UNUSED, KPI_NOWHERE, "period",
                     "found no observation of a series that the model uses, and no period was "
                     "asked for; expected either: there is nothing to score");
}

static KpiScorecard *
card_new (KpiModel *model)
{
  KpiScorecard *card = g_new0 (KpiScorecard, 1);

  g_atomic_ref_count_init (&card->references);
  card->model = kpi_model_ref (model);
  card->findings = _kpi_findings_new ();
  card->sheets = g_try_new0 (KpiSheet, MAX (kpi_model_get_n_nodes (model), 1));
  return card;
}

static KpiDataset *
ref_or_empty (KpiDataset *data, GError **error)
{
  g_autoptr (KpiDatasetBuilder) none = NULL;

  if (data != NULL)
    return kpi_dataset_ref (data);
  none = kpi_dataset_builder_new ();
  return kpi_dataset_builder_build (none, error);
}

KpiScorecard *
kpi_model_score (KpiModel *model, KpiDataset *data, const KpiScoreOptions *options, GError **error)
{
  g_autoptr (KpiDataset) observations = ref_or_empty (data, error);
  g_autoptr (KpiScorecard) card = NULL;
  KpiRun run = {.model = model, .data = observations, .known = KPI_KNOWN_AT_LAST};
  KpiLineage lineage = {0};
  gboolean done;

  if (observations == NULL || !check_options (options, error))
    return NULL;
  card = card_new (model);
  if (card->sheets == NULL) {
    _kpi_error_set (error, KPI_ERROR_MEMORY, "no memory for the nodes");
    return NULL;
  }
  run.roster = &card->roster;
  run.lineage = &lineage;
  run.findings = card->findings;
  _kpi_findings_append (card->findings, model->findings);
  _kpi_findings_append (card->findings, observations->findings);
  done = run_all (&run, &card->roster, &lineage, card->sheets, options);
  _kpi_lineage_clear (&lineage);
  _kpi_registers_end (&run);
  if (data != NULL)
    warn_nothing (&run);
  card->periods = run.periods;
  card->n_periods = run.n_periods;
  g_free (run.series_of);
  g_free (run.passed_over);
  if (!done) {
    _kpi_findings_fail (card->findings, error);
    return NULL;
  }
  return _kpi_scorecard_select (card, &run, options, error) ? g_steal_pointer (&card) : NULL;
}
