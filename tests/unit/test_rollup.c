/* SPDX-License-Identifier: MIT */
#include "score-support.h"

/* A country of two provinces: P1 of the communes C1 and C2, P2 of C3. */
#define AREAS                                                                                      \
  "kpiscore: 1\nid: m\nareas:\n"                                                                   \
  "  VN: {level: country}\n"                                                                       \
  "  P1: {level: province, parent: VN}\n  P2: {level: province, parent: VN}\n"                     \
  "  C1: {level: commune, parent: P1}\n  C2: {level: commune, parent: P1}\n"                       \
  "  C3: {level: commune, parent: P2}\n"

static const char *const ratio =
    AREAS "indicators: {done: {rollup: ratio, measure: {ratio: {of: [a], to: [b], per: 100}}}}\n";

Test (rollup, ratios_by_their_sums, .timeout = 10)
{
  g_autoptr (KpiScorecard) card =
      score_with (ratio, "area,period,a,b\nC1,2025,1,4\nC2,2025,3,4\nC3,2025,1,10\n", NULL);

  expect_number (card, "P1", "2025", "done", KPI_COLUMN_VALUE, 50);               /* 100 * 4 / 8 */
  expect_number (card, "P2", "2025", "done", KPI_COLUMN_VALUE, 10);               /* 100 * 1 / 10 */
  expect_number (card, "VN", "2025", "done", KPI_COLUMN_VALUE, 100 * 5.0 / 18.0); /* not 30 */
}

Test (rollup, a_child_without_all_terms_takes_no_part_in_a_ratio, .timeout = 10)
{
  g_autoptr (KpiScorecard) card =
      score_with (ratio, "area,period,a,b\nC1,2025,1,4\nC2,2025,3,\nC3,2025,1,10\n", NULL);

  expect_number (card, "P1", "2025", "done", KPI_COLUMN_VALUE, 25); /* 100 * 1 / 4 */
  expect_number (card, "P1", "2025", "done", KPI_COLUMN_COVERAGE, 0.5);
  expect_number (card, "VN", "2025", "done", KPI_COLUMN_VALUE, 100 * 2.0 / 14.0);
}

Test (rollup, a_sum_needs_all_children, .timeout = 10)
{
  static const char *const data = "area,period,files\nC1,2025,10\nC3,2025,5\n";
  g_autoptr (KpiScorecard) all =
      score_with (AREAS "indicators: {files: {rollup: sum}}\n", data, NULL);
  g_autoptr (KpiScorecard) half = score_with (
      AREAS "indicators: {files: {rollup: {method: sum, at_least: 0.5}}}\n", data, NULL);

  expect_number (all, "P1", "2025", "files", KPI_COLUMN_VALUE, NAN);
  expect_number (all, "P2", "2025", "files", KPI_COLUMN_VALUE, 5);
  expect_number (all, "VN", "2025", "files", KPI_COLUMN_VALUE, NAN);
  expect_number (half, "P1", "2025", "files", KPI_COLUMN_VALUE, 10);
  expect_number (half, "P1", "2025", "files", KPI_COLUMN_COVERAGE, 0.5);
  expect_number (half, "VN", "2025", "files", KPI_COLUMN_VALUE, 15);
}

/* A district that has ended is no gap in the sum of those that are left. */
Test (rollup, children_that_are_gone_are_not_missing, .timeout = 10)
{
  g_autoptr (KpiScorecard) card =
      score_with ("kpiscore: 1\nid: m\nareas:\n"
                  "  P: {}\n  A: {parent: P}\n  B: {parent: P, until: 2024-06-30}\n"
                  "indicators: {x: {rollup: sum}, y: {rollup: mean}}\n",
                  "area,period,x,y\nA,2024,1,4\nB,2024,2,8\nA,2025,3,5\n", NULL);

  expect_number (card, "P", "2024", "x", KPI_COLUMN_VALUE, 3);
  expect_number (card, "P", "2025", "x", KPI_COLUMN_VALUE, 3);
  expect_number (card, "P", "2025", "x", KPI_COLUMN_COVERAGE, 1);
  expect_number (card, "P", "2025", "y", KPI_COLUMN_COVERAGE, 1);
}

Test (rollup, an_own_observation_wins_and_a_difference_is_said, .timeout = 10)
{
  g_autoptr (KpiScorecard) card = score_with (
      AREAS "indicators: {files: {rollup: sum}}\n",
      "area,period,files\nC1,2025,10\nC2,2025,20\nC3,2025,5\nP1,2025,31\nP2,2025,5\n", NULL);

  expect_number (card, "P1", "2025", "files", KPI_COLUMN_VALUE, 31);
  expect_number (card, "VN", "2025", "files", KPI_COLUMN_VALUE, 36); /* 31 + 5 */
  cr_expect (has_finding (kpi_scorecard_get_findings (card),
                          "found 31 of files for P1 in 2025, expected the sum of its parts, 30"));
  cr_expect (eq (sz, kpi_findings_get_length (kpi_scorecard_get_findings (card)), 1));
}

Test (rollup, means_least_and_greatest, .timeout = 10)
{
  static const char *const data =
      "area,period,rate,people\nC1,2025,40,1\nC2,2025,80,3\nC3,2025,10,4\n";
  g_autoptr (KpiScorecard) mean =
      score_with (AREAS "indicators: {rate: {rollup: mean}, people: {}}\n", data, NULL);
  g_autoptr (KpiScorecard) weighted = score_with (
      AREAS "indicators: {rate: {rollup: {mean: people}}, people: {rollup: sum}}\n", data, NULL);
  g_autoptr (KpiScorecard) least =
      score_with (AREAS "indicators: {rate: {rollup: min}, people: {}}\n", data, NULL);

  expect_number (mean, "P1", "2025", "rate", KPI_COLUMN_VALUE, 60);
  expect_number (mean, "VN", "2025", "rate", KPI_COLUMN_VALUE, 35);     /* (60 + 10) / 2 */
  expect_number (weighted, "P1", "2025", "rate", KPI_COLUMN_VALUE, 70); /* (40 + 240) / 4 */
  expect_number (least, "VN", "2025", "rate", KPI_COLUMN_VALUE, 10);
}

Test (rollup, bounds_add_up, .timeout = 10)
{
  g_autoptr (KpiScorecard) card =
      score_with (AREAS "indicators: {files: {rollup: sum}}\n",
                  "area,period,files\nC1,2025,>10\nC2,2025,3..5\nC3,2025,1\n", NULL);

  expect_number (card, "P1", "2025", "files", KPI_COLUMN_VALUE, 14);
  expect_number (card, "P1", "2025", "files", KPI_COLUMN_VALUE_LOW, 13);
  expect_number (card, "P1", "2025", "files", KPI_COLUMN_VALUE_HIGH, NAN);
  expect_number (card, "VN", "2025", "files", KPI_COLUMN_VALUE_LOW, 14);
}

/* Without levels all areas are of one class; a parent is in no fit of its children all the same. */
Test (rollup, a_rolled_up_parent_is_in_no_fit, .timeout = 10)
{
  g_autoptr (KpiScorecard) card =
      score_with ("kpiscore: 1\nid: m\nareas: {P: {}, A: {parent: P}, B: {parent: P}}\n"
                  "indicators: {x: {rollup: sum, score: minmax}}\n",
                  "area,period,x\nA,2025,10\nB,2025,20\n", NULL);

  expect_score (card, "A", "x", 0.0);
  expect_score (card, "B", "x", 100.0); /* not 50, which a fit up to 30 would give */
  expect_score (card, "P", "x", 100.0);
}

/* ---- Properties */

#define N_COMMUNES 24

/* The rows of communes C0 … C23, in one order or another. */
static char *
join_rows (gboolean turned, char *const *rows)
{
  g_autoptr (GString) csv = g_string_new ("area,period,a,b\n");

  for (int i = 0; i < N_COMMUNES; i++) {
    int c = turned ? (i * 7 + 5) % N_COMMUNES : i;

    g_string_append (csv, rows[c]);
  }
  return g_string_free (g_steal_pointer (&csv), FALSE);
}

/* Whole numbers, so that sums are exact. Of one in eight a term is missing. */
static char *
random_row (GRand *random, int c)
{
  int a = g_rand_int_range (random, 1, 1000), b = g_rand_int_range (random, 1, 1000);

  return g_rand_int_range (random, 0, 8) == 0 ? g_strdup_printf ("C%d,2025,%d,\n", c, a)
                                              : g_strdup_printf ("C%d,2025,%d,%d\n", c, a, b);
}

/* The areas are listed up or down, and so are summed in another order. */
static char *
random_model (gboolean turned)
{
  g_autoptr (GString) yaml = g_string_new ("kpiscore: 1\nid: m\nareas:\n  P1: {}\n  P2: {}\n");

  for (int i = 0; i < N_COMMUNES; i++) {
    int c = turned ? N_COMMUNES - 1 - i : i;

    g_string_append_printf (yaml, "  C%d: {parent: P%d}\n", c, 1 + c % 2);
  }
  g_string_append (yaml, "indicators:\n"
                         "  a: {rollup: {method: sum, at_least: 0}}\n"
                         "  b: {rollup: {method: sum, at_least: 0}}\n"
                         "  r: {rollup: ratio, measure: {ratio: {of: [a], to: [b]}}}\n"
                         "  least: {rollup: min, measure: {sum: [a]}}\n");
  return g_string_free (g_steal_pointer (&yaml), FALSE);
}

Test (rollup, neither_the_order_of_areas_nor_of_rows_matters, .timeout = 30)
{
  static const char *const nodes[] = {"a", "b", "r", "least"};
  g_autoptr (GRand) random = g_rand_new_with_seed (57);
  g_autofree char *up = random_model (FALSE), *down = random_model (TRUE);

  for (int round = 0; round < 20; round++) {
    char *rows[N_COMMUNES];
    g_autofree char *straight = NULL, *turned = NULL;
    g_autoptr (KpiScorecard) one = NULL, other = NULL;

    for (int c = 0; c < N_COMMUNES; c++)
      rows[c] = random_row (random, c);
    straight = join_rows (FALSE, rows);
    turned = join_rows (TRUE, rows);
    one = score_with (up, straight, NULL);
    other = score_with (down, turned, NULL);
    for (gsize n = 0; n < G_N_ELEMENTS (nodes); n++)
      for (int p = 1; p <= 2; p++) {
        const char *area = p == 1 ? "P1" : "P2";

        expect_number (one, area, "2025", nodes[n], KPI_COLUMN_VALUE,
                       get (other, area, "2025", nodes[n], KPI_COLUMN_VALUE));
      }
    for (int c = 0; c < N_COMMUNES; c++)
      g_free (rows[c]);
  }
}

/* A country of two halves is the sum of their sums; a ratio, that over both. */
Test (rollup, two_halves_make_the_whole, .timeout = 30)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (34);

  for (int round = 0; round < 20; round++) {
    g_autoptr (GString) csv = g_string_new ("area,period,a,b\n");
    g_autoptr (KpiScorecard) card = NULL;
    double a = 0, b = 0;

    for (int c = 1; c <= 3; c++) {
      int x = g_rand_int_range (random, 1, 1000), y = g_rand_int_range (random, 1, 1000);

      g_string_append_printf (csv, "C%d,2025,%d,%d\n", c, x, y);
      a += x;
      b += y;
    }
    card = score_with (AREAS "indicators:\n"
                             "  a: {rollup: sum}\n"
                             "  r: {rollup: ratio, measure: {ratio: {of: [a], to: [b]}}}\n",
                       csv->str, NULL);
    expect_number (card, "VN", "2025", "a", KPI_COLUMN_VALUE, a);
    expect_number (card, "VN", "2025", "a", KPI_COLUMN_VALUE,
                   get (card, "P1", "2025", "a", KPI_COLUMN_VALUE) +
                       get (card, "P2", "2025", "a", KPI_COLUMN_VALUE));
    expect_number (card, "VN", "2025", "r", KPI_COLUMN_VALUE, a / b);
  }
}

/* Whatever the children are within their bounds, the parent lies within its own. */
Test (rollup, bounds_contain_the_truth, .timeout = 30)
{
  static const char *const forms[] = {"sum", "mean", "min", "max"};
  g_autoptr (GRand) random = g_rand_new_with_seed (63);

  for (int round = 0; round < 40; round++) {
    const char *form = forms[round % 4];
    g_autofree char *yaml = g_strdup_printf (AREAS "indicators: {x: {rollup: %s}}\n", form);
    g_autoptr (GString) csv = g_string_new ("area,period,x\n");
    g_autoptr (KpiScorecard) card = NULL;
    double sum = 0, least = INFINITY, greatest = -INFINITY, truth;

    for (int c = 1; c <= 2; c++) {
      int low = g_rand_int_range (random, -50, 50), high = low + g_rand_int_range (random, 0, 40);
      double x = g_rand_double_range (random, low, high + 1e-9);

      g_string_append_printf (csv, "C%d,2025,%d..%d\n", c, low, high);
      sum += x;
      least = MIN (least, x);
      greatest = MAX (greatest, x);
    }
    card = score_with (yaml, csv->str, NULL);
    truth = round % 4 == 0 ? sum : round % 4 == 1 ? sum / 2 : round % 4 == 2 ? least : greatest;
    cr_expect (get (card, "P1", "2025", "x", KPI_COLUMN_VALUE_LOW) <= truth + 1e-6, "%s", form);
    cr_expect (get (card, "P1", "2025", "x", KPI_COLUMN_VALUE_HIGH) >= truth - 1e-6, "%s", form);
  }
}

/* An end is excluded if every way to it uses an excluded one: the least of > 80 and 80 is 80, that
 * of > 80 and 90 is more than 80, and so is the mean of > 70 and 90. */
Test (rollup, strict_ends_stay_strict, .timeout = 10)
{
  static const struct {
    const char *form, *c1, *c2, *status;
  } cases[] = {{"min", ">80", ">=80", "undecided"}, {"min", ">80", "90", "achieved"},
               {"max", ">80", "70", "achieved"},    {"max", ">80", "80", "achieved"},
               {"mean", ">70", "90", "achieved"},   {"mean", ">=70", "90", "undecided"}};

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *yaml = g_strdup_printf (
        AREAS "indicators: {x: {rollup: %s, target: {more_than: 80}}}\n", cases[i].form);
    g_autofree char *csv =
        g_strdup_printf ("area,period,x\nC1,2025,%s\nC2,2025,%s\n", cases[i].c1, cases[i].c2);
    g_autoptr (KpiScorecard) card = score_with (yaml, csv, NULL);

    expect_status (card, "P1", "2025", "x", (char *)cases[i].status);
  }
}
