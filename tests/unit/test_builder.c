/* SPDX-License-Identifier: MIT */
#include <math.h>

#include "reading.h"

#define LONG "area,series,period,value\n"

static void
expect_code (GError *error, KpiError code, const char *fragment)
{
  cr_assert (error != NULL);
  cr_expect (g_error_matches (error, KPI_ERROR, (gint)code), "%s", error->message);
  cr_expect (strstr (error->message, fragment) != NULL, "%s: %s", fragment, error->message);
}

Test (builder, observations_from_a_program, .timeout = 10)
{
  g_autoptr (KpiDatasetBuilder) builder = kpi_dataset_builder_new ();
  g_autoptr (KpiDataset) dataset = NULL;
  Observation found;

  cr_assert (kpi_dataset_builder_add (builder, " VN-HUE ", "e_id", "2025-Q3", 87.5, NULL));
  cr_assert (kpi_dataset_builder_add (builder, "VN-DN", "e_id", "2025-Q3", NAN, NULL));
  dataset = kpi_dataset_builder_build (builder, NULL);
  cr_assert (dataset != NULL);
  expect_value (dataset, "VN-HUE", "e_id", "2025-Q3", 87.5);
  cr_expect (eq (u32, area_number (dataset, "VN-DN"), 1));
  found = find (dataset, "VN-HUE", "e_id", "2025-Q3");
  cr_expect (_kpi_dataset_get_place (dataset, found.block, found.cell).file == NULL);
  cr_expect (eq (u32, dataset->area_firsts[0].line, 0));
  cr_expect (eq (u16, dataset->area_firsts[0].file, KPI_NO_FILE));
  cr_expect (eq (u16, dataset->series_firsts[0].file, KPI_NO_FILE));
}

static void
expect_refused (const char *area, const char *series, const char *period, double value,
                const char *fragment)
{
  g_autoptr (KpiDatasetBuilder) builder = kpi_dataset_builder_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (KpiDataset) dataset = NULL;

  cr_expect (not(kpi_dataset_builder_add (builder, area, series, period, value, &error)));
  expect_code (error, KPI_ERROR_VALUE, fragment);
  dataset = kpi_dataset_builder_build (builder, NULL); /* the builder is as before */
  cr_assert (dataset != NULL);
  cr_expect (eq (u32, _kpi_names_length (dataset->areas), 0));
}

Test (builder, what_cannot_be_added, .timeout = 10)
{
  expect_refused ("", "x", "2025", 1, "found an area that is empty");
  expect_refused ("A", "\n", "2025", 1, "found a series that is empty");
  expect_refused ("\xff", "x", "2025", 1, "found an area");
  expect_refused ("A", "x", "2025-Q5", 1, "found the period \"2025-Q5\", expected");
  expect_refused ("A", "x", "2025", INFINITY, "found an infinite value");
}

Test (builder, several_files_and_a_program_make_one_dataset, .timeout = 10)
{
  g_autoptr (KpiDatasetBuilder) builder = kpi_dataset_builder_new ();
  g_autofree char *first = write_bytes (LONG "A,x,2025,1\n", strlen (LONG "A,x,2025,1\n"));
  g_autoptr (KpiDataset) dataset = NULL;
  Observation in_first, in_second;

  cr_assert (kpi_dataset_builder_read_csv (builder, first, NULL));
  unlink (first);
  cr_assert (kpi_dataset_builder_add (builder, "C", "x", "2025", 3, NULL));
  dataset = read_text_with (builder, "area,period,x\nA,2026,9\nB,2025,2\n", NULL);
  cr_assert (dataset != NULL);
  expect_value (dataset, "B", "x", "2025", 2);
  expect_value (dataset, "C", "x", "2025", 3);
  in_first = find (dataset, "A", "x", "2025");
  in_second = find (dataset, "B", "x", "2025");
  cr_expect (eq (str, (char *)_kpi_dataset_get_place (dataset, in_first.block, in_first.cell).file,
                 first));
  cr_expect (eq (u16, _kpi_block_get_file (in_second.block, in_second.cell), 1));
  cr_expect (eq (u32, _kpi_block_get_line (in_second.block, in_second.cell), 3));
  cr_expect (eq (u16, dataset->area_firsts[area_number (dataset, "B")].file, 1));
}

Test (builder, building_leaves_it_empty, .timeout = 10)
{
  g_autoptr (KpiDatasetBuilder) builder = kpi_dataset_builder_new ();
  g_autoptr (KpiDataset) first = NULL, second = NULL;

  kpi_dataset_builder_set_separator (builder, ';');
  first = read_text_with (builder, "area;period;x\nA;2025;1\n", NULL);
  second = read_text_with (builder, "area;period;x\nA;2025;2\n", NULL);
  cr_assert (first != NULL && second != NULL);
  expect_value (first, "A", "x", "2025", 1);
  expect_value (second, "A", "x", "2025", 2);
}

Test (builder, nothing_goes_on_after_a_failed_read, .timeout = 10)
{
  g_autoptr (KpiDatasetBuilder) builder = kpi_dataset_builder_new ();
  g_autoptr (GError) on_add = NULL, on_read = NULL, on_build = NULL;

  cr_assert (not(kpi_dataset_builder_read_csv (builder, "/nowhere/x.csv", NULL)));
  cr_expect (not(kpi_dataset_builder_add (builder, "A", "x", "2025", 1, &on_add)));
  cr_expect (not(kpi_dataset_builder_read_csv (builder, "/nowhere/x.csv", &on_read)));
  cr_expect (kpi_dataset_builder_build (builder, &on_build) == NULL);
  expect_code (on_add, KPI_ERROR_ARGUMENT, "found a builder that failed before");
  expect_code (on_read, KPI_ERROR_ARGUMENT, "found a builder that failed before");
  expect_code (on_build, KPI_ERROR_ARGUMENT, "found a builder that failed before");
}

Test (builder, separators_that_cannot_be, .timeout = 10)
{
  static const char bad[] = {'"', '\'', 'a', '7', '.', '-', '+', '\n', '\r', '\0', '\x80'};
  static const char good[] = {',', ';', '\t', '|', ' ', ':', '/'};

  for (gsize i = 0; i < sizeof bad; i++) {
    g_autoptr (KpiDatasetBuilder) builder = kpi_dataset_builder_new ();
    g_autoptr (GError) error = NULL;

    kpi_dataset_builder_set_separator (builder, bad[i]);
    cr_expect (read_text_with (builder, LONG, &error) == NULL);
    expect_code (error, KPI_ERROR_ARGUMENT, "found a separator that cannot be one");
  }
  for (gsize i = 0; i < sizeof good; i++) {
    g_autoptr (KpiDatasetBuilder) builder = kpi_dataset_builder_new ();
    g_autofree char *text = g_strdelimit (g_strdup ("area,period,x\nA,2025,1\n"), ",", good[i]);
    g_autoptr (KpiDataset) dataset = NULL;

    kpi_dataset_builder_set_separator (builder, good[i]);
    dataset = read_text_with (builder, text, NULL);
    cr_assert (dataset != NULL, "%c", good[i]);
    expect_value (dataset, "A", "x", "2025", 1);
  }
}

Test (builder, decimal_marks_that_cannot_be, .timeout = 10)
{
  g_autoptr (KpiDatasetBuilder) builder = kpi_dataset_builder_new ();
  g_autoptr (GError) error = NULL;

  kpi_dataset_builder_set_decimal (builder, ';');
  cr_expect (read_text_with (builder, LONG, &error) == NULL);
  expect_code (error, KPI_ERROR_ARGUMENT, "found a decimal mark that cannot be one");
}

Test (builder, conditions_must_all_hold, .timeout = 10)
{
  g_autoptr (KpiDatasetBuilder) builder = kpi_dataset_builder_new ();
  g_autoptr (KpiDataset) dataset = NULL;

  kpi_dataset_builder_add_where (builder, " sex ", "F");
  kpi_dataset_builder_add_where (builder, "age", " T ");
  dataset = read_text_with (builder,
                            "area,series,period,value,sex,age\n"
                            "A,x,2025,1,F,Y\nA,x,2025,2,M,T\nA,x,2025,3,F,T\n",
                            NULL);
  cr_assert (dataset != NULL);
  expect_value (dataset, "A", "x", "2025", 3);
}
