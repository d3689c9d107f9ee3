/* SPDX-License-Identifier: MIT */
/* Finding alerts: in the statuses of rows, and in what the run remarked.
 *
 * Always true: the order is total, so that the same scorecard gives the same list; what is shown of
 * the scorecard alone is listed; as of a day no alert is made of figures that later ones have
 * replaced. */

#include <math.h>

#include "analyse/alert.h"
#include "base/sort.h"
#include "score/run/registers.h"

typedef struct {
  const KpiScorecard *card;
  KpiRows *alerts; /* of KpiAlert */
} Search;

/* The kind of alert that a status is; KPI_N_ALERTS of one that is none. */
static KpiAlertKind
kind_of (KpiStatus status)
{
  switch (status) {
  case KPI_STATUS_MISSED:
    return KPI_ALERT_MISSED;
  case KPI_STATUS_MOVING_AWAY:
    return KPI_ALERT_MOVING_AWAY;
  case KPI_STATUS_BEHIND:
  case KPI_STATUS_FAR_BEHIND:
    return KPI_ALERT_BEHIND;
  default:
    return KPI_N_ALERTS;
  }
}

/* The longest overdue comes first; else the lowest pace, and last what has none. */
static double
urgency_of (const KpiScorecard *card, gsize number, const KpiCardRow *row, KpiAlertKind kind)
{
  double pace = kpi_scorecard_get_number (card, number, KPI_COLUMN_PACE);

  if (kind == KPI_ALERT_MISSED)
    return _kpi_scorecard_get_target (card, row)->deadline - card->periods[row->shown->period].end;
  return isnan (pace) ? INFINITY : pace;
}

static gboolean
search_row (Search *search, gsize number)
{
  const KpiScorecard *card = search->card;
  KpiAlertKind kind = kind_of (kpi_scorecard_get_status (card, number));
  KpiCardRow row;

  if (kind == KPI_N_ALERTS)
    return TRUE;
  row = _kpi_scorecard_get_row (card, number);
  return _kpi_rows_append (search->alerts,
                           &(KpiAlert){.kind = kind,
                                       .urgency = urgency_of (card, number, &row, kind),
                                       .row = number,
                                       .period = card->periods[row.shown->period],
                                       .area = row.area,
                                       .node = row.node});
}

/* Where a remark is shown: as of a day on the one board that there is. */
static const KpiCardPeriod *
find_shown (const KpiScorecard *card, const KpiRemark *remark)
{
  if (!card->as_of)
    return _kpi_scorecard_find_period (card, &remark->period);
  return card->n_shown > 0 ? &card->shown[0] : NULL;
}

/* Among indicators that count the same items the one that counts overdue ones speaks best. */
static gboolean
speaks_better (const KpiModel *model, gsize node, gsize than)
{
  KpiItemCount count = model->indicators[node].measure.items->count;

  return than == KPI_NO_NODE || (count == KPI_COUNT_OVERDUE &&
                                 model->indicators[than].measure.items->count != KPI_COUNT_OVERDUE);
}

/* The shown indicator that a remark is listed under; KPI_NO_NODE if none is. */
static gsize
find_node (const KpiScorecard *card, const KpiCardPeriod *shown, const KpiRemark *remark)
{
  const KpiModel *model = card->model;
  gsize found = KPI_NO_NODE;

  for (gsize i = 0; i < shown->n_nodes && _kpi_model_is_indicator (model, shown->nodes[i]); i++) {
    gsize node = shown->nodes[i];

    if (remark->kind == KPI_REMARK_ITEMS) {
      if (_kpi_registers_same_items (model, card->filter_of, remark->subject, node) &&
          speaks_better (model, node, found))
        found = node;
    } else if (remark->kind == KPI_REMARK_CONTRADICTORY) {
      if (_kpi_remarks_touch (&model->checks[remark->subject], &model->indicators[node].measure))
        return node;
    } else if (node == remark->subject) {
      return node;
    }
  }
  return found;
}

/* Whether a failed check is about no indicator at all: nobody could ask for it by name. */
static gboolean
is_homeless (const KpiScorecard *card, const KpiRemark *remark)
{
  for (gsize i = 0; i < card->model->n_indicators && remark->kind == KPI_REMARK_CONTRADICTORY; i++)
    if (card->model->indicators[i].shown &&
        _kpi_remarks_touch (&card->model->checks[remark->subject],
                            &card->model->indicators[i].measure))
      return FALSE;
  return remark->kind == KPI_REMARK_CONTRADICTORY;
}

static gboolean
shows_area (const KpiCardPeriod *shown, guint32 area)
{
  return shown->n_nodes > 0 && _kpi_scorecard_find_row (shown, area, shown->nodes[0]) != KPI_NO_ROW;
}

static KpiAlert
alert_of (const KpiRemark *remark)
{
  KpiAlert alert = {.kind = KPI_ALERT_CONTRADICTORY,
                    .urgency = remark->period.end,
                    .row = KPI_NO_ROW,
                    .period = remark->period,
                    .area = remark->area,
                    .node = KPI_NO_NODE,
                    .remark = remark};

  if (remark->kind == KPI_REMARK_ITEMS) {
    alert.kind = KPI_ALERT_ITEMS;
    alert.urgency = -remark->found;
  } else if (remark->kind == KPI_REMARK_STALE) {
    alert.kind = KPI_ALERT_STALE;
  }
  return alert;
}

static gboolean
search_remark (Search *search, const KpiRemark *remark)
{
  const KpiScorecard *card = search->card;
  const KpiCardPeriod *shown = remark->is_old ? NULL : find_shown (card, remark);
  KpiAlert alert = alert_of (remark);

  if (shown == NULL)
    return TRUE;
  alert.node = find_node (card, shown, remark);
  if (alert.node != KPI_NO_NODE)
    alert.row = _kpi_scorecard_find_row (shown, remark->area, alert.node);
  if (alert.row == KPI_NO_ROW && !(is_homeless (card, remark) && shows_area (shown, remark->area)))
    return TRUE;
  if (alert.kind != KPI_ALERT_CONTRADICTORY)
    alert.period = card->periods[shown->period];
  return _kpi_rows_append (search->alerts, &alert);
}

/* By kind, urgency, period, area and node; remarks on one node as they were made. */
static gint
compare (gconstpointer a, gconstpointer b, gpointer unused)
{
  const KpiAlert *left = a, *right = b;
  gint order = KPI_ORDER (left->kind, right->kind);

  (void)unused;
  if (order == 0)
    order = KPI_ORDER (left->urgency, right->urgency);
  if (order == 0)
    order = _kpi_period_compare (&left->period, &right->period);
  if (order == 0)
    order = KPI_ORDER (left->area, right->area);
  if (order == 0)
    order = KPI_ORDER (left->node, right->node);
  return order != 0 ? order : KPI_ORDER (left->remark, right->remark);
}

gboolean
_kpi_alerts_find (const KpiScorecard *card, KpiRows *alerts)
{
  Search search = {card, alerts};
  const KpiRows *remarks = &card->remarks.rows;

  for (gsize row = 0; row < card->n_rows; row++)
    if (!search_row (&search, row))
      return FALSE;
  for (gsize i = 0; i < remarks->n; i++)
    if (!search_remark (&search, &KPI_ROW (remarks, KpiRemark, i)))
      return FALSE;
  _kpi_sort (alerts->data, alerts->n, sizeof (KpiAlert), compare, NULL);
  return TRUE;
}
