/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "write-card.h"
#include "write/width.h"

static const char model_text[] =
    "kpiscore: 1\n"
    "id: m\n"
    "title: {en: Hue city scoreboard, vi: Bảng điểm thành phố Huế}\n"
    "areas:\n"
    "  H: {title: {en: Hue, vi: Huế}, level: city}\n"
    "  D: {title: {en: Da Nang, vi: Đà Nẵng}, level: city}\n"
    "  C: {title: A commune, level: commune}\n"
    "indicators:\n"
    "  share: {title: {en: Digital economy share of GRDP, vi: Tỷ trọng kinh tế số trong GRDP},\n"
    "          unit: '%', valid: [0, 100], target: {at_least: 35}}\n"
    "  cashless: {title: {en: Cashless payments, vi: Giao dịch không tiền mặt}, unit: '%',\n"
    "             valid: [0, 100], target: {more_than: 80}}\n"
    "  bands: {title: Broadband, target: {at_least: 10}}\n"
    "  firms: {title: Digital firms, unit: enterprises}\n"
    "  unasked: {title: Nobody asked for this}\n"
    "index:\n"
    "  id: i\n"
    "  title: {en: Index, vi: Chỉ số}\n"
    "  of: [{id: g, title: {en: Economy, vi: Kinh tế}, of: [share, cashless]}, bands]\n";

static const char hue[] = "area,series,period,value\n"
                          "H,share,2025,21\n"
                          "H,cashless,2025,85\n"
                          "H,firms,2025,12345\n";

/* By hand: share 100·21/35 = 60, of 8 cells of 8 eighths 38 (4 cells and 6/8); cashless is met:
 * 100; the group 80 (51 eighths, 6 cells and 3/8), and the index too, as bands has no value. bands
 * was demanded and has no data; unasked has no value and no target: no line. 80 columns: titles get
 * what the cells leave: value 6 + 2, target 6 + 2, bar 9 + 2, score 5 + 1, status 10 + 2 are 45. */
Test (write_table, a_lone_city, .timeout = 10)
{
  g_autoptr (KpiScorecard) card = card_of (model_text, hue);
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

/* The width is that of the terminal, within reason; words do not move the columns. */
Test (write_table, no_line_is_wider_than_asked_for_or_ends_in_blanks, .timeout = 10)
{
  static const guint widths[] = {1, 60, 72, 80, 100, 500};
  g_autoptr (KpiScorecard) card = card_of (model_text, hue);

  for (gsize i = 0; i < G_N_ELEMENTS (widths); i++) {
    KpiTableStyle style = {.width = widths[i], .language = "vi"};
    g_autofree char *text = written (card, KPI_FORMAT_TABLE, &style);
    g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

    for (char **line = lines; *line != NULL; line++) {
      cr_expect (_kpi_width (*line) <= CLAMP (widths[i], 60, 120), "at %u: %s", widths[i], *line);
      cr_expect (not(g_str_has_suffix (*line, " ")), "at %u: \"%s\"", widths[i], *line);
    }
  }
}

Test (write_table, vietnamese, .timeout = 10)
{
  g_autoptr (KpiScorecard) card = card_of (model_text, hue);
  KpiTableStyle style = {.language = "vi"};
  g_autofree char *text = written (card, KPI_FORMAT_TABLE, &style);

  cr_expect (g_str_has_prefix (text, "Huế · 2025"), "%s", text);
  cr_expect (strstr (text, "Bảng điểm thành phố Huế\n") != NULL, "%s", text);
  cr_expect (strstr (text, " 60,0  ○ chưa đạt\n") != NULL, "%s", text);
  cr_expect (strstr (text, "\nChỉ tiêu khác\n") != NULL, "%s", text);
}

/* With colour the same words stand there, and each colour is ended. */
Test (write_table, colour_adds_nothing_but_colour, .timeout = 10)
{
  g_autoptr (KpiScorecard) card = card_of (model_text, hue);
  KpiTableStyle style = {.colour = TRUE};
  g_autofree char *plain = written (card, KPI_FORMAT_TABLE, NULL);
  g_autofree char *coloured = written (card, KPI_FORMAT_TABLE, &style);
  g_autoptr (GRegex) colour = g_regex_new ("\033\\[[0-9]+m", 0, 0, NULL);
  g_autofree char *stripped = g_regex_replace_literal (colour, coloured, -1, 0, "", 0, NULL);

  cr_expect (strstr (coloured, "\033[32m✓ achieved\033[0m") != NULL, "%s", coloured);
  cr_expect (strchr (plain, '\033') == NULL);
  cr_expect (eq (str, stripped, plain));
}

/* Da Nang: 100·28/35 = 80 and not met 40 > 80 gives 50: mean 65. Hue 80 stands first. The commune
 * is of another level: alone there, it is no ranking. */
Test (write_table, areas_of_one_level_are_ranked, .timeout = 10)
{
  g_autofree char *data =
      g_strconcat (hue, "D,share,2025,28\nD,cashless,2025,40\nC,share,2025,35\n", NULL);
  g_autoptr (KpiScorecard) card = card_of (model_text, data);
  g_autofree char *text = written (card, KPI_FORMAT_TABLE, NULL);
  const char *ranking = strstr (text, "\nIndex · 2025");
  g_auto (GStrv) lines = NULL;

  cr_assert (ranking != NULL, "%s", text);
  lines = g_strsplit (ranking + 1, "\n", -1);
  cr_expect (g_str_has_suffix (lines[0], "city"), "%s", lines[0]);
  cr_expect (eq (str, lines[2], "rank 1  Hue      ████████████████████████████████········│ 80.0"));
  cr_expect (eq (str, lines[3], "rank 2  Da Nang  ██████████████████████████··············│ 65.0"));
  cr_expect (strstr (text, "commune\n") == NULL, "%s", text);
  cr_expect (strstr (text, "rank 1\n") != NULL, "the index line of Hue: %s", text);
}

/* A title is a stranger's text: it must not move the cursor. */
Test (write_table, control_characters_do_not_reach_the_terminal, .timeout = 10)
{
  g_autoptr (KpiScorecard) card =
      card_of ("kpiscore: 1\nid: m\nindicators: {a: {title: \"A\\e[2J\\nB\"}}\n",
               "area,period,a\nX,2025,1\n");
  g_autofree char *text = written (card, KPI_FORMAT_TABLE, NULL);

  cr_expect (strstr (text, "\nA [2J B ") != NULL, "%s", text);
  cr_expect (strchr (text, '\033') == NULL);
}

/* 34 letters where 80 − 45 leave fewer: the second line takes the columns of value and target. */
Test (write_table, a_long_title_goes_on_below, .timeout = 10)
{
  g_autoptr (KpiScorecard) card =
      card_of ("kpiscore: 1\nid: m\n"
               "indicators: {a: {title: Files of administrative procedures that are handled online "
               "from start to end, unit: '%', target: {at_least: 80}}}\n",
               "area,period,a\nX,2025,40\n");
  KpiTableStyle style = {.width = 60};
  g_autofree char *text = written (card, KPI_FORMAT_TABLE, &style);

  cr_expect (strstr (text, "\nFiles of ") != NULL, "%s", text);
  cr_expect (strstr (text, "\n  ") != NULL, "the second line is indented: %s", text);
}

Test (write_table, nothing_to_show_is_said, .timeout = 10)
{
  g_autoptr (KpiScorecard) card =
      card_of ("kpiscore: 1\nid: m\nindicators: {a: {}}\n", "area,series,period,value\n");
  g_autofree char *text = written (card, KPI_FORMAT_TABLE, NULL);

  cr_expect (eq (str, text, "Nothing to show.\n"));
}
