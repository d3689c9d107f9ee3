/* SPDX-License-Identifier: MIT */
#include "reading.h"

#define LONG "area,series,period,value\n"

Test (dataset, read_in_one_call, .timeout = 10)
{
  g_autofree char *path = write_bytes (LONG "A,x,2025,1\n", strlen (LONG "A,x,2025,1\n"));
  g_autoptr (GError) error = NULL;
  g_autoptr (KpiDataset) dataset = kpi_dataset_read_csv (path, &error);

  unlink (path);
  cr_assert (dataset != NULL);
  expect_value (dataset, "A", "x", "2025", 1);
}

Test (dataset, a_file_that_is_not_there, .timeout = 10)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpiDataset) dataset = kpi_dataset_read_csv ("/nowhere/x.csv", &error);

  cr_expect (dataset == NULL);
  cr_assert (g_error_matches (error, KPI_ERROR, KPI_ERROR_FILE));
  cr_expect (eq (str, error->message,
                 "/nowhere/x.csv: error: cannot be opened: No such file or directory"));
}

Test (dataset, an_error_need_not_be_asked_for, .timeout = 10)
{
  cr_expect (kpi_dataset_read_csv ("/nowhere/x.csv", NULL) == NULL);
}

Test (dataset, a_header_alone_is_a_dataset_without_observations, .timeout = 10)
{
  g_autoptr (KpiDataset) dataset = read_good (LONG);

  cr_expect (eq (sz, kpi_dataset_get_n_observations (dataset), 0));
  cr_expect (eq (sz, dataset->n_blocks, 0));
}

Test (dataset, references_are_counted, .timeout = 10)
{
  KpiDataset *dataset = read_good (LONG "A,x,2025,1\n");

  cr_expect (kpi_dataset_ref (dataset) == dataset);
  kpi_dataset_unref (dataset);
  cr_expect (eq (sz, kpi_dataset_get_n_observations (dataset), 1));
  kpi_dataset_unref (dataset);
}

Test (dataset, blocks_stand_by_series_then_frequency, .timeout = 10)
{
  g_autoptr (KpiDataset) dataset = read_good (LONG "A,x,2025-Q1,1\nA,y,2025,2\nA,z,2025,\n"
                                                   "A,x,2025,3\nA,x,2025-Q2,4\n");
  const KpiBlock *blocks;
  gsize n;

  blocks = _kpi_dataset_get_blocks (dataset, 0, &n);
  cr_assert (eq (sz, n, 2));
  cr_expect (blocks[0].frequency == KPI_FREQUENCY_YEAR);
  cr_expect (blocks[1].frequency == KPI_FREQUENCY_QUARTER);
  cr_expect (eq (u32, blocks[1].n_periods, 2));
  blocks = _kpi_dataset_get_blocks (dataset, 1, &n);
  cr_assert (eq (sz, n, 1));
  cr_expect (eq (u32, blocks[0].series, 1));
  _kpi_dataset_get_blocks (dataset, 2, &n);
  cr_expect (eq (sz, n, 0));
}

Test (dataset, areas_stand_in_order_of_first_mention, .timeout = 10)
{
  g_autoptr (KpiDataset) dataset = read_good (LONG "C,x,2025,1\nA,x,2025,1\nC,x,2024,1\n");

  cr_expect (eq (str, (char *)_kpi_names_get (dataset->areas, 0), "C"));
  cr_expect (eq (str, (char *)_kpi_names_get (dataset->areas, 1), "A"));
  cr_expect (eq (u32, dataset->area_firsts[1].line, 3));
  cr_expect (eq (u16, dataset->area_firsts[1].file, 0));
}

/* A value that says where it stands, as both datasets below hold it. */
static double
value_at (guint area, guint year)
{
  return area * 100.0 + year / 10000.0;
}

/* The same observations, once among their own areas and once among two thousand others that have
 * none: the accessors must not tell the difference. */
Test (dataset, dense_and_sparse_say_the_same, .timeout = 10)
{
  g_autoptr (KpiDatasetBuilder) dense = kpi_dataset_builder_new ();
  g_autoptr (KpiDatasetBuilder) sparse = kpi_dataset_builder_new ();
  KpiDatasetBuilder *const builders[] = {dense, sparse};
  char area_name[16], period[8];

  for (guint area = 0; area < 10; area++)
    for (guint year = 2000; year < 2010; year++)
      for (gsize i = 0; i < 2 && (area + year) % 2 == 0; i++) {
        g_snprintf (area_name, sizeof area_name, "A%u", area);
        g_snprintf (period, sizeof period, "%u", year);
        cr_assert (kpi_dataset_builder_add (builders[i], area_name, "x", period,
                                            value_at (area, year), NULL));
      }
  for (guint i = 0; i < 2000; i++) {
    g_snprintf (area_name, sizeof area_name, "B%u", i);
    cr_assert (kpi_dataset_builder_add (sparse, area_name, "x", "2000", __builtin_nan (""), NULL));
  }
  for (gsize i = 0; i < 2; i++) {
    g_autoptr (KpiDataset) dataset = kpi_dataset_builder_build (builders[i], NULL);

    cr_assert (dataset != NULL);
    cr_expect (i == 0 ? dataset->blocks[0].keys == NULL : dataset->blocks[0].keys != NULL);
    for (guint area = 0; area < 10; area++)
      for (guint year = 2000; year < 2010; year++) {
        g_snprintf (area_name, sizeof area_name, "A%u", area);
        g_snprintf (period, sizeof period, "%u", year);
        if ((area + year) % 2 == 0)
          expect_value (dataset, area_name, "x", period, value_at (area, year));
        else
          cr_expect (find (dataset, area_name, "x", period).cell == KPI_NO_CELL);
      }
  }
}
