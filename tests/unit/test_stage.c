/* SPDX-License-Identifier: MIT */
#include "prepare-support.h"

#include "score/run/stage.h"

/* One cell for each of measured, imputed, outside `valid`. */
Test (stage, goes_from_value_to_score, .timeout = 10)
{
  double value[] = {5, NAN, 200}, imputed[] = {5, 6, 7}, treated[] = {4, 6, 7}, score[] = {1, 2, 3};
  KpiMarks marks[] = {0, 0, KPI_MARK_OUTSIDE};
  KpiSheet sheet = {.n_areas = 3,
                    .n_slots = 1,
                    .value = value,
                    .marks = marks,
                    .imputed = imputed,
                    .treated = treated,
                    .score = score};

  for (gsize i = 0; i < 3; i++) {
    double measured = _kpi_stage_value (KPI_STAGE_MEASURED, &sheet, i);

    cr_expect (measured == value[i] || isnan (value[i]));
    cr_expect (eq (dbl, _kpi_stage_value (KPI_STAGE_IMPUTED, &sheet, i), imputed[i]));
    cr_expect (eq (dbl, _kpi_stage_value (KPI_STAGE_TREATED, &sheet, i), treated[i]));
    cr_expect (eq (dbl, _kpi_stage_value (KPI_STAGE_NORMALISED, &sheet, i), score[i]));
  }
}

/* Where no step changed anything, all stages are the value, but for what is outside `valid`. */
Test (stage, without_steps_is_the_value, .timeout = 10)
{
  double value[] = {5, 200}, low[] = {4, 200}, high[] = {6, 200};
  KpiMarks marks[] = {0, KPI_MARK_OUTSIDE};
  KpiSheet sheet = {.n_areas = 2,
                    .n_slots = 1,
                    .value = value,
                    .value_low = low,
                    .value_high = high,
                    .marks = marks};

  for (KpiStage stage = KPI_STAGE_IMPUTED; stage <= KPI_STAGE_TREATED; stage++) {
    KpiInterval interval = _kpi_stage_interval (stage, &sheet, 0);

    cr_expect (eq (dbl, _kpi_stage_value (stage, &sheet, 0), 5));
    cr_expect (interval.low == 4 && interval.high == 6);
    cr_expect (isnan (_kpi_stage_value (stage, &sheet, 1)));
    cr_expect (isnan (_kpi_stage_interval (stage, &sheet, 1).low));
  }
  cr_expect (isnan (_kpi_stage_value (KPI_STAGE_NORMALISED, &sheet, 0)));
}

/* Nothing but the three columns changes. */
Test (stage, changes_values_alone, .timeout = 10)
{
  static const char yaml[] = "kpiscore: 1\nid: m\nindicators: {a: {impute: mean}}\n"
                             "index: {id: all, of: [a]}\n";
  static const char csv[] = "area,series,period,value\nA,a,2025,1\nB,a,2025,9\nC,a,2025,\n";
  g_autoptr (KpiScorecard) measured = score_at (yaml, csv, "measured");
  g_autoptr (KpiScorecard) normalised = score_at (yaml, csv, "normalised");

  expect_number (normalised, "C", "2025", "a", KPI_COLUMN_VALUE, 50);
  expect_number (normalised, "B", "2025", "a", KPI_COLUMN_VALUE_LOW, 100);
  expect_number (normalised, "C", "2025", "all", KPI_COLUMN_VALUE, NAN);
  for (gsize row = 0; row < kpi_scorecard_get_n_rows (measured); row++)
    for (KpiColumn c = KPI_COLUMN_TARGET; c < KPI_N_COLUMNS; c++) {
      double a = kpi_scorecard_get_number (measured, row, c);
      double b = kpi_scorecard_get_number (normalised, row, c);

      cr_expect (a == b || (isnan (a) && isnan (b)));
    }
}

Test (stage, unknown_is_refused, .timeout = 10)
{
  g_autoptr (KpiScoreOptions) options = kpi_score_options_new ();
  g_autoptr (GError) error = NULL;

  cr_expect (not(kpi_score_options_set_stage (options, "cooked", &error)));
  cr_expect (g_error_matches (error, KPI_ERROR, KPI_ERROR_ARGUMENT));
  cr_expect (strstr (error->message, "\"cooked\", expected one of measured, imputed, treated, "
                                     "normalised") != NULL);
}
