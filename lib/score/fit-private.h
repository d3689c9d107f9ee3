/* SPDX-License-Identifier: MIT */
/* A fit as the scoring floor sees it: a list of entries, each what one stage learned of one node in
 * one class of areas. A stage is one word in KpiFitStage and in _kpi_fit_stage_names.
 *
 * Always true of a finished fit: entries ascend by key, and no two have the same. */
#ifndef KPI_FIT_PRIVATE_H
#define KPI_FIT_PRIVATE_H

#include <kpiscore/fit.h>

#include "base/findings-private.h"
#include "base/period.h"
#include "base/rows.h"
#include "method/scoring.h"

/* In the order of _kpi_fit_stage_names. */
typedef enum { KPI_FIT_SCORE } KpiFitStage;
extern const char *const _kpi_fit_stage_names[];

/* What an entry is of. */
typedef struct {
  const char *node;
  const char *level; /* "" for areas without one */
  KpiFitStage stage;
  KpiPeriod period; /* of all periods of a frequency together: no day, and that frequency */
} KpiFitKey;

#define KPI_FIT_OF_ALL(of_frequency) ((KpiPeriod){.frequency = (of_frequency)})

typedef struct {
  KpiFitKey key; /* the entry's own strings */
  KpiTransform transform;
  gboolean turned; /* x -> -x */
  KpiFitted fitted;
} KpiFitEntry;

struct _KpiFit {
  gatomicrefcount references;
  char *model;
  KpiRows entries; /* of KpiFitEntry */
  gsize n_values;  /* that are kept in order, of all entries */
  KpiFindings *findings;
};

/* An empty fit; NULL if there is no memory. */
KpiFit *_kpi_fit_empty (const char *model);

/* Adds an entry, which takes what was learned and leaves nothing of it. FALSE, and told at `place`
 * among `findings`, past the limits or without memory. */
gboolean _kpi_fit_add (KpiFit *fit, const KpiFitKey *key, KpiTransform transform, gboolean turned,
                       KpiFitted *fitted, KpiPlace place, KpiFindings *findings);

/* Brings the entries into their order, once all are there; those of one key are merged. */
gboolean _kpi_fit_finish (KpiFit *fit, KpiFindings *findings);

gint _kpi_fit_key_compare (const KpiFitKey *a, const KpiFitKey *b);

/* The entry of a key; NULL if there is none. O(log entries). */
const KpiFitEntry *_kpi_fit_find (const KpiFit *fit, const KpiFitKey *key);

/* The entry of all periods together, whatever their frequency; NULL if there is none, or more than
 * one. */
const KpiFitEntry *_kpi_fit_find_pooled (const KpiFit *fit, const KpiFitKey *key);

/* Learns all that a model's scores need to know of data; see score.c. */
gboolean _kpi_model_learn (KpiModel *model, KpiDataset *data, const KpiScoreOptions *options,
                           KpiFit *fit, GError **error);

#endif
