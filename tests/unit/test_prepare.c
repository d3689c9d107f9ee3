/* SPDX-License-Identifier: MIT */
#include "model-expect.h"
#include "method/methods.h"

static const KpiIndicator *
indicator (const KpiModel *model, const char *id)
{
  return &model->indicators[_kpi_names_find (model->nodes, id)];
}

Test (prepare, reads_what_is_said, .timeout = 10)
{
  g_autoptr (KpiModel) model = parse (
      HEAD
      "screen: {areas: 0.66, indicators: 0.5}\n"
      "indicators:\n"
      "  a: {impute: {method: median, by: row}, treat: {winsorise: 3, skew: 1.5, kurtosis: 2,\n"
      "    then: log}}\n"
      "  b: {}\n"
      "index: {id: i, of: [a, b]}\n");
  const KpiIndicator *a = indicator (model, "a"), *b = indicator (model, "b");

  cr_expect (eq (dbl, model->screening.areas, 0.66));
  cr_expect (eq (dbl, model->screening.indicators, 0.5));
  cr_expect (eq (str, (char *)a->imputing.method->name, "median"));
  cr_expect (_kpi_imputing_is_by_row (&a->imputing));
  cr_expect (a->treats);
  cr_expect (eq (sz, a->treating.winsorise, 3));
  cr_expect (eq (dbl, a->treating.skew, 1.5));
  cr_expect (eq (dbl, a->treating.kurtosis, 2));
  cr_expect (a->treating.then == _kpi_methods_find (KPI_METHODS_TREATING, "log"));
  cr_expect (eq (str, (char *)b->imputing.method->name, "none"));
  cr_expect (not(b->treats));
}

Test (prepare, what_is_not_said_is_as_published, .timeout = 10)
{
  g_autoptr (KpiModel) model = parse (HEAD "indicators: {a: {treat: {}, score: minmax}}\n");
  const KpiTreating *treating = &indicator (model, "a")->treating;

  cr_expect (eq (sz, treating->winsorise, 5));
  cr_expect (eq (dbl, treating->skew, 2));
  cr_expect (eq (dbl, treating->kurtosis, 3.5));
  cr_expect (treating->then == NULL);
  cr_expect (eq (dbl, model->screening.areas, 0));
}

/* Its own replaces the default as a whole; what is not fitted is passed over. */
Test (prepare, defaults_hold_for_those_that_do_not_say, .timeout = 10)
{
  g_autoptr (KpiModel) model = parse (HEAD "defaults: {impute: mean, treat: {winsorise: 2}}\n"
                                           "indicators:\n"
                                           "  a: {}\n"
                                           "  b: {impute: none, treat: {winsorise: 0}}\n"
                                           "  c: {treat: {skew: 1}}\n"
                                           "  d: {target: {at_least: 5}}\n"
                                           "index: {id: i, of: [a, b, c, d]}\n");

  cr_expect (eq (str, (char *)indicator (model, "a")->imputing.method->name, "mean"));
  cr_expect (eq (sz, indicator (model, "a")->treating.winsorise, 2));
  cr_expect (eq (str, (char *)indicator (model, "b")->imputing.method->name, "none"));
  cr_expect (not(indicator (model, "b")->treats));
  cr_expect (eq (sz, indicator (model, "c")->treating.winsorise, 5));
  cr_expect (not(indicator (model, "d")->treats));
  cr_expect (eq (str, (char *)indicator (model, "d")->imputing.method->name, "mean"));
}

Test (prepare, refuses_what_cannot_be, .timeout = 10)
{
  static const struct {
    const char *yaml, *line;
    KpiError code;
  } cases[] = {
      {HEAD "screen: {areas: 66}\nindicators: {a: {}}\n",
       "3:17: error: screen.areas: found 66, expected a share from 0 to 1", KPI_ERROR_VALUE},
      {ONE "    score: minmax\n    treat: {winsorise: -1}\n",
       "6:24: error: indicators.a.treat.winsorise: found -1, expected 0 or more", KPI_ERROR_VALUE},
      {ONE "    score: minmax\n    treat: {winsorise: 1.5}\n",
       "6:24: error: indicators.a.treat.winsorise: found 1.5, expected a whole number of points",
       KPI_ERROR_VALUE},
      {ONE "    score: minmax\n    treat: {skew: -2}\n",
       "6:19: error: indicators.a.treat.skew: found -2, expected 0 or more", KPI_ERROR_VALUE},
      {ONE "    treat: {}\n    target: {at_least: 5}\n",
       "5:5: error: indicators.a.treat: found treat for progress, expected a score that is fitted "
       "to the values",
       KPI_ERROR_CONFLICT},
      {ONE "    treat: {}\n",
       "5:5: error: indicators.a.treat: found treat for an indicator without a score",
       KPI_ERROR_CONFLICT},
      {ONE "    target: {at_least: 5}\n    score: {method: distance_to, ref: target}\n"
           "    treat: {}\n",
       "7:5: error: indicators.a.treat: found treat for distance_to", KPI_ERROR_CONFLICT},
      {ONE "    impute: {method: mean, by: row}\n",
       "5:13: error: indicators.a.impute: found by: row for an indicator that stands in no tree",
       KPI_ERROR_CONFLICT},
      {HEAD "defaults: {treat: {skew: -1}}\nindicators: {a: {}, b: {}}\n"
            "index: {id: i, of: [a, b]}\n",
       "3:26: error: defaults.treat.skew: found -1", KPI_ERROR_VALUE}};

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    expect_error (cases[i].yaml, cases[i].code, cases[i].line);
}
