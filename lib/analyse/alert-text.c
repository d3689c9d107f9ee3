/* SPDX-License-Identifier: MIT */
/* Alerts as sentences. Every sentence is there in every language; {0}, {1} … stand for its parts.
 */

#include <math.h>
#include <string.h>

#include "analyse/alert.h"
#include "base/rounding.h"

#define MOST_PARTS 4

/* The parts of a sentence, in the order of their numbers. */
typedef struct {
  GString *out;
  KpiLanguage language;
  char *parts[MOST_PARTS];
  gsize n;
} Sentence;

static void
add_part (Sentence *sentence, char *part)
{
  sentence->parts[sentence->n++] = part;
}

static void
finish (Sentence *sentence, const char *const form[KPI_N_LANGUAGES])
{
  for (const char *at = form[sentence->language]; *at != '\0'; at++) {
    if (*at != '{') {
      g_string_append_c (sentence->out, *at);
      continue;
    }
    g_string_append (sentence->out, sentence->parts[at[1] - '0']);
    at += 2;
  }
  for (gsize i = 0; i < sentence->n; i++)
    g_free (sentence->parts[i]);
}

/* `edge` is a number that this one must not look equal to where it is not. */
static char *
spell_number (const Sentence *sentence, double value, double edge, const char *unit)
{
  GString *out = g_string_new (NULL);

  _kpi_rounding_append (out, value, (KpiRounding){2, edge, TRUE}, sentence->language);
  if (*unit != '\0')
    g_string_append_printf (out, "%s%s", g_str_equal (unit, "%") ? "" : " ", unit);
  return g_string_free (out, FALSE);
}

static char *
spell_count (const Sentence *sentence, double count)
{
  return spell_number (sentence, count, NAN, "");
}

static char *
spell_period (const KpiPeriod *period)
{
  char spelling[KPI_PERIOD_SIZE];

  _kpi_period_format (period, spelling);
  return g_strdup (spelling);
}

static char *
spell_day (gint32 day)
{
  KpiPeriod period = _kpi_period_of_day (day);

  return spell_period (&period);
}

/* "at least 35%" */
static char *
spell_demand (const Sentence *sentence, const KpiGoal *goal, const char *unit)
{
  static const char *const demands[][KPI_N_LANGUAGES] = {
      [KPI_DEMAND_AT_LEAST] = {"at least {0}", "ít nhất {0}"},
      [KPI_DEMAND_MORE_THAN] = {"more than {0}", "trên {0}"},
      [KPI_DEMAND_AT_MOST] = {"at most {0}", "nhiều nhất {0}"},
      [KPI_DEMAND_LESS_THAN] = {"less than {0}", "dưới {0}"},
      [KPI_DEMAND_BETWEEN] = {"{0} to {1}", "từ {0} đến {1}"},
      [KPI_DEMAND_TOP] = {"a place among the first {0}", "trong tốp {0}"},
  };
  static const char *const exactly[KPI_N_LANGUAGES] = {"exactly {0}", "đúng {0}"};
  gboolean is_point = goal->demand == KPI_DEMAND_BETWEEN && goal->low == goal->high;
  Sentence part = {.out = g_string_new (NULL), .language = sentence->language};

  add_part (&part, spell_number (sentence, goal->low, NAN, unit));
  add_part (&part, spell_number (sentence, goal->high, NAN, unit));
  finish (&part, is_point ? exactly : demands[goal->demand]);
  return g_string_free (part.out, FALSE);
}

static const char *const missed[KPI_N_LANGUAGES] = {"{0}, where {1} was due by {2}.",
                                                    "{0}, trong khi phải đạt {1} chậm nhất {2}."};

static const char *const moving_away[][KPI_N_LANGUAGES] = {
    {"{0} and moving away: {3} was required by now, {1} by {2}.",
     "{0} và đang đi lùi: đến nay phải đạt {3}, chậm nhất {2} phải đạt {1}."},
    {"{0} and moving away from {1} by {2}.", "{0} và đang xa dần mục tiêu {1} chậm nhất {2}."},
    {"{0} and moving away.", "{0} và đang đi lùi."}};
static const char *const behind[][KPI_N_LANGUAGES] = {
    {"{0}, where {3} was required by now on the way to {1} by {2}.",
     "{0}, trong khi đến nay phải đạt {3} để chậm nhất {2} đạt {1}."},
    {"{0}, too slow to reach {1} by {2}.", "{0}, quá chậm để đạt {1} chậm nhất {2}."},
    {"{0}, growing too slowly.", "{0}, tăng trưởng quá chậm."}};

/* That a rank is one, "among the first 5" says already. */
static const char *
unit_of (const KpiScorecard *card, gsize node, const KpiTarget *target)
{
  gboolean is_rank = target != NULL && target->goal.demand == KPI_DEMAND_TOP;

  return is_rank ? "" : card->model->indicators[node].unit;
}

static void
append_status (Sentence *sentence, const KpiScorecard *card, const KpiAlert *alert)
{
  const char *const(*forms)[KPI_N_LANGUAGES] =
      alert->kind == KPI_ALERT_MOVING_AWAY ? moving_away : behind;
  KpiCardRow row = _kpi_scorecard_get_row (card, alert->row);
  const KpiTarget *target = _kpi_scorecard_get_target (card, &row);
  const char *unit = unit_of (card, alert->node, target);
  double value = kpi_scorecard_get_number (card, alert->row, KPI_COLUMN_VALUE);
  double required = kpi_scorecard_get_number (card, alert->row, KPI_COLUMN_REQUIRED);
  gboolean is_missed = alert->kind == KPI_ALERT_MISSED;

  add_part (sentence,
            spell_number (sentence, value, is_missed ? target->goal.low : required, unit));
  if (target == NULL || !target->has_deadline) {
    finish (sentence, forms[2]);
    return;
  }
  add_part (sentence, spell_demand (sentence, &target->goal, unit));
  add_part (sentence, spell_day (target->deadline));
  add_part (sentence, spell_number (sentence, required, value, unit));
  finish (sentence, is_missed ? missed : isnan (required) ? forms[1] : forms[0]);
}

static const char *const remarks[KPI_N_REMARKS][KPI_N_LANGUAGES] = {
    [KPI_REMARK_CONTRADICTORY] = {"{2} is given as {1}, and its parts add up to {0}.",
                                  "{2} được ghi là {1}, nhưng các phần cộng lại là {0}."},
    [KPI_REMARK_JUMP] = {"From {1} to {0} within one period, where at most {2} is allowed.",
                         "Từ {1} thành {0} trong một kỳ, trong khi chỉ cho phép nhiều nhất {2}."},
    [KPI_REMARK_STALE] = {"No observation since {0}.", "Không có số liệu mới từ {0}."},
    [KPI_REMARK_OUTSIDE] = {"{0} lies outside {1} to {2}.", "{0} nằm ngoài khoảng {1} đến {2}."},
    [KPI_REMARK_DIFFERS] = {"{0} is reported, and its parts add up to {1}.",
                            "Báo cáo là {0}, nhưng các phần cộng lại là {1}."},
    [KPI_REMARK_ITEMS] = {"{0} of {1} open items are overdue.",
                          "{0} trên {1} mục chưa xong đã quá hạn."},
};
static const char *const part[KPI_N_LANGUAGES] = {
    "{2} is {0}, more than {3}, of which it is a part: {1}.",
    "{2} là {0}, nhiều hơn {3} bao gồm nó: {1}."};

static const char *
series_of (const KpiModel *model, const KpiCheck *check, gsize term)
{
  return _kpi_names_get (model->series, check->difference.of[term].series);
}

static void
append_check (Sentence *sentence, const KpiScorecard *card, const KpiRemark *remark)
{
  const KpiCheck *check = &card->model->checks[remark->subject];
  gsize last = check->difference.n_of - 1;

  if (check->is_part)
    add_part (sentence, g_strdup (series_of (card->model, check, 0)));
  add_part (sentence, g_strdup (series_of (card->model, check, last)));
  finish (sentence, check->is_part ? part : remarks[KPI_REMARK_CONTRADICTORY]);
}

static void
append_remark (Sentence *sentence, const KpiScorecard *card, const KpiRemark *remark)
{
  const KpiIndicator *indicator = &card->model->indicators[remark->subject];

  if (remark->kind == KPI_REMARK_STALE) {
    add_part (sentence, spell_period (&remark->period));
    finish (sentence, remarks[KPI_REMARK_STALE]);
    return;
  }
  add_part (sentence, spell_number (sentence, remark->found, remark->expected, ""));
  if (remark->kind == KPI_REMARK_OUTSIDE) {
    add_part (sentence, spell_count (sentence, indicator->valid[0]));
    add_part (sentence, spell_count (sentence, indicator->valid[1]));
  } else {
    add_part (sentence, spell_number (sentence, remark->expected, remark->found, ""));
  }
  if (remark->kind == KPI_REMARK_JUMP)
    add_part (sentence, spell_count (sentence, indicator->max_change));
  if (remark->kind == KPI_REMARK_CONTRADICTORY)
    append_check (sentence, card, remark);
  else
    finish (sentence, remarks[remark->kind]);
}

void
_kpi_alert_append_text (GString *out, const KpiScorecard *card, const KpiAlert *alert,
                        KpiLanguage language)
{
  Sentence sentence = {.out = out, .language = language};

  if (alert->remark != NULL)
    append_remark (&sentence, card, alert->remark);
  else
    append_status (&sentence, card, alert);
}
