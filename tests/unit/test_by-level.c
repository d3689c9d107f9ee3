/* SPDX-License-Identifier: MIT */
#include "score-support.h"

static const char model[] =
    "kpiscore: 1\nid: m\n"
    "areas: {P: {level: province}, X: {level: commune}, Y: {level: commune}, Z: {level: commune}}\n"
    "defaults: {score: {method: goalposts, posts: [0, 100]}}\n"
    "indicators: {a: {}, b: {}, c: {}}\n"
    "index: {id: i, combine: copeland, missing: {at_least: 0.5}, of: [a, b, c]}\n";

/* X is above Y and Z on two of three; Y above Z on two. The province meets nobody. */
Test (by_level, areas_meet_those_of_their_level, .timeout = 10)
{
  g_autoptr (KpiScorecard) card =
      score_with (model,
                  "area,period,a,b,c\nP,2025,99,99,99\nX,2025,90,80,10\nY,2025,50,40,50\n"
                  "Z,2025,40,30,60\n",
                  NULL);

  expect_score (card, "P", "i", 0.0);
  expect_score (card, "X", "i", 2.0);
  expect_score (card, "Y", "i", 0.0);
  expect_score (card, "Z", "i", -2.0);
  expect_number (card, "X", "2025", "i", KPI_COLUMN_RANK, 1);
}

/* Y has one child of three, which is not half: it takes no part, and Z beats nobody on it. */
Test (by_level, who_has_no_score_takes_no_part, .timeout = 10)
{
  g_autoptr (KpiScorecard) card =
      score_with (model, "area,period,a,b,c\nX,2025,90,80,10\nY,2025,1,,\nZ,2025,40,30,60\n", NULL);

  expect_score (card, "X", "i", 1.0);
  expect_score (card, "Y", "i", NAN);
  expect_score (card, "Z", "i", -1.0);
}

/* a of X is 30 to 60 about Y's 50: at its low end X loses a and c, at its high end wins a and b.
 * Y's low end meets X's high end. By hand: X -1 to 1, Y -1 to 1. */
Test (by_level, an_end_meets_the_other_ends, .timeout = 10)
{
  g_autoptr (KpiScorecard) card =
      score_with (model, "area,period,a,b,c\nX,2025,30..60,80,10\nY,2025,50,40,50\n", NULL);

  expect_score (card, "X", "i", -1.0); /* the point of 30..60 is 45 */
  expect_number (card, "X", "2025", "i", KPI_COLUMN_SCORE_LOW, -1);
  expect_number (card, "X", "2025", "i", KPI_COLUMN_SCORE_HIGH, 1);
  expect_number (card, "Y", "2025", "i", KPI_COLUMN_SCORE_LOW, -1);
  expect_number (card, "Y", "2025", "i", KPI_COLUMN_SCORE_HIGH, 1);
  expect_number (card, "X", "2025", "i", KPI_COLUMN_RANK_BEST, 1);
  expect_number (card, "X", "2025", "i", KPI_COLUMN_RANK_WORST, 2);
}
