/* SPDX-License-Identifier: MIT */
/* The pipeline: match -> measure -> look back -> screen -> impute -> treat -> normalise -> combine
 * -> rank -> scorecard.
 *
 * Each stage comes to all nodes before the next one begins: what is screened, imputed or combined
 * depends on several. */

#include <string.h>

#include "score/check/absent.h"
#include "score/run/time-axis.h"
#include "score/check/checks.h"
#include "score/run/fit-private.h"
#include "score/prepare/history.h"
#include "score/prepare/impute.h"
#include "score/check/judge.h"
#include "score/measure/measure.h"
#include "score/tree/rank.h"
#include "score/run/registers.h"
#include "score/run/remarks.h"
#include "score/card/score.h"
#include "score/card/scorecard-private.h"
#include "score/prepare/screen.h"
#include "score/check/stale.h"
#include "score/prepare/treat.h"
#include "score/tree/trees.h"

static gsize
count_terms (const KpiModel *model)
{
  gsize most = 0;

  for (gsize i = 0; i < model->n_indicators; i++)
    most = MAX (most, model->indicators[i].measure.n_of + model->indicators[i].measure.n_to);
  for (gsize i = 0; i < model->n_checks; i++)
    most = MAX (most, model->checks[i].difference.n_of);
  return most;
}

static gboolean
check_size (KpiRun *run)
{
  return _kpi_run_check_size (run, run->n_periods, kpi_model_get_n_nodes (run->model), "nodes") &&
         _kpi_run_check_size (run, 1, count_terms (run->model), "series of one measure");
}

static gboolean
has_stale (const KpiModel *model)
{
  for (gsize i = 0; i < model->n_indicators; i++)
    if (_kpi_duration_is_said (&model->indicators[i].stale))
      return TRUE;
  return FALSE;
}

static gboolean
measure_indicators (KpiRun *run, KpiSheet *sheets)
{
  gint32 last_day = has_stale (run->model) ? _kpi_time_axis_get_last_day (run) : 0;

  for (gsize i = 0; i < run->model->n_indicators; i++) {
    const KpiIndicator *indicator = &run->model->indicators[i];

    if (!indicator->shown)
      continue;
    if (!_kpi_measure_indicator (run, indicator, &sheets[i]) ||
        !_kpi_history_indicator (run, indicator, &sheets[i]))
      return _kpi_run_no_memory (run);
    _kpi_checks_jumps (run, indicator, &sheets[i]);
    _kpi_stale_judge (run, indicator, &sheets[i], last_day);
  }
  return TRUE;
}

static gboolean
prepare_indicators (KpiRun *run, KpiSheet *sheets, KpiRows *screened)
{
  if (!_kpi_screen (run, sheets, screened) || !_kpi_impute (run, sheets))
    return _kpi_run_no_memory (run);
  for (gsize i = 0; i < run->model->n_indicators; i++) {
    const KpiIndicator *indicator = &run->model->indicators[i];

    if (indicator->shown && !_kpi_treat_indicator (run, indicator, &sheets[i]))
      return _kpi_run_no_memory (run);
  }
  return TRUE;
}

/* Ranks are of what is shown alone: of a large index they take longer than its scores. */
static gboolean
rank_shown (const KpiRun *run, KpiSheet *sheets)
{
  for (gsize node = 0; node < kpi_model_get_n_nodes (run->model); node++)
    if (run->shown_nodes[node] && sheets[node].score != NULL && run->learned == NULL &&
        !_kpi_rank_sheet (run, &sheets[node]))
      return FALSE;
  return TRUE;
}

static gboolean
check_fit (const KpiModel *model, const KpiFit *fit, GError **error)
{
  if (fit == NULL || strcmp (fit->model, model->id) == 0)
    return TRUE;
  return _kpi_error_set (error, KPI_ERROR_CONFLICT,
                         "fit: found a fit of the model %s, expected one of %s", fit->model,
                         model->id);
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

/* What areas were is asked for where something is rolled up. */
static gboolean
rolls_up (const KpiModel *model)
{
  for (gsize i = 0; i < model->n_indicators; i++)
    if (model->indicators[i].shown && model->indicators[i].rollup.form != KPI_ROLLUP_NONE)
      return TRUE;
  return FALSE;
}

/* Areas come from the model, else from the data and the registers. FALSE if there is no memory. */
static gboolean
list_areas (KpiRun *run, KpiAreas *areas, KpiHierarchy *hierarchy, KpiHierarchy *past)
{
  g_autoptr (KpiNames) others = _kpi_registers_list_areas (run);

  return others != NULL &&
         _kpi_areas_fill (areas, run->model, run->data, others, run->known, run->findings) &&
         _kpi_hierarchy_fill (hierarchy, run->model, areas) &&
         (!rolls_up (run->model) || _kpi_hierarchy_fill_past (past, run->model, areas)) &&
         _kpi_registers_match_areas (run);
}

/* Runs all stages; what went wrong is among the findings. */
static gboolean
run_all (KpiRun *run, KpiScorecard *card, KpiHierarchy *hierarchy, KpiHierarchy *past,
         const KpiScoreOptions *options)
{
  KpiSheet *sheets = card->sheets;

  if (!_kpi_time_axis_match_series (run) || !_kpi_absent_warn (run) ||
      !_kpi_time_axis_pass_over_areas (run) || !_kpi_time_axis_set_day (run, options) ||
      !_kpi_time_axis_set_periods (run, options) || !_kpi_registers_run (run, options))
    return FALSE;
  if (!list_areas (run, &card->areas, hierarchy, past))
    return _kpi_run_no_memory (run);
  return check_size (run) && _kpi_judge_observations (run) && _kpi_checks_run (run) &&
         measure_indicators (run, sheets) && prepare_indicators (run, sheets, &card->screened) &&
         _kpi_trees_score (run, sheets) && (rank_shown (run, sheets) || _kpi_run_no_memory (run)) &&
         _kpi_remarks_mark (run, sheets) && !_kpi_findings_has_errors (run->findings);
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
  card->remarks = KPI_REMARKS;
  card->screened = KPI_ROWS (KpiScreened);
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

static void
hand_over (KpiRun *run, KpiScorecard *card, const KpiScoreOptions *options)
{
  if (run->registers != NULL)
    card->filter_of = g_steal_pointer (&run->registers->filter_of);
  _kpi_registers_end (run);
  card->as_of = run->as_of;
  card->stage = options != NULL ? options->stage : KPI_STAGE_MEASURED;
  card->periods = run->periods;
  card->n_periods = run->n_periods;
  g_free (run->series_of);
  g_free (run->passed_over);
}

/* Fills a scorecard; what went wrong is among its findings. */
static gboolean
fill (KpiScorecard *card, KpiRun *run, const KpiScoreOptions *options)
{
  KpiHierarchy hierarchy = {0}, past = {0};
  gboolean done;

  run->areas = &card->areas;
  run->hierarchy = &hierarchy;
  run->past = &past;
  run->findings = card->findings;
  run->remarks = &card->remarks;
  _kpi_findings_append (card->findings, card->model->findings);
  _kpi_findings_append (card->findings, card->data->findings);
  done = run_all (run, card, &hierarchy, &past, options);
  _kpi_hierarchy_clear (&hierarchy);
  _kpi_hierarchy_clear (&past);
  hand_over (run, card, options);
  return done;
}

/* Of `run` the fits are set: the one at hand, and those that are to be learned. */
static KpiScorecard *
run_model (KpiModel *model, KpiDataset *data, const KpiScoreOptions *options, KpiRun run,
           GError **error)
{
  g_autoptr (KpiDataset) observations = ref_or_empty (data, error);
  g_autoptr (KpiScorecard) card = NULL;
  g_autofree guint8 *shown_nodes = NULL;
  gboolean done;

  if (observations == NULL || !check_options (options, error) || !check_fit (model, run.fit, error))
    return NULL;
  run.model = model;
  run.data = observations;
  run.known = KPI_KNOWN_AT_LAST;
  run.shown_only = options != NULL && options->shown_only;
  run.n_threads = options != NULL ? options->n_threads : 0;
  card = card_new (model);
  card->data = g_steal_pointer (&observations);
  if (card->sheets == NULL) {
    _kpi_error_set (error, KPI_ERROR_MEMORY, "no memory for the nodes");
    return NULL;
  }
  run.shown_nodes = shown_nodes = _kpi_scorecard_select_nodes (card, options, error);
  if (shown_nodes == NULL)
    return NULL;
  done = fill (card, &run, options);
  if (data != NULL)
    warn_nothing (&run);
  if (!done) {
    _kpi_findings_fail (card->findings, error);
    return NULL;
  }
  if (run.learned == NULL && !_kpi_scorecard_select (card, &run, options, error))
    return NULL;
  return g_steal_pointer (&card);
}

KpiScorecard *
kpi_model_score (KpiModel *model, KpiDataset *data, const KpiScoreOptions *options, GError **error)
{
  KpiRun run = {.fit = options != NULL ? options->fit : NULL};

  return run_model (model, data, options, run, error);
}

/* Whether a fit has to know which areas there are: the model does not say, and gaps are filled. */
static gboolean
needs_areas (const KpiModel *model)
{
  for (gsize i = 0; model->n_areas == 0 && i < model->n_indicators; i++)
    if (model->indicators[i].shown && _kpi_imputing_is_across (&model->indicators[i].imputing))
      return TRUE;
  return FALSE;
}

static gboolean
learn_areas (const KpiScorecard *card, KpiFit *fit, GError **error)
{
  g_autoptr (KpiFindings) findings = _kpi_findings_new ();

  for (guint32 a = 0; needs_areas (card->model) && a < card->areas.n_areas; a++)
    if (!_kpi_fit_add_area (fit, _kpi_areas_get (&card->areas, a), KPI_NOWHERE, findings)) {
      _kpi_findings_fail (findings, error);
      return FALSE;
    }
  return TRUE;
}

gboolean
_kpi_model_learn (KpiModel *model, KpiDataset *data, const KpiScoreOptions *options, KpiFit *fit,
                  GError **error)
{
  g_autoptr (KpiScorecard) card = run_model (model, data, options, (KpiRun){.learned = fit}, error);

  if (card == NULL || !learn_areas (card, fit, error))
    return FALSE;
  _kpi_findings_append (fit->findings, card->findings);
  return TRUE;
}

/* Weights by area (bod) are found anew wherever they are asked for, as ranks are. */
static gboolean
learns_weights (const KpiModel *model)
{
  for (gsize g = 0; g < model->n_groups; g++) {
    const KpiWeightingMethod *weighting = model->groups[g].weighting;

    if (weighting != NULL && !weighting->per_area && !weighting->blind)
      return TRUE;
  }
  return FALSE;
}

/* The fit at hand is looked up in by its order: what is learned meanwhile is added afterwards. */
gboolean
_kpi_model_weigh (KpiModel *model, KpiDataset *data, const KpiScoreOptions *options, KpiFit *fit,
                  GError **error)
{
  g_autoptr (KpiFindings) findings = _kpi_findings_new ();
  g_autoptr (KpiFit) weighed = NULL;
  g_autoptr (KpiScorecard) card = NULL;

  if (!learns_weights (model))
    return TRUE;
  weighed = _kpi_fit_empty (model->id);
  if (weighed == NULL)
    return _kpi_error_set (error, KPI_ERROR_MEMORY, "no memory for a fit");
  card = run_model (model, data, options, (KpiRun){.fit = fit, .weighed = weighed}, error);
  if (card == NULL)
    return FALSE;
  for (gsize i = 0; i < weighed->entries.n; i++)
    if (!_kpi_fit_add (fit, &KPI_ROW (&weighed->entries, KpiFitEntry, i), KPI_NOWHERE, findings))
      return _kpi_findings_fail (findings, error);
  return _kpi_fit_finish (fit, findings) || _kpi_findings_fail (findings, error);
}
