/* SPDX-License-Identifier: MIT */
/* A fit as the scoring floor sees it: a list of entries, each what one stage learned of one node in
 * one class of areas. A stage is one word in KpiFitStage and in _kpi_fit_stage_names.
 *
 *   impute   what was observed in one period, of the areas of a level, or of a group among them
 *   treat    the values before they are treated, all in order, where an indicator is treated
 *   score    the values as the method takes them, where it is not
 *   weigh    the weights that a group derived for its children
 *
 * An entry holds nothing that hangs on other entries: no value that was filled in from other areas,
 * none that was treated. What hangs on them is made anew from all that is known whenever a fit is
 * used (recall.c); so fits of parts, merged, are the fit of the whole. Weights are the exception:
 * they are learned from the scores of all that is known. So those of parts are no weights of the
 * whole, and merging leaves them out.
 *
 * Always true of a finished fit: entries ascend by key, and no two have the same; so do `areas`. */
#pragma once

#include <kpiscore/fit.h>

#include "base/findings-private.h"
#include "base/period.h"
#include "base/rows.h"
#include "method/scoring.h"

/* In the order of _kpi_fit_stage_names. */
typedef enum { KPI_FIT_IMPUTE, KPI_FIT_TREAT, KPI_FIT_SCORE, KPI_FIT_WEIGH } KpiFitStage;
extern const char *const _kpi_fit_stage_names[];

/* What an entry is of. */
typedef struct {
  const char *node;
  KpiFitStage stage;
  const char *level; /* "" for areas without one */
  KpiPeriod period;  /* of all periods of a frequency together: no day, and that frequency */
  const char *group; /* of imputing by group; else "" */
} KpiFitKey;

#define KPI_FIT_OF_ALL(of_frequency) ((KpiPeriod){.frequency = (of_frequency)})

typedef struct {
  KpiFitKey key; /* the entry's own strings */
  KpiTransform transform;
  gboolean turned; /* x -> -x */
  gsize present;   /* of imputing: areas that have what else would have been filled in */
  KpiFitted fitted;
  double *weights; /* of weighing: one a child; else NULL */
  gsize n_weights;
} KpiFitEntry;

struct _KpiFit {
  gatomicrefcount references;
  char *model;
  KpiRows entries; /* of KpiFitEntry */
  gsize n_values;  /* that are kept in order, of all entries */
  KpiRows areas;   /* of char *: those of the data, where the model lists none */
  KpiFindings *findings;
};

/* An empty fit; NULL if there is no memory. */
KpiFit *_kpi_fit_empty (const char *model);

/* Adds a copy of an entry, which takes what was learned (and weights) and leaves nothing of it in
 * the original; and the name of an area. FALSE, and told at `place` among `findings`, past the
 * limits or without memory. */
gboolean _kpi_fit_add (KpiFit *fit, KpiFitEntry *entry, KpiPlace place, KpiFindings *findings);
gboolean _kpi_fit_add_area (KpiFit *fit, const char *area, KpiPlace place, KpiFindings *findings);

/* Brings the entries into their order, once all are there; those of one key are merged. */
gboolean _kpi_fit_finish (KpiFit *fit, KpiFindings *findings);

gint _kpi_fit_key_compare (const KpiFitKey *a, const KpiFitKey *b);

/* The entry of a key; NULL if there is none. O(log entries). */
const KpiFitEntry *_kpi_fit_find (const KpiFit *fit, const KpiFitKey *key);

/* Where the first entry that is not before a key stands. */
gsize _kpi_fit_find_place (const KpiFit *fit, const KpiFitKey *key);

/* The frequencies of which a stage learned something of a node: a bit each. */
guint _kpi_fit_get_frequencies (const KpiFit *fit, const char *node, KpiFitStage stage);

/* The entry of all periods together, whatever their frequency; NULL if there is none, or more than
 * one. */
const KpiFitEntry *_kpi_fit_find_pooled (const KpiFit *fit, const KpiFitKey *key);
