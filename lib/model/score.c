/* SPDX-License-Identifier: MIT */
/* `score`: a method's name, or a mapping with `method`, its options, and what all methods share.
 *
 * Always true of what was read without a report: the method has judged its own options, unless it
 * needs a target: then it is asked about each target. */

#include "model/options.h"
#include "model/schema.h"
#include "model/score.h"

/* In the order of KpiTransform and of KpiOver. */
static const char *const transforms[] = {"", "log", "sqrt", NULL};
static const char *const overs[] = {"all", "period", NULL};

static gboolean
read_to (const KpiCursor *at, KpiScoring *scoring)
{
  if (at->node == NULL)
    return TRUE;
  _kpi_cursor_pair (at, scoring->to);
  if (scoring->to[0] != scoring->to[1])
    return TRUE;
  _kpi_cursor_error (at, KPI_ERROR_VALUE,
                     "found a span without length, expected two numbers that "
                     "differ");
  return FALSE;
}

/* What all methods share; of a transform or `over` the schema knows which methods take it. */
static gboolean
read_shared (const KpiCursor *at, KpiScoring *scoring)
{
  KpiCursor clamp = _kpi_cursor_get (at, "clamp"), to = _kpi_cursor_get (at, "to");
  KpiCursor transform = _kpi_cursor_get (at, "transform"), over = _kpi_cursor_get (at, "over");

  scoring->transform = (KpiTransform)_kpi_cursor_choice (&transform, transforms);
  scoring->over = (KpiOver)_kpi_cursor_choice (&over, overs);
  if (clamp.node != NULL)
    scoring->clamp = _kpi_yaml_get_boolean (clamp.node);
  return read_to (&to, scoring);
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
  const KpiScoringMethod *method = _kpi_scoring_find (_kpi_cursor_text (&name));
  KpiScoringCall call = {.scoring = out};

  _kpi_scoring_init (out, method);
  if (!_kpi_options_read (at, method->options, out->options) || !read_shared (at, out))
    return FALSE;
  return method->needs_target || _kpi_score_judge (at, &call);
}
