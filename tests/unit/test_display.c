/* SPDX-License-Identifier: MIT */
#include <math.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "write-card.h"
#include "write/display.h"

Test (display, a_long_unit_stands_with_the_title, .timeout = 10)
{
  g_autoptr (GString) out = g_string_new (NULL);

  _kpi_display_title (out, "Accounts", "%");
  cr_expect (eq (str, out->str, "Accounts"));
  g_string_truncate (out, 0);
  _kpi_display_title (out, "Accounts", "accounts per person");
  cr_expect (eq (str, out->str, "Accounts (accounts per person)"));
}

/* One indicator for each demand; the values stand where bounds can be seen. Scores by hand:
 * a: >80 of at least 90 from 0: 100·80/90 = 88.9 to 100 (valid ends at 100);
 * b: 60 of at least 80: 75; c: 12 of at most 10 without baseline: 100·10/12 = 83.3;
 * d: 10 with top 5 of 34: 100·(34−10)/(34−5) = 82.8; e: inside its range: 100; f: no target. */
static const char model_text[] = "kpiscore: 1\n"
                                 "id: m\n"
                                 "indicators:\n"
                                 "  a: {unit: '%', valid: [0, 100], target: {at_least: 90}}\n"
                                 "  b: {unit: '%', valid: [0, 100], target: {more_than: 80}}\n"
                                 "  c: {unit: days, target: {at_most: 10}}\n"
                                 "  d: {unit: rank, target: {top: 5, of: 34}}\n"
                                 "  e: {unit: '%', valid: [0, 100], target: {between: [85, 90]}}\n"
                                 "  f: {unit: enterprises}\n"
                                 "  g: {unit: tons, target: {less_than: 5}}\n";

static const char data_text[] = "area,series,period,value\n"
                                "H,a,2025,>80\n"
                                "H,b,2025,60\n"
                                "H,c,2025,12\n"
                                "H,d,2025,10\n"
                                "H,e,2025,86..88\n"
                                "H,f,2025,130\n";

typedef struct {
  const char *node;
  const char *value;
  const char *target;
  const char *score;
  const char *bar;
} Line;

static void
expect_line (const KpiScorecard *card, const Line *line)
{
  const KpiModel *model = kpi_scorecard_get_model (card);
  guint32 node = _kpi_names_find (model->nodes, line->node);
  const KpiIndicator *indicator = &model->indicators[node];
  const KpiTarget *target = indicator->has_target ? &indicator->target : NULL;
  g_autoptr (GString) value = g_string_new (NULL), demand = g_string_new (NULL);
  g_autoptr (GString) score = g_string_new (NULL), bar = g_string_new (NULL);
  gsize row = 0;

  cr_assert (kpi_scorecard_find (card, "H", "2025", line->node, &row, NULL), "%s", line->node);
  _kpi_display_value (value, card, row, indicator, NULL);
  _kpi_display_target (demand, card, row, indicator, target, NULL);
  _kpi_display_score (score, card, row, 100, NULL);
  _kpi_display_bar (bar, card, row, 100, 8);
  cr_expect (eq (str, value->str, (char *)line->value), "%s", line->node);
  cr_expect (eq (str, demand->str, (char *)line->target), "%s", line->node);
  cr_expect (eq (str, score->str, (char *)line->score), "%s", line->node);
  cr_expect (eq (str, bar->str, (char *)line->bar), "%s", line->node);
}

/* Bars have 8 cells of 8 eighths: 75 is 48 eighths, 83.3 is 53 (6 cells and 5/8), 82.8 is 52 (6 and
 * 4/8); of 88.9 to 100 7 cells (56 of 64 eighths) are sure and the eighth is open. */
Test (display, cells_of_each_demand, .timeout = 10)
{
  static const Line lines[] = {
      {"a", "> 80%", "≥ 90%", "88–100", "███████▒│"},
      {"b", "60%", "> 80%", "75.0", "██████··│"},
      {"c", "12 days", "≤ 10", "83.3", "██████▋·│"},
      {"d", "10", "top 5", "82.8", "██████▌·│"},
      {"e", "86–88%", "85–90%", "100.0", "████████│"},
      {"f", "130", "", "", ""},
      {"g", "", "< 5 tons", "", ""},
  };
  g_autoptr (KpiScorecard) card = card_of (model_text, data_text);

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    expect_line (card, &lines[i]);
}

/* A full bar is a full score, and only 0 is empty: 99.9 fills 63 of 64 eighths, 0.1 fills 1. */
Test (display, the_ends_of_a_bar_say_all_or_nothing, .timeout = 10)
{
  static const Line lines[] = {
      {"x", "999", "≥ 1000", "99.9", "███████▉│"},
      {"y", "1", "≥ 1000", "0.1", "▏·······│"},
      {"z", "0", "≥ 1000", "0.0", "········│"},
  };
  g_autoptr (KpiScorecard) card = card_of ("kpiscore: 1\n"
                                           "id: m\n"
                                           "indicators:\n"
                                           "  x: {target: {at_least: 1000}}\n"
                                           "  y: {target: {at_least: 1000}}\n"
                                           "  z: {target: {at_least: 1000}}\n",
                                           "area,period,x,y,z\n"
                                           "H,2025,999,1,0\n");

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    expect_line (card, &lines[i]);
}
