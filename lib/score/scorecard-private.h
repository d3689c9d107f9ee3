/* SPDX-License-Identifier: MIT */
/* A scorecard: the sheets of all nodes, and which of their cells are rows.
 *
 * Rows are not stored: they are counted. Each shown period has its own areas and nodes. */
#ifndef KPI_SCORECARD_PRIVATE_H
#define KPI_SCORECARD_PRIVATE_H

#include <kpiscore/scorecard.h>

#include "score/run.h"
#include "score/sheet.h"

typedef struct {
  gsize period;    /* of the scorecard */
  gsize first_row; /* the number of its first row */
  gsize *nodes;    /* that have rows in it, ascending */
  gsize n_nodes;
  guint32 *areas; /* likewise: those of the card, but where some of them were not there */
  gsize n_areas;
  char spelling[KPI_PERIOD_SIZE];
} KpiCardPeriod;

struct _KpiScorecard {
  gatomicrefcount references;
  KpiModel *model;
  KpiFindings *findings;
  KpiRoster roster;
  KpiPeriod *periods;
  gsize n_periods;
  KpiSheet *sheets; /* by node */

  guint32 *areas; /* shown, ascending */
  gsize n_areas;
  KpiCardPeriod *shown; /* periods, ascending */
  gsize n_shown;
  gsize n_rows;
};

/* Counts the rows that the options ask for. FALSE, with `error` set, for names that are unknown, or
 * if there is no memory. */
gboolean _kpi_scorecard_select (KpiScorecard *card, const KpiRun *run,
                                const KpiScoreOptions *options, GError **error);

/* All that the value of a row can be, with ends that are open; NaN where there is none. */
KpiInterval _kpi_scorecard_get_interval (const KpiScorecard *card, gsize row);

/* The number of an area or node by name; on failure `error` names the nearest. */
gboolean _kpi_scorecard_find_area (const KpiScorecard *card, const char *name, KpiError code,
                                   guint32 *out_area, GError **error);
gboolean _kpi_scorecard_find_node (const KpiScorecard *card, const char *name, KpiError code,
                                   gsize *out_node, GError **error);

#endif
