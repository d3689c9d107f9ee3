/* SPDX-License-Identifier: MIT */
#include "score-support.h"

#define BOARD(how)                                                                                 \
  "kpiscore: 1\nid: m\nseries: {x: {over_time: " how "}}\nindicators: {x: {}, y: {}}\n"
#define HEAD "area,series,period,value\nA,y,2025,1\n"

static KpiScorecard *
score (const char *board, const char *csv)
{
  return score_with (board, csv, NULL);
}

#define expect_x(card, area, period, expected)                                                     \
  expect_number (card, area, period, "x", KPI_COLUMN_VALUE, expected)

/* 10 + 20 + 30 + 40 = 100; B lacks the third quarter. */
static const char quarters[] =
    HEAD "A,x,2025-Q1,10\nA,x,2025-Q2,20\nA,x,2025-Q3,30\nA,x,2025-Q4,40\n"
         "B,x,2025-Q1,1\nB,x,2025-Q2,2\nB,x,2025-Q4,4\n";

Test (over_time, a_sum_needs_all_parts, .timeout = 10)
{
  g_autoptr (KpiScorecard) card = score (BOARD ("sum"), quarters);

  expect_x (card, "A", "2025", 100);
  expect_x (card, "B", "2025", NAN);
  expect_x (card, "A", "2025-Q2", 20);
}

Test (over_time, a_mean_divides_their_sum, .timeout = 10)
{
  g_autoptr (KpiScorecard) card = score (BOARD ("mean"), quarters);

  expect_x (card, "A", "2025", 25);
  expect_x (card, "B", "2025", NAN);
}

Test (over_time, the_last_part_alone_is_needed, .timeout = 10)
{
  g_autoptr (KpiScorecard) card = score (BOARD ("last"), quarters);

  expect_x (card, "A", "2025", 40);
  expect_x (card, "B", "2025", 4);
}

Test (over_time, what_is_given_wins, .timeout = 10)
{
  g_autofree char *csv = g_strconcat (quarters, "A,x,2025,99\n", NULL);
  g_autoptr (KpiScorecard) card = score (BOARD ("sum"), csv);

  expect_x (card, "A", "2025", 99);
  expect_x (card, "B", "2025", NAN);
}

/* Halves 7 + 8 before quarters, which add up to 100; B's come from its quarters. */
Test (over_time, coarser_parts_go_first, .timeout = 10)
{
  g_autofree char *csv =
      g_strconcat (quarters, "A,x,2025-S1,7\nA,x,2025-S2,8\nB,x,2025-Q3,3\n", NULL);
  g_autoptr (KpiScorecard) card = score (BOARD ("sum"), csv);

  expect_x (card, "A", "2025", 15);
  expect_x (card, "B", "2025", 10); /* 1 + 2 + 3 + 4 */
}

/* Weeks do not tile a year; the days of a week tile it: 1 + 2 + … + 7 = 28. */
Test (over_time, only_parts_that_tile_count, .timeout = 10)
{
  g_autoptr (GString) csv = g_string_new (HEAD "A,y,2025-W02,1\n");
  g_autoptr (KpiScorecard) card = NULL;

  for (int week = 1; week <= 52; week++)
    g_string_append_printf (csv, "A,x,2025-W%02d,1\n", week);
  for (int day = 6; day <= 12; day++) /* 2025-W02 is 6 to 12 January */
    g_string_append_printf (csv, "B,x,2025-01-%02d,%d\n", day, day - 5);
  card = score (BOARD ("sum"), csv->str);
  cr_expect (not(kpi_scorecard_find (card, "A", "2025", "x", &(gsize){0}, NULL)));
  expect_x (card, "A", "2025-W02", 1);
  expect_x (card, "B", "2025-W02", 28);
}

/* Two halves: (10, 12] and [1, 3] make (11, 15], on average (5.5, 7.5]. */
Test (over_time, bounds_add_up, .timeout = 10)
{
  static const char csv[] =
      HEAD "A,x,2025-S1,10..12\nA,x,2025-S2,1..3\nB,x,2025-S1,>5\nB,x,2025-S2,1\n";
  g_autoptr (KpiScorecard) sum = score (BOARD ("sum"), csv);
  g_autoptr (KpiScorecard) mean = score (BOARD ("mean"), csv);

  expect_number (sum, "A", "2025", "x", KPI_COLUMN_VALUE_LOW, 11);
  expect_x (sum, "A", "2025", 13); /* 11 + 2 */
  expect_number (sum, "A", "2025", "x", KPI_COLUMN_VALUE_HIGH, 15);
  expect_number (sum, "B", "2025", "x", KPI_COLUMN_VALUE_LOW, 6);
  expect_number (sum, "B", "2025", "x", KPI_COLUMN_VALUE_HIGH, NAN);
  expect_number (mean, "A", "2025", "x", KPI_COLUMN_VALUE_LOW, 5.5);
  expect_number (mean, "A", "2025", "x", KPI_COLUMN_VALUE_HIGH, 7.5);
}

Test (over_time, without_it_a_year_is_not_made, .timeout = 10)
{
  g_autoptr (KpiScorecard) card =
      score ("kpiscore: 1\nid: m\nindicators: {x: {}, y: {}}\n", quarters);

  cr_expect (not(kpi_scorecard_find (card, "A", "2025", "x", &(gsize){0}, NULL)));
}
