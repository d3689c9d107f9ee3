/* SPDX-License-Identifier: MIT */
/* What the floors above see of a dataset: names, and a block for each series and frequency. */
#pragma once

#include <kpiscore/dataset.h>

#include "base/findings-private.h"
#include "base/names.h"
#include "data/dataset/block.h"
#include "data/file/first-seen.h"

struct _KpiDataset {
  gatomicrefcount references;
  KpiNames *areas; /* as spelt in the data, after NFC and trimming */
  KpiNames *series;
  KpiNames *words;        /* by number: see KPI_CELL_WORD */
  KpiSeen *area_firsts;   /* by area */
  KpiSeen *series_firsts; /* by series */
  GPtrArray *files;       /* of char *, by number */
  KpiBlock *blocks;       /* by series, then frequency */
  gsize n_blocks;
  gsize n_observations;
  KpiFindings *findings;
};

/* Ends a dataset that nobody refers to any more, or whose making failed: it may lack parts. */
void _kpi_dataset_free (KpiDataset *dataset);

/* The blocks of a series: out_n of them from the returned one on. */
const KpiBlock *_kpi_dataset_get_blocks (const KpiDataset *dataset, guint32 series, gsize *out_n);

/* The place of an observation, for messages. */
KpiPlace _kpi_dataset_get_place (const KpiDataset *dataset, const KpiBlock *block, gsize cell);

/* The place where a name was first mentioned. */
KpiPlace _kpi_dataset_get_first (const KpiDataset *dataset, const KpiSeen *mention);
