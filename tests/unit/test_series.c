/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "model/model-private.h"

#define HEAD "kpiscore: 1\nid: m\n"

static KpiModel *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  KpiModel *model = kpi_model_parse (text, -1, &error);

  cr_assert (model != NULL, "%s", error->message);
  return model;
}

static const KpiSeries *
series_of (const KpiModel *model, const char *name)
{
  return _kpi_model_get_series (model, _kpi_names_find (model->series, name));
}

Test (series, says_what_holds_of_a_series, .timeout = 10)
{
  g_autoptr (KpiModel) model = parse (HEAD "series:\n"
                                           "  a: {carry: 6M, over_time: mean}\n"
                                           "  b: {values: {done: 1, being built: 0.5, NO: -2}}\n"
                                           "indicators: {a: {}, b: {}, c: {}}\n");
  const KpiSeries *a = series_of (model, "a"), *b = series_of (model, "b");

  cr_expect (eq (i32, a->carry.months, 6));
  cr_expect (_kpi_series_is_carried (a) && !_kpi_series_is_carried (b));
  cr_expect (eq (int, a->over_time, KPI_OVER_TIME_MEAN));
  cr_expect (eq (int, b->over_time, KPI_OVER_TIME_NONE));
  cr_assert (eq (sz, b->n_words, 3));
  cr_expect (eq (str, b->words[1].text, "being built"));
  cr_expect (eq (dbl, b->words[1].number, 0.5));
  cr_expect (eq (str, b->words[2].text, "NO"));
  cr_expect (eq (sz, series_of (model, "c")->n_words, 0));
}

Test (series, one_that_nothing_uses_is_warned_of, .timeout = 10)
{
  g_autoptr (KpiModel) model = parse (HEAD "series: {popluation: {carry: 2Y}}\n"
                                           "indicators: {population: {}}\n");
  g_autofree char *line = NULL;

  cr_assert (eq (sz, kpi_findings_get_length (kpi_model_get_findings (model)), 1));
  line = kpi_findings_format (kpi_model_get_findings (model), 0);
  cr_expect (eq (str, line,
                 "<text>:3:10: warning: series.popluation: found \"popluation\", which no "
                 "indicator uses; did you mean population?"));
}

Test (series, nothing_said_is_nothing, .timeout = 10)
{
  g_autoptr (KpiModel) model = parse (HEAD "indicators: {a: {}}\n");

  cr_expect (not(_kpi_series_is_carried (series_of (model, "a"))));
  cr_expect (not(model->has_every));
}

Test (series, every_names_a_frequency, .timeout = 10)
{
  static const struct {
    const char *text;
    KpiFrequency frequency;
  } cases[] = {{HEAD "every: 1Y\nindicators: {a: {}}\n", KPI_FREQUENCY_YEAR},
               {HEAD "every: 6M\nindicators: {a: {}}\n", KPI_FREQUENCY_SEMESTER},
               {HEAD "every: 4M\nindicators: {a: {}}\n", KPI_FREQUENCY_TRIMESTER},
               {HEAD "every: 1Q\nindicators: {a: {}}\n", KPI_FREQUENCY_QUARTER},
               {HEAD "every: 1M\nindicators: {a: {}}\n", KPI_FREQUENCY_MONTH},
               {HEAD "every: 1W\nindicators: {a: {}}\n", KPI_FREQUENCY_WEEK},
               {HEAD "every: 1D\nindicators: {a: {}}\n", KPI_FREQUENCY_DAY}};

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (KpiModel) model = parse (cases[i].text);

    cr_expect (model->has_every);
    cr_expect (eq (int, model->every, cases[i].frequency), "%s", cases[i].text);
  }
}

Test (series, an_overlay_merges_and_removes, .timeout = 10)
{
  g_autoptr (KpiModel) model = parse (HEAD "series: {a: {carry: null, over_time: sum}, b: null}\n"
                                           "indicators: {a: {}, b: {}}\n");

  cr_expect (not(_kpi_series_is_carried (series_of (model, "a"))));
  cr_expect (eq (int, series_of (model, "a")->over_time, KPI_OVER_TIME_SUM));
}
