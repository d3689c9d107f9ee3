/* SPDX-License-Identifier: MIT */
/* Indicators.
 *
 * Always true of what was read without a report: an indicator with a score has a method whose needs
 * are met, and its target does not contradict its direction. */

#include <math.h>

#include "base/number.h"
#include "base/text.h"
#include "method/methods.h"
#include "model/indicator.h"
#include "model/measure.h"
#include "model/override.h"
#include "model/prepare.h"
#include "model/register.h"
#include "model/rollup.h"
#include "model/schema/words.h"
#include "model/score.h"
#include "model/title.h"

static gboolean
number_indicator (const KpiCursor *at, KpiModel *model)
{
  KpiIndicator *indicator = &model->indicators[model->n_indicators];

  if (!_kpi_cursor_copy (at, at->key, &indicator->id))
    return FALSE;
  model->n_indicators++;
  return _kpi_names_add (model->nodes, at->key) != KPI_NO_NAME || _kpi_cursor_fail_memory (at);
}

static gboolean
note_removal (const KpiCursor *at, KpiModel *model)
{
  KpiPlace *place = _kpi_rows_add (&model->removals);

  if (place == NULL || _kpi_names_add (model->removed, at->key) == KPI_NO_NAME)
    return _kpi_cursor_fail_memory (at);
  *place = at->key_place;
  return TRUE;
}

gboolean
_kpi_indicators_number (const KpiCursor *at, KpiModel *model)
{
  gsize n = _kpi_cursor_length (at);

  if (n == 0)
    return TRUE;
  model->indicators = g_try_new0 (KpiIndicator, n);
  if (model->indicators == NULL)
    return _kpi_cursor_fail_memory (at);
  for (gsize i = 0; i < n; i++) {
    KpiCursor indicator = _kpi_cursor_entry (at, i);
    gboolean done = indicator.node != NULL ? number_indicator (&indicator, model)
                                           : note_removal (&indicator, model);

    if (!done)
      return FALSE;
  }
  return TRUE;
}

static void
read_valid (const KpiCursor *at, KpiIndicator *indicator)
{
  KpiCursor valid = _kpi_cursor_get (at, "valid");

  indicator->valid[0] = -INFINITY;
  indicator->valid[1] = INFINITY;
  if (valid.node == NULL)
    return;
  _kpi_cursor_pair (&valid, indicator->valid);
  if (!(indicator->valid[0] < indicator->valid[1]))
    _kpi_cursor_error (&valid, KPI_ERROR_VALUE,
                       "found no room between the two, expected the least possible value, then a "
                       "greater one");
}

/* A share of nothing, or of what lies on the other side of 0, says nothing. */
static void
read_natural_limit (const KpiCursor *at, KpiIndicator *indicator)
{
  KpiCursor limit = _kpi_cursor_get (at, "natural_limit");
  char found[KPI_NUMBER_SIZE];

  indicator->natural_limit = NAN;
  if (limit.node == NULL)
    return;
  indicator->natural_limit = _kpi_cursor_number (&limit);
  if (indicator->natural_limit > 0 ||
      (indicator->natural_limit == 0 && indicator->better == KPI_BETTER_LOWER))
    return;
  _kpi_number_format (indicator->natural_limit, found);
  _kpi_cursor_error (&limit, KPI_ERROR_VALUE, "found %s, expected a number above 0", found);
}

/* Its own `better`, else the target's sense, else higher. */
static void
read_better (const KpiCursor *at, const KpiTarget *target, KpiIndicator *indicator)
{
  KpiCursor better = _kpi_cursor_get (at, "better");
  KpiBetter sense = KPI_BETTER_HIGHER;
  gboolean has_sense = target != NULL && _kpi_target_get_sense (target, &sense);

  indicator->better = sense;
  if (better.node == NULL)
    return;
  indicator->better = (KpiBetter)_kpi_cursor_choice (&better, _kpi_better_words);
  if (has_sense && indicator->better != sense)
    _kpi_cursor_error (&better, KPI_ERROR_CONFLICT,
                       "found %s, but by the target %s is better; expected the same",
                       _kpi_better_words[indicator->better], _kpi_better_words[sense]);
}

/* Its own `score`, else `otherwise`, else by whether there is a target. FALSE, and reported, if it
 * is wrong. */
static gboolean
read_scoring (const KpiCursor *at, const KpiCursor *otherwise, KpiIndicator *indicator)
{
  KpiCursor own = _kpi_cursor_get (at, "score");
  const KpiCursor *said = own.node != NULL ? &own : otherwise;

  if (said->node != NULL)
    return _kpi_score_read (said, &indicator->scoring);
  _kpi_scoring_init (
      &indicator->scoring,
      _kpi_methods_find (KPI_METHODS_SCORING, indicator->has_target ? "progress" : "minmax"));
  return TRUE;
}

/* The area that distances are counted to has to be among those listed, where they are. */
static gboolean
judge_reference (const KpiCursor *score, const KpiModel *model, const KpiScoring *scoring)
{
  const char *area = _kpi_scoring_reference_area (scoring);
  KpiCursor ref = _kpi_cursor_get (score, "ref"), at = _kpi_cursor_get (&ref, "area");
  g_autofree char *quoted = NULL, *hint = NULL;

  if (area == NULL || model->n_areas == 0 || _kpi_model_find_area (model, area) != G_MAXSIZE)
    return TRUE;
  quoted = _kpi_text_quote (area);
  hint = _kpi_cursor_hint (&at, area, model->area_names);
  _kpi_cursor_error (&at, KPI_ERROR_UNKNOWN, "found %s, expected one of the areas%s", quoted, hint);
  return FALSE;
}

static gboolean
read_score (const KpiCursor *at, const KpiCursor *otherwise, const KpiModel *model,
            KpiIndicator *indicator)
{
  KpiCursor own = _kpi_cursor_get (at, "score");
  const KpiScoringMethod *method;

  indicator->has_score = own.node != NULL || indicator->has_target || indicator->in_tree;
  if (!indicator->has_score)
    return TRUE;
  if (!read_scoring (at, otherwise, indicator))
    return FALSE;
  method = indicator->scoring.method;
  if (indicator->has_target || !_kpi_scoring_needs_target (&indicator->scoring))
    return judge_reference (own.node != NULL ? &own : otherwise, model, &indicator->scoring);
  _kpi_cursor_error (own.node != NULL ? &own : at, KPI_ERROR_MISSING,
                     "found no target, which the score by %s needs", method->name);
  return FALSE;
}

static void
read_targets (const KpiCursor *at, KpiTargetDraft *draft, gboolean right,
              const KpiTargetContext *context, const KpiModel *model, KpiIndicator *indicator)
{
  KpiCursor overrides = _kpi_cursor_get (at, "for");
  KpiTargetDraft base = {.says = 0};

  /* Judging passes over a baseline that this demand is met by; another demand may not be. */
  if (!_kpi_target_inherit (&base, &draft->target))
    _kpi_cursor_fail_memory (at);
  if (right)
    _kpi_target_judge (at, draft, context);
  _kpi_target_remember (at, NULL, &draft->target);
  indicator->target = draft->target;
  _kpi_overrides_read (&overrides, &base.target, context, model, indicator);
  _kpi_target_clear (&base.target);
}

static void
read_words (const KpiCursor *at, KpiIndicator *indicator)
{
  KpiCursor title = _kpi_cursor_get (at, "title"), unit = _kpi_cursor_get (at, "unit");

  _kpi_title_read (&title, &indicator->title);
  _kpi_cursor_copy (&unit, _kpi_cursor_text (&unit), &indicator->unit);
}

static void
read_max_change (const KpiCursor *at, KpiIndicator *indicator)
{
  KpiCursor max_change = _kpi_cursor_get (at, "max_change");

  indicator->max_change = INFINITY;
  if (max_change.node == NULL)
    return;
  indicator->max_change = _kpi_cursor_number (&max_change);
  if (indicator->max_change < 0)
    _kpi_cursor_error (&max_change, KPI_ERROR_VALUE,
                       "found a negative change, expected 0 or more, up or down alike");
}

/* A register stands as of the day itself: what it says is never old. */
static void
read_stale (const KpiCursor *at, KpiIndicator *indicator)
{
  KpiCursor stale = _kpi_cursor_get (at, "stale");

  if (stale.node == NULL)
    return;
  _kpi_duration_parse (_kpi_cursor_text (&stale), &indicator->stale);
  if (indicator->measure.form == KPI_MEASURE_REGISTER)
    _kpi_cursor_error (&stale, KPI_ERROR_CONFLICT,
                       "found it beside the count of a register, which stands as of the day; "
                       "expected it of an indicator with observations");
}

static void
read_measure (const KpiCursor *at, KpiModel *model, KpiIndicator *indicator)
{
  KpiCursor measure = _kpi_cursor_get (at, "measure"), rollup = _kpi_cursor_get (at, "rollup");

  indicator->has_measure = measure.node != NULL;
  if (_kpi_cursor_get (&measure, "register").node != NULL)
    _kpi_item_measure_read (&measure, model, &indicator->measure);
  else
    _kpi_measure_read (&measure, indicator->id, model->series, &indicator->measure);
  _kpi_rollup_read (&rollup, model->series, indicator);
}

/* The order matters: a score's method and the direction depend on the target, and what is a good
 * target depends on both. */
static void
read_indicator (const KpiCursor *at, const KpiCursor *otherwise, KpiModel *model,
                KpiIndicator *indicator)
{
  KpiCursor target = _kpi_cursor_get (at, "target");
  KpiTargetContext context;
  KpiTargetDraft draft;
  gboolean right = TRUE, scored;

  indicator->place = at->key_place;
  indicator->shown = indicator->in_tree || !at->node->built_in;
  indicator->has_target = target.node != NULL;
  read_words (at, indicator);
  read_measure (at, model, indicator);
  read_valid (at, indicator);
  read_max_change (at, indicator);
  read_stale (at, indicator);
  if (indicator->has_target)
    right = _kpi_target_read (&target, &draft);
  read_better (at, indicator->has_target ? &draft.target : NULL, indicator);
  read_natural_limit (at, indicator);
  scored = read_score (at, otherwise, model, indicator);
  context =
      (KpiTargetContext){.scoring = scored && indicator->has_score ? &indicator->scoring : NULL,
                         .better = indicator->better,
                         .is_observed = indicator->measure.form != KPI_MEASURE_REGISTER,
                         .valid = {indicator->valid[0], indicator->valid[1]}};
  if (indicator->has_target)
    read_targets (&target, &draft, right, &context, model, indicator);
}

void
_kpi_indicators_read (const KpiCursor *at, const KpiCursor *otherwise, KpiModel *model)
{
  gsize number = 0;

  for (gsize i = 0; i < _kpi_cursor_length (at); i++) {
    KpiCursor indicator = _kpi_cursor_entry (at, i);

    if (indicator.node == NULL)
      continue;
    if (!indicator.node->is_hollow)
      read_indicator (&indicator, otherwise, model, &model->indicators[number]);
    number++;
  }
}

void
_kpi_indicators_clear (KpiModel *model)
{
  for (gsize i = 0; i < model->n_indicators; i++) {
    KpiIndicator *indicator = &model->indicators[i];

    g_free (indicator->id);
    g_free (indicator->unit);
    _kpi_title_clear (&indicator->title);
    _kpi_measure_clear (&indicator->measure);
    _kpi_target_clear (&indicator->target);
    _kpi_overrides_clear (indicator);
    _kpi_option_values_clear (indicator->scoring.options);
    _kpi_prepare_clear (indicator);
  }
  g_free (model->indicators);
}
