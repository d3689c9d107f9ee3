/* SPDX-License-Identifier: MIT */
#include "reading.h"

#define LONG "area,series,period,value\n"

Test (duplicates, both_lines_are_named, .timeout = 10)
{
  expect_error (LONG "A,x,2025,1\nB,x,2025,1\nA,x,2025,2\n", 4, 10, KPI_ERROR_DUPLICATE,
                "found a second observation of \"x\" in \"A\", 2025, expected one; the first is in "
                "line 2; the rows differ in \"value\"");
  expect_error (LONG "A,x,2025,1\nA,x,2025,1\n", 3, 10, KPI_ERROR_DUPLICATE,
                "the first is in line 2; the rows are the same");
}

/* The line is that of the value, not of the row. */
Test (duplicates, a_row_of_several_lines, .timeout = 10)
{
  expect_error ("note,area,series,period,value\nn,A,x,2025,1\n\"p\nq\",A,x,2025,2\n", 4, 13,
                KPI_ERROR_DUPLICATE, "the first is in line 2; the rows differ in \"note\"");
}

Test (duplicates, two_spellings_of_one_period, .timeout = 10)
{
  expect_error (LONG "A,x,2025-07,1\nA,x,2025-M07,1\n", 3, 14, KPI_ERROR_DUPLICATE,
                "the rows differ in \"period\"");
}

Test (duplicates, one_of_many_in_a_sparse_series, .timeout = 10)
{
  g_autoptr (GString) text = g_string_new (LONG);

  for (guint i = 1; i < 100; i++)
    g_string_append_printf (text, "area%u,x,%u,1\n", i, 1900 + i);
  g_string_append (text, "area50,x,1950,1\n");
  expect_error (text->str, 101, 15, KPI_ERROR_DUPLICATE, "the first is in line 51");
}

Test (duplicates, a_column_that_would_choose_is_named, .timeout = 10)
{
  expect_error ("REF_AREA,INDICATOR,SEX,TIME_PERIOD,OBS_VALUE,AGE\n"
                "A,x,F,2025,1,T\nA,x,M,2025,2,T\n",
                3, 12, KPI_ERROR_DUPLICATE,
                "the rows differ in \"SEX\", \"OBS_VALUE\": choose rows by --where 'SEX=M'");
}

/* What could not be typed in a shell as it stands, or would fill the screen, is not proposed. */
Test (duplicates, a_value_that_is_no_choice, .timeout = 10)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpiDataset) dataset =
      read_text ("REF_AREA,series,period,value,a\nA,x,2025,1,b\nA,x,2025,1,it's\n", &error);

  cr_assert (error != NULL);
  cr_expect (g_str_has_suffix (error->message, "the rows differ in \"a\""), "%s", error->message);
}

Test (duplicates, a_wide_file, .timeout = 10)
{
  static const Expected expected[] = {
      {3, 8, KPI_ERROR_DUPLICATE, "of \"x\" in \"A\", 2025, expected one; the first is in line 2"},
      {3, 10, KPI_ERROR_DUPLICATE, "of \"y\" in \"A\""}};

  expect_errors ("area,period,x,y\nA,2025,1,2\nA,2025,1,2\nA,2025,,\n", expected,
                 G_N_ELEMENTS (expected));
}

Test (duplicates, each_is_held_against_the_first, .timeout = 10)
{
  static const Expected expected[] = {{3, 10, KPI_ERROR_DUPLICATE, "the first is in line 2"},
                                      {5, 10, KPI_ERROR_DUPLICATE, "the first is in line 2"},
                                      {6, 10, KPI_ERROR_DUPLICATE, "the first is in line 4"}};

  expect_errors (LONG "A,x,2025,1\nA,x,2025,2\nA,a,2025,3\nA,x,2025,4\nA,a,2025,5\n", expected,
                 G_N_ELEMENTS (expected));
}

Test (duplicates, a_missing_cell_is_no_observation, .timeout = 10)
{
  g_autoptr (KpiDataset) dataset = read_good (LONG "A,x,2025,\nA,x,2025,1\nA,x,2025,NaN\n");

  expect_value (dataset, "A", "x", "2025", 1);
}

Test (duplicates, many_columns_that_differ, .timeout = 10)
{
  expect_error ("REF_AREA,series,period,value,a,b,c,d,e,f\n"
                "A,x,2025,1,1,1,1,1,1,1\nA,x,2025,1,2,2,2,2,2,2\n",
                3, 10, KPI_ERROR_DUPLICATE,
                "in \"a\", \"b\", \"c\", \"d\", \"e\" and 1 more: choose rows by --where 'a=2'");
}

/* The files of a builder are one dataset. */
Test (duplicates, in_two_files, .timeout = 10)
{
  g_autoptr (KpiDatasetBuilder) builder = kpi_dataset_builder_new ();
  g_autofree char *first = write_bytes (LONG "A,x,2025,1\n", strlen (LONG "A,x,2025,1\n"));
  g_autofree char *where = g_strdup_printf ("the first is in %s, line 2", first);
  g_autoptr (GError) error = NULL;
  g_autoptr (KpiDataset) dataset = NULL;
  const Expected expected = {3, 10, KPI_ERROR_DUPLICATE, where};

  cr_assert (kpi_dataset_builder_read_csv (builder, first, &error));
  dataset = read_text_with (builder, LONG "B,x,2025,1\nA,x,2025,1\n", &error);
  unlink (first);
  expect_findings (error, &expected, 1, "two files");
}

Test (duplicates, added_by_a_program, .timeout = 10)
{
  g_autoptr (KpiDatasetBuilder) builder = kpi_dataset_builder_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (KpiDataset) dataset = NULL;
  const Expected expected = {0, 0, KPI_ERROR_DUPLICATE, "the first was added before"};

  cr_assert (kpi_dataset_builder_add (builder, "A", "x", "2025", 1, &error));
  cr_assert (kpi_dataset_builder_add (builder, "A", "x", "2025", 2, &error));
  dataset = kpi_dataset_builder_build (builder, &error);
  cr_expect (dataset == NULL);
  expect_findings (error, &expected, 1, "added");
}

Test (duplicates, their_number_has_a_limit, .timeout = 10)
{
  g_autoptr (GString) text = g_string_new (LONG);
  g_autoptr (GError) error = NULL;
  g_autoptr (KpiDataset) dataset = NULL;

  for (guint i = 0; i < 5000; i++)
    g_string_append (text, "A,x,2025,1\n");
  dataset = read_text (text->str, &error);
  cr_assert (error != NULL);
  cr_expect (
      eq (sz, kpi_findings_get_length (kpi_error_get_findings (error)), KPI_MAX_FINDINGS + 1));
}
