/* SPDX-License-Identifier: MIT */
/* Rows by area, period and node.
 *
 * Always true: the names that are compared are the scorecard's own spelling. A name as the caller
 * spells it (an alias, 2025-A1) is brought there once, by kpi_scorecard_find(). */

#include "calls.h"

enum { AREA, PERIOD, NODE, N_NAMES };

static const KpiColumn columns[N_NAMES] = {KPI_COLUMN_AREA, KPI_COLUMN_PERIOD, KPI_COLUMN_NODE};

struct _KpiSelection {
  KpiScorecard *card;
  const char *names[N_NAMES]; /* borrowed from the card; NULL for every one */
  gsize row;
};

/* The row of `name` beside the other names of row `row`. */
static gboolean
find_beside (const KpiScorecard *card, gsize row, int which, const char *name, gsize *out_row,
             GError **error)
{
  const char *names[N_NAMES];

  for (int i = 0; i < N_NAMES; i++)
    names[i] = i == which ? name : kpi_scorecard_get_text (card, row, columns[i]);
  return kpi_scorecard_find (card, names[AREA], names[PERIOD], names[NODE], out_row, error);
}

/* Sets the scorecard's own spelling of `name`, NULL if no row has it; FALSE if the scorecard does
 * not know it. A node has rows in some periods only, the same ones for each area: so the rows of
 * one area are tried, all of them. */
static gboolean
find_spelling (const KpiScorecard *card, int which, const char *name, const char **out_spelling,
               GError **error)
{
  const char *first_area = kpi_scorecard_get_text (card, 0, KPI_COLUMN_AREA);

  *out_spelling = NULL;
  for (gsize row = 0; row < kpi_scorecard_get_n_rows (card); row++) {
    g_autoptr (GError) failure = NULL;
    gsize found;

    if (!g_str_equal (kpi_scorecard_get_text (card, row, KPI_COLUMN_AREA), first_area))
      continue;
    if (find_beside (card, row, which, name, &found, &failure)) {
      *out_spelling = kpi_scorecard_get_text (card, found, columns[which]);
      return TRUE;
    }
    if (!_kpi_is_missing_row (failure)) {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  }
  return TRUE;
}

/* Lets only rows of that name pass. */
static gboolean
narrow (KpiSelection *selection, int which, const char *name, GError **error)
{
  if (!find_spelling (selection->card, which, name, &selection->names[which], error))
    return FALSE;
  if (selection->names[which] == NULL)
    selection->row = kpi_scorecard_get_n_rows (selection->card);
  return TRUE;
}

KpiSelection *
_kpi_selection_new (KpiScorecard *card, const char *area, const char *period, const char *node,
                    GError **error)
{
  const char *asked[N_NAMES] = {area, period, node};
  gboolean has_rows = kpi_scorecard_get_n_rows (card) > 0;
  KpiSelection *selection = g_new0 (KpiSelection, 1);

  selection->card = kpi_scorecard_ref (card);
  for (int i = 0; i < N_NAMES; i++)
    if (has_rows && asked[i] != NULL && !narrow (selection, i, asked[i], error)) {
      _kpi_selection_free (selection);
      return NULL;
    }
  return selection;
}

void
_kpi_selection_free (KpiSelection *selection)
{
  kpi_scorecard_unref (selection->card);
  g_free (selection);
}

const KpiScorecard *
_kpi_selection_get_card (const KpiSelection *selection)
{
  return selection->card;
}

static gboolean
passes (const KpiSelection *selection, gsize row)
{
  for (int i = 0; i < N_NAMES; i++)
    if (selection->names[i] != NULL &&
        !g_str_equal (selection->names[i],
                      kpi_scorecard_get_text (selection->card, row, columns[i])))
      return FALSE;
  return TRUE;
}

gboolean
_kpi_selection_next (KpiSelection *selection, gsize *out_row)
{
  while (selection->row < kpi_scorecard_get_n_rows (selection->card)) {
    gsize row = selection->row++;

    if (passes (selection, row)) {
      *out_row = row;
      return TRUE;
    }
  }
  return FALSE;
}
