/* SPDX-License-Identifier: MIT */
/* `score`: a method's name, or a mapping with `method`, its options, and what all methods share.
 *
 * Always true of what was read without a report: the method has judged its own options, unless it
 * needs a target: then it is asked about each target. */

#include <string.h>

#include "method/methods.h"
#include "model/options.h"
#include "model/schema/schema.h"
#include "model/score.h"
#include "model/schema/words.h"
#include "model/yaml/scalar.h"

static gboolean
read_to (const KpiCursor *at, KpiScoring *scoring)
{
  if (at->node == NULL)
    return TRUE;
  _kpi_cursor_pair (at, scoring->to);
  scoring->mapped = TRUE;
  if (scoring->to[0] != scoring->to[1])
    return TRUE;
  _kpi_cursor_error (at, KPI_ERROR_VALUE,
                     "found a span without length, expected two numbers that "
                     "differ");
  return FALSE;
}

/* An option is honoured or refused, never passed over. */
static gboolean
read_clamp (const KpiCursor *at, KpiScoring *scoring)
{
  if (at->node == NULL)
    return TRUE;
  if (strcmp (_kpi_cursor_text (at), "high") == 0)
    scoring->clamp = KPI_CLAMP_HIGH;
  else
    scoring->clamp = _kpi_yaml_get_boolean (at->node) ? KPI_CLAMP_BOTH : KPI_CLAMP_NOT;
  if (!scoring->method->is_open || scoring->clamp == KPI_CLAMP_NOT)
    return TRUE;
  _kpi_cursor_error (at, KPI_ERROR_CONFLICT, "found %s, but scores by %s are never held",
                     _kpi_cursor_text (at), scoring->method->name);
  return FALSE;
}

static gboolean
read_fit (const KpiCursor *at, KpiScoring *scoring)
{
  KpiCursor over = _kpi_cursor_get (at, "over"), fit = _kpi_cursor_get (at, "fit");
  KpiCursor periods = _kpi_cursor_get (&fit, "periods");

  if (over.node != NULL)
    scoring->over = (KpiOver)_kpi_cursor_choice (&over, _kpi_over_words);
  if (fit.node == NULL)
    return TRUE;
  _kpi_yaml_get_periods (periods.node, &scoring->fit_from, &scoring->fit_until);
  if (over.node == NULL || scoring->over == KPI_OVER_ALL) {
    scoring->over = KPI_OVER_ALL;
    return TRUE;
  }
  _kpi_cursor_error (&fit, KPI_ERROR_CONFLICT,
                     "found it beside over: period, expected one of the two");
  return FALSE;
}

/* What all methods share; of a transform, `over` and `fit` the schema knows which methods take it.
 */
static gboolean
read_shared (const KpiCursor *at, KpiScoring *scoring)
{
  KpiCursor clamp = _kpi_cursor_get (at, "clamp"), to = _kpi_cursor_get (at, "to");
  KpiCursor transform = _kpi_cursor_get (at, "transform");

  scoring->transform = (KpiTransform)_kpi_cursor_choice (&transform, _kpi_transform_names);
  return read_clamp (&clamp, scoring) && read_fit (at, scoring) && read_to (&to, scoring);
}

gboolean
_kpi_score_judge (const KpiCursor *at, const KpiScoringCall *call)
{
  KpiJudgement judgement = _kpi_scoring_judge (call);

  if (judgement.text == NULL)
    return TRUE;
  if (judgement.severity == KPI_SEVERITY_WARNING) {
    _kpi_cursor_warn (at, KPI_ERROR_UNDEFINED, "%s", judgement.text);
    return TRUE;
  }
  _kpi_cursor_error (at, KPI_ERROR_VALUE, "%s", judgement.text);
  return FALSE;
}

gboolean
_kpi_score_read (const KpiCursor *at, KpiScoring *out)
{
  KpiCursor name = _kpi_options_get_method (at);
  const KpiScoringMethod *method =
      _kpi_methods_find (KPI_METHODS_SCORING, _kpi_cursor_text (&name));
  KpiScoringCall call = {.scoring = out};

  _kpi_scoring_init (out, method);
  if (!_kpi_options_read (at, method->options, out->options) || !read_shared (at, out))
    return FALSE;
  return _kpi_scoring_needs_target (out) || _kpi_score_judge (at, &call);
}
