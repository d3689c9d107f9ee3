/* SPDX-License-Identifier: MIT */
#include "method/weighting.h"
#include "score-support.h"

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
  const char *why = NULL;

  cr_assert (_kpi_weighting_find (method)->weigh (&weighed, weights, &why, NULL));
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
