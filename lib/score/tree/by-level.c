/* SPDX-License-Identifier: MIT */
/* Combining level by level.
 *
 * Always true: areas meet only areas of their own level, with scores rounded to 1e-9, so that
 * rounding noise wins nothing; and a child of weight 0 takes no part. */

#include <math.h>

#include "score/tree/by-level.h"

gboolean
_kpi_by_level_init (KpiByLevel *by_level, KpiArena *arena, gsize n_children, guint32 n_areas)
{
  gsize n_rows = 2 * n_children;

  *by_level = (KpiByLevel){.n_children = n_children,
                           .n_areas = n_areas,
                           .packed = KPI_ARENA_NEW (arena, double, n_rows *n_areas),
                           .own = KPI_ARENA_NEW (arena, const double *, n_rows),
                           .weights = KPI_ARENA_NEW (arena, double, n_children),
                           .scores = KPI_ARENA_NEW (arena, double, n_areas)};
  if (arena->failed)
    return FALSE;
  by_level->rivals = by_level->own + n_children;
  for (gsize row = 0; row < n_rows; row++)
    by_level->own[row] = by_level->packed + row * n_areas;
  return TRUE;
}

static void
pack (double *packed, const double *row, const guint32 *areas, guint32 n, const guint8 *refused,
      gboolean compares)
{
  for (guint32 i = 0; i < n; i++)
    packed[i] = refused[areas[i]] ? NAN : row[areas[i]];
  for (guint32 i = 0; compares && i < n; i++)
    packed[i] = _kpi_score_rounded (packed[i]);
}

/* Packs the children that have weight; returns how many. */
static gsize
pack_children (const KpiByLevel *by_level, const KpiCombiningCall *call, const double *weights,
               const guint32 *areas, guint32 n, const guint8 *refused)
{
  gboolean compares = call->combining->method->compares;
  gsize packed = 0;

  for (gsize c = 0; c < call->n_children; c++) {
    gsize own = packed * by_level->n_areas,
          rival = (by_level->n_children + packed) * by_level->n_areas;

    if (weights[c] == 0)
      continue;
    pack (by_level->packed + own, call->children[c], areas, n, refused, compares);
    if (compares)
      pack (by_level->packed + rival, call->rivals[c], areas, n, refused, compares);
    by_level->weights[packed++] = weights[c];
  }
  return packed;
}

static void
run_level (const KpiByLevel *by_level, const KpiCombiningCall *call, const double *weights,
           const guint32 *areas, guint32 n, const guint8 *refused, double *out, KpiTally *tally)
{
  KpiCombiningCall level = *call;

  level.children = by_level->own;
  level.rivals = by_level->rivals;
  level.weights = by_level->weights;
  level.n_children = pack_children (by_level, call, weights, areas, n, refused);
  level.combining->method->combine (&level, by_level->scores, n, tally);
  for (guint32 i = 0; i < n; i++)
    out[areas[i]] = isnan (weights[0]) ? NAN : by_level->scores[i];
}

/* A gap adds nothing; an area that has no weights has no score. */
static double
weigh_area (const KpiCombiningCall *call, const double *weights, guint32 area)
{
  double sum = 0;

  for (gsize c = 0; c < call->n_children; c++) {
    double part = weights[c] * call->children[c][area];

    sum += weights[c] == 0 || (isnan (part) && !isnan (weights[c])) ? 0 : part;
  }
  return sum;
}

void
_kpi_by_level_run (const KpiByLevel *by_level, const KpiCombiningCall *call,
                   KpiWeightsOf weights_of, const KpiAreas *areas, const guint8 *refused,
                   double *out, KpiTally *tally)
{
  for (guint32 a = 0; weights_of == KPI_WEIGHTS_OF_AREA && a < areas->n_areas; a++)
    out[a] = weigh_area (call, call->weights + a * call->n_children, a);
  for (guint32 level = 0; weights_of != KPI_WEIGHTS_OF_AREA && level < areas->n_levels; level++) {
    guint32 n;
    const guint32 *members = _kpi_areas_get_level (areas, level, &n);
    gsize first = weights_of == KPI_WEIGHTS_OF_LEVEL ? level * call->n_children : 0;

    run_level (by_level, call, call->weights + first, members, n, refused, out, tally);
  }
}
