/* SPDX-License-Identifier: MIT */
/* Datasets.
 *
 * Always true: blocks stand by series, then frequency, and no two are of the same; a dataset is
 * whole when it is first seen, and never changes. */

#include "base/sort.h"
#include "data/dataset/dataset-private.h"

KpiDataset *
kpi_dataset_read_csv (const char *path, GError **error)
{
  g_autoptr (KpiDatasetBuilder) builder = kpi_dataset_builder_new ();

  if (!kpi_dataset_builder_read_csv (builder, path, error))
    return NULL;
  return kpi_dataset_builder_build (builder, error);
}

KpiDataset *
kpi_dataset_ref (KpiDataset *dataset)
{
  g_atomic_ref_count_inc (&dataset->references);
  return dataset;
}

void
kpi_dataset_unref (KpiDataset *dataset)
{
  if (g_atomic_ref_count_dec (&dataset->references))
    _kpi_dataset_free (dataset);
}

KpiFindings *
kpi_dataset_get_findings (const KpiDataset *dataset)
{
  return dataset->findings;
}

gsize
kpi_dataset_get_n_observations (const KpiDataset *dataset)
{
  return dataset->n_observations;
}

static gint
compare_series (gconstpointer block, gconstpointer series, gpointer unused)
{
  (void)unused;
  return KPI_ORDER (((const KpiBlock *)block)->series, *(const guint32 *)series);
}

const KpiBlock *
_kpi_dataset_get_blocks (const KpiDataset *dataset, guint32 series, gsize *out_n)
{
  gsize first = _kpi_sort_lower_bound (dataset->blocks, dataset->n_blocks, sizeof *dataset->blocks,
                                       &series, compare_series, NULL);
  gsize last = first;

  while (last < dataset->n_blocks && dataset->blocks[last].series == series)
    last++;
  *out_n = last - first;
  return dataset->blocks + first;
}

KpiPlace
_kpi_dataset_get_place (const KpiDataset *dataset, const KpiBlock *block, gsize cell)
{
  guint16 file = _kpi_block_get_file (block, cell);

  if (file == KPI_NO_FILE)
    return KPI_NOWHERE;
  return (KpiPlace){g_ptr_array_index (dataset->files, file), _kpi_block_get_line (block, cell),
                    _kpi_block_get_column (block, cell)};
}

KpiPlace
_kpi_dataset_get_first (const KpiDataset *dataset, const KpiSeen *mention)
{
  if (mention->file == KPI_NO_FILE)
    return KPI_NOWHERE;
  return (KpiPlace){g_ptr_array_index (dataset->files, mention->file), mention->line,
                    mention->column};
}
