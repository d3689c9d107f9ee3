/* SPDX-License-Identifier: MIT */
/* Finding a row by area, period and node. */

#include <math.h>
#include <stdlib.h>

#include "base/text.h"
#include "score/card/scorecard-private.h"

static gboolean
fail_period (const char *text, const char *expected, GError **error)
{
  g_autofree char *quoted = _kpi_text_quote (text);

  return _kpi_error_set (error, KPI_ERROR_UNKNOWN, "period: found %s, expected %s", quoted,
                         expected);
}

const KpiCardPeriod *
_kpi_scorecard_find_period (const KpiScorecard *card, const KpiPeriod *period)
{
  gsize first = 0, last = card->n_shown;

  while (first < last) {
    gsize middle = first + (last - first) / 2;
    gint order = _kpi_period_compare (&card->periods[card->shown[middle].period], period);

    if (order == 0)
      return &card->shown[middle];
    if (order < 0)
      first = middle + 1;
    else
      last = middle;
  }
  return NULL;
}

static gboolean
find_period (const KpiScorecard *card, const char *text, const KpiCardPeriod **out_shown,
             GError **error)
{
  const char *why;
  KpiPeriod period;

  if (!_kpi_period_parse (text, &period, &why))
    return fail_period (text, why, error);
  *out_shown = _kpi_scorecard_find_period (card, &period);
  return *out_shown != NULL || fail_period (text, "one of the scorecard's", error);
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

gsize
_kpi_scorecard_find_row (const KpiCardPeriod *shown, guint32 area, gsize node)
{
  const guint32 *area_place =
      bsearch (&area, shown->areas, shown->n_areas, sizeof *shown->areas, compare_areas);
  const gsize *node_place =
      bsearch (&node, shown->nodes, shown->n_nodes, sizeof *shown->nodes, compare_nodes);

  if (area_place == NULL || node_place == NULL)
    return KPI_NO_ROW;
  return shown->first_row + (gsize)(area_place - shown->areas) * shown->n_nodes +
         (gsize)(node_place - shown->nodes);
}

gboolean
kpi_scorecard_find (const KpiScorecard *card, const char *area, const char *period,
                    const char *node, gsize *out_row, GError **error)
{
  const KpiCardPeriod *shown = NULL;
  guint32 area_number;
  gsize node_number, found;

  if (!_kpi_scorecard_find_area (card, area, KPI_ERROR_UNKNOWN, &area_number, error) ||
      !find_period (card, period, &shown, error) ||
      !_kpi_scorecard_find_node (card, node, KPI_ERROR_UNKNOWN, &node_number, error))
    return FALSE;
  found = _kpi_scorecard_find_row (shown, area_number, node_number);
  if (found == KPI_NO_ROW)
    return _kpi_error_set (error, KPI_ERROR_MISSING, "the scorecard has no row for %s, %s, %s",
                           area, period, node);
  *out_row = found;
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
