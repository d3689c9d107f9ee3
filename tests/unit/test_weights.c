/* SPDX-License-Identifier: MIT */
#include "method/methods.h"
#include "method/weighting.h"
#include "fit-support.h"

#define N_AREAS 6
#define N_CHILDREN 3

/* Two months of six communes, and a province that would pull every weight towards a. */
static const char data[] = "area,period,a,b,c\n"
                           "C1,2025-01,10,80,30\nC2,2025-01,35,60,20\nC3,2025-01,20,95,70\n"
                           "C1,2025-02,50,15,40\nC2,2025-02,65,40,90\nC3,2025-02,80,5,25\n"
                           "P1,2025-01,0,50,50\nP2,2025-01,100,50,51\n";

static const double scores[N_CHILDREN][N_AREAS] = {
    {10, 35, 20, 50, 65, 80}, {80, 60, 95, 15, 40, 5}, {30, 20, 70, 40, 90, 25}};

static const char *const areas[] = {"C1", "C2", "C3", "C1", "C2", "C3"};

static KpiScorecard *
score_group (const char *keys, const char *children)
{
  g_autofree char *model =
      g_strdup_printf ("kpiscore: 1\nid: m\n"
                       "areas: {C1: {level: commune}, C2: {level: commune}, C3: {level: commune},\n"
                       "        P1: {level: province}, P2: {level: province}}\n"
                       "defaults: {score: {method: goalposts, posts: [0, 100]}}\n"
                       "indicators: {a: {}, b: {}, c: {}}\n"
                       "index: {id: i, %s of: %s}\n",
                       keys, children);

  return score_with (model, data, NULL);
}

/* The communes' scores are those of the weights that the formula gives for all of their months. */
static void
expect_formula (const char *method)
{
  const double *children[] = {scores[0], scores[1], scores[2]};
  KpiWeighed weighed = {children, N_CHILDREN, N_AREAS};
  g_autofree char *keys = g_strdup_printf ("weights: %s,", method);
  g_autoptr (KpiScorecard) card = score_group (keys, "[a, b, c]");
  double weights[N_CHILDREN];
  const KpiWeightingMethod *weighting;
  const char *why = NULL;

  weighting = _kpi_methods_find (KPI_METHODS_WEIGHTING, method);
  cr_assert (weighting->weigh (&weighed, weights, &why, NULL));
  for (int i = 0; i < N_AREAS; i++) {
    double expected = 0;

    for (int c = 0; c < N_CHILDREN; c++)
      expected += weights[c] * scores[c][i];
    cr_expect (fabs (get (card, areas[i], i < 3 ? "2025-01" : "2025-02", "i", KPI_COLUMN_SCORE) -
                     expected) < 1e-9,
               "%s of %s", method, areas[i]);
  }
}

Test (weights, are_learned_from_a_level_in_all_periods, .timeout = 10)
{
  expect_formula ("pca");
  expect_formula ("entropy");
  expect_formula ("critic");
  expect_formula ("correlation");
}

Test (weights, equal_ones_are_the_plain_mean, .timeout = 10)
{
  g_autoptr (KpiScorecard) equal = score_group ("weights: equal,", "[a, b, c]");
  g_autoptr (KpiScorecard) plain = score_group ("", "[a, b, c]");

  for (int i = 0; i < N_AREAS; i++)
    expect_number (equal, areas[i], i < 3 ? "2025-01" : "2025-02", "i", KPI_COLUMN_SCORE,
                   get (plain, areas[i], i < 3 ? "2025-01" : "2025-02", "i", KPI_COLUMN_SCORE));
}

/* Of the two provinces only a differs to speak of: c has something to say, b has nothing. */
Test (weights, each_level_has_its_own, .timeout = 10)
{
  g_autoptr (KpiScorecard) card = score_group ("weights: entropy,", "[a, b]");

  expect_number (card, "P1", "2025-01", "i", KPI_COLUMN_SCORE, 0); /* all weight is on a */
  expect_number (card, "P2", "2025-01", "i", KPI_COLUMN_SCORE, 100);
}

/* By hand. C3 is best on b and c (95, 70), C2 on a (35): both reach 100 with all weight there. C1:
 * the best of b alone, 80/95, and of what lies between, is 84.21..., as C3 has more of c than of a
 * beside it. Each period for itself. */
Test (weights, of_each_area, .timeout = 10)
{
  g_autoptr (KpiScorecard) card = score_group ("weights: bod,", "[a, b, c]");

  cr_expect (fabs (get (card, "C3", "2025-01", "i", KPI_COLUMN_SCORE) - 100) < 1e-7);
  cr_expect (fabs (get (card, "C2", "2025-01", "i", KPI_COLUMN_SCORE) - 100) < 1e-7);
  cr_expect (fabs (get (card, "C1", "2025-01", "i", KPI_COLUMN_SCORE) - 100 * 80 / 95.0) < 1e-7);
  cr_expect (fabs (get (card, "C2", "2025-02", "i", KPI_COLUMN_SCORE) - 100) < 1e-7);
}

/* One commune: nothing differs. */
Test (weights, what_cannot_be_learned_is_told, .timeout = 10)
{
  g_autoptr (KpiScorecard) card =
      score_with ("kpiscore: 1\nid: m\n"
                  "defaults: {score: {method: goalposts, posts: [0, 100]}}\n"
                  "indicators: {a: {}, b: {}}\n"
                  "index: {id: i, weights: pca, of: [a, b]}\n",
                  "area,period,a,b\nX,2025,1,2\n", NULL);
  KpiFindings *findings = kpi_scorecard_get_findings (card);

  expect_score (card, "X", "i", NAN);
  cr_assert (eq (sz, kpi_findings_get_length (findings), 1));
  cr_expect (strstr (kpi_findings_get_text (findings, 0), "weights by pca") != NULL, "%s",
             kpi_findings_get_text (findings, 0));
}

static const char constant_model[] = "kpiscore: 1\nid: m\n"
                                     "defaults: {score: {method: goalposts, posts: [0, 100]}}\n"
                                     "indicators: {a: {}, b: {}, c: {}}\n"
                                     "index: {id: i, weights: %s, of: [a, b, c]}\n";
static const char constant_data[] =
    "area,period,a,b,c\nX,2025,10,7,\nY,2025,20,7,3\nZ,2025,40,7,\n";

static gboolean
warns_of_constant (const char *method)
{
  g_autofree char *model = g_strdup_printf (constant_model, method);
  g_autoptr (KpiScorecard) card = score_with (model, constant_data, NULL);

  return has_finding (kpi_scorecard_get_findings (card), "constant column, all scores of b");
}

/* b is the same everywhere; c, of which one is known, may yet differ. */
Test (weights, a_constant_child_is_told, .timeout = 10)
{
  cr_expect (warns_of_constant ("entropy") && warns_of_constant ("critic"));
  cr_expect (warns_of_constant ("bod"));
  cr_expect (not(warns_of_constant ("equal")));
}

/* ---- In a fit */

#define GROUP_BY(weights)                                                                          \
  "kpiscore: 1\nid: m\ndefaults: {score: {method: goalposts, posts: [0, 100]}}\n"                  \
  "indicators: {a: {}, b: {}, c: {}}\nindex: {id: i, weights: " weights ", of: [a, b, c]}\n"

/* The columns of `scores`, without the province. */
static const char training[] = "area,period,a,b,c\n"
                               "C1,2025-01,10,80,30\nC2,2025-01,35,60,20\nC3,2025-01,20,95,70\n"
                               "C1,2025-02,50,15,40\nC2,2025-02,65,40,90\nC3,2025-02,80,5,25\n";

/* One area alone teaches no weights: what it scores is by those of the fit. */
static void
expect_fitted (KpiFit *fit, const char *expected_by)
{
  const double *children[] = {scores[0], scores[1], scores[2]};
  KpiWeighed weighed = {children, N_CHILDREN, N_AREAS};
  g_autoptr (KpiScorecard) card =
      score_by (GROUP_BY ("critic"), "area,period,a,b,c\nC1,2026-01,90,10,40\n", fit, "measured");
  double weights[N_CHILDREN];
  const KpiWeightingMethod *weighting;
  const char *why = NULL;

  weighting = _kpi_methods_find (KPI_METHODS_WEIGHTING, expected_by);
  cr_assert (weighting->weigh (&weighed, weights, &why, NULL));
  cr_expect (epsilon_eq (dbl, get (card, "C1", "2026-01", "i", KPI_COLUMN_SCORE),
                         90 * weights[0] + 10 * weights[1] + 40 * weights[2], 1e-9));
}

Test (weights, a_fit_holds_them, .timeout = 10)
{
  g_autoptr (KpiFit) fit = fit_with (GROUP_BY ("critic"), training);
  g_autofree char *text = text_of (fit);
  g_autoptr (KpiFit) loaded = load_text (text, NULL);
  g_autofree char *again = NULL;

  expect_holds (text, "{stage: weigh, node: \"i\", frequency: \"1M\", count: 3");
  cr_assert (loaded != NULL);
  again = text_of (loaded);
  cr_expect (eq (str, again, text));
  expect_fitted (fit, "critic");
  expect_fitted (loaded, "critic");
}

/* By the fit of its own data a scorecard is the same to the bit. */
Test (weights, by_their_own_fit_nothing_changes, .timeout = 10)
{
  g_autoptr (KpiFit) fit = fit_with (GROUP_BY ("pca"), training);
  g_autoptr (KpiScorecard) own = score_with (GROUP_BY ("pca"), training, NULL);
  g_autoptr (KpiScorecard) by_fit = score_by (GROUP_BY ("pca"), training, fit, "measured");

  for (gsize row = 0; row < kpi_scorecard_get_n_rows (own); row++)
    cr_expect (eq (dbl, kpi_scorecard_get_number (by_fit, row, KPI_COLUMN_SCORE),
                   kpi_scorecard_get_number (own, row, KPI_COLUMN_SCORE)));
}

Test (weights, of_parts_are_none_of_the_whole, .timeout = 10)
{
  g_autoptr (KpiFit) fit = fit_with (GROUP_BY ("critic"), training);
  g_autoptr (KpiFit) merged = kpi_fit_merge (fit, fit, NULL);

  cr_assert (merged != NULL);
  cr_expect (eq (sz, kpi_fit_get_n_entries (merged), 0));
  cr_expect (has_finding (kpi_fit_get_findings (merged), "found weights that were learned from a "
                                                         "part"));
}

Test (weights, that_teach_nothing_are_in_no_fit, .timeout = 10)
{
  g_autoptr (KpiFit) equal = fit_with (GROUP_BY ("equal"), training);

  cr_expect (eq (sz, kpi_fit_get_n_entries (equal), 0));
}

Test (weights, of_other_children_are_refused, .timeout = 10)
{
  g_autoptr (KpiFit) fit = load_text ("kpiscore_fit: 1\nmodel: m\nlearned:\n"
                                      "  - {stage: weigh, node: i, frequency: 1M, count: 2, "
                                      "least: 0.5, greatest: 0.5, weights: [0.5, 0.5]}\n",
                                      NULL);
  g_autoptr (KpiScoreOptions) options = kpi_score_options_new ();
  g_autoptr (GError) error = NULL;

  cr_assert (fit != NULL);
  kpi_score_options_set_fit (options, fit);
  cr_expect (try_score (GROUP_BY ("critic"), training, options, &error) == NULL);
  cr_assert (error != NULL);
  expect_holds (error->message, "expected weights of its 3 children");
}

Test (weights, a_fit_that_could_not_be_is_refused, .timeout = 10)
{
  static const struct {
    const char *keys;
    const char *found;
  } bad[] = {
      {"count: 2, least: 0, greatest: 1, weights: [1, -0.5]", "expected a weight of 0 or more"},
      {"count: 3, least: 0, greatest: 1, weights: [1, 0]", "expected `count` of them"},
      {"count: 2, least: 0, greatest: 1", "found what stage weigh does not learn"},
      {"count: 1, least: 0, greatest: 0, order: [0]", "found what stage weigh does not learn"},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++) {
    g_autofree char *text = g_strdup_printf ("kpiscore_fit: 1\nmodel: m\nlearned:\n"
                                             "  - {stage: weigh, node: i, frequency: 1M, %s}\n",
                                             bad[i].keys);
    g_autoptr (GError) error = NULL;

    cr_expect (load_text (text, &error) == NULL, "%s", bad[i].keys);
    cr_assert (error != NULL);
    expect_holds (error->message, bad[i].found);
  }
}
