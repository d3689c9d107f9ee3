/* SPDX-License-Identifier: MIT */
/* Targets: whether a whole one makes sense.
 *
 * Always true of a target that has passed: it has one demand, a rank is counted among more than it
 * asks for, `stretch` lies beyond the demand, a baseline does not meet it, and the indicator's
 * scoring method can score by it. */

#include <math.h>
#include <string.h>

#include "base/number.h"
#include "model/path.h"
#include "model/score.h"
#include "model/target.h"

#define DEMAND_KEYS "at_least, more_than, at_most, less_than, between, equal or top"

gboolean
_kpi_target_get_sense (const KpiTarget *target, KpiBetter *out_better)
{
  if (isnan (target->goal.low))
    return FALSE;
  switch (target->goal.demand) {
  case KPI_DEMAND_AT_LEAST:
  case KPI_DEMAND_MORE_THAN:
    *out_better = KPI_BETTER_HIGHER;
    return TRUE;
  case KPI_DEMAND_AT_MOST:
  case KPI_DEMAND_LESS_THAN:
  case KPI_DEMAND_TOP:
    *out_better = KPI_BETTER_LOWER;
    return TRUE;
  case KPI_DEMAND_BETWEEN:
  default:
    return FALSE;
  }
}

static gboolean
says_any (const KpiTargetDraft *draft, guint parts)
{
  return (draft->says & parts) != 0;
}

/* Reports that a rank is asked for among too few; `period` may be "". */
static void
report_ranked (const KpiCursor *at, double n, const char *period, double k)
{
  char found[KPI_NUMBER_SIZE], asked[KPI_NUMBER_SIZE];

  _kpi_number_format (n, found);
  _kpi_number_format (k, asked);
  _kpi_cursor_error (at, KPI_ERROR_VALUE,
                     "found %s%s%s, expected more than the %s that top asks for", found,
                     *period != '\0' ? " for " : "", period, asked);
}

static void
check_of (const KpiCursor *at, const KpiTarget *target)
{
  KpiCursor of = _kpi_cursor_get (at, "of");
  double k = target->goal.low;

  if (target->goal.of <= k)
    report_ranked (&of, target->goal.of, "", k);
  for (gsize i = 0; i < target->n_of; i++) {
    char period[KPI_PERIOD_SIZE];

    if (target->of[i].n > k)
      continue;
    _kpi_period_format (&target->of[i].period, period);
    report_ranked (&of, target->of[i].n, period, k);
  }
}

/* An inherited `of` says nothing beside another demand. */
static void
judge_of (const KpiCursor *at, KpiTargetDraft *draft)
{
  KpiTarget *target = &draft->target;

  if (target->goal.demand != KPI_DEMAND_TOP) {
    g_clear_pointer (&target->of, g_free);
    target->n_of = 0;
    target->goal.of = NAN;
  } else if (says_any (draft, KPI_SAYS_DEMAND | KPI_SAYS_OF))
    check_of (at, target);
}

static gboolean
is_beyond (const KpiTarget *target)
{
  KpiBetter better;

  if (!_kpi_target_get_sense (target, &better))
    return FALSE;
  if (target->goal.demand == KPI_DEMAND_TOP && target->stretch < 1)
    return FALSE;
  if (better == KPI_BETTER_HIGHER)
    return target->stretch > target->goal.low;
  return target->stretch < target->goal.low;
}

static void
judge_stretch (const KpiCursor *at, const KpiTargetDraft *draft)
{
  KpiCursor stretch = _kpi_cursor_get (at, "stretch");
  gboolean is_range = draft->target.goal.demand == KPI_DEMAND_BETWEEN;
  char found[KPI_NUMBER_SIZE];

  if (isnan (draft->target.stretch) || !says_any (draft, KPI_SAYS_DEMAND | KPI_SAYS_STRETCH) ||
      is_beyond (&draft->target))
    return;
  _kpi_number_format (draft->target.stretch, found);
  _kpi_cursor_error (&stretch, KPI_ERROR_CONFLICT, "found %s, expected %s", found,
                     is_range ? "none: nothing lies beyond a range"
                              : "an ambition beyond the demand");
}

static void
judge_baseline (const KpiCursor *at, KpiTargetDraft *draft)
{
  KpiCursor baseline = _kpi_cursor_get (at, "baseline");
  KpiGoal *goal = &draft->target.goal;
  char found[KPI_NUMBER_SIZE];

  if (!_kpi_goal_met (goal, goal->baseline))
    return;
  if (says_any (draft, KPI_SAYS_DEMAND | KPI_SAYS_BASELINE)) {
    _kpi_number_format (goal->baseline, found);
    _kpi_cursor_warn (&baseline, KPI_ERROR_UNUSED,
                      "found %s, which meets the target already; it is passed over", found);
  }
  goal->baseline = NAN;
  draft->target.start = NAN;
}

/* Asks the method. One that takes no target is asked elsewhere, once. */
static void
ask_method (const KpiCursor *at, const KpiTargetDraft *draft, const KpiTargetContext *context)
{
  KpiScoringCall call = {
      .scoring = context->scoring, .goal = &draft->target.goal, .better = context->better};

  if (context->scoring != NULL && _kpi_scoring_needs_target (context->scoring) &&
      says_any (draft, KPI_SAYS_DEMAND | KPI_SAYS_OF | KPI_SAYS_BASELINE))
    _kpi_score_judge (at, &call);
}

void
_kpi_target_judge (const KpiCursor *at, KpiTargetDraft *draft, const KpiTargetContext *context)
{
  KpiGoal *goal = &draft->target.goal;

  if (isnan (goal->low)) {
    _kpi_cursor_error (at, KPI_ERROR_MISSING, "found no demand, expected " DEMAND_KEYS);
    return;
  }
  memcpy (goal->valid, context->valid, sizeof goal->valid);
  judge_of (at, draft);
  judge_stretch (at, draft);
  _kpi_path_judge (at, draft, context);
  judge_baseline (at, draft);
  ask_method (at, draft, context);
}
