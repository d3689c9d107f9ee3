/* SPDX-License-Identifier: MIT */
/* Imputing: the way that an indicator's method takes.
 *
 * A method looks across, at the areas of one level or group in the same period (impute-across.c),
 * at the siblings of the same area (impute-row.c), or along the time of one area (impute-time.c).
 * The first two learn from other areas, and that may be recalled from a fit. A run that learns
 * leaves the gaps that other areas fill: what fills them is known when all that was learned is
 * together. */

#include "score/prepare/gaps.h"
#include "score/prepare/impute-across.h"
#include "score/prepare/impute-row.h"
#include "score/prepare/impute-time.h"
#include "score/prepare/impute.h"

static gboolean
impute_indicator (KpiRun *run, const KpiIndicator *indicator, KpiSheet *sheet,
                  gboolean asked_by_row)
{
  gboolean is_across = _kpi_imputing_is_across (&indicator->imputing);

  if ((is_across || run->learned != NULL) &&
      !_kpi_impute_across (run, indicator, sheet, asked_by_row))
    return FALSE;
  return _kpi_imputing_from (&indicator->imputing) != KPI_IMPUTE_TIME ||
         _kpi_impute_along (run, indicator, sheet);
}

gboolean
_kpi_impute (KpiRun *run, KpiSheet *sheets)
{
  const KpiModel *model = run->model;
  KpiArena arena = {0};
  guint8 *asked = KPI_ARENA_NEW (&arena, guint8, model->n_indicators);
  guint8 *lacks = KPI_ARENA_NEW (&arena, guint8, model->n_indicators);
  gboolean done = !arena.failed && _kpi_impute_rows (run, sheets, asked, lacks);

  for (gsize i = 0; done && i < model->n_indicators; i++) {
    const KpiIndicator *indicator = &model->indicators[i];

    done = !indicator->shown || impute_indicator (run, indicator, &sheets[i], asked[i]);
    if (lacks[i])
      _kpi_gaps_warn_lack (run, indicator);
  }
  _kpi_arena_clear (&arena);
  return done;
}
