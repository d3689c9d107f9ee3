/* SPDX-License-Identifier: MIT */
/* Courses, as scorecards show them. A year ends at the next whole number: 2023 at 2024.0. */
#include "score-support.h"

#include "method/methods.h"
#include "score/card/pace.h"

#define HEAD "kpiscore: 1\nid: m\n"
#define DATA "area,series,period,value\n"

/* From 12 at the end of 2020 over 20 and 29 to 35 at the end of 2030. */
#define WAY                                                                                        \
  "target: {at_least: 35, by: 2030, baseline: {value: 12, at: 2020}, path: {2025: 20, 2028: 29}}"

#define expect_near(card, area, period, column, expected)                                          \
  do {                                                                                             \
    double got = get (card, area, period, "a", column);                                            \
    cr_expect (fabs (got - (expected)) <= 1e-12, "%s %s %s: %.17g, not %.17g", area, period,       \
               kpi_column_get_name (column), got, (double)(expected));                             \
  } while (0)

#define expect_empty(card, area, period, column)                                                   \
  cr_expect (isnan (get (card, area, period, "a", column)), "%s %s %s", area, period,              \
             kpi_column_get_name (column))

Test (pace, follows_the_way_from_the_baseline_on, .timeout = 10)
{
  g_autoptr (KpiScorecard) card =
      score_with (HEAD "indicators: {a: {" WAY "}}\n",
                  DATA "A,a,2019,11\nA,a,2020,12\nA,a,2023,15\nA,a,2025,18\nB,a,2020,11\n", NULL);

  expect_empty (card, "A", "2019", KPI_COLUMN_REQUIRED);
  expect_empty (card, "A", "2019", KPI_COLUMN_PACE);
  expect_empty (card, "A", "2019", KPI_COLUMN_PROJECTED);
  expect_status (card, "A", "2019", "a", "open");

  expect_near (card, "A", "2020", KPI_COLUMN_REQUIRED, 12);
  expect_empty (card, "A", "2020", KPI_COLUMN_PACE);
  expect_status (card, "A", "2020", "a", "on_track");
  expect_status (card, "B", "2020", "a", "moving_away");

  expect_near (card, "A", "2023", KPI_COLUMN_REQUIRED, 16.8); /* 12 + 8 * 3 / 5 */
  expect_near (card, "A", "2023", KPI_COLUMN_PACE, 0.625);    /* 3 / 4.8 */
  expect_near (card, "A", "2023", KPI_COLUMN_PROJECTED, 22);  /* 15 + 1 * 7 */
  expect_status (card, "A", "2023", "a", "behind");

  expect_near (card, "A", "2025", KPI_COLUMN_REQUIRED, 20);
  expect_near (card, "A", "2025", KPI_COLUMN_PACE, 0.75);    /* 6 / 8 */
  expect_near (card, "A", "2025", KPI_COLUMN_PROJECTED, 24); /* 18 + 1.2 * 5 */
}

Test (pace, goes_on_after_the_deadline, .timeout = 10)
{
  g_autoptr (KpiScorecard) card =
      score_with (HEAD "indicators: {a: {" WAY "}}\n", DATA "A,a,2030,34\nA,a,2031,36\n", NULL);

  expect_near (card, "A", "2030", KPI_COLUMN_REQUIRED, 35);
  expect_near (card, "A", "2030", KPI_COLUMN_PACE, 22.0 / 23); /* it is almost there, and late */
  expect_near (card, "A", "2030", KPI_COLUMN_PROJECTED, 34);
  expect_status (card, "A", "2030", "a", "missed");
  expect_near (card, "A", "2031", KPI_COLUMN_REQUIRED, 35);
  expect_near (card, "A", "2031", KPI_COLUMN_PACE, 24.0 / 23);
  expect_near (card, "A", "2031", KPI_COLUMN_PROJECTED, 36);
  expect_status (card, "A", "2031", "a", "achieved");
}

Test (pace, what_is_required_needs_no_value, .timeout = 10)
{
  g_autoptr (KpiScorecard) card = score_with (
      HEAD "areas: {A: {}, B: {}}\nindicators: {a: {valid: [0, 50], measure: {sum: [b]}, " WAY
           "}, c: {" WAY "}}\n",
      DATA "A,b,2025,51\nB,b,2026,20\n", NULL);

  expect_status (card, "A", "2025", "a", "no_data"); /* it lies outside `valid` */
  expect_near (card, "A", "2025", KPI_COLUMN_REQUIRED, 20);
  expect_empty (card, "A", "2025", KPI_COLUMN_PACE);
  expect_empty (card, "A", "2025", KPI_COLUMN_PROJECTED);
  expect_status (card, "B", "2025", "a", "no_data");
  expect_near (card, "B", "2025", KPI_COLUMN_REQUIRED, 20);
  expect_number (card, "B", "2025", "c", KPI_COLUMN_REQUIRED, 20); /* no value at all */
  expect_number (card, "B", "2025", "c", KPI_COLUMN_PACE, NAN);
}

Test (pace, time_goes_by_in_days, .timeout = 10)
{
  g_autoptr (KpiScorecard) card = score_with (
      HEAD "indicators: {a: {target: {at_least: 30, by: 2027, baseline: {value: 10, at: 2025}}}}\n",
      DATA "A,a,2026-01/2026-06,13\nA,a,2026-S1,13\n", NULL);

  /* 10 + 20 * (181 / 365) / 2 on the 181st day of two years */
  expect_near (card, "A", "2026-S1", KPI_COLUMN_REQUIRED, 10 + 10 * 181.0 / 365);
  expect_near (card, "A", "2026-01-01/2026-06-30", KPI_COLUMN_REQUIRED, 10 + 10 * 181.0 / 365);
  expect_near (card, "A", "2026-S1", KPI_COLUMN_PACE, 3 / (10 * 181.0 / 365));
}

Test (pace, a_range_is_approached_from_where_it_started, .timeout = 10)
{
  g_autoptr (KpiScorecard) card =
      score_with (HEAD "indicators: {a: {valid: [0, 50], target: {between: [5, 10], by: 2030, "
                       "baseline: {value: 20, at: 2020}}}}\n",
                  DATA "A,a,2025,16\nB,a,2025,21\n", NULL);

  expect_empty (card, "A", "2025", KPI_COLUMN_TARGET);
  expect_near (card, "A", "2025", KPI_COLUMN_REQUIRED, 15); /* halfway from 20 to 10 */
  expect_near (card, "A", "2025", KPI_COLUMN_PACE, 0.8);    /* 4 / 5 */
  expect_near (card, "A", "2025", KPI_COLUMN_PROJECTED, 12);
  expect_near (card, "B", "2025", KPI_COLUMN_PACE, -0.2);
  expect_status (card, "B", "2025", "a", "moving_away");
}

Test (pace, a_baseline_that_meets_the_target_is_passed_over, .timeout = 10)
{
  g_autoptr (KpiScorecard) card = score_with (
      HEAD "indicators: {a: {target: {at_least: 30, by: 2030, baseline: {value: 31, at: 2020}}}}\n",
      DATA "A,a,2025,16\n", NULL);

  expect_empty (card, "A", "2025", KPI_COLUMN_REQUIRED);
  expect_empty (card, "A", "2025", KPI_COLUMN_PACE);
  expect_status (card, "A", "2025", "a", "open");
}

Test (pace, forecasts_by_growth_where_the_model_says_so, .timeout = 10)
{
  g_autoptr (KpiScorecard) card =
      score_with (HEAD "status: {method: projected, forecast: geometric}\n"
                       "indicators: {a: {target: {at_least: 160, by: 2024, "
                       "baseline: {value: 10, at: 2020}}}}\n",
                  DATA "A,a,2022,30\n", NULL);

  expect_near (card, "A", "2022", KPI_COLUMN_REQUIRED, 85);
  cr_expect (fabs (get (card, "A", "2022", "a", KPI_COLUMN_PROJECTED) - 90) < 1e-9); /* 30 * 3 */
  cr_expect (fabs (get (card, "A", "2022", "a", KPI_COLUMN_PACE) - 80.0 / 150) < 1e-9);
  expect_status (card, "A", "2022", "a", "behind");
}

/* ---- The first observation as baseline */

static const char first_model[] =
    HEAD "indicators: {a: {target: {at_least: 30, by: 2030, baseline: first}}}\n";
static const char first_data[] =
    DATA "A,a,2021,10\nA,a,2023,14\nB,a,2022,20\nB,a,2023,21\nC,a,2021,40\nC,a,2023,25\n";

static void
expect_first (const KpiScorecard *card, const char *period)
{
  /* 2 of 9 years are gone since 10, and 1 of 8 since 20; 40 met the target already */
  expect_near (card, "A", period, KPI_COLUMN_REQUIRED, 10 + 20 * 2.0 / 9);
  expect_near (card, "A", period, KPI_COLUMN_PACE, 0.9);
  expect_near (card, "A", period, KPI_COLUMN_SCORE, 20); /* 100 * 4 / 20 */
  expect_near (card, "B", period, KPI_COLUMN_REQUIRED, 21.25);
  expect_near (card, "B", period, KPI_COLUMN_PACE, 0.8);
  expect_near (card, "B", period, KPI_COLUMN_SCORE, 10);
  expect_empty (card, "C", period, KPI_COLUMN_REQUIRED);
  expect_near (card, "C", period, KPI_COLUMN_SCORE, 2500.0 / 30);
  expect_status (card, "A", period, "a", "behind");
  expect_status (card, "C", period, "a", "open");
}

Test (pace, each_area_starts_at_its_first_observation, .timeout = 10)
{
  g_autoptr (KpiScorecard) card = score_with (first_model, first_data, NULL);

  expect_first (card, "2023");
  expect_status (card, "A", "2021", "a", "on_track");
  expect_empty (card, "B", "2021", KPI_COLUMN_REQUIRED);
}

Test (pace, as_of_a_day_looks_back_as_far, .timeout = 10)
{
  g_autoptr (KpiScoreOptions) options = kpi_score_options_new ();
  g_autoptr (KpiScorecard) card = NULL;

  cr_assert (kpi_score_options_set_as_of (options, "2023-12-31", NULL));
  card = score_with (first_model, first_data, options);
  expect_first (card, "2023-12-31");
}

/* ---- Scores against what is required by now */

Test (pace, scores_against_the_path, .timeout = 10)
{
  g_autoptr (KpiScorecard) card =
      score_with (HEAD "indicators: {a: {score: {method: progress, against: path}, " WAY "}}\n",
                  DATA "A,a,2019,11\nA,a,2020,11\nA,a,2023,15\nA,a,2025,20\nA,a,2031,29\n", NULL);

  expect_empty (card, "A", "2019", KPI_COLUMN_SCORE);
  expect_near (card, "A", "2020", KPI_COLUMN_SCORE, 1100.0 / 12); /* the baseline meets itself */
  expect_near (card, "A", "2023", KPI_COLUMN_SCORE, 62.5);        /* 100 * 3 / 4.8 */
  expect_near (card, "A", "2025", KPI_COLUMN_SCORE, 100);
  expect_near (card, "A", "2031", KPI_COLUMN_SCORE, 1700.0 / 23); /* 100 * 17 / 23 */
}

Test (pace, scores_against_the_path_of_each_area, .timeout = 10)
{
  g_autoptr (KpiScorecard) card = score_with (
      HEAD "defaults: {score: {method: progress, against: path}}\n"
           "indicators: {a: {target: {at_most: 0, by: 2030, baseline: first, path: {2025: 6}}}}\n",
      DATA "A,a,2022,12\nB,a,2023,9\nA,a,2024,10\nB,a,2024,9\nC,a,2024,7\n", NULL);

  expect_near (card, "A", "2024", KPI_COLUMN_REQUIRED, 8); /* 12 - 6 * 2 / 3 */
  expect_near (card, "A", "2024", KPI_COLUMN_SCORE, 50);   /* 100 * 2 / 4 */
  expect_near (card, "B", "2024", KPI_COLUMN_REQUIRED, 7.5);
  expect_near (card, "B", "2024", KPI_COLUMN_SCORE, 0);
  expect_near (card, "C", "2024", KPI_COLUMN_SCORE, 100); /* it starts where it has to be */
}

Test (pace, no_path_leads_to_a_range_or_a_rank, .timeout = 10)
{
  static const char *const targets[] = {"{between: [5, 10]}", "{top: 5}"};

  for (gsize i = 0; i < G_N_ELEMENTS (targets); i++) {
    g_autoptr (GError) error = NULL;
    g_autofree char *yaml = g_strdup_printf (HEAD "indicators: {a: {valid: [0, 50], target: %s, "
                                                  "score: {method: progress, against: path}}}\n",
                                             targets[i]);
    g_autoptr (KpiModel) model = kpi_model_parse (yaml, -1, &error);

    cr_assert (model == NULL);
    cr_expect (has_finding (kpi_error_get_findings (error),
                            "indicators.a.target: found against: path beside a range or a rank"));
  }
}

/* ---- Without a target */

Test (pace, growth_stands_in_where_there_is_no_target, .timeout = 10)
{
  g_autoptr (KpiScorecard) card = score_with (HEAD "status: {no_target: [0.015, 0.005, 0]}\n"
                                                   "indicators: {a: {better: lower}}\n",
                                              DATA "A,a,2024,100\nA,a,2025,99\nB,a,2025,7\n", NULL);

  expect_status (card, "A", "2024", "a", "open");
  expect_status (card, "A", "2025", "a", "behind");
  expect_near (card, "A", "2025", KPI_COLUMN_PACE, 0.01); /* 1 % a year, downwards */
  expect_empty (card, "A", "2025", KPI_COLUMN_REQUIRED);
  expect_status (card, "B", "2025", "a", "open");
  expect_status (card, "B", "2024", "a", "no_data");
}

Test (pace, without_limits_for_it_no_target_stays_so, .timeout = 10)
{
  g_autoptr (KpiScorecard) card =
      score_with (HEAD "indicators: {a: {}}\n", DATA "A,a,2024,100\nA,a,2025,99\n", NULL);

  expect_status (card, "A", "2025", "a", "no_target");
  expect_empty (card, "A", "2025", KPI_COLUMN_PACE);
}

Test (pace, groups_have_none, .timeout = 10)
{
  g_autoptr (KpiScorecard) card = score_with (
      HEAD "indicators: {a: {" WAY "}}\nindex: {id: i, of: [a]}\n", DATA "A,a,2025,20\n", NULL);

  expect_number (card, "A", "2025", "i", KPI_COLUMN_REQUIRED, NAN);
  expect_number (card, "A", "2025", "i", KPI_COLUMN_PACE, NAN);
  expect_number (card, "A", "2025", "i", KPI_COLUMN_PROJECTED, NAN);
  expect_status (card, "A", "2025", "i", "");
}

/* ---- When the target would be met */

static char *
get_met_on (const KpiScorecard *card, const char *area, const char *node)
{
  gsize row;

  cr_assert (kpi_scorecard_find (card, area, "2025", node, &row, NULL));
  return kpi_scorecard_get_met_on (card, row);
}

/* 1 a year from 15 at the end of 2025; the target is no deadline's. */
Test (pace, a_scorecard_tells_the_day, .timeout = 10)
{
  g_autoptr (KpiScorecard) card = score_with (
      HEAD "indicators: {a: {target: {at_least: 30, baseline: {value: 10, at: 2020}}}}\n"
           "index: {id: i, of: [a]}\n",
      DATA "A,a,2025,15\nB,a,2025,10\n", NULL);
  g_autofree char *day = get_met_on (card, "A", "a");

  cr_expect (eq (str, day, "2040-12-31"));
  cr_expect (get_met_on (card, "B", "a") == NULL);
  cr_expect (get_met_on (card, "A", "i") == NULL);
}

static gint32
met_on (KpiGoal goal, KpiWaypoint from, double value)
{
  KpiTarget target = {.goal = goal, .stretch = NAN, .start = from.time};
  KpiSheet sheet = {.n_areas = 1, .n_slots = 1, .value = &value};
  KpiIndicator indicator = {.better = KPI_BETTER_HIGHER};
  KpiPacing pacing;

  target.goal.baseline = from.value;
  _kpi_pacing_init (&pacing, _kpi_methods_get (KPI_METHODS_PACING, 0));
  return _kpi_course_of (&pacing, &indicator, &target, &sheet, 0, 0, 739616)
      .met_on; /* end of 2025 */
}

/* Days as Python's date.toordinal() counts them. No deadline is needed. */
Test (pace, tells_when_the_target_would_be_met, .timeout = 10)
{
  const KpiGoal goal = {KPI_DEMAND_AT_LEAST, 30, 30, NAN, NAN, {0, 100}, FALSE};
  const KpiWaypoint from = {2021, 10};

  cr_expect (eq (i32, met_on (goal, from, 15), 745095)); /* 15 more years: 2040-12-31 */
  cr_expect (eq (i32, met_on (goal, from, 20), 741442)); /* 2030-12-31 */
  cr_expect (eq (i32, met_on (goal, from, 30), 0), "it is");
  cr_expect (eq (i32, met_on (goal, from, 10), 0), "never");
  cr_expect (eq (i32, met_on (goal, from, 9), 0), "it moves away");
  cr_expect (eq (i32, met_on (goal, KPI_NO_WAYPOINT, 9), 0), "nothing tells");
}
