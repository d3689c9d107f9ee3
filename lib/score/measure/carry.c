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
  if (a->end != b->end)
    return a->end > b->end ? -1 : 1;
  return _kpi_period_compare (b, a);
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
_kpi_freshness_init (KpiFreshness *freshness, const KpiRun *run, guint32 series)
{
  const KpiBlock *blocks = NULL;
  gsize n_blocks = 0, n = 0;

  if (series != KPI_NO_NAME)
    blocks = _kpi_dataset_get_blocks (run->data, series, &n_blocks);
  for (gsize i = 0; i < n_blocks; i++)
    n += blocks[i].n_periods;
  freshness->origins = g_try_new (KpiOrigin, MAX (n, 1));
  if (freshness->origins == NULL)
    return FALSE;
  for (gsize i = 0; i < n_blocks; i++)
    for (guint32 p = 0; p < blocks[i].n_periods; p++)
      freshness->origins[freshness->n++] = (KpiOrigin){&blocks[i], p};
  _kpi_sort (freshness->origins, n, sizeof *freshness->origins, compare_origins, NULL);
  return TRUE;
}

void
_kpi_freshness_clear (KpiFreshness *freshness)
{
  g_clear_pointer (&freshness->origins, g_free);
  freshness->n = 0;
}

gboolean
_kpi_carry_reaches (const KpiSeries *said, gint32 day, gint32 until)
{
  return _kpi_duration_reach (&said->carry, day) >= until;
}

/* The first period that had ended by a day. */
static gsize
find_ended (const KpiFreshness *freshness, gint32 day)
{
  gsize first = 0, last = freshness->n;

  while (first < last) {
    gsize middle = first + (last - first) / 2;

    if (period_of (&freshness->origins[middle])->end > day)
      first = middle + 1;
    else
      last = middle;
  }
  return first;
}

gboolean
_kpi_carry_fill (KpiTermRow *row, const KpiRun *run, const KpiFreshness *freshness,
                 const KpiPeriod *period, gint32 until, KpiTermRow *scratch, KpiReading *readings)
{
  for (gsize i = find_ended (freshness, period->end); i < freshness->n; i++) {
    const KpiOrigin *origin = &freshness->origins[i];

    if (!_kpi_carry_reaches (row->said, period_of (origin)->end, until) ||
        row->n_areas == run->areas->n_areas)
      break;
    if (!_kpi_lineup_read (scratch, run, *origin, readings) ||
        !_kpi_lineup_fill (row, run, scratch))
      return FALSE;
  }
  return TRUE;
}
