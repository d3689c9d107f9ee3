/* SPDX-License-Identifier: MIT */
/* Carrying.
 *
 * Always true: nothing is carried from a period that ended later than the one that it is carried
 * to, nor from further back than the model allows. */

#include "base/sort.h"
#include "score/measure/carry.h"

gint
_kpi_carry_order (gconstpointer a, gconstpointer b, gpointer unused)
{
  const KpiPeriod *left = a, *right = b;

  (void)unused;
  return left->end != right->end ? KPI_ORDER (right->end, left->end)
                                 : _kpi_period_compare (right, left);
}

static gint
compare_origins (gconstpointer a, gconstpointer b, gpointer unused)
{
  return _kpi_carry_order (_kpi_origin_period (a), _kpi_origin_period (b), unused);
}

gboolean
_kpi_carry_list (KpiAlignedTerm *term)
{
  const KpiBlock *blocks = NULL;
  gsize n_blocks = 0, n = 0;

  if (term->series != KPI_NO_NAME)
    blocks = _kpi_dataset_get_blocks (term->run->data, term->series, &n_blocks);
  for (gsize i = 0; i < n_blocks; i++)
    n += blocks[i].n_periods;
  term->latest = KPI_ARENA_NEW (term->arena, KpiOrigin, n);
  if (term->latest == NULL)
    return FALSE;
  for (gsize i = 0; i < n_blocks; i++)
    for (guint32 p = 0; p < blocks[i].n_periods; p++)
      term->latest[term->n_latest++] = (KpiOrigin){&blocks[i], p};
  _kpi_sort (term->latest, n, sizeof *term->latest, compare_origins, NULL);
  return TRUE;
}

static gint
compare_to_day (gconstpointer origin, gconstpointer day, gpointer unused)
{
  (void)unused;
  return _kpi_origin_period (origin)->end > *(const gint32 *)day ? -1 : 0;
}

gsize
_kpi_carry_find_ended (const KpiAlignedTerm *term, gint32 day)
{
  return _kpi_sort_lower_bound (term->latest, term->n_latest, sizeof *term->latest, &day,
                                compare_to_day, NULL);
}

gboolean
_kpi_carry_reaches (const KpiSeries *rules, gint32 day, gint32 until)
{
  return _kpi_duration_reach (&rules->carry, day) >= until;
}

gboolean
_kpi_carry_fill (KpiAlignedTerm *term, gint32 until, KpiAlignedTerm *scratch)
{
  for (gsize i = _kpi_carry_find_ended (term, term->period.end); i < term->n_latest; i++) {
    const KpiOrigin *origin = &term->latest[i];

    if (!_kpi_carry_reaches (term->rules, _kpi_origin_period (origin)->end, until) ||
        term->n_areas == term->run->areas->n_areas)
      break;
    if (!_kpi_aligned_read (scratch, *origin) || !_kpi_aligned_fill (term, scratch))
      return FALSE;
  }
  return TRUE;
}
