/* SPDX-License-Identifier: MIT */
/* Alerts as a listing. What a row of the scorecard says comes from there; see alert.c for what is
 * an alert, and in which order. */

#include <math.h>
#include <stdlib.h>

#include <kpiscore/alerts.h>

#include "analyse/alert.h"
#include "base/findings-private.h"
#include "base/listing-private.h"

static const KpiListingColumn columns[] = {
    [KPI_ALERT_COLUMN_ALERT] = {"alert", KPI_LISTING_TEXT},
    [KPI_ALERT_COLUMN_AREA] = {"area", KPI_LISTING_TEXT},
    [KPI_ALERT_COLUMN_PERIOD] = {"period", KPI_LISTING_TEXT},
    [KPI_ALERT_COLUMN_NODE] = {"node", KPI_LISTING_TEXT},
    [KPI_ALERT_COLUMN_STATUS] = {"status", KPI_LISTING_TEXT},
    [KPI_ALERT_COLUMN_VALUE] = {"value", KPI_LISTING_NUMBER},
    [KPI_ALERT_COLUMN_TARGET] = {"target", KPI_LISTING_NUMBER},
    [KPI_ALERT_COLUMN_REQUIRED] = {"required", KPI_LISTING_NUMBER},
    [KPI_ALERT_COLUMN_DEADLINE] = {"deadline", KPI_LISTING_TEXT},
    [KPI_ALERT_COLUMN_DAYS] = {"days", KPI_LISTING_WHOLE},
    [KPI_ALERT_COLUMN_PACE] = {"pace", KPI_LISTING_NUMBER},
    [KPI_ALERT_COLUMN_TEXT] = {"text", KPI_LISTING_TEXT},
};

/* Of the kinds of alerts in their order, of which the first two are one word. */
static const char *const words[KPI_N_ALERTS] = {"overdue",       "moving_away", "behind",
                                                "contradictory", "stale",       NULL};

const char *const *
kpi_alerts_get_kinds (void)
{
  return words;
}

static const char *
word_of (KpiAlertKind kind)
{
  return words[kind == KPI_ALERT_ITEMS ? 0 : kind - KPI_ALERT_MISSED];
}

typedef struct {
  const KpiScorecard *card;
  KpiListing *listing;
  KpiLanguage language;
} Writing;

/* Whether an alert speaks of its row as it stands, rather than of a figure behind it. */
static gboolean
is_of_row (const KpiAlert *alert)
{
  return alert->remark == NULL || alert->remark->kind == KPI_REMARK_STALE;
}

static double
number_of (const Writing *writing, const KpiAlert *alert, KpiColumn column)
{
  return is_of_row (alert) ? kpi_scorecard_get_number (writing->card, alert->row, column) : NAN;
}

static void
add_period (const Writing *writing, const KpiPeriod *period)
{
  char spelling[KPI_PERIOD_SIZE];

  _kpi_period_format (period, spelling);
  _kpi_listing_add_text (writing->listing, spelling);
}

/* The deadline, and the days since it or until it; of what is stale its age. */
static void
add_days (const Writing *writing, const KpiAlert *alert, const KpiTarget *target)
{
  gboolean has_deadline = target != NULL && target->has_deadline;
  double days = NAN;

  if (alert->remark != NULL)
    days = alert->remark->kind == KPI_REMARK_STALE ? alert->remark->found : NAN;
  else if (has_deadline)
    days = abs (alert->period.end - target->deadline);
  if (has_deadline)
    add_period (writing, &(KpiPeriod){target->deadline, target->deadline, KPI_FREQUENCY_DAY});
  else
    _kpi_listing_add_text (writing->listing, "");
  _kpi_listing_add_number (writing->listing, days);
}

static void
add_row (const Writing *writing, const KpiAlert *alert)
{
  const KpiScorecard *card = writing->card;
  KpiListing *listing = writing->listing;
  g_autoptr (GString) text = g_string_new (NULL);
  const KpiTarget *target = NULL;

  if (is_of_row (alert)) {
    KpiCardRow row = _kpi_scorecard_get_row (card, alert->row);

    target = _kpi_scorecard_get_target (card, &row);
  }
  _kpi_listing_add_text (listing, word_of (alert->kind));
  _kpi_listing_add_text (listing, _kpi_areas_get (&card->areas, alert->area));
  add_period (writing, &alert->period);
  _kpi_listing_add_text (
      listing, alert->node == KPI_NO_NODE ? "" : kpi_model_get_node_id (card->model, alert->node));
  _kpi_listing_add_text (listing, is_of_row (alert)
                                      ? kpi_scorecard_get_text (card, alert->row, KPI_COLUMN_STATUS)
                                      : "");
  _kpi_listing_add_number (listing, is_of_row (alert) ? number_of (writing, alert, KPI_COLUMN_VALUE)
                                                      : alert->remark->found);
  _kpi_listing_add_number (listing, number_of (writing, alert, KPI_COLUMN_TARGET));
  _kpi_listing_add_number (listing, number_of (writing, alert, KPI_COLUMN_REQUIRED));
  add_days (writing, alert, target);
  _kpi_listing_add_number (listing, number_of (writing, alert, KPI_COLUMN_PACE));
  _kpi_alert_append_text (text, card, alert, writing->language);
  _kpi_listing_add_text (listing, text->str);
}

static KpiListing *
fail_memory (GError **error)
{
  _kpi_error_set (error, KPI_ERROR_MEMORY, "no memory for the alerts");
  return NULL;
}

KpiListing *
kpi_scorecard_list_alerts (const KpiScorecard *card, const char *language, GError **error)
{
  Writing writing = {.card = card, .language = _kpi_language_of (language)};
  KpiRows alerts = KPI_ROWS (KpiAlert);

  if (_kpi_alerts_find (card, &alerts))
    writing.listing =
        _kpi_listing_new (kpi_model_get_id (card->model), columns, G_N_ELEMENTS (columns));
  for (gsize i = 0; writing.listing != NULL && i < alerts.n; i++)
    add_row (&writing, &KPI_ROW (&alerts, KpiAlert, i));
  _kpi_rows_clear (&alerts);
  return writing.listing == NULL ? fail_memory (error)
                                 : _kpi_listing_finish (writing.listing, error);
}
