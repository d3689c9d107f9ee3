/* SPDX-License-Identifier: MIT */
/* Carrying.
 *
 * Always true: nothing is carried from a period that ended later than the one that it is carried
 * to, nor from further back than the model allows. */

#include <math.h>

#include "base/sort.h"
#include "score/measure/carry.h"

gint
_kpi_freshness_compare (const KpiPeriod *a, const KpiPeriod *b)
{
  return a->end != b->end ? KPI_ORDER (b->end, a->end) : _kpi_period_compare (b, a);
}

static const KpiPeriod *
period_of (const KpiOrigin *origin)
{
  return &origin->block->periods[origin->period];
}

static gint
compare_origins (gconstpointer a, gconstpointer b, gpointer user_data)
{
  (void)user_data;
  return _kpi_freshness_compare (period_of (a), period_of (b));
}

gboolean
_kpi_freshness_init (KpiFreshness *freshness, KpiArena *arena, const KpiRun *run, guint32 series)
{
  const KpiBlock *blocks = NULL;
  gsize n_blocks = 0, n = 0;

  if (series != KPI_NO_NAME)
    blocks = _kpi_dataset_get_blocks (run->data, series, &n_blocks);
  for (gsize i = 0; i < n_blocks; i++)
    n += blocks[i].n_periods;
  *freshness = (KpiFreshness){.origins = KPI_ARENA_NEW (arena, KpiOrigin, n)};
  if (freshness->origins == NULL)
    return FALSE;
  for (gsize i = 0; i < n_blocks; i++)
    for (guint32 p = 0; p < blocks[i].n_periods; p++)
      freshness->origins[freshness->n++] = (KpiOrigin){&blocks[i], p};
  _kpi_sort (freshness->origins, n, sizeof *freshness->origins, compare_origins, NULL);
  return TRUE;
}

gboolean
_kpi_carry_reaches (const KpiSeries *rules, gint32 day, gint32 until)
{
  return _kpi_duration_reach (&rules->carry, day) >= until;
}

static gint
compare_to_day (gconstpointer origin, gconstpointer day, gpointer user_data)
{
  (void)user_data;
  return period_of (origin)->end > *(const gint32 *)day ? -1 : 0;
}

gboolean
_kpi_carry_fill (KpiAlignedTerm *row, const KpiRun *run, const KpiFreshness *freshness,
                 const KpiPeriod *period, gint32 until, KpiAlignedTerm *scratch,
                 KpiReading *readings)
{
  gsize ended = _kpi_sort_lower_bound (freshness->origins, freshness->n, sizeof *freshness->origins,
                                       &period->end, compare_to_day, NULL);

  for (gsize i = ended; i < freshness->n; i++) {
    const KpiOrigin *origin = &freshness->origins[i];

    if (!_kpi_carry_reaches (row->rules, period_of (origin)->end, until) ||
        row->n_areas == run->areas->n_areas)
      break;
    if (!_kpi_aligned_read (scratch, run, *origin, readings) ||
        !_kpi_aligned_fill (row, run, scratch))
      return FALSE;
  }
  return TRUE;
}
