/* SPDX-License-Identifier: MIT */
/* Deriving weights.
 *
 * Always true: what is learned from are the children's own scores, before any gap is filled. */

#include <math.h>

#include "method/weighting.h"
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

/* One child's scores in the areas of a level, period after period. */
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

/* Turns to the room of a period; returns whether what belongs there is learned already. */
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

  if (turn_to (derived, children, period))
    return TRUE;
  for (guint32 level = 0; level < run->areas->n_levels; level++)
    if (!learn_level (derived, children, period, level, &error)) {
      _kpi_findings_append (run->findings, kpi_error_get_findings (error));
      return FALSE;
    }
  return TRUE;
}
