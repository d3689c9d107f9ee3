/* SPDX-License-Identifier: MIT */
#include "model-expect.h"

static const char *
series_of (const KpiModel *model, KpiTerm term)
{
  return _kpi_names_get (model->series, term.series);
}

Test (measure, left_out_it_is_the_series_of_the_own_id, .timeout = 10)
{
  g_autoptr (KpiModel) model = expect_silence (ONE "    unit: people\n");
  const KpiIndicator *a = &model->indicators[0];

  cr_expect (not(a->has_measure));
  cr_expect (eq (int, (int)a->measure.form, KPI_MEASURE_SERIES));
  cr_assert (eq (sz, a->measure.n_of, 1));
  cr_expect (eq (str, (char *)series_of (model, a->measure.of[0]), "a"));
  cr_expect (eq (dbl, a->measure.of[0].sign, 1));
}

Test (measure, a_sum_has_signs, .timeout = 10)
{
  g_autoptr (KpiModel) model = expect_silence (ONE "    measure: {sum: [x, a, -y]}\n");
  const KpiMeasure *measure = &model->indicators[0].measure;

  cr_expect (model->indicators[0].has_measure);
  cr_expect (eq (int, (int)measure->form, KPI_MEASURE_SUM));
  cr_assert (eq (sz, measure->n_of, 3));
  cr_expect (eq (str, (char *)series_of (model, measure->of[0]), "x"));
  cr_expect (eq (str, (char *)series_of (model, measure->of[1]), "a"));
  cr_expect (eq (str, (char *)series_of (model, measure->of[2]), "y"));
  cr_expect (eq (dbl, measure->of[1].sign, 1));
  cr_expect (eq (dbl, measure->of[2].sign, -1));
  cr_expect (eq (sz, measure->n_to, 0));
}

Test (measure, a_ratio_is_per_one_unless_it_says, .timeout = 10)
{
  g_autoptr (KpiModel) model =
      expect_silence (HEAD "indicators:\n"
                           "  a: {measure: {ratio: {of: [x, -y], to: [z], per: 100}}}\n"
                           "  b: {measure: {ratio: {of: [x], to: [y, -z]}}}\n");
  const KpiMeasure *a = &model->indicators[0].measure, *b = &model->indicators[1].measure;

  cr_expect (eq (int, (int)a->form, KPI_MEASURE_RATIO));
  cr_expect (eq (dbl, a->per, 100));
  cr_assert (eq (sz, a->n_of, 2));
  cr_assert (eq (sz, a->n_to, 1));
  cr_expect (eq (dbl, a->of[1].sign, -1));
  cr_expect (eq (str, (char *)series_of (model, a->to[0]), "z"));
  cr_expect (eq (dbl, b->per, 1));
  cr_assert (eq (sz, b->n_to, 2));
  cr_expect (eq (dbl, b->to[1].sign, -1));
}

Test (measure, what_makes_no_value_is_refused, .timeout = 10)
{
  expect_error (ONE "    measure: {ratio: {of: [x], to: [y], per: 0}}\n", KPI_ERROR_VALUE,
                "5:46: error: indicators.a.measure.ratio.per: found 0, expected");
  expect_error (ONE "    measure: {sum: [x, '-']}\n", KPI_ERROR_VALUE,
                "5:24: error: indicators.a.measure.sum[1]: found no name, expected a series");
  expect_error (ONE "    measure: {ratio: {of: [x], to: ['- ']}}\n", KPI_ERROR_VALUE,
                "5:37: error: indicators.a.measure.ratio.to[0]: found no name, expected a series");
}

/* What stands in the way of a value is told by the schema; here it must only be told. */
Test (measure, empty_and_doubled_forms_are_refused, .timeout = 10)
{
  static const char *const wrong[] = {"{sum: []}",
                                      "{sum: ~}",
                                      "{}",
                                      "{sum: [x], ratio: {of: [x], to: [y]}}",
                                      "{ratio: {of: [x]}}",
                                      "{ratio: {of: [x], to: ~}}",
                                      "{ratio: {of: [x], to: [~]}}"};

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++) {
    g_autofree char *yaml = g_strdup_printf (ONE "    measure: %s\n", wrong[i]);
    g_autoptr (GError) error = NULL;
    g_autoptr (KpiModel) model = kpi_model_parse (yaml, -1, &error);

    cr_expect (model == NULL && error != NULL, "%s", wrong[i]);
  }
}

static char *
model_of_terms (gsize n)
{
  g_autoptr (GString) yaml = g_string_new (ONE "    measure: {sum: [x0");

  for (gsize i = 1; i < n; i++)
    g_string_append_printf (yaml, ", x%" G_GSIZE_FORMAT, i);
  g_string_append (yaml, "]}\n");
  return g_string_free (g_steal_pointer (&yaml), FALSE);
}

Test (measure, more_than_KPI_MAX_TERMS_are_refused, .timeout = 10)
{
  g_autofree char *most = model_of_terms (KPI_MAX_TERMS);
  g_autofree char *more = model_of_terms (KPI_MAX_TERMS + 1);
  g_autoptr (KpiModel) model = expect_silence (most);

  cr_expect (eq (sz, model->indicators[0].measure.n_of, 1000));
  expect_error (more, KPI_ERROR_LIMIT,
                "5:20: error: indicators.a.measure.sum: found 1001 series, expected at most 1000");
}

Test (measure, a_change_is_in_per_cent_unless_it_says, .timeout = 10)
{
  g_autoptr (KpiModel) model =
      expect_silence (HEAD "indicators:\n"
                           "  a: {measure: {change: x, over: 1Y}}\n"
                           "  b: {measure: {change: x, over: 8W, as: annual}}\n");
  const KpiMeasure *a = &model->indicators[0].measure, *b = &model->indicators[1].measure;

  cr_expect (eq (int, (int)a->form, KPI_MEASURE_CHANGE));
  cr_expect (eq (int, (int)a->change, KPI_CHANGE_PERCENT));
  cr_expect (eq (i32, a->over.months, 12));
  cr_expect (eq (str, (char *)series_of (model, a->of[0]), "x"));
  cr_expect (eq (str, (char *)series_of (model, a->to[0]), "x"));
  cr_expect (eq (int, (int)b->change, KPI_CHANGE_ANNUAL));
  cr_expect (eq (i32, b->over.days, 56));
}
