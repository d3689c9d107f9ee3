/* SPDX-License-Identifier: MIT */
/* A scorecard: the sheets of all nodes, and which of their cells are rows.
 *
 * Rows are not stored: they are counted. Each shown period has its own areas and nodes. */
#pragma once

#include <kpiscore/scorecard.h>

#include "score/run/remarks.h"
#include "score/run/run.h"
#include "score/prepare/screen.h"
#include "score/run/sheet.h"

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
  KpiDataset *data; /* whose numbers sheets may have borrowed */
  KpiFindings *findings;
  KpiAreas areas;
  KpiPeriod *periods;
  gsize n_periods;
  KpiSheet *sheets; /* by node */
  KpiRemarks remarks;
  KpiRows screened;   /* of KpiScreened */
  guint32 *filter_of; /* by indicator: which items of its register it counts; NULL: none does */
  gboolean as_of;
  KpiStage stage; /* of the values that are shown */

  guint32 *shown_areas; /* ascending */
  gsize n_shown_areas;
  KpiCardPeriod *shown; /* periods, ascending */
  gsize n_shown;
  gsize n_rows;
};

/* A row taken apart. */
typedef struct {
  const KpiCardPeriod *shown;
  const KpiSheet *sheet;
  guint32 area;
  gsize node;
  gsize cell; /* KPI_NO_CELL where the node has no numbers in the period */
} KpiCardRow;

#define KPI_NO_ROW G_MAXSIZE

KpiCardRow _kpi_scorecard_get_row (const KpiScorecard *card, gsize row);

/* The row of an area and node in a shown period, by their numbers; KPI_NO_ROW if there is none. */
gsize _kpi_scorecard_find_row (const KpiCardPeriod *shown, guint32 area, gsize node);

/* The shown period that is the same as another; NULL if there is none. */
const KpiCardPeriod *_kpi_scorecard_find_period (const KpiScorecard *card, const KpiPeriod *period);

/* The target of an indicator's row; NULL where none holds. */
const KpiTarget *_kpi_scorecard_get_target (const KpiScorecard *card, const KpiCardRow *row);

/* Which nodes the options ask to see, by node; a new array. NULL, with `error` set, for names that
 * are unknown, or if there is no memory. */
guint8 *_kpi_scorecard_select_nodes (const KpiScorecard *card, const KpiScoreOptions *options,
                                     GError **error);

/* Counts the rows that the options ask for, of the nodes that the run shows. FALSE, with `error`
 * set, for names that are unknown, or if there is no memory. */
gboolean _kpi_scorecard_select (KpiScorecard *card, const KpiRun *run,
                                const KpiScoreOptions *options, GError **error);

/* All that the value of a row can be, with ends that are open; NaN where there is none. */
KpiInterval _kpi_scorecard_get_interval (const KpiScorecard *card, gsize row);

/* The number of an area or node by name; on failure `error` names the nearest. */
gboolean _kpi_scorecard_find_area (const KpiScorecard *card, const char *name, KpiError code,
                                   guint32 *out_area, GError **error);
gboolean _kpi_scorecard_find_node (const KpiScorecard *card, const char *name, KpiError code,
                                   gsize *out_node, GError **error);
