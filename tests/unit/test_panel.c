/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "write-card.h"

/* By hand: share 100·21/35 = 60, of 8 cells of 8 eighths 38 (4 cells and 6/8); cashless is met:
 * 100; the group 80 (51 eighths, 6 cells and 3/8), and the index too, as bands has no value. bands
 * was demanded and has no data; unasked has no value and no target: no line. 80 columns: titles get
 * what the cells leave: value 6 + 2, target 6 + 2, bar 9 + 2, score 5 + 1, status 10 + 2 are 45. */
Test (panel, a_lone_city, .timeout = 10)
{
  g_autoptr (KpiScorecard) card = card_of (hue_model, hue_data);
  g_autofree char *text = written (card, KPI_FORMAT_TABLE, NULL);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  cr_assert (g_strv_length (lines) > 11, "%s", text);
  cr_expect (eq (str, lines[0],
                 "Hue · 2025                                                   Hue "
                 "city scoreboard"));
  cr_expect (eq (str, lines[2],
                 "Indicator                             Value  Target            Score  Status"));
  cr_expect (g_str_has_prefix (lines[3], "Index "), "%s", lines[3]);
  cr_expect (strstr (lines[3], "██████▍·│  80.0") != NULL, "%s", lines[3]);
  cr_expect (eq (str, lines[4], ""));
  cr_expect (g_str_has_prefix (lines[5], "Economy "), "%s", lines[5]);
  cr_expect (eq (str, lines[6],
                 "  Digital economy share of GRDP         21%   ≥ 35%  ████▊···│ "
                 " 60.0  ○ open"));
  cr_expect (eq (str, lines[7],
                 "  Cashless payments                     85%   > 80%  ████████│ "
                 "100.0  ✓ achieved"));
  cr_expect (eq (str, lines[8], ""));
  cr_expect (
      eq (str, lines[9],
          "Broadband                                      ≥ 10                   – no data"));
  cr_expect (eq (str, lines[11], "Other indicators"));
  cr_expect (
      eq (str, lines[12],
          "  Digital firms (enterprises)        12 345                           no target"));
}

/* 60 columns: value 5 + 2, target 6 + 2, bar 9 + 2, score 5 + 1, status 6 + 2 are 40; 20 are left
 * for the title, and in its second line, two of them indent, those of value and target as well: 33.
 */
Test (panel, a_long_title_goes_on_below, .timeout = 10)
{
  g_autoptr (KpiScorecard) card =
      card_of ("kpiscore: 1\nid: m\n"
               "indicators: {a: {title: Files of procedures handled online from start to end and "
               "back again, unit: '%', target: {at_least: 80}}}\n",
               "area,period,a\nX,2025,40\n");
  KpiTableStyle style = {.width = 60};
  g_autofree char *text = written (card, KPI_FORMAT_TABLE, &style);

  cr_expect (strstr (text, "\nFiles of procedures     40%   ≥ 80%  ████····│  50.0  ○ open\n"
                           "  handled online from start to end…\n") != NULL,
             "%s", text);
}

/* Of what was not asked for there is no heading. */
Test (panel, an_indicator_alone_needs_no_headings, .timeout = 10)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpiModel) model = kpi_model_parse (hue_model, -1, &error);
  g_autoptr (KpiDatasetBuilder) builder = kpi_dataset_builder_new ();
  g_autoptr (KpiScoreOptions) options = kpi_score_options_new ();
  g_autoptr (KpiDataset) data = NULL;
  g_autoptr (KpiScorecard) card = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  cr_assert (kpi_dataset_builder_add (builder, "H", "share", "2025", 21, &error));
  data = kpi_dataset_builder_build (builder, &error);
  kpi_score_options_add_node (options, "share");
  card = kpi_model_score (model, data, options, &error);
  cr_assert (card != NULL);
  text = written (card, KPI_FORMAT_TABLE, NULL);
  lines = g_strsplit (text, "\n", -1);
  cr_expect (g_str_has_prefix (lines[3], "Digital economy share of GRDP "), "%s", text);
  cr_expect (eq (sz, g_strv_length (lines), 5), "%s", text);
}

/* A mark before the value, so that digits stand below one another, and what it means below. What
 * was rolled up alone has none. */
Test (panel, a_value_that_was_noticed_has_a_mark, .timeout = 10)
{
  static const KpiTableStyle vietnamese = {.width = 60, .language = "vi"};
  static const KpiTableStyle english = {.width = 60};
  g_autoptr (KpiScorecard) card =
      card_of ("kpiscore: 1\nid: m\nareas: {P: {}, A: {parent: P}}\nindicators:\n"
               "  x: {max_change: 5, stale: 1Y}\n  y: {rollup: sum}\n",
               "area,period,x,y\nA,2020,10,1\nA,2021,16,2\nA,2025,,3\n");
  g_autofree char *text = written (card, KPI_FORMAT_TABLE, &english);
  g_autofree char *other = written (card, KPI_FORMAT_TABLE, &vietnamese);

  cr_expect (strstr (text, "A · 2021                                                   m\n"
                           "────────────────────────────────────────────────────────────\n"
                           "Indicator                                   Value  Status\n"
                           "x                                            ! 16  no target\n"
                           "y                                               2  no target\n"
                           "! an unlikely jump; old figures\n") != NULL,
             "%s", text);
  cr_expect (strstr (text, "! old") == NULL, "%s", text);
  cr_expect (strstr (other, "! tăng giảm bất thường; số liệu cũ\n") != NULL, "%s", other);
}
