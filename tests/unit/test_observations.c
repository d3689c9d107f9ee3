/* SPDX-License-Identifier: MIT */
#include <math.h>

#include "reading.h"

#define LONG "area,series,period,value\n"
#define BOUNDED "area,series,period,value,low,high\n"
#define STATED "area,series,period,value,status\n"
#define SDMX "REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE,OBS_STATUS,UNIT_MULT,ACTION\n"

static char
status_of (const KpiDataset *dataset, const char *series)
{
  Observation found = find (dataset, "A", series, "2025");

  cr_assert (found.cell != KPI_NO_CELL);
  return found.block->statuses == NULL ? '\0' : found.block->statuses[found.cell];
}

Test (observations, long_file, .timeout = 10)
{
  g_autoptr (KpiDataset) dataset = read_good (LONG "VN-HUE,e_id,2025,87.5\n"
                                                   "VN-HUE,e_id,2025-Q3,0\n"
                                                   "VN-DN,grdp,2024,1e3\n"
                                                   " VN-DN ,grdp, 2025-A1 , 7 \n");

  cr_expect (eq (sz, kpi_dataset_get_n_observations (dataset), 4));
  expect_value (dataset, "VN-HUE", "e_id", "2025", 87.5);
  expect_value (dataset, "VN-HUE", "e_id", "2025-Q3", 0); /* a zero is a value */
  expect_value (dataset, "VN-DN", "grdp", "2024", 1000);
  expect_value (dataset, "VN-DN", "grdp", "2025", 7);
  cr_expect (isnan (value_of (dataset, "VN-DN", "e_id", "2025")));
}

Test (observations, wide_file, .timeout = 10)
{
  g_autoptr (KpiDataset) dataset = read_good ("area,period,e_id,grdp\n"
                                              "VN-HUE,2025,>80,\n"
                                              "VN-DN,2025,~90,5\n");

  cr_expect (eq (sz, kpi_dataset_get_n_observations (dataset), 3));
  expect_bounds (dataset, "VN-HUE", "e_id", "2025", 80, INFINITY, KPI_CELL_LOW_OPEN);
  expect_value (dataset, "VN-DN", "e_id", "2025", 90);
  expect_value (dataset, "VN-DN", "grdp", "2025", 5);
  cr_expect (isnan (value_of (dataset, "VN-HUE", "grdp", "2025")));
}

/* UNIT_MULT is a power of ten; M says that there is no value. */
Test (observations, sdmx_file, .timeout = 10)
{
  g_autoptr (KpiDataset) dataset = read_good (SDMX "A,x,2025,1.5,A,3,I\n"
                                                   "A,y,2025,250,E,-2,A\n"
                                                   "A,z,2025,7,,,R\n"
                                                   "B,z,2025,,M,0,M\n");

  expect_value (dataset, "A", "x", "2025", 1500);
  expect_value (dataset, "A", "y", "2025", 2.5);
  expect_value (dataset, "A", "z", "2025", 7);
  cr_expect (eq (chr, status_of (dataset, "x"), 'A'));
  cr_expect (eq (chr, status_of (dataset, "y"), 'E'));
  cr_expect (eq (chr, status_of (dataset, "z"), '\0'));
  cr_expect (eq (sz, kpi_dataset_get_n_observations (dataset), 3));
}

Test (observations, unit_mult_multiplies_bounds_too, .timeout = 10)
{
  g_autoptr (KpiDataset) dataset = read_good (SDMX "A,x,2025,85..90,,1,I\n"
                                                   "A,y,2025,>80,,1,I\n");

  expect_bounds (dataset, "A", "x", "2025", 850, 900, 0);
  expect_bounds (dataset, "A", "y", "2025", 800, INFINITY, KPI_CELL_LOW_OPEN);
}

Test (observations, every_kind_of_period_on_an_axis_of_its_own, .timeout = 10)
{
  static const char *const periods[] = {
      "2025",    "2025-S1",  "2025-T3",    "2025-Q4",
      "2025-11", "2025-W07", "2025-11-14", "2025-07-01/2025-11-12"};
  g_autoptr (GString) text = g_string_new (LONG);
  g_autoptr (KpiDataset) dataset = NULL;
  gsize n;

  for (gsize i = 0; i < G_N_ELEMENTS (periods); i++)
    g_string_append_printf (text, "A,x,%s,%zu\n", periods[i], i);
  g_string_append (text, "A,x,2020/2025,9\n"); /* two ranges share an axis */
  dataset = read_good (text->str);
  for (gsize i = 0; i < G_N_ELEMENTS (periods); i++)
    expect_value (dataset, "A", "x", periods[i], (double)i);
  expect_value (dataset, "A", "x", "2020-01-01/2025-12-31", 9);
  _kpi_dataset_get_blocks (dataset, 0, &n);
  cr_expect (eq (sz, n, G_N_ELEMENTS (periods)));
}

Test (observations, an_empty_cell_names_its_area_and_makes_no_period, .timeout = 10)
{
  g_autoptr (KpiDataset) dataset = read_good (LONG "A,x,2025,1\nB,y,2026,\nC,y,2027,NaN\n");
  gsize n;

  cr_expect (eq (u32, area_number (dataset, "C"), 2));
  cr_expect (eq (u32, _kpi_names_find (dataset->series, "y"), 1));
  _kpi_dataset_get_blocks (dataset, 1, &n);
  cr_expect (eq (sz, n, 0));
  cr_expect (eq (sz, kpi_dataset_get_n_observations (dataset), 1));
}

/* U+1EBF, and e with two marks of its own, are one name after NFC. */
Test (observations, names_are_compared_after_nfc_and_trimming, .timeout = 10)
{
  g_autoptr (KpiDataset) dataset =
      read_good (LONG "Hu\u1ebf,x,2025,1\nHue\u0302\u0301,y,2025,2\n Hu\u1ebf ,z,2025,3\n");

  cr_expect (eq (u32, _kpi_names_length (dataset->areas), 1));
  expect_value (dataset, "Hu\u1ebf", "y", "2025", 2);
  expect_value (dataset, "Hu\u1ebf", "z", "2025", 3);
}

Test (observations, low_and_high, .timeout = 10)
{
  g_autoptr (KpiDataset) dataset = read_good (BOUNDED "A,both,2025,5,4,7\n"
                                                      "A,low,2025,5,4,\n"
                                                      "A,high,2025,5,NaN,7\n"
                                                      "A,none,2025,5,,\n"
                                                      "A,exact,2025,5,5,5\n");
  static const char *const exact[] = {"none", "exact"};

  expect_bounds (dataset, "A", "both", "2025", 4, 7, 0);
  expect_bounds (dataset, "A", "low", "2025", 4, 5, 0);
  expect_bounds (dataset, "A", "high", "2025", 5, 7, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (exact); i++) {
    Observation found = find (dataset, "A", exact[i], "2025");

    cr_expect (_kpi_block_find_bounds (found.block, found.period, found.area) == NULL);
  }
}

Test (observations, about_is_estimated_unless_the_row_says_otherwise, .timeout = 10)
{
  g_autoptr (KpiDataset) dataset =
      read_good (STATED "A,x,2025,~90,\nA,y,2025,~90,P\nA,z,2025,90,\n");

  cr_expect (eq (chr, status_of (dataset, "x"), 'E'));
  cr_expect (eq (chr, status_of (dataset, "y"), 'P'));
  cr_expect (eq (chr, status_of (dataset, "z"), '\0'));
}

Test (observations, places_are_kept, .timeout = 10)
{
  g_autoptr (KpiDataset) dataset = read_good (LONG "A,x,2025,1\nB,x,2025,2\nB,\"y\",2025,3\n");
  Observation found = find (dataset, "B", "x", "2025");
  KpiPlace place = _kpi_dataset_get_place (dataset, found.block, found.cell);

  cr_expect (eq (u32, place.line, 3));
  cr_expect (eq (u32, place.column, 10));
  cr_expect (place.file != NULL && g_str_has_suffix (place.file, ".csv"));
  cr_expect (eq (u32, dataset->area_firsts[1].line, 3));
  cr_expect (eq (u16, dataset->area_firsts[1].column, 1));
  cr_expect (eq (u32, dataset->series_firsts[1].line, 4));
  cr_expect (eq (u16, dataset->series_firsts[1].column, 3));
}

Test (observations, the_series_of_a_wide_file_stand_in_its_header, .timeout = 10)
{
  g_autoptr (KpiDataset) dataset = read_good ("area,period,x,y\nA,2025,1,\n");

  cr_expect (eq (u32, dataset->series_firsts[1].line, 1));
  cr_expect (eq (u16, dataset->series_firsts[1].column, 15));
}

/* Every error of the contract that is judged when a cell is read: LINE, COLUMN, what it says. */
Test (observations, errors_of_a_long_file, .timeout = 10)
{
  expect_error (LONG "A,x,2025-Q5,1\n", 2, 5, KPI_ERROR_VALUE,
                "found \"2025-Q5\", expected a period that exists");
  expect_error (LONG "A,x,2025-02-30,1\n", 2, 5, KPI_ERROR_VALUE, "a period that exists");
  expect_error (LONG "A,x,2025-01-01T10:00,1\n", 2, 5, KPI_ERROR_VALUE, "a day without a time");
  expect_error (LONG "A,x,2025/2024,1\n", 2, 5, KPI_ERROR_VALUE, "a range that ends after");
  expect_error (LONG "A,x,,1\n", 2, 5, KPI_ERROR_VALUE, "found \"\", expected a period such as");
  expect_error (LONG "A,x,2025,80%\n", 2, 10, KPI_ERROR_VALUE,
                "found \"80%\", expected a number without %");
  expect_error (LONG "A,x,2025,\"1,234,567\"\n", 2, 10, KPI_ERROR_VALUE, "without thousands marks");
  expect_error (LONG "A,x,2025,\"1,5\"\n", 2, 10, KPI_ERROR_VALUE, "a decimal point");
  expect_error (LONG "A,x,2025,inf\n", 2, 10, KPI_ERROR_VALUE, "a finite number");
  expect_error (LONG "A,x,2025,1e999\n", 2, 10, KPI_ERROR_VALUE, "that a double can hold");
  expect_error (LONG "A,x,2025,0x10\n", 2, 10, KPI_ERROR_VALUE, "a decimal number");
  expect_error (LONG "A,x,2025,many1\n", 2, 10, KPI_ERROR_VALUE, "found \"many1\"");
  expect_error (LONG ",x,2025,1\n", 2, 1, KPI_ERROR_MISSING, "found nothing, expected a name");
  expect_error (LONG "A, ,2025,1\n", 2, 3, KPI_ERROR_MISSING, "found nothing, expected a name");
  expect_error (LONG "\"A\nB\",x,2025,1\n", 2, 1, KPI_ERROR_VALUE, "without control characters");
  expect_error (LONG "A,x,2025,1,5\n", 2, 12, KPI_ERROR_SYNTAX, "found 5 fields, expected 4");
  expect_error (LONG "Hu\xe1,x,2025,1\n", 2, 1, KPI_ERROR_ENCODING, "not UTF-8");
  expect_error (LONG "A,x,2025,\"1\n", 2, 10, KPI_ERROR_SYNTAX, "the quotes that open here");
}

Test (observations, errors_of_bounds, .timeout = 10)
{
  expect_error (BOUNDED "A,x,2025,>80,81,\n", 2, 14, KPI_ERROR_CONFLICT,
                "found bounds beside a value that has its own");
  expect_error (BOUNDED "A,x,2025,80..90,,91\n", 2, 18, KPI_ERROR_CONFLICT, "beside a value");
  expect_error (BOUNDED "A,x,2025,5,6,7\n", 2, 12, KPI_ERROR_CONFLICT,
                "found a lower bound above the value");
  expect_error (BOUNDED "A,x,2025,5,3,4\n", 2, 14, KPI_ERROR_CONFLICT,
                "found an upper bound below the value");
  expect_error (BOUNDED "A,x,2025,,3,4\n", 2, 11, KPI_ERROR_CONFLICT, "found a bound and no value");
  expect_error (BOUNDED "A,x,2025,5,>3,4\n", 2, 12, KPI_ERROR_VALUE, "found \">3\"");
  expect_error (BOUNDED "A,x,2025,5,3,4%\n", 2, 14, KPI_ERROR_VALUE, "without %");
}

Test (observations, errors_of_status, .timeout = 10)
{
  static const char codes[] = "MOQLH";

  for (const char *code = codes; *code != '\0'; code++) {
    g_autofree char *text = g_strdup_printf (STATED "A,x,2025,1,%c\n", *code);

    expect_error (text, 2, 12, KPI_ERROR_CONFLICT, "which says that there is no value");
  }
  expect_error (STATED "A,x,2025,,A\n", 2, 11, KPI_ERROR_CONFLICT, "found status A and no value");
  expect_error (STATED "A,x,2025,1,?\n", 2, 12, KPI_ERROR_VALUE, "found \"?\", expected a code");
  expect_error (STATED "A,x,2025,1,a\n", 2, 12, KPI_ERROR_VALUE, "found \"a\"");
}

Test (observations, errors_of_an_sdmx_file, .timeout = 10)
{
  expect_error (SDMX "A,x,2025,1,A,3,D\n", 2, 16, KPI_ERROR_VALUE,
                "found \"D\", expected the action I, A, R or M");
  expect_error (SDMX "A,x,2025,1,A,3,\n", 2, 16, KPI_ERROR_VALUE, "found \"\"");
  expect_error (SDMX "A,x,2025,1,A,2.5,I\n", 2, 14, KPI_ERROR_VALUE,
                "found \"2.5\", expected a whole number from -22 to 22");
  expect_error (SDMX "A,x,2025,1,A,23,I\n", 2, 14, KPI_ERROR_VALUE, "found \"23\"");
  expect_error (SDMX "A,x,2025,1e300,A,22,I\n", 2, 18, KPI_ERROR_VALUE, "once multiplied");
}

Test (observations, errors_of_a_wide_file, .timeout = 10)
{
  static const Expected expected[] = {{2, 8, KPI_ERROR_VALUE, "found \"a1\""},
                                      {2, 11, KPI_ERROR_VALUE, "without %"},
                                      {3, 3, KPI_ERROR_VALUE, "found \"2025-13\""},
                                      {3, 11, KPI_ERROR_VALUE, "found \"b1\""}};

  expect_errors ("area,period,x,y\nA,2025,a1,1%\nA,2025-13,b1,1\n", expected,
                 G_N_ELEMENTS (expected));
}

Test (observations, a_finding_names_its_column, .timeout = 10)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpiDataset) dataset = read_text ("area,period,e_id\nA,2025,80%\n", &error);

  cr_assert (error != NULL);
  cr_expect (g_str_has_suffix (
      error->message, ".csv:2:8: error: e_id: found \"80%\", expected a number without %"));
}

Test (observations, all_errors_of_a_file_at_once, .timeout = 10)
{
  static const Expected expected[] = {{2, 5, KPI_ERROR_VALUE, "2025-Q5"},
                                      {2, 13, KPI_ERROR_VALUE, "80%"},
                                      {3, 1, KPI_ERROR_SYNTAX, "found 1 field"},
                                      {4, 1, KPI_ERROR_MISSING, "expected a name"},
                                      {6, 10, KPI_ERROR_DUPLICATE, "a second observation"}};

  expect_errors (LONG "A,x,2025-Q5,80%\nA\n,x,2025,1\nA,y,2025,1\nA,y,2025,1\n", expected,
                 G_N_ELEMENTS (expected));
}

Test (observations, a_file_of_errors_has_a_limit, .timeout = 10)
{
  g_autoptr (GString) text = g_string_new (LONG);
  g_autoptr (GError) error = NULL;
  g_autoptr (KpiDataset) dataset = NULL;
  KpiFindings *findings;

  for (guint i = 0; i < 5000; i++)
    g_string_append (text, "A,x,2025,80%\n");
  dataset = read_text (text->str, &error);
  cr_assert (error != NULL);
  findings = kpi_error_get_findings (error);
  cr_expect (eq (sz, kpi_findings_get_length (findings), KPI_MAX_FINDINGS + 1));
}

static KpiDataset *
read_where (const char *column, const char *value, const char *text)
{
  g_autoptr (KpiDatasetBuilder) builder = kpi_dataset_builder_new ();
  g_autoptr (GError) error = NULL;
  KpiDataset *dataset;

  kpi_dataset_builder_add_where (builder, column, value);
  dataset = read_text_with (builder, text, &error);
  cr_assert (dataset != NULL, "%s", error != NULL ? error->message : "");
  return dataset;
}

Test (observations, rows_chosen_by_a_column, .timeout = 10)
{
  g_autoptr (KpiDataset) dataset = read_where ("sex", "F",
                                               "area,series,period,value,sex\n"
                                               "A,x,2025,1,M\nA,x,2025,2, F \nB,x,2025,x,M\n");

  expect_value (dataset, "A", "x", "2025", 2);
  cr_expect (eq (u32, _kpi_names_length (dataset->areas), 1)); /* B was not looked at */
  cr_expect (eq (sz, kpi_findings_get_length (kpi_dataset_get_findings (dataset)), 0));
}

Test (observations, a_column_to_choose_by_is_no_series, .timeout = 10)
{
  g_autoptr (KpiDataset) dataset =
      read_where ("sex", "F", "area,period,sex,x\nA,2025,M,1\nA,2025,F,2\n");

  expect_value (dataset, "A", "x", "2025", 2);
  cr_expect (eq (u32, _kpi_names_length (dataset->series), 1));
}

Test (observations, a_column_with_a_role_can_choose_too, .timeout = 10)
{
  g_autoptr (KpiDataset) dataset =
      read_where ("area", "Hu\u1ebf", LONG "B,x,2025,1\n Hue\u0302\u0301 ,x,2025,2\n");

  expect_value (dataset, "Hu\u1ebf", "x", "2025", 2);
  cr_expect (eq (u32, _kpi_names_length (dataset->areas), 1));
}

Test (observations, a_condition_that_no_row_meets, .timeout = 10)
{
  g_autoptr (KpiDataset) dataset = read_where ("area", "C", LONG "A,x,2025,1\n");

  expect_warning (dataset, 0, 0, 0, "found no row that was chosen by its columns");
}

Test (observations, a_decimal_comma_and_another_separator, .timeout = 10)
{
  g_autoptr (KpiDatasetBuilder) builder = kpi_dataset_builder_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (KpiDataset) dataset = NULL;

  kpi_dataset_builder_set_separator (builder, ';');
  kpi_dataset_builder_set_decimal (builder, ',');
  dataset = read_text_with (builder, "area;series;period;value;low\nA;x;2025;1,5;1,25\n", &error);
  cr_assert (dataset != NULL);
  expect_value (dataset, "A", "x", "2025", 1.5);
  expect_bounds (dataset, "A", "x", "2025", 1.25, 1.5, 0);
}

#define PUBLISHED "area,series,period,value,published\n"

/* The value as of a day; NaN where nothing was known. */
static double
known_value (const KpiDataset *dataset, const char *area, gint32 day)
{
  Observation found = find (dataset, area, "x", "2025");
  KpiReading readings[4];
  double value = NAN;

  cr_assert (found.block != NULL);
  for (guint32 n = _kpi_block_read_period (found.block, found.period, day, readings); n > 0; n--)
    if (readings[n - 1].area == found.area)
      value = readings[n - 1].value;
  return value;
}

static gint32
day_of (const char *text)
{
  gint32 day;

  cr_assert (_kpi_day_parse (text, &day));
  return day;
}

Test (observations, published_makes_vintages, .timeout = 10)
{
  g_autoptr (KpiDataset) dataset =
      read_good (PUBLISHED "A,x,2025,3,2026-05-01\nA,x,2025,1,\nB,x,2025,9,2026-03-01\n"
                           "A,x,2025,2,2026-02-01\n");

  cr_expect (eq (sz, kpi_dataset_get_n_observations (dataset), 4));
  cr_expect (eq (dbl, known_value (dataset, "A", day_of ("2026-01-31")), 1));
  cr_expect (eq (dbl, known_value (dataset, "A", day_of ("2026-02-01")), 2));
  cr_expect (eq (dbl, known_value (dataset, "A", day_of ("2026-05-01")), 3));
  cr_expect (isnan (known_value (dataset, "B", day_of ("2026-02-28"))));
  cr_expect (eq (dbl, known_value (dataset, "B", KPI_KNOWN_AT_LAST), 9));
}

Test (observations, errors_of_vintages, .timeout = 10)
{
  expect_error (PUBLISHED "A,x,2025,3,2026-05\n", 2, 12, KPI_ERROR_VALUE,
                "found \"2026-05\", expected a day that exists, such as 2025-11-14");
  expect_error (PUBLISHED "A,x,2025,3,2026-02-30\n", 2, 12, KPI_ERROR_VALUE, "expected a day");
  expect_error (PUBLISHED "A,x,2025,3,2026-05-01\nA,x,2025,4,2026-05-01\n", 3, 10,
                KPI_ERROR_DUPLICATE,
                "found a second observation of \"x\" in \"A\", 2025, published on 2026-05-01, "
                "expected one; the first is in line 2; the rows differ in \"value\"");
  expect_error (PUBLISHED "A,x,2025,3,\nA,x,2025,4,\n", 3, 10, KPI_ERROR_DUPLICATE,
                "in \"A\", 2025, expected one");
}

Test (observations, words_are_kept_for_the_model, .timeout = 10)
{
  g_autoptr (KpiDataset) dataset =
      read_good (LONG "A,x,2025, being built \nB,x,2025,5\nC,x,2025,being built\n");
  Observation word = find (dataset, "A", "x", "2025");
  const KpiCellBounds *bounds = _kpi_block_find_bounds (word.block, word.period, word.area);

  cr_assert (bounds != NULL && (bounds->flags & KPI_CELL_WORD));
  cr_expect (eq (str, (char *)_kpi_names_get (dataset->words, bounds->word), "being built"));
  cr_expect (eq (u32, _kpi_names_length (dataset->words), 1));
  cr_expect (isinf (word.block->values[word.cell]));
  expect_value (dataset, "B", "x", "2025", 5);
}

Test (observations, an_area_is_known_from_its_first_row_on, .timeout = 10)
{
  g_autoptr (KpiDataset) dataset =
      read_good (PUBLISHED "A,x,2025,1,2026-02-01\nA,x,2024,,\nB,x,2024,1,2025-03-01\n");

  cr_expect (eq (i32, dataset->area_firsts[0].known, day_of ("2024-12-31")));
  cr_expect (eq (i32, dataset->area_firsts[1].known, day_of ("2025-03-01")));
}
