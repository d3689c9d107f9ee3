/* SPDX-License-Identifier: MIT */
#include "prepare-support.h"

/* ---- Across */

static const char across_text[] =
    "kpiscore: 1\n"
    "id: m\n"
    "areas: {A: {level: x, group: g}, B: {level: x, group: g}, C: {level: x, group: g},\n"
    "  D: {level: x, group: h}, E: {level: x, group: h}, F: {level: y, group: g}}\n"
    "indicators:\n"
    "  a: {impute: %s, score: {method: goalposts, posts: [0, 100]}}\n"
    "  b: {score: {method: goalposts, posts: [0, 2]}}\n"
    "index: {id: all, of: [a, b]}\n";

static const char across_data[] = "area,series,period,value\n"
                                  "A,a,2025,10\nB,a,2025,20\nC,a,2025,\n"
                                  "D,a,2025,60\nE,a,2025,\nF,a,2025,99\n"
                                  "A,b,2025,1\nB,b,2025,1\nC,b,2025,1\n";

static KpiScorecard *
score_across (const char *method, const char *stage)
{
  g_autofree char *yaml = g_strdup_printf (across_text, method);

  return score_at (yaml, across_data, stage);
}

/* Of the areas of one level: (10 + 20 + 60) / 3 and 20; of a group: (10 + 20) / 2 and 60. */
Test (impute, looks_across_a_level_or_group, .timeout = 10)
{
  static const struct {
    const char *method;
    double in_c, in_e;
  } cases[] = {{"mean", 30, 30},
               {"median", 20, 20},
               {"group_mean", 15, 60},
               {"group_median", 15, 60},
               {"none", NAN, NAN}};

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (KpiScorecard) card = score_across (cases[i].method, "imputed");

    expect_number (card, "C", "2025", "a", KPI_COLUMN_VALUE, cases[i].in_c);
    expect_number (card, "E", "2025", "a", KPI_COLUMN_VALUE, cases[i].in_e);
    expect_score (card, "C", "a", cases[i].in_c);
    expect_number (card, "A", "2025", "a", KPI_COLUMN_VALUE, 10);
  }
}

/* What was not measured stays so: no value, no_data, coverage 0, but a score. */
Test (impute, measures_nothing, .timeout = 10)
{
  g_autoptr (KpiScorecard) card = score_across ("mean", "measured");

  expect_number (card, "C", "2025", "a", KPI_COLUMN_VALUE, NAN);
  expect_number (card, "C", "2025", "a", KPI_COLUMN_VALUE_LOW, NAN);
  expect_status (card, "C", "2025", "a", "no_data");
  expect_number (card, "C", "2025", "a", KPI_COLUMN_COVERAGE, 0);
  expect_number (card, "C", "2025", "a", KPI_COLUMN_RANK, 2); /* 60, 30, 30, 20, 10 */
  expect_number (card, "C", "2025", "all", KPI_COLUMN_COVERAGE, 0.5);
  expect_score (card, "C", "all", 40); /* (30 + 50) / 2 */
}

static const char zero_text[] =
    "kpiscore: 1\nid: m\nindicators: {a: {impute: mean, score: {method: "
    "goalposts, posts: [0, 10]}}}\n";

/* (0 + 10 + 5) / 3 = 5: the zero counts, and stays. */
Test (impute, a_zero_is_no_gap, .timeout = 10)
{
  g_autoptr (KpiScorecard) card = score_at (
      zero_text, "area,series,period,value\nA,a,2025,0\nB,a,2025,10\nC,a,2025,5\nD,a,2025,\n",
      "imputed");

  expect_number (card, "A", "2025", "a", KPI_COLUMN_VALUE, 0);
  expect_number (card, "D", "2025", "a", KPI_COLUMN_VALUE, 5);
}

/* Each period by itself: nobody is there in 2024 but A. */
Test (impute, looks_at_one_period, .timeout = 10)
{
  g_autoptr (KpiScorecard) card = score_at (
      zero_text, "area,series,period,value\nA,a,2024,2\nA,a,2025,4\nB,a,2025,6\nC,a,2025,\n",
      "imputed");

  expect_number (card, "C", "2024", "a", KPI_COLUMN_VALUE, 2);
  expect_number (card, "C", "2025", "a", KPI_COLUMN_VALUE, 5);
}

/* 200 is no percentage: it teaches nobody, and is a gap itself. */
Test (impute, what_is_outside_valid_is_a_gap, .timeout = 10)
{
  static const char yaml[] =
      "kpiscore: 1\nid: m\nindicators: {a: {measure: {sum: [s]}, valid: [0, 100], impute: mean,\n"
      "  score: {method: goalposts, posts: [0, 100]}}}\n";
  static const char csv[] = "area,series,period,value\nA,s,2025,10\nB,s,2025,30\nC,s,2025,200\n";
  g_autoptr (KpiScorecard) card = score_at (yaml, csv, "measured");
  g_autoptr (KpiScorecard) imputed = score_at (yaml, csv, "imputed");

  expect_number (card, "C", "2025", "a", KPI_COLUMN_VALUE, 200);
  expect_status (card, "C", "2025", "a", "no_data");
  expect_score (card, "C", "a", 20);
  expect_number (imputed, "C", "2025", "a", KPI_COLUMN_VALUE, 20);
}

/* A parent has what its children make of it, and teaches none. */
Test (impute, leaves_parents_to_their_children, .timeout = 10)
{
  static const char yaml[] =
      "kpiscore: 1\nid: m\n"
      "areas: {P: {}, Q: {}, A: {parent: P}, B: {parent: P}, C: {parent: P}, D: {parent: Q}}\n"
      "indicators: {a: {rollup: sum, impute: mean, score: {method: goalposts, posts: [0, 10]}},\n"
      "  b: {rollup: {method: sum, at_least: 0.5}, impute: mean, score: {method: goalposts,\n"
      "    posts: [0, 10]}}}\n";
  g_autoptr (KpiScorecard) card = score_at (yaml,
                                            "area,series,period,value\nA,a,2025,1\nB,a,2025,3\n"
                                            "A,b,2025,1\nB,b,2025,3\n",
                                            "imputed");

  expect_number (card, "C", "2025", "a", KPI_COLUMN_VALUE, 2);
  expect_number (card, "P", "2025", "a", KPI_COLUMN_VALUE, NAN); /* not all of its parts */
  expect_number (card, "P", "2025", "b", KPI_COLUMN_VALUE, 4);
  expect_number (card, "D", "2025", "b", KPI_COLUMN_VALUE, 2); /* the 4 is in no fit */
  expect_number (card, "Q", "2025", "b", KPI_COLUMN_VALUE, NAN);
}

/* ---- Along time */

static const char along_text[] = "kpiscore: 1\nid: m\nindicators: {a: {impute: %s, score: {method: "
                                 "goalposts, posts: [0, 100]}}}\n";
static const char along_data[] = "area,series,period,value\n"
                                 "A,a,2020,10\nA,a,2023,40\n"
                                 "B,a,2019,1\nB,a,2021,3\nB,a,2022,5\nB,a,2024,9\n"
                                 "A,a,2022-Q1,77\nB,a,2022-Q2,78\n";

/* By the year: each is as long as the others. Quarters know nothing of years. */
Test (impute, goes_along_the_time_of_one_area, .timeout = 10)
{
  g_autofree char *carried = g_strdup_printf (along_text, "carry_forward");
  g_autofree char *linear = g_strdup_printf (along_text, "linear");
  g_autoptr (KpiScorecard) card = score_at (carried, along_data, "imputed");
  g_autoptr (KpiScorecard) line = score_at (linear, along_data, "imputed");
  static const char *const years[] = {"2019", "2020", "2021", "2022", "2023", "2024"};
  static const double by_carry[] = {NAN, 10, 10, 10, 40, 40};
  static const double by_line[] = {NAN, 10, 20, 30, 40, NAN};

  for (gsize i = 0; i < G_N_ELEMENTS (years); i++) {
    double value = get (line, "A", years[i], "a", KPI_COLUMN_VALUE);

    expect_number (card, "A", years[i], "a", KPI_COLUMN_VALUE, by_carry[i]);
    cr_expect (isnan (by_line[i]) ? isnan (value) : fabs (value - by_line[i]) < 1e-12, "%s %g",
               years[i], value);
  }
  expect_number (card, "A", "2022-Q2", "a", KPI_COLUMN_VALUE, 77);
  expect_number (card, "B", "2022-Q1", "a", KPI_COLUMN_VALUE, NAN);
  expect_number (line, "A", "2022-Q2", "a", KPI_COLUMN_VALUE, NAN);
}

static KpiScorecard *
score_day (const char *yaml, const char *csv, const char *day)
{
  g_autoptr (KpiScoreOptions) options = kpi_score_options_new ();

  cr_assert (kpi_score_options_set_as_of (options, day, NULL));
  cr_assert (kpi_score_options_set_stage (options, "imputed", NULL));
  return score_with (yaml, csv, options);
}

/* The latest value is outside `valid`; the one before is taken, and not the one after. */
Test (impute, carries_forward_as_of_a_day, .timeout = 10)
{
  static const char yaml[] =
      "kpiscore: 1\nid: m\nindicators: {a: {measure: {sum: [s]}, valid: [0, 100],\n"
      "  impute: carry_forward, score: {method: goalposts, posts: [0, 100]}}}\n";
  static const char csv[] = "area,series,period,value\n"
                            "A,s,2021,10\nA,s,2022,20\nA,s,2023,200\nA,s,2024,30\n"
                            "B,s,2023,200\n";
  g_autoptr (KpiScorecard) card = score_day (yaml, csv, "2024-06-30");
  g_autoptr (KpiScorecard) later = score_day (yaml, csv, "2024-12-31");

  expect_number (card, "A", "2024-06-30", "a", KPI_COLUMN_VALUE, 20);
  expect_number (card, "A", "2024-06-30", "a", KPI_COLUMN_SCORE, 20);
  expect_number (card, "B", "2024-06-30", "a", KPI_COLUMN_VALUE, NAN);
  expect_number (later, "A", "2024-12-31", "a", KPI_COLUMN_VALUE, 30);
}

/* Nothing had ended by that day, of the children of a parent neither: nothing stands in. */
Test (impute, carries_nothing_where_nothing_was, .timeout = 10)
{
  static const char yaml[] =
      "kpiscore: 1\nid: m\nareas: {P: {}, A: {parent: P}}\n"
      "indicators: {a: {rollup: mean, impute: carry_forward, score: rank}}\n";
  g_autoptr (KpiScorecard) card =
      score_day (yaml, "area,series,period,value\nA,a,2024,40\n", "2023-02-12");

  expect_status (card, "A", "2023-02-12", "a", "no_data");
  expect_number (card, "A", "2023-02-12", "a", KPI_COLUMN_VALUE, NAN);
}

/* The same rows, one at a time. */
Test (impute, selection_changes_nothing, .timeout = 10)
{
  g_autofree char *yaml = g_strdup_printf (along_text, "linear");
  g_autoptr (KpiScorecard) all = score_at (yaml, along_data, "imputed");
  g_autoptr (KpiScoreOptions) options = kpi_score_options_new ();
  g_autoptr (KpiScorecard) some = NULL;

  kpi_score_options_add_area (options, "A");
  cr_assert (kpi_score_options_add_period (options, "2021", NULL));
  cr_assert (kpi_score_options_set_stage (options, "imputed", NULL));
  some = score_with (yaml, along_data, options);
  cr_expect (eq (sz, kpi_scorecard_get_n_rows (some), 1));
  cr_expect (get (some, "A", "2021", "a", KPI_COLUMN_VALUE) ==
             get (all, "A", "2021", "a", KPI_COLUMN_VALUE));
}
