/* SPDX-License-Identifier: MIT */
#include "model-expect.h"

/* An indicator `a` with the given keys, which stands in a tree of its own. */
#define IN_TREE(lines) ONE lines "index: {id: i, of: [a]}\n"

static void
expect_better (const char *yaml, KpiBetter better)
{
  g_autoptr (KpiModel) model = expect_silence (yaml);

  cr_expect (eq (int, (int)model->indicators[0].better, (int)better), "%s", yaml);
}

Test (indicator, better_is_its_own_or_the_targets_or_higher, .timeout = 10)
{
  expect_better (ONE "    unit: x\n", KPI_BETTER_HIGHER);
  expect_better (ONE "    better: lower\n", KPI_BETTER_LOWER);
  expect_better (ONE "    target: {more_than: 1}\n", KPI_BETTER_HIGHER);
  expect_better (ONE "    target: {less_than: 1}\n", KPI_BETTER_LOWER);
  expect_better (ONE "    target: {at_most: 1}\n", KPI_BETTER_LOWER);
  expect_better (ONE "    target: {top: 1}\n", KPI_BETTER_LOWER);
  expect_better (ONE "    better: lower\n    target: {at_most: 1}\n", KPI_BETTER_LOWER);
  expect_better (ONE "    valid: [0, 9]\n    target: {equal: 1}\n", KPI_BETTER_HIGHER);
  expect_better (ONE "    better: lower\n    valid: [0, 9]\n    target: {equal: 1}\n",
                 KPI_BETTER_LOWER);
}

Test (indicator, better_may_not_contradict_the_target, .timeout = 10)
{
  expect_error (
      ONE "    better: lower\n    target: {at_least: 1}\n", KPI_ERROR_CONFLICT,
      "5:13: error: indicators.a.better: found lower, but by the target higher is better");
  expect_error (
      ONE "    better: higher\n    target: {top: 5}\n", KPI_ERROR_CONFLICT,
      "5:13: error: indicators.a.better: found higher, but by the target lower is better");
}

Test (indicator, valid_is_a_span, .timeout = 10)
{
  g_autoptr (KpiModel) model = expect_silence (HEAD "indicators: {a: {valid: [-5, 5]}, b: {}}\n");

  cr_expect (eq (dbl, model->indicators[0].valid[0], -5));
  cr_expect (eq (dbl, model->indicators[0].valid[1], 5));
  cr_expect (eq (dbl, model->indicators[1].valid[0], -INFINITY));
  cr_expect (eq (dbl, model->indicators[1].valid[1], INFINITY));
  expect_error (ONE "    valid: [5, 5]\n", KPI_ERROR_VALUE,
                "5:12: error: indicators.a.valid: found no room between the two");
  expect_error (ONE "    valid: [100, 0]\n", KPI_ERROR_VALUE,
                "5:12: error: indicators.a.valid: found no room between the two");
}

/* Checks the method of the first indicator; NULL: it has no score. */
static void
expect_method (const char *yaml, const char *method)
{
  g_autoptr (KpiModel) model = expect_silence (yaml);
  const KpiIndicator *a = &model->indicators[0];

  cr_expect (eq (int, a->has_score, method != NULL), "%s", yaml);
  if (method != NULL)
    cr_expect (eq (str, (char *)a->scoring.method->name, (char *)method), "%s", yaml);
}

Test (indicator, a_score_is_its_own_or_the_defaults_or_by_the_target, .timeout = 10)
{
  static const char *const posts = "{method: goalposts, posts: [0, 1]}";
  g_autofree char *own = g_strdup_printf (ONE "    score: %s\ndefaults: {score: minmax}\n", posts);
  g_autofree char *otherwise =
      g_strdup_printf (ONE "    target: {at_least: 1}\ndefaults: {score: %s}\n", posts);
  g_autofree char *outside = g_strdup_printf (ONE "    unit: x\ndefaults: {score: %s}\n", posts);

  expect_method (own, "goalposts");
  expect_method (otherwise, "goalposts");
  expect_method (ONE "    target: {at_least: 1}\n", "progress");
  expect_method (IN_TREE ("    target: {at_least: 1}\n"), "progress");
  expect_method (IN_TREE ("    unit: x\n"), "minmax");
  /* Outside every tree only an own score or a target gives one. */
  expect_method (ONE "    score: minmax\n", "minmax");
  expect_method (ONE "    unit: x\n", NULL);
  expect_method (outside, NULL);
}

Test (indicator, a_method_gets_the_target_it_needs, .timeout = 10)
{
  expect_error (ONE "    score: met\n", KPI_ERROR_MISSING,
                "5:12: error: indicators.a.score: found no target, which the score by met needs");
  expect_error (IN_TREE ("    unit: x\n") "defaults: {score: progress}\n", KPI_ERROR_MISSING,
                "5:5: error: indicators.a: found no target, which the score by progress needs");
}

Test (indicator, what_methods_share_is_read, .timeout = 10)
{
  g_autoptr (KpiModel) model = expect_silence (
      HEAD "indicators:\n"
           "  a: {score: minmax}\n"
           "  b: {score: {method: minmax, clamp: false, to: [10, 1], transform: sqrt,\n"
           "              over: period}}\n"
           "  c: {score: {method: minmax, transform: log, over: all, clamp: true}}\n");
  const KpiScoring *a = &model->indicators[0].scoring, *b = &model->indicators[1].scoring;
  const KpiScoring *c = &model->indicators[2].scoring;

  cr_expect (a->clamp);
  cr_expect (eq (dbl, a->to[0], 0));
  cr_expect (eq (dbl, a->to[1], 100));
  cr_expect (eq (int, (int)a->transform, KPI_TRANSFORM_NONE));
  cr_expect (eq (int, (int)a->over, KPI_OVER_ALL));
  cr_expect (not(b->clamp));
  cr_expect (eq (dbl, b->to[0], 10));
  cr_expect (eq (dbl, b->to[1], 1));
  cr_expect (eq (int, (int)b->transform, KPI_TRANSFORM_SQRT));
  cr_expect (eq (int, (int)b->over, KPI_OVER_PERIOD));
  cr_expect (c->clamp);
  cr_expect (eq (int, (int)c->transform, KPI_TRANSFORM_LOG));
  cr_expect (eq (int, (int)c->over, KPI_OVER_ALL));
  expect_error (ONE "    score: {method: minmax, to: [5, 5]}\n", KPI_ERROR_VALUE,
                "5:33: error: indicators.a.score.to: found a span without length");
}

Test (indicator, fitted_methods_are_read, .timeout = 10)
{
  g_autoptr (KpiModel) model = expect_silence (
      HEAD "areas: {VN: {aliases: [Viet Nam]}}\n"
           "indicators:\n"
           "  a: {score: {method: zscore, sd: 15, population: true, to: [0, 100]}}\n"
           "  b: {score: {method: rank, ties: average, over: all, clamp: false}}\n"
           "  c: {score: {method: distance_to, ref: {area: ' Viet Nam '}, clamp: high}}\n"
           "  d: {score: {method: minmax, fit: {periods: 2020-Q2..2024}}}\n"
           "  e: {score: {method: percentile_rank, fit: {periods: 2024}}}\n"
           "  f: {score: borda}\n");
  const KpiScoring *a = &model->indicators[0].scoring, *b = &model->indicators[1].scoring;
  const KpiScoring *c = &model->indicators[2].scoring, *d = &model->indicators[3].scoring;
  gint32 day;

  cr_expect (a->options[0].numbers[0] == 0 && a->options[1].numbers[0] == 15);
  cr_expect (eq (uint, a->options[2].choice, 1));
  cr_expect (a->mapped);
  cr_expect (eq (uint, b->options[0].choice, 1));
  cr_expect (eq (int, (int)b->over, KPI_OVER_ALL));
  cr_expect (eq (str, (char *)_kpi_scoring_reference_area (c), "Viet Nam"));
  cr_expect (eq (int, (int)c->clamp, KPI_CLAMP_HIGH));
  cr_assert (_kpi_day_make (2020, 4, 1, &day));
  cr_expect (eq (int, d->fit_from, day));
  cr_assert (_kpi_day_make (2024, 12, 31, &day));
  cr_expect (eq (int, d->fit_until, day));
  cr_expect (eq (int, (int)model->indicators[4].scoring.over, KPI_OVER_ALL)); /* what `fit` means */
  cr_expect (eq (int, (int)model->indicators[5].scoring.over, KPI_OVER_PERIOD));
}

Test (indicator, what_a_fitted_method_cannot_do_is_refused, .timeout = 10)
{
  expect_error (ONE "    score: {method: zscore, sd: 0}\n", KPI_ERROR_VALUE,
                "5:12: error: indicators.a.score: found an sd of 0 or less");
  expect_error (ONE "    score: {method: borda, clamp: high}\n", KPI_ERROR_CONFLICT,
                "5:35: error: indicators.a.score.clamp: found high, but scores by borda are never "
                "held");
  expect_error (ONE "    score: {method: minmax, over: period, fit: {periods: 2024}}\n",
                KPI_ERROR_CONFLICT,
                "5:48: error: indicators.a.score.fit: found it beside over: period");
  expect_error (ONE "    score: {method: minmax, fit: {periods: 2024..2020}}\n", KPI_ERROR_VALUE,
                "5:44: error: indicators.a.score.fit.periods: found \"2024..2020\", expected the "
                "earlier of two periods first");
  expect_error (ONE "    score: {method: distance_to, ref: target}\n", KPI_ERROR_MISSING,
                "5:12: error: indicators.a.score: found no target, which the score by distance_to "
                "needs");
  expect_error (ONE "    target: {between: [1, 2]}\n"
                    "    score: {method: distance_to, ref: target}\n",
                KPI_ERROR_VALUE,
                "5:13: error: indicators.a.target: found a range, to which no one distance");
  expect_error (
      HEAD "areas: {Hue: {}}\n"
           "indicators: {a: {score: {method: distance_to, ref: {area: Huw}}}}\n",
      KPI_ERROR_UNKNOWN,
      "4:59: error: indicators.a.score.ref.area: found \"Huw\", expected one of the areas; did you "
      "mean Hue?");
}

Test (indicator, a_pair_and_points_are_options, .timeout = 10)
{
  g_autoptr (KpiModel) model =
      expect_silence (HEAD "indicators:\n"
                           "  a: {score: {method: goalposts, posts: [85, 20]}}\n"
                           "  b: {score: {method: points, at: {80: 100, '-5': 1e1, 50: 60}}}\n");
  const KpiOptionValue *posts = &model->indicators[0].scoring.options[0];
  const KpiOptionValue *at = &model->indicators[1].scoring.options[0];
  static const double sorted[] = {-5, 10, 50, 60, 80, 100};

  cr_assert (eq (sz, posts->n_numbers, 2));
  cr_expect (eq (dbl, posts->numbers[0], 85));
  cr_expect (eq (dbl, posts->numbers[1], 20));
  cr_assert (eq (sz, at->n_numbers, 6));
  for (gsize i = 0; i < 6; i++)
    cr_expect (eq (dbl, at->numbers[i], sorted[i]));
  expect_error (ONE "    score: {method: steps, at: {5: 1, 0: 0, 5.0: 2}}\n", KPI_ERROR_DUPLICATE,
                "5:32: error: indicators.a.score.at: found two points at 5, expected one");
}

/* Options alone are judged once, where they stand, whatever the targets are. */
Test (indicator, a_method_judges_its_options, .timeout = 10)
{
  expect_error (ONE "    score: {method: goalposts, posts: [1, 1]}\n", KPI_ERROR_VALUE,
                "5:12: error: indicators.a.score: found two equal posts, expected different ones");
  expect_error (ONE "    score: {method: goalposts, posts: [1, 1], to: [1, 9]}\n", KPI_ERROR_VALUE,
                "5:12: error: indicators.a.score: found two equal posts");
  expect_error (ONE "    score: {method: goalposts, posts: [0, 9], transform: log}\n"
                    "    target: {at_least: 1, for: {A: {at_least: 2}, B: {at_least: 3}}}\n",
                KPI_ERROR_VALUE, "5:12: error: indicators.a.score: found a post of 0 or less");
}

Test (indicator, a_wrong_default_score_is_reported_once, .timeout = 10)
{
  expect_error (HEAD "indicators: {a: {target: {at_least: 1}}, b: {target: {at_least: 1}}}\n"
                     "defaults:\n"
                     "  score: {method: minmax, to: [1, 1]}\n",
                KPI_ERROR_VALUE, "5:31: error: defaults.score.to: found a span without length");
}

Test (indicator, what_a_file_writes_is_shown, .timeout = 10)
{
  g_autoptr (KpiModel) model = expect_silence (HEAD "extends: kpiscore:nq57\n"
                                                    "indicators:\n"
                                                    "  mine: {}\n"
                                                    "  cashless_rate: {target: {at_least: 80}}\n"
                                                    "index: {id: i, of: [e_id_coverage]}\n");
  gsize n_shown = 0;

  for (gsize i = 0; i < model->n_indicators; i++) {
    const KpiIndicator *indicator = &model->indicators[i];
    gboolean in_tree = strcmp (indicator->id, "e_id_coverage") == 0;
    gboolean written =
        strcmp (indicator->id, "mine") == 0 || strcmp (indicator->id, "cashless_rate") == 0;

    cr_expect (eq (int, indicator->in_tree, in_tree), "%s", indicator->id);
    cr_expect (eq (int, indicator->shown, in_tree || written), "%s", indicator->id);
    n_shown += indicator->shown;
  }
  cr_expect (eq (sz, n_shown, 3));
  cr_expect (gt (sz, model->n_indicators, 3));
}
