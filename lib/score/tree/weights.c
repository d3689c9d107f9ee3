/* SPDX-License-Identifier: MIT */
/* Deriving weights.
 *
 * Always true: what is learned from are the children's own scores, before any gap is filled. */

#include <math.h>
#include <string.h>

#include "method/weighting.h"
#include "score/prepare/recall.h"
#include "score/tree/weights.h"

gboolean
_kpi_weights_init (KpiDerivedWeights *derived, KpiArena *arena, const KpiChildren *children)
{
  const KpiWeightingMethod *method = children->group->weighting;
  const KpiAreas *areas = children->run->areas;
  KpiSheet *sheet = children->sheet;
  gsize n;
  double *weights;

  *derived = (KpiDerivedWeights){0};
  if (method == NULL)
    return TRUE;
  derived->of = method->per_area ? KPI_WEIGHTS_OF_AREA : KPI_WEIGHTS_OF_LEVEL;
  n = method->per_area ? areas->n_areas : (gsize)KPI_N_FREQUENCIES * areas->n_levels;
  if (!g_size_checked_mul (&n, n, children->n_children))
    return FALSE;
  weights = KPI_ARENA_NEW (method->per_area ? arena : &sheet->arena, double, n);
  *(method->per_area ? &derived->of_areas : &sheet->weights) = weights;
  for (gsize i = 0; weights != NULL && i < n; i++)
    weights[i] = NAN;
  return weights != NULL;
}

/* Whether what is learned in `period` is learned from `other` too. */
static gboolean
is_pooled (const KpiDerivedWeights *derived, const KpiChildren *children, gsize period, gsize other)
{
  const KpiRun *run = children->run;

  if (derived->of == KPI_WEIGHTS_OF_AREA)
    return other == period;
  return children->sheet->slots[other] != KPI_NO_SLOT &&
         run->periods[other].frequency == run->periods[period].frequency;
}

static gsize
count_pooled (const KpiDerivedWeights *derived, const KpiChildren *children, gsize period)
{
  gsize n = 0;

  for (gsize p = 0; p < children->run->n_periods; p++)
    n += is_pooled (derived, children, period, p);
  return n;
}

static void
fill_column (const KpiDerivedWeights *derived, const KpiChildren *children, gsize child,
             gsize period, const guint32 *areas, guint32 n, double *out)
{
  for (gsize p = 0; p < children->run->n_periods; p++) {
    const double *row;

    if (!is_pooled (derived, children, period, p))
      continue;
    row = _kpi_children_get_row (children, child, p, KPI_END_POINT, 0);
    for (guint32 i = 0; i < n; i++)
      *out++ = row != NULL ? row[areas[i]] : NAN;
  }
}

/* What is the same everywhere tells nobody apart: one warning a group, of the first such child. */
static void
warn_of_constant (KpiDerivedWeights *derived, const KpiChildren *children,
                  const KpiWeighed *weighed)
{
  const KpiGroup *group = children->group;

  for (gsize c = 0; c < weighed->n_children && !group->weighting->blind && !derived->warned; c++) {
    if (!_kpi_weighting_is_constant (weighed->children[c], weighed->n_areas))
      continue;
    derived->warned = TRUE;
    _kpi_findings_add (
        children->run->findings, KPI_SEVERITY_WARNING, KPI_ERROR_UNDEFINED, group->place, group->id,
        "found a constant column, all scores of %s, expected different ones; %s",
        kpi_model_get_node_id (children->run->model, group->children[c]),
        group->weighting->per_area ? "by it alone all areas are equally good" : "it has no weight");
  }
}

/* What a level has learned comes to its place; of areas, to each of theirs. */
static void
put_weights (const KpiDerivedWeights *derived, const KpiChildren *children, guint32 level,
             const guint32 *areas, guint32 n, const double *weights)
{
  gsize n_children = children->n_children;

  for (gsize c = 0; derived->of == KPI_WEIGHTS_OF_LEVEL && c < n_children; c++)
    derived->weights[level * n_children + c] = weights[c];
  for (guint32 i = 0; derived->of == KPI_WEIGHTS_OF_AREA && i < n; i++)
    for (gsize c = 0; c < n_children; c++)
      derived->weights[areas[i] * n_children + c] = weights[i * n_children + c];
}

static gboolean
learn_level (KpiDerivedWeights *derived, const KpiChildren *children, gsize period, guint32 level,
             GError **error)
{
  guint32 n;
  const guint32 *members = _kpi_areas_get_level (children->run->areas, level, &n);
  gsize n_rows = n * count_pooled (derived, children, period), n_children = children->n_children;
  gsize n_weights = n_children * (derived->of == KPI_WEIGHTS_OF_AREA ? MAX (n, 1) : 1);
  g_autofree double *numbers = g_try_new (double, MAX (n_rows * n_children, 1));
  g_autofree const double **columns = g_try_new (const double *, n_children);
  g_autofree double *weights = g_try_new (double, n_weights);
  KpiWeighed weighed = {columns, n_children, n_rows};

  if (numbers == NULL || columns == NULL || weights == NULL)
    return _kpi_weighting_no_memory (error);
  for (gsize c = 0; c < n_children; c++) {
    columns[c] = numbers + c * n_rows;
    fill_column (derived, children, c, period, members, n, numbers + c * n_rows);
  }
  warn_of_constant (derived, children, &weighed);
  if (!children->group->weighting->weigh (&weighed, weights, &derived->why, error))
    return FALSE;
  put_weights (derived, children, level, members, n, weights);
  return TRUE;
}

static KpiFitKey
get_key (const KpiChildren *children, gsize period, guint32 level)
{
  return (KpiFitKey){.node = children->group->id,
                     .stage = KPI_FIT_WEIGH,
                     .level = _kpi_pool_level_name (children->run, level),
                     .group = "",
                     .period = KPI_FIT_OF_ALL (children->run->periods[period].frequency)};
}

/* Hands over what a level has learned; weights that are not defined are not kept. */
static gboolean
hand_over (const KpiDerivedWeights *derived, const KpiChildren *children, gsize period,
           guint32 level)
{
  const KpiRun *run = children->run;
  const double *weights = derived->weights + level * children->n_children;
  KpiFitEntry entry = {.key = get_key (children, period, level), .n_weights = children->n_children};
  gboolean done;

  if (isnan (weights[0]))
    return TRUE;
  entry.weights = g_try_new (double, children->n_children);
  done = entry.weights != NULL && _kpi_fitted_init (&entry.fitted, KPI_LEARNS_RANGE) &&
         _kpi_fitted_learn (&entry.fitted, weights, NULL, NULL, children->n_children);
  if (done)
    memcpy (entry.weights, weights, children->n_children * sizeof *weights);
  done = done && _kpi_fit_add (run->weighed, &entry, children->group->place, run->findings);
  g_free (entry.weights);
  _kpi_fitted_clear (&entry.fitted);
  return done;
}

/* Whether the fit at hand holds weights of a group: one that was merged of parts does not. */
static gboolean
has_fit (const KpiDerivedWeights *derived, const KpiChildren *children)
{
  return derived->of == KPI_WEIGHTS_OF_LEVEL && children->run->fit != NULL &&
         _kpi_fit_get_frequencies (children->run->fit, children->group->id, KPI_FIT_WEIGH) != 0;
}

static gboolean
recall_level (KpiDerivedWeights *derived, const KpiChildren *children, gsize period, guint32 level)
{
  const KpiRun *run = children->run;
  const KpiGroup *group = children->group;
  KpiFitKey key = get_key (children, period, level);
  const KpiFitEntry *entry = _kpi_recall_find (run, &key);
  guint32 n;

  if (entry != NULL && entry->n_weights != children->n_children) {
    _kpi_findings_add (
        run->findings, KPI_SEVERITY_ERROR, KPI_ERROR_CONFLICT, group->place, group->id,
        "found a fit that learned something else of it, expected weights of its %" G_GSIZE_FORMAT
        " children: fit anew",
        children->n_children);
    return FALSE;
  }
  if (entry != NULL)
    put_weights (derived, children, level, _kpi_areas_get_level (run->areas, level, &n), 0,
                 entry->weights);
  else
    derived->why = "nothing of it in the fit for some areas or periods";
  return TRUE;
}

/* Takes up the weights of a period; returns whether what belongs there is learned already. */
static gboolean
turn_to (KpiDerivedWeights *derived, const KpiChildren *children, gsize period)
{
  KpiFrequency frequency = children->run->periods[period].frequency;
  gsize n_levels = children->run->areas->n_levels;
  gboolean learned = (derived->frequencies & (1u << frequency)) != 0;

  if (derived->of == KPI_WEIGHTS_OF_CALL)
    return TRUE;
  derived->weights = derived->of_areas;
  if (derived->of == KPI_WEIGHTS_OF_AREA)
    return FALSE;
  derived->weights = children->sheet->weights + frequency * n_levels * children->n_children;
  derived->frequencies |= 1u << frequency;
  return learned;
}

gboolean
_kpi_weights_learn (KpiDerivedWeights *derived, const KpiChildren *children, gsize period)
{
  const KpiRun *run = children->run;
  g_autoptr (GError) error = NULL;
  gboolean recalls = has_fit (derived, children), done = TRUE;
  gboolean keeps = run->weighed != NULL && derived->of == KPI_WEIGHTS_OF_LEVEL &&
                   !children->group->weighting->blind;

  if (turn_to (derived, children, period))
    return TRUE;
  for (guint32 level = 0; done && level < run->areas->n_levels; level++)
    done = recalls ? recall_level (derived, children, period, level)
                   : learn_level (derived, children, period, level, &error) &&
                         (!keeps || hand_over (derived, children, period, level));
  if (error != NULL)
    _kpi_findings_append (run->findings, kpi_error_get_findings (error));
  return done;
}
