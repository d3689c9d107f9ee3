/* SPDX-License-Identifier: MIT */
/* An alert: what needs somebody now, before it is a row of a listing. */
#pragma once

#include "base/language.h"
#include "score/card/scorecard-private.h"

/* The most urgent first. */
typedef enum {
  KPI_ALERT_ITEMS,  /* overdue: items of a register, about which something can still be done */
  KPI_ALERT_MISSED, /* overdue: a target */
  KPI_ALERT_MOVING_AWAY,
  KPI_ALERT_BEHIND,
  KPI_ALERT_CONTRADICTORY,
  KPI_ALERT_STALE,
  KPI_N_ALERTS
} KpiAlertKind;

#define KPI_NO_NODE G_MAXSIZE

typedef struct {
  KpiAlertKind kind;
  double urgency;   /* within the kind, the least first */
  gsize row;        /* of the scorecard; KPI_NO_ROW of a check that no indicator touches */
  KpiPeriod period; /* as the alert names it */
  guint32 area;
  gsize node;              /* KPI_NO_NODE likewise */
  const KpiRemark *remark; /* that it is made of; NULL: of the row's status */
} KpiAlert;

/* The columns of the listing. */
typedef enum {
  KPI_ALERT_COLUMN_ALERT,
  KPI_ALERT_COLUMN_AREA,
  KPI_ALERT_COLUMN_PERIOD,
  KPI_ALERT_COLUMN_NODE,
  KPI_ALERT_COLUMN_STATUS,
  KPI_ALERT_COLUMN_VALUE,
  KPI_ALERT_COLUMN_TARGET,
  KPI_ALERT_COLUMN_REQUIRED,
  KPI_ALERT_COLUMN_DEADLINE,
  KPI_ALERT_COLUMN_DAYS,
  KPI_ALERT_COLUMN_PACE,
  KPI_ALERT_COLUMN_TEXT
} KpiAlertColumn;

/* Finds all alerts of a scorecard, most urgent first. FALSE if there is no memory. */
gboolean _kpi_alerts_find (const KpiScorecard *card, KpiRows *alerts);

/* One sentence that says what it is about; the area and the node stand beside it. */
void _kpi_alert_append_text (GString *out, const KpiScorecard *card, const KpiAlert *alert,
                             KpiLanguage language);
