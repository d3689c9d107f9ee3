/* SPDX-License-Identifier: MIT */
/* model/status.c: what `status` says. What a status is, test_status.c tells. */
#include "model-expect.h"

/* Keys of `status` stand on line 3 from column 10 on. */
#define STATUS(keys) HEAD "status: {" keys "}\nindicators:\n  a: {score: minmax}\n"

static void
expect_limits (const KpiPacing *pacing, double on_track, double behind, double far_behind)
{
  cr_expect (eq (dbl, pacing->limits[KPI_PACE_ON_TRACK], on_track));
  cr_expect (eq (dbl, pacing->limits[KPI_PACE_BEHIND], behind));
  cr_expect (eq (dbl, pacing->limits[KPI_PACE_FAR_BEHIND], far_behind));
}

Test (model_status, what_holds_where_nothing_is_said, .timeout = 10)
{
  g_autoptr (KpiModel) model = expect_silence (ONE "    score: minmax\n");

  cr_expect (eq (str, (char *)model->pacing.method->name, "required"));
  expect_limits (&model->pacing, 0.95, 0.6, 0);
  cr_expect (eq (int, (int)model->pacing.forecast, KPI_FORECAST_LINEAR));
  cr_expect (not(model->pacing.has_no_target));
  cr_expect (isnan (model->pacing.zero));
  cr_expect (isnan (model->indicators[0].natural_limit));
}

Test (model_status, each_rule_has_limits_of_its_own, .timeout = 10)
{
  g_autoptr (KpiModel) cagr = expect_silence (STATUS ("method: cagr"));
  g_autoptr (KpiModel) projected = expect_silence (STATUS ("method: projected"));
  g_autoptr (KpiModel) escap = expect_silence (STATUS ("method: escap"));
  g_autoptr (KpiModel) sdg_index = expect_silence (STATUS ("method: sdg_index"));

  expect_limits (&cagr->pacing, 0.95, 0.6, 0);
  expect_limits (&projected->pacing, 0.95, 0.1, 0);
  expect_limits (&escap->pacing, 0.95, 0.6, 0);
  expect_limits (&sdg_index->pacing, 1, 0.5, 0);
}

Test (model_status, all_of_it_can_be_set, .timeout = 10)
{
  g_autoptr (KpiModel) model =
      expect_silence (STATUS ("method: sdg_index, on_track: 0.9, behind: 0.4, far_behind: -0.1, "
                              "forecast: theil_sen, zero: 0.01, no_target: [0.02, 0.01, -0.01]"));
  const KpiPacing *pacing = &model->pacing;

  expect_limits (pacing, 0.9, 0.4, -0.1);
  cr_expect (eq (int, (int)pacing->forecast, KPI_FORECAST_THEIL_SEN));
  cr_expect (eq (dbl, pacing->zero, 0.01));
  cr_expect (pacing->has_no_target);
  cr_expect (eq (dbl, pacing->no_target[KPI_PACE_ON_TRACK], 0.02));
  cr_expect (eq (dbl, pacing->no_target[KPI_PACE_FAR_BEHIND], -0.01));
}

Test (model_status, better_words_have_higher_limits, .timeout = 10)
{
  expect_error (STATUS ("on_track: 0.5"), KPI_ERROR_CONFLICT,
                "3:9: error: status: found a limit of 0.5 for on_track and of 0.6 for behind");
  expect_error (
      STATUS ("no_target: [0.5, 0.2, 0.3]"), KPI_ERROR_CONFLICT,
      "3:21: error: status.no_target: found a limit of 0.2 for behind and of 0.3 for far");
}

Test (model_status, what_stands_in_for_zero_is_above_it, .timeout = 10)
{
  expect_error (STATUS ("zero: 0"), KPI_ERROR_VALUE,
                "3:16: error: status.zero: found 0, expected a number above 0");
}

Test (model_status, a_natural_limit_is_above_zero, .timeout = 10)
{
  g_autoptr (KpiModel) model = expect_silence (ONE "    natural_limit: 100\n");
  g_autoptr (KpiModel) lower = expect_silence (ONE "    better: lower\n    natural_limit: 0\n");

  cr_expect (eq (dbl, model->indicators[0].natural_limit, 100));
  cr_expect (eq (dbl, lower->indicators[0].natural_limit, 0));
  expect_error (ONE "    natural_limit: 0\n", KPI_ERROR_VALUE,
                "5:20: error: indicators.a.natural_limit: found 0, expected a number above 0");
}

Test (model_status, files_merge_it, .timeout = 10)
{
  g_autoptr (KpiModel) model = expect_silence (
      HEAD "extends: [kpiscore:nq57]\nstatus: {behind: 0.5}\nindicators: {a: {score: minmax}}\n");

  expect_limits (&model->pacing, 0.95, 0.5, 0);
}
