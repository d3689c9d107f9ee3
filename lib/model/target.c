/* SPDX-License-Identifier: MIT */
/* Targets: what a mapping says, and what it inherits.
 *
 * Always true of a draft: what was reported as wrong in it has left it whole, so that the rest can
 * still be judged. */

#include <math.h>
#include <string.h>

#include "base/number.h"
#include "base/sort.h"
#include "model/path.h"
#include "model/schema/schema.h"
#include "model/target.h"
#include "model/yaml/scalar.h"

static const struct {
  const char *key;
  KpiDemand demand;
} demands[] = {
    {"at_least", KPI_DEMAND_AT_LEAST}, {"more_than", KPI_DEMAND_MORE_THAN},
    {"at_most", KPI_DEMAND_AT_MOST},   {"less_than", KPI_DEMAND_LESS_THAN},
    {"between", KPI_DEMAND_BETWEEN},   {"equal", KPI_DEMAND_BETWEEN},
    {"top", KPI_DEMAND_TOP},
};

const char *
_kpi_target_get_key (const KpiTarget *target)
{
  const KpiGoal *goal = &target->goal;

  if (goal->demand == KPI_DEMAND_BETWEEN)
    return goal->low == goal->high ? "equal" : "between";
  for (gsize i = 0; i < G_N_ELEMENTS (demands); i++)
    if (demands[i].demand == goal->demand)
      return demands[i].key;
  return "";
}

static void
init (KpiTargetDraft *draft, KpiPlace place)
{
  *draft = (KpiTargetDraft){
      .target = {.goal = {.low = NAN,
                          .high = NAN,
                          .of = NAN,
                          .baseline = NAN,
                          .valid = {-INFINITY, INFINITY}},
                 .stretch = NAN,
                 .start = NAN,
                 .place = place,
                 .demand_place = place,
                 .deadline_place = place},
  };
}

/* Whether a key stands there, with a value or with null. Adds `part` to what the draft says. */
static gboolean
says (const KpiCursor *at, KpiTargetDraft *draft, guint part)
{
  gboolean said = at->node != NULL || _kpi_cursor_is_removed (at->above, at->key);

  if (said)
    draft->says |= part;
  return at->node != NULL;
}

static gboolean
read_range (const KpiCursor *at, KpiGoal *goal)
{
  char low[KPI_NUMBER_SIZE], high[KPI_NUMBER_SIZE];
  double ends[2];

  _kpi_cursor_pair (at, ends);
  goal->low = ends[0];
  goal->high = ends[1];
  if (goal->low <= goal->high)
    return TRUE;
  _kpi_number_format (goal->low, low);
  _kpi_number_format (goal->high, high);
  _kpi_cursor_error (at, KPI_ERROR_VALUE,
                     "found a range from %s to %s, expected the lower end first", low, high);
  return FALSE;
}

static gboolean
read_demand_value (const KpiCursor *at, KpiGoal *goal)
{
  char found[KPI_NUMBER_SIZE];

  if (at->node->kind == KPI_YAML_LIST)
    return read_range (at, goal);
  goal->low = goal->high = _kpi_cursor_number (at);
  if (goal->demand != KPI_DEMAND_TOP || goal->low >= 1)
    return TRUE;
  _kpi_number_format (goal->low, found);
  _kpi_cursor_error (at, KPI_ERROR_VALUE, "found %s, expected a rank of 1 or more", found);
  return FALSE;
}

static gboolean
read_demand (const KpiCursor *at, KpiTargetDraft *draft)
{
  const char *first = NULL;
  gboolean right = TRUE;

  for (gsize i = 0; i < G_N_ELEMENTS (demands); i++) {
    KpiCursor demand = _kpi_cursor_get (at, demands[i].key);

    if (!says (&demand, draft, KPI_SAYS_DEMAND))
      continue;
    if (first != NULL) {
      _kpi_cursor_error_at_key (&demand, KPI_ERROR_CONFLICT,
                                "found %s beside %s, expected one demand", demands[i].key, first);
      return FALSE;
    }
    first = demands[i].key;
    draft->target.demand_place = demand.key_place;
    draft->target.goal.demand = demands[i].demand;
    right = read_demand_value (&demand, &draft->target.goal);
  }
  return right;
}

static gint
compare_ranked (gconstpointer a, gconstpointer b, gpointer unused)
{
  (void)unused;
  return _kpi_period_compare (&((const KpiRanked *)a)->period, &((const KpiRanked *)b)->period);
}

/* Two keys may spell one period: 2025 and 2025-A1. */
static gboolean
has_twins (const KpiCursor *at, const KpiTarget *target)
{
  for (gsize i = 1; i < target->n_of; i++) {
    char period[KPI_PERIOD_SIZE];

    if (_kpi_period_compare (&target->of[i - 1].period, &target->of[i].period) != 0)
      continue;
    _kpi_period_format (&target->of[i].period, period);
    _kpi_cursor_error (at, KPI_ERROR_DUPLICATE, "found %s twice, expected each period once",
                       period);
    return TRUE;
  }
  return FALSE;
}

static gboolean
read_of_by_period (const KpiCursor *at, KpiTarget *target)
{
  gsize n = _kpi_cursor_length (at);

  target->of = g_try_new0 (KpiRanked, n);
  if (target->of == NULL && n > 0)
    return _kpi_cursor_fail_memory (at);
  for (gsize i = 0; i < n; i++) {
    KpiCursor entry = _kpi_cursor_entry (at, i);
    const char *why;

    if (entry.node == NULL)
      continue;
    target->of[target->n_of].n = _kpi_cursor_number (&entry);
    _kpi_period_parse (entry.key, &target->of[target->n_of++].period, &why);
  }
  _kpi_sort (target->of, target->n_of, sizeof *target->of, compare_ranked, NULL);
  return !has_twins (at, target);
}

static gboolean
read_of (const KpiCursor *at, KpiTargetDraft *draft)
{
  KpiCursor of = _kpi_cursor_get (at, "of");

  if (!says (&of, draft, KPI_SAYS_OF))
    return TRUE;
  if (of.node->kind == KPI_YAML_MAPPING)
    return read_of_by_period (&of, &draft->target);
  draft->target.goal.of = _kpi_cursor_number (&of);
  return TRUE;
}

static void
read_stretch (const KpiCursor *at, KpiTargetDraft *draft)
{
  KpiCursor stretch = _kpi_cursor_get (at, "stretch");

  if (says (&stretch, draft, KPI_SAYS_STRETCH))
    draft->target.stretch = _kpi_cursor_number (&stretch);
}

static void
set_deadline (const KpiCursor *at, KpiPeriod by, KpiTarget *target)
{
  target->has_deadline = TRUE;
  target->deadline = by.end;
  target->by = by;
  target->deadline_place = at->key_place;
}

static gboolean
read_deadline (const KpiCursor *at, KpiTargetDraft *draft)
{
  KpiCursor by = _kpi_cursor_get (at, "by"), before = _kpi_cursor_get (at, "before");
  gboolean has_by = says (&by, draft, KPI_SAYS_DEADLINE);
  gboolean has_before = says (&before, draft, KPI_SAYS_DEADLINE);

  if (has_by)
    set_deadline (&by, _kpi_yaml_get_period (by.node), &draft->target);
  else if (has_before)
    set_deadline (&before, _kpi_period_of_day (_kpi_yaml_get_period (before.node).start - 1),
                  &draft->target);
  if (!has_by || !has_before)
    return TRUE;
  _kpi_cursor_error_at_key (&before, KPI_ERROR_CONFLICT,
                            "found before beside by, expected one of them");
  return FALSE;
}

/* `{value, at}`, or the word `first`. */
static void
read_baseline (const KpiCursor *at, KpiTargetDraft *draft)
{
  KpiCursor baseline = _kpi_cursor_get (at, "baseline");
  KpiCursor value = _kpi_cursor_get (&baseline, "value"), start = _kpi_cursor_get (&baseline, "at");

  if (baseline.node == NULL || baseline.node->kind == KPI_YAML_SCALAR) {
    draft->target.goal.from_first = says (&baseline, draft, KPI_SAYS_BASELINE | KPI_SAYS_START);
    return;
  }
  if (says (&value, draft, KPI_SAYS_BASELINE))
    draft->target.goal.baseline = _kpi_cursor_number (&value);
  if (says (&start, draft, KPI_SAYS_START))
    draft->target.start = _kpi_day_year (_kpi_yaml_get_period (start.node).end);
}

gboolean
_kpi_target_read (const KpiCursor *at, KpiTargetDraft *out)
{
  gboolean right;

  init (out, at->place);
  right = read_demand (at, out);
  right = read_of (at, out) && right;
  read_stretch (at, out);
  right = read_deadline (at, out) && right;
  read_baseline (at, out);
  return _kpi_path_read (at, out) && right;
}

static gboolean
inherit_of (KpiTarget *target, const KpiTarget *base)
{
  target->goal.of = base->goal.of;
  if (base->n_of == 0)
    return TRUE;
  target->of = g_try_new (KpiRanked, base->n_of);
  if (target->of == NULL)
    return FALSE;
  memcpy (target->of, base->of, base->n_of * sizeof *base->of);
  target->n_of = base->n_of;
  return TRUE;
}

static void
inherit_demand (KpiTargetDraft *draft, const KpiTarget *base)
{
  KpiTarget *target = &draft->target;

  if (!(draft->says & KPI_SAYS_DEMAND)) {
    target->goal.demand = base->goal.demand;
    target->goal.low = base->goal.low;
    target->goal.high = base->goal.high;
    target->demand_place = base->demand_place;
  }
  if (!(draft->says & KPI_SAYS_DEADLINE)) {
    target->has_deadline = base->has_deadline;
    target->deadline = base->deadline;
    target->by = base->by;
    target->deadline_place = base->deadline_place;
  }
}

gboolean
_kpi_target_inherit (KpiTargetDraft *draft, const KpiTarget *base)
{
  KpiTarget *target = &draft->target;

  inherit_demand (draft, base);
  if (!(draft->says & (KPI_SAYS_DEMAND | KPI_SAYS_STRETCH)))
    target->stretch = base->stretch;
  if (!(draft->says & KPI_SAYS_BASELINE)) {
    target->goal.baseline = base->goal.baseline;
    target->goal.from_first = base->goal.from_first;
  }
  if (!(draft->says & KPI_SAYS_START))
    target->start = base->start;
  return ((draft->says & KPI_SAYS_OF) || inherit_of (target, base)) &&
         _kpi_path_inherit (draft, base);
}

/* What is wrong in it was overlaid: nobody has to mend it. */
static gboolean
read_overlaid (const KpiCursor *at, const KpiTarget *base, KpiTargetDraft *out)
{
  g_autoptr (KpiFindings) unsaid = _kpi_findings_new ();
  KpiCursor overlaid = *at;
  gboolean right;

  overlaid.node = at->node->overlaid;
  overlaid.findings = unsaid;
  right = _kpi_target_read (&overlaid, out);
  if (base != NULL)
    inherit_demand (out, base);
  return right && !isnan (out->target.goal.low);
}

gboolean
_kpi_target_remember (const KpiCursor *at, const KpiTarget *base, KpiTarget *target)
{
  KpiTargetDraft draft;

  if (at->node->overlaid == NULL || !read_overlaid (at, base, &draft))
    return TRUE;
  target->overlaid = g_try_new (KpiTarget, 1);
  if (target->overlaid == NULL)
    return _kpi_cursor_fail_memory (at);
  *target->overlaid = draft.target;
  return TRUE;
}

void
_kpi_target_clear (KpiTarget *target)
{
  g_free (target->overlaid); /* a demand and a deadline: it owns nothing */
  g_free (target->of);
  g_free (target->path);
  *target = (KpiTarget){0};
}
