/* SPDX-License-Identifier: MIT */
/* Finding a row by area, period and node. */

#include <math.h>

#include "base/sort.h"
#include "base/text.h"
#include "score/card/scorecard-private.h"

static gboolean
fail_period (const char *text, const char *expected, GError **error)
{
  g_autofree char *quoted = _kpi_text_quote (text);

  return _kpi_error_set (error, KPI_ERROR_UNKNOWN, "period: found %s, expected %s", quoted,
                         expected);
}

/* The periods of a card's rows are numbered as they are among all that the run had. */
static gint
compare_shown (gconstpointer shown, gconstpointer period, gpointer periods)
{
  return _kpi_period_compare ((const KpiPeriod *)periods + ((const KpiCardPeriod *)shown)->period,
                              period);
}

const KpiCardPeriod *
_kpi_scorecard_find_period (const KpiScorecard *card, const KpiPeriod *period)
{
  gsize place = _kpi_sort_lower_bound (card->shown, card->n_shown, sizeof *card->shown, period,
                                       compare_shown, card->periods);

  return place < card->n_shown && compare_shown (&card->shown[place], period, card->periods) == 0
             ? &card->shown[place]
             : NULL;
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

gsize
_kpi_scorecard_find_row (const KpiCardPeriod *shown, guint32 area, gsize node)
{
  gsize a = _kpi_sort_lower_bound (shown->areas, shown->n_areas, sizeof area, &area,
                                   _kpi_order_guint32, NULL);
  gsize n = _kpi_sort_lower_bound (shown->nodes, shown->n_nodes, sizeof node, &node,
                                   _kpi_order_gsize, NULL);

  if (a == shown->n_areas || shown->areas[a] != area || n == shown->n_nodes ||
      shown->nodes[n] != node)
    return KPI_NO_ROW;
  return shown->first_row + a * shown->n_nodes + n;
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
