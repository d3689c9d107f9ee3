/* SPDX-License-Identifier: MIT */
/* The cells of a table as text for people. */

#include <math.h>
#include <string.h>

#include "score/card/scorecard-private.h"
#include "write/display.h"
#include "write/width.h"
#include "write/words.h"

#define MAX_UNIT 6     /* columns of a unit that stands with its value */
#define MAX_TITLE 1024 /* bytes of a title that are looked at */
#define EIGHTHS 8      /* a block character is filled by eighths */

void
_kpi_display_number (GString *out, double value, KpiRounding rounding, const char *language)
{
  _kpi_rounding_append (out, value, rounding, _kpi_language_of (language));
}

static gboolean
is_short (const char *unit)
{
  return _kpi_width (unit) <= MAX_UNIT;
}

static void
append_unit (GString *out, const char *unit)
{
  if (*unit == '\0' || !is_short (unit))
    return;
  if (!g_str_equal (unit, "%"))
    g_string_append_c (out, ' ');
  g_string_append (out, unit);
}

static void
append_start (GString *out, const char *text)
{
  const char *end = text;

  while (*end != '\0' && end - text < MAX_TITLE)
    end = g_utf8_next_char (end);
  g_string_append_len (out, text, end - text);
}

void
_kpi_display_title (GString *out, const char *title, const char *unit)
{
  append_start (out, title);
  if (is_short (unit))
    return;
  g_string_append (out, " (");
  append_start (out, unit);
  g_string_append_c (out, ')');
}

static double
number_of (const KpiScorecard *card, gsize row, KpiColumn column)
{
  return kpi_scorecard_get_number (card, row, column);
}

/* A value, or its bounds: an end that only says what any value may be is not worth a word. */
void
_kpi_display_value (GString *out, const KpiScorecard *card, gsize row,
                    const KpiIndicator *indicator, const char *language)
{
  double value = number_of (card, row, KPI_COLUMN_VALUE);
  KpiInterval all = _kpi_scorecard_get_interval (card, row);
  gboolean has_low = isfinite (all.low) && !(all.low == indicator->valid[0] && value == all.high);
  gboolean has_high = isfinite (all.high) && !(all.high == indicator->valid[1] && value == all.low);
  KpiRounding rounding = {2, number_of (card, row, KPI_COLUMN_TARGET), TRUE};

  if (isnan (value))
    return;
  if (_kpi_interval_is_exact (&all) || (!has_low && !has_high)) {
    _kpi_display_number (out, value, rounding, language);
  } else {
    if (!has_high)
      g_string_append (out, all.low_open ? "> " : "≥ ");
    if (!has_low)
      g_string_append (out, all.high_open ? "< " : "≤ ");
    if (has_low)
      _kpi_display_number (out, all.low, rounding, language);
    if (has_low && has_high)
      g_string_append (out, "–");
    if (has_high)
      _kpi_display_number (out, all.high, rounding, language);
  }
  /* That a rank is one, its target "top 5" says already. */
  if (!indicator->has_target || indicator->target.goal.demand != KPI_DEMAND_TOP)
    append_unit (out, indicator->unit);
}

static const char *
sense_of (const KpiGoal *goal)
{
  switch (goal->demand) {
  case KPI_DEMAND_AT_LEAST:
    return "≥ ";
  case KPI_DEMAND_MORE_THAN:
    return "> ";
  case KPI_DEMAND_AT_MOST:
    return "≤ ";
  case KPI_DEMAND_LESS_THAN:
    return "< ";
  case KPI_DEMAND_BETWEEN:
    return goal->low == goal->high ? "= " : "";
  case KPI_DEMAND_TOP:
    return "";
  }
  return "";
}

/* The unit stands with the value; with the target too where that is alone, or the unit is "%". */
void
_kpi_display_target (GString *out, const KpiScorecard *card, gsize row,
                     const KpiIndicator *indicator, const KpiTarget *target, const char *language)
{
  KpiRounding rounding = {2, NAN, TRUE};
  const KpiGoal *goal;

  if (target == NULL)
    return;
  goal = &target->goal;
  g_string_append (out, sense_of (goal));
  if (goal->demand == KPI_DEMAND_TOP)
    g_string_append_printf (out, "%s ", _kpi_word (KPI_WORD_TOP, language));
  _kpi_display_number (out, goal->low, rounding, language);
  if (goal->demand == KPI_DEMAND_BETWEEN && goal->low != goal->high) {
    g_string_append (out, "–");
    _kpi_display_number (out, goal->high, rounding, language);
  }
  if (goal->demand == KPI_DEMAND_TOP)
    return;
  if (g_str_equal (indicator->unit, "%") || isnan (number_of (card, row, KPI_COLUMN_VALUE)))
    append_unit (out, indicator->unit);
}

/* Of a score its least and its most; where one is unbounded, what the scale allows. */
static void
score_ends (const KpiScorecard *card, gsize row, double out_of, double ends[2])
{
  double score = number_of (card, row, KPI_COLUMN_SCORE);
  double low = number_of (card, row, KPI_COLUMN_SCORE_LOW);
  double high = number_of (card, row, KPI_COLUMN_SCORE_HIGH);

  ends[0] = isfinite (low) ? low : MIN (0, score);
  ends[1] = isfinite (high) ? high : MAX (out_of, score);
}

void
_kpi_display_score (GString *out, const KpiScorecard *card, gsize row, double out_of,
                    const char *language)
{
  double score = number_of (card, row, KPI_COLUMN_SCORE);
  double ends[2];

  if (isnan (score))
    return;
  score_ends (card, row, out_of, ends);
  if (ends[0] == ends[1]) {
    _kpi_display_number (out, score, (KpiRounding){1, out_of, FALSE}, language);
    return;
  }
  /* Outward, so that what is shown holds the truth as well. */
  _kpi_display_number (out, floor (ends[0]), (KpiRounding){0, NAN, TRUE}, language);
  g_string_append (out, "–");
  _kpi_display_number (out, ceil (ends[1]), (KpiRounding){0, NAN, TRUE}, language);
}

void
_kpi_display_rank (GString *out, const KpiScorecard *card, gsize row, const char *language)
{
  double rank = number_of (card, row, KPI_COLUMN_RANK);
  double best = number_of (card, row, KPI_COLUMN_RANK_BEST);
  double worst = number_of (card, row, KPI_COLUMN_RANK_WORST);

  if (isnan (rank))
    return;
  g_string_append_printf (out, "%s ", _kpi_word (KPI_WORD_RANK, language));
  if (isnan (best) || isnan (worst) || best == worst)
    g_string_append_printf (out, "%.0f", rank);
  else
    g_string_append_printf (out, "%.0f–%.0f", best, worst);
}

/* How much of a bar is filled, in eighths of a cell: all of it only by a full score, and none only
 * by a score of 0. */
static gsize
filled (double score, double out_of, gsize cells)
{
  gsize all = cells * EIGHTHS;

  if (score >= out_of)
    return all;
  if (!(score > 0))
    return 0;
  return CLAMP ((gsize)(score / out_of * (double)all), 1, all - 1);
}

void
_kpi_display_bar (GString *out, const KpiScorecard *card, gsize row, double out_of, gsize cells)
{
  static const char *const parts[EIGHTHS] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
  double ends[2];
  gsize sure, perhaps, cell = 0;

  if (isnan (number_of (card, row, KPI_COLUMN_SCORE)))
    return;
  score_ends (card, row, out_of, ends);
  sure = filled (ends[0], out_of, cells);
  perhaps = (filled (ends[1], out_of, cells) + EIGHTHS - 1) / EIGHTHS;
  for (; cell < sure / EIGHTHS; cell++)
    g_string_append (out, "█");
  if (ends[0] == ends[1] && sure % EIGHTHS > 0) {
    g_string_append (out, parts[sure % EIGHTHS]);
    cell++;
  }
  for (; cell < perhaps; cell++)
    g_string_append (out, "▒");
  for (; cell < cells; cell++)
    g_string_append (out, "·");
  g_string_append (out, "│");
}
