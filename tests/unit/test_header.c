/* SPDX-License-Identifier: MIT */
#include "reading.h"

/* Reads a file that is a header and nothing else, and expects one warning, or none if it is NULL.
 */
static void
expect_accepted (const char *header, guint column, const char *warning)
{
  g_autoptr (KpiDataset) dataset = read_good (header);

  cr_expect (
      eq (sz, kpi_findings_get_length (kpi_dataset_get_findings (dataset)), warning != NULL));
  if (warning != NULL)
    expect_warning (dataset, 0, 1, column, warning);
}

Test (header, the_columns_of_a_long_file_come_in_any_order, .timeout = 10)
{
  g_autoptr (KpiDataset) dataset = read_good ("note,value,period,series,area\nsure,5,2025,x,A\n");

  expect_value (dataset, "A", "x", "2025", 5);
}

Test (header, every_column_but_two_of_a_wide_file_is_a_series, .timeout = 10)
{
  g_autoptr (KpiDataset) dataset = read_good ("grdp,period,area,status\n5,2025,A,6\n");

  expect_value (dataset, "A", "grdp", "2025", 5);
  expect_value (dataset, "A", "status", "2025", 6);
}

Test (header, names_are_trimmed_and_may_be_quoted, .timeout = 10)
{
  g_autoptr (KpiDataset) dataset =
      read_good ("\xef\xbb\xbf\"area\", series ,period,value\nA,x,2025,5\n");

  expect_value (dataset, "A", "x", "2025", 5);
}

Test (header, sdmx_names_go_before_ours, .timeout = 10)
{
  g_autoptr (KpiDataset) dataset =
      read_good ("STRUCTURE,area,REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE,SEX\n"
                 "dataflow,urban,A,x,2025,5,T\n");

  expect_value (dataset, "A", "x", "2025", 5);
  cr_expect (eq (sz, kpi_findings_get_length (kpi_dataset_get_findings (dataset)), 0));
}

Test (header, ours_serve_where_an_sdmx_file_has_none, .timeout = 10)
{
  g_autoptr (KpiDataset) dataset = read_good ("REF_AREA,series,TIME_PERIOD,value\nA,x,2025,5\n");

  expect_value (dataset, "A", "x", "2025", 5);
}

Test (header, a_column_that_says_nothing_we_know, .timeout = 10)
{
  expect_accepted ("area,series,period,value,statsu", 26,
                   "found the column \"statsu\", which is passed over, expected area, series, "
                   "period, value, status, low, high, published or note; did you mean status?");
  expect_accepted ("area,series,sex,period,value", 13, "found the column \"sex\"");
  expect_accepted (",area,series,period,value", 1, "found the column \"\""); /* a frame's index */
  expect_accepted ("area,series,period,value,status,low,high,note", 0, NULL);
}

Test (header, a_column_is_missing, .timeout = 10)
{
  expect_error ("area,series,perod,value", 1, 13, KPI_ERROR_MISSING,
                "found the column \"perod\" and no column period, expected one; did you mean "
                "period?");
  expect_error ("area,series,period", 1, 1, KPI_ERROR_MISSING,
                "found no column value, expected one");
  expect_error ("Area,period,x", 1, 1, KPI_ERROR_MISSING, "did you mean area?");
  expect_error ("x,y,area", 1, 1, KPI_ERROR_MISSING,
                "found no column period, expected one in the first line");
  expect_error ("area,2024,2025", 1, 1, KPI_ERROR_MISSING,
                "found no column period, expected one in the first line; is the column 2024 a "
                "period? Each needs rows of its own");
  expect_error ("REF_AREA,INDICATOR,TIME_PERIODS,OBS_VALUE", 1, 20, KPI_ERROR_MISSING,
                "did you mean TIME_PERIOD?");
}

Test (header, all_missing_columns_at_once, .timeout = 10)
{
  static const Expected expected[] = {{1, 1, KPI_ERROR_MISSING, "no column area"},
                                      {1, 1, KPI_ERROR_MISSING, "no column period"},
                                      {1, 1, KPI_ERROR_MISSING, "no column series"}};

  expect_errors ("value,a", expected, G_N_ELEMENTS (expected));
}

Test (header, another_separator, .timeout = 10)
{
  expect_error ("area;series;period;value\n", 1, 1, KPI_ERROR_MISSING, "is ; the separator?");
  expect_error ("area\tseries\tperiod\tvalue\n", 1, 1, KPI_ERROR_MISSING,
                "is a tab the separator?");
}

Test (header, a_name_twice, .timeout = 10)
{
  expect_error ("area,period,x,x", 1, 15, KPI_ERROR_DUPLICATE, "found a second column \"x\"");
  expect_error ("area,series,period,value, value ", 1, 26, KPI_ERROR_DUPLICATE,
                "found a second column");
}

Test (header, a_name_that_is_none, .timeout = 10)
{
  expect_error ("area,period,\"a\nb\"", 1, 13, KPI_ERROR_VALUE, "without control characters");
  expect_error ("area,period, ,x", 1, 13, KPI_ERROR_MISSING, "found a column without a name");
}

Test (header, an_empty_file, .timeout = 10)
{
  expect_error ("", 0, 0, KPI_ERROR_SYNTAX, "found an empty file, expected a header");
}

Test (header, a_condition_on_no_column, .timeout = 10)
{
  g_autoptr (KpiDatasetBuilder) builder = kpi_dataset_builder_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (KpiDataset) dataset = NULL;
  const Expected expected = {1, 1, KPI_ERROR_UNKNOWN,
                             "found no column \"SXE\", expected the one to choose rows by; did you "
                             "mean SEX?"};

  kpi_dataset_builder_add_where (builder, "SXE", "F");
  dataset = read_text_with (builder, "REF_AREA,INDICATOR,SEX,TIME_PERIOD,OBS_VALUE\n", &error);
  expect_findings (error, &expected, 1, "SXE");
}
