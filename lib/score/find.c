/* SPDX-License-Identifier: MIT */
/* Finding a row by area, period and node. */

#include <math.h>
#include <stdlib.h>

#include "base/text.h"
#include "score/scorecard-private.h"

static gboolean
fail_period (const char *text, const char *expected, GError **error)
{
  g_autofree char *quoted = _kpi_text_quote (text);

  return _kpi_error_set (error, KPI_ERROR_UNKNOWN, "period: found %s, expected %s", quoted,
                         expected);
}

static gboolean
find_period (const KpiScorecard *card, const char *text, const KpiCardPeriod **out_shown,
             GError **error)
{
  const char *why;
  KpiPeriod period;

  if (!_kpi_period_parse (text, &period, &why))
    return fail_period (text, why, error);
  for (gsize i = 0; i < card->n_shown; i++)
    if (_kpi_period_compare (&period, &card->periods[card->shown[i].period]) == 0) {
      *out_shown = &card->shown[i];
      return TRUE;
    }
  return fail_period (text, "one of the scorecard's", error);
}

static gint
compare_areas (gconstpointer a, gconstpointer b)
{
  guint32 left = *(const guint32 *)a, right = *(const guint32 *)b;

  return left < right ? -1 : left > right;
}

static gint
compare_nodes (gconstpointer a, gconstpointer b)
{
  gsize left = *(const gsize *)a, right = *(const gsize *)b;

  return left < right ? -1 : left > right;
}

gboolean
kpi_scorecard_find (const KpiScorecard *card, const char *area, const char *period,
                    const char *node, gsize *out_row, GError **error)
{
  const KpiCardPeriod *shown = NULL;
  const guint32 *area_place;
  const gsize *node_place;
  guint32 area_number;
  gsize node_number;

  if (!_kpi_scorecard_find_area (card, area, KPI_ERROR_UNKNOWN, &area_number, error) ||
      !find_period (card, period, &shown, error) ||
      !_kpi_scorecard_find_node (card, node, KPI_ERROR_UNKNOWN, &node_number, error))
    return FALSE;
  area_place =
      bsearch (&area_number, shown->areas, shown->n_areas, sizeof *shown->areas, compare_areas);
  node_place =
      bsearch (&node_number, shown->nodes, shown->n_nodes, sizeof *shown->nodes, compare_nodes);
  if (area_place == NULL || node_place == NULL)
    return _kpi_error_set (error, KPI_ERROR_MISSING, "the scorecard has no row for %s, %s, %s",
                           area, period, node);
  *out_row = shown->first_row + (gsize)(area_place - shown->areas) * shown->n_nodes +
             (gsize)(node_place - shown->nodes);
  return TRUE;
}

double
kpi_scorecard_get_score (const KpiScorecard *card, const char *area, const char *period,
                         const char *node)
{
  gsize row;

  if (!kpi_scorecard_find (card, area, period, node, &row, NULL))
    return NAN;
  return kpi_scorecard_get_number (card, row, KPI_COLUMN_SCORE);
}
