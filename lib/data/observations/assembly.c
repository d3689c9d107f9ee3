/* SPDX-License-Identifier: MIT */
/* Datasets are put together here, of what was gathered, and taken apart.
 *
 * Always true: blocks stand by series, then frequency, and no two are of the same; entries are
 * given back while blocks are made of them, so that they are hardly ever there twice. */

#include "data/dataset/dataset-private.h"
#include "data/observations/intake.h"

/* The first of the last n entries that share a series and frequency. */
static gsize
find_block_start (const KpiIntake *intake, gsize n)
{
  const KpiEntry *list = intake->entries.list.data;
  const KpiEntry *last = &list[n - 1];
  KpiFrequency frequency = _kpi_periods_get (intake->periods, last->period)->frequency;

  while (n > 0 && list[n - 1].series == last->series &&
         _kpi_periods_get (intake->periods, list[n - 1].period)->frequency == frequency)
    n--;
  return n;
}

/* Makes the blocks, the last one first, so that the entries can be given back on the way. */
static gboolean
build_blocks (KpiDataset *dataset, KpiIntake *intake)
{
  KpiEntries *entries = &intake->entries;
  guint32 n_areas = _kpi_names_length (intake->areas.names);
  gsize n_blocks = 0;

  dataset->n_observations = entries->list.n;
  for (gsize n = entries->list.n; n > 0; n = find_block_start (intake, n))
    n_blocks++;
  dataset->blocks = g_try_new0 (KpiBlock, MAX (n_blocks, 1));
  if (dataset->blocks == NULL)
    return FALSE;
  dataset->n_blocks = n_blocks;
  while (entries->list.n > 0) {
    gsize start = find_block_start (intake, entries->list.n);

    if (!_kpi_block_init (&dataset->blocks[--n_blocks], entries, start, intake->periods, n_areas))
      return FALSE;
    _kpi_entries_truncate (entries, start);
  }
  return TRUE;
}

/* Takes the names and their first first_seen. */
static KpiNames *
take_names (KpiFirstSeen *first_seen, KpiSeen **out_firsts)
{
  KpiNames *names = g_steal_pointer (&first_seen->names);

  *out_firsts = g_steal_pointer (&first_seen->firsts.data);
  _kpi_first_seen_clear (first_seen);
  return names;
}

KpiDataset *
_kpi_dataset_new (KpiIntake *intake)
{
  KpiDataset *dataset = g_new0 (KpiDataset, 1);

  g_atomic_ref_count_init (&dataset->references);
  if (!build_blocks (dataset, intake)) {
    _kpi_dataset_free (dataset);
    return NULL;
  }
  dataset->areas = take_names (&intake->areas, &dataset->area_firsts);
  dataset->series = take_names (&intake->series, &dataset->series_firsts);
  dataset->words = g_steal_pointer (&intake->words);
  dataset->files = g_steal_pointer (&intake->files);
  dataset->findings = g_steal_pointer (&intake->findings);
  return dataset;
}

/* A dataset whose making failed lacks some of its parts. */
void
_kpi_dataset_free (KpiDataset *dataset)
{
  for (gsize i = 0; i < dataset->n_blocks; i++)
    _kpi_block_clear (&dataset->blocks[i]);
  g_free (dataset->blocks);
  g_clear_pointer (&dataset->areas, _kpi_names_free);
  g_clear_pointer (&dataset->series, _kpi_names_free);
  g_clear_pointer (&dataset->words, _kpi_names_free);
  g_free (dataset->area_firsts);
  g_free (dataset->series_firsts);
  g_clear_pointer (&dataset->files, g_ptr_array_unref);
  g_clear_pointer (&dataset->findings, kpi_findings_unref);
  g_free (dataset);
}
