/* SPDX-License-Identifier: MIT */
/* Selecting rows: which areas, periods and nodes of a finished run are shown. */

#include <string.h>

#include "base/text.h"
#include "score/tree/presence.h"
#include "score/card/scorecard-private.h"

static gboolean
fail_unknown (const char *what, const char *name, const KpiNames *known, KpiError code,
              GError **error)
{
  g_autofree char *quoted = _kpi_text_quote (name);
  g_autofree char *hint = _kpi_names_hint (known, name);

  return _kpi_error_set (error, code, "%s: found %s, expected one of the scorecard's%s", what,
                         quoted, hint);
}

gboolean
_kpi_scorecard_find_area (const KpiScorecard *card, const char *name, KpiError code,
                          guint32 *out_area, GError **error)
{
  g_autofree char *normal = _kpi_text_name (name, strlen (name));
  guint32 area = normal == NULL ? KPI_NO_AREA : _kpi_areas_find (&card->areas, normal);

  if (area != KPI_NO_AREA) {
    *out_area = area;
    return TRUE;
  }
  return fail_unknown ("area", name, card->areas.names, code, error);
}

gboolean
_kpi_scorecard_find_node (const KpiScorecard *card, const char *name, KpiError code,
                          gsize *out_node, GError **error)
{
  guint32 node = _kpi_names_find (card->model->nodes, name);

  if (node != KPI_NO_NAME) {
    *out_node = node;
    return TRUE;
  }
  return fail_unknown ("node", name, card->model->nodes, code, error);
}

/* Marks what the options name among the areas; all where they name none. */
static gboolean
mark_areas (const KpiScorecard *card, const KpiScoreOptions *options, guint8 *wanted,
            GError **error)
{
  gboolean all = options == NULL || options->areas->len == 0;

  memset (wanted, all, card->areas.n_areas);
  for (guint i = 0; !all && i < options->areas->len; i++) {
    guint32 area;

    if (!_kpi_scorecard_find_area (card, g_ptr_array_index (options->areas, i), KPI_ERROR_ARGUMENT,
                                   &area, error))
      return FALSE;
    wanted[area] = TRUE;
  }
  return TRUE;
}

guint8 *
_kpi_scorecard_select_nodes (const KpiScorecard *card, const KpiScoreOptions *options,
                             GError **error)
{
  gsize n_nodes = kpi_model_get_n_nodes (card->model), node = 0;
  gboolean all = options == NULL || options->nodes->len == 0;
  g_autofree guint8 *wanted = g_try_malloc (MAX (n_nodes, 1));

  if (wanted == NULL) {
    _kpi_error_set (error, KPI_ERROR_MEMORY, "no memory for the nodes");
    return NULL;
  }
  memset (wanted, all, n_nodes);
  for (guint i = 0; !all && i < options->nodes->len; i++) {
    if (!_kpi_scorecard_find_node (card, g_ptr_array_index (options->nodes, i), KPI_ERROR_ARGUMENT,
                                   &node, error))
      return NULL;
    wanted[node] = TRUE;
  }
  return g_steal_pointer (&wanted);
}

static gboolean
is_asked (const KpiScoreOptions *options, const KpiPeriod *period)
{
  if (options == NULL || options->periods->len == 0)
    return TRUE;
  for (guint i = 0; i < options->periods->len; i++)
    if (_kpi_period_compare (period, &g_array_index (options->periods, KpiPeriod, i)) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
has_rows (const KpiScorecard *card, const KpiRun *run, gsize node, gsize period)
{
  const KpiSheet *sheet = &card->sheets[node];

  if (!_kpi_model_is_indicator (card->model, node))
    return sheet->slots[period] != KPI_NO_SLOT;
  return card->model->indicators[node].shown && _kpi_presence_of_indicator (run, sheet, period);
}

/* Fills the areas of one period: those that were there. */
static gboolean
fill_areas (const KpiScorecard *card, KpiCardPeriod *shown)
{
  const KpiPeriod *period = &card->periods[shown->period];

  shown->areas = card->shown_areas;
  shown->n_areas = card->n_shown_areas;
  if (card->areas.lives == NULL)
    return TRUE;
  shown->areas = g_try_new (guint32, MAX (card->n_shown_areas, 1));
  shown->n_areas = 0;
  for (gsize i = 0; shown->areas != NULL && i < card->n_shown_areas; i++)
    if (_kpi_areas_has_rows (&card->areas, card->shown_areas[i], period))
      shown->areas[shown->n_areas++] = card->shown_areas[i];
  return shown->areas != NULL;
}

/* Fills the areas and nodes of one period; FALSE if there is no memory. */
static gboolean
fill_period (KpiScorecard *card, const KpiRun *run, const guint8 *wanted, gsize period)
{
  KpiCardPeriod *shown = &card->shown[card->n_shown];
  gsize n_nodes = kpi_model_get_n_nodes (card->model);

  card->n_shown++; /* from here on the scorecard ends it, half filled or not */
  *shown = (KpiCardPeriod){.period = period, .first_row = card->n_rows};
  shown->nodes = g_try_new (gsize, MAX (n_nodes, 1));
  if (shown->nodes == NULL || !fill_areas (card, shown))
    return FALSE;
  for (gsize node = 0; node < n_nodes; node++)
    if (wanted[node] && has_rows (card, run, node, period))
      shown->nodes[shown->n_nodes++] = node;
  _kpi_period_format (&card->periods[period], shown->spelling);
  card->n_rows += shown->n_nodes * shown->n_areas;
  return TRUE;
}

static void
warn_empty (KpiScorecard *card, const KpiCardPeriod *shown)
{
  _kpi_findings_add (card->findings, KPI_SEVERITY_WARNING, KPI_ERROR_UNUSED, KPI_NOWHERE, "period",
                     "found %s, for which no indicator has values of that frequency",
                     shown->spelling);
}

gboolean
_kpi_scorecard_select (KpiScorecard *card, const KpiRun *run, const KpiScoreOptions *options,
                       GError **error)
{
  g_autofree guint8 *asked = g_try_malloc (MAX (card->areas.n_areas, 1));

  card->shown_areas = g_try_new (guint32, MAX (card->areas.n_areas, 1));
  card->shown = g_try_new0 (KpiCardPeriod, MAX (card->n_periods, 1));
  if (asked == NULL || card->shown_areas == NULL || card->shown == NULL)
    return _kpi_error_set (error, KPI_ERROR_MEMORY, "no memory for the rows");
  if (!mark_areas (card, options, asked, error))
    return FALSE;
  for (guint32 a = 0; a < card->areas.n_areas; a++)
    if (asked[a])
      card->shown_areas[card->n_shown_areas++] = a;
  for (gsize p = 0; p < card->n_periods; p++) {
    if (!run->as_of && !is_asked (options, &card->periods[p]))
      continue;
    if (!fill_period (card, run, run->shown_nodes, p))
      return _kpi_error_set (error, KPI_ERROR_MEMORY, "no memory for the rows");
    if (card->shown[card->n_shown - 1].n_nodes == 0 && options != NULL &&
        options->periods->len > 0) /* of others the data's own findings have told */
      warn_empty (card, &card->shown[card->n_shown - 1]);
  }
  return TRUE;
}
