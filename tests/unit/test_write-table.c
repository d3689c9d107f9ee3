/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "write-card.h"
#include "write/width.h"

static void
expect_width (const KpiScorecard *card, guint width)
{
  KpiTableStyle style = {.width = width, .language = "vi"};
  g_autofree char *text = written (card, KPI_FORMAT_TABLE, &style);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (char **line = lines; *line != NULL; line++) {
    cr_expect (_kpi_width (*line) <= CLAMP (width, 60, 120), "at %u: %s", width, *line);
    cr_expect (not(g_str_has_suffix (*line, " ")), "at %u: \"%s\"", width, *line);
  }
}

/* The width is that of the terminal, within reason, whatever the numbers. */
Test (write_table, no_line_is_wider_than_asked_for_or_ends_in_blanks, .timeout = 10)
{
  static const guint widths[] = {1, 60, 72, 80, 100, 500};
  g_autoptr (KpiScorecard) city = card_of (hue_model, hue_data);
  g_autoptr (KpiScorecard) large =
      card_of ("kpiscore: 1\nid: m\nindicators:\n"
               "  a: {unit: people, target: {between: [123456789.25, 987654321.75]},\n"
               "      score: {method: goalposts, posts: [0, 1], clamp: false}}\n",
               "area,period,a\nX,2025,123456789.11..987654321.99\n");

  for (gsize i = 0; i < G_N_ELEMENTS (widths); i++) {
    expect_width (city, widths[i]);
    expect_width (large, widths[i]);
  }
}

Test (write_table, vietnamese, .timeout = 10)
{
  g_autoptr (KpiScorecard) card = card_of (hue_model, hue_data);
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
  g_autoptr (KpiScorecard) card = card_of (hue_model, hue_data);
  KpiTableStyle style = {.colour = TRUE};
  g_autofree char *plain = written (card, KPI_FORMAT_TABLE, NULL);
  g_autofree char *coloured = written (card, KPI_FORMAT_TABLE, &style);
  g_autoptr (GRegex) colour = g_regex_new ("\033\\[[0-9]+m", 0, 0, NULL);
  g_autofree char *stripped = g_regex_replace_literal (colour, coloured, -1, 0, "", 0, NULL);

  cr_expect (strstr (coloured, "\033[32m✓ achieved\033[0m") != NULL, "%s", coloured);
  cr_expect (strchr (plain, '\033') == NULL);
  cr_expect (eq (str, stripped, plain));
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

/* In 2024 only Da Nang has a value: Hue, of which no more than demands could be said, has no panel
 * there. */
Test (write_table, a_panel_without_a_value_is_left_out, .timeout = 10)
{
  g_autofree char *data = g_strconcat (hue_data, "D,share,2024,28\n", NULL);
  g_autoptr (KpiScorecard) some = card_of (hue_model, data);
  g_autofree char *with_some = written (some, KPI_FORMAT_TABLE, NULL);

  cr_expect (strstr (with_some, "Da Nang · 2024") != NULL, "%s", with_some);
  cr_expect (strstr (with_some, "Hue · 2024") == NULL, "%s", with_some);
  cr_expect (strstr (with_some, "Hue · 2025") != NULL, "%s", with_some);
}

Test (write_table, demands_without_any_value_are_shown, .timeout = 10)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpiModel) model = kpi_model_parse (hue_model, -1, &error);
  g_autoptr (KpiScoreOptions) options = kpi_score_options_new ();
  g_autoptr (KpiScorecard) card = NULL;
  g_autofree char *text = NULL;

  cr_assert (kpi_score_options_add_period (options, "2025", &error));
  card = kpi_model_score (model, NULL, options, &error);
  cr_assert (card != NULL);
  text = written (card, KPI_FORMAT_TABLE, NULL);
  cr_expect (g_str_has_prefix (text, "Hue · 2025"), "%s", text);
  cr_expect (strstr (text, "≥ 35%  – no data\n") != NULL, "%s", text);
}

Test (write_table, nothing_to_show_is_said, .timeout = 10)
{
  g_autoptr (KpiScorecard) card =
      card_of ("kpiscore: 1\nid: m\nindicators: {a: {}}\n", "area,series,period,value\n");
  g_autofree char *text = written (card, KPI_FORMAT_TABLE, NULL);

  cr_expect (eq (str, text, "Nothing to show.\n"));
}
