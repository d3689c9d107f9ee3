/* SPDX-License-Identifier: MIT */
/* Fits as values: made entry by entry, found by key, merged. */

#include <string.h>

#include "base/sort.h"
#include "score/fit-private.h"
#include "score/options-private.h"

const char *const _kpi_fit_stage_names[] = {"score", NULL};

static gboolean
fail_memory (KpiPlace place, KpiFindings *findings)
{
  _kpi_findings_add (findings, KPI_SEVERITY_ERROR, KPI_ERROR_MEMORY, place, NULL,
                     "no memory for what was learned");
  return FALSE;
}

static char *
copy (const char *text)
{
  gsize size = strlen (text) + 1;
  char *new = g_try_malloc (size);

  return new != NULL ? memcpy (new, text, size) : NULL;
}

KpiFit *
_kpi_fit_empty (const char *model)
{
  char *id = copy (model);
  KpiFit *fit;

  if (id == NULL)
    return NULL;
  fit = g_new0 (KpiFit, 1);
  g_atomic_ref_count_init (&fit->references);
  fit->model = id;
  fit->entries = KPI_ROWS (KpiFitEntry);
  fit->findings = _kpi_findings_new ();
  return fit;
}

static void
entry_clear (KpiFitEntry *entry)
{
  g_free ((char *)entry->key.node);
  g_free ((char *)entry->key.level);
  _kpi_fitted_clear (&entry->fitted);
}

KpiFit *
kpi_fit_ref (KpiFit *fit)
{
  g_atomic_ref_count_inc (&fit->references);
  return fit;
}

void
kpi_fit_unref (KpiFit *fit)
{
  if (fit == NULL || !g_atomic_ref_count_dec (&fit->references))
    return;
  for (gsize i = 0; i < fit->entries.n; i++)
    entry_clear (&KPI_ROW (&fit->entries, KpiFitEntry, i));
  _kpi_rows_clear (&fit->entries);
  kpi_findings_unref (fit->findings);
  g_free (fit->model);
  g_free (fit);
}

gsize
kpi_fit_get_n_entries (const KpiFit *fit)
{
  return fit->entries.n;
}

const char *
kpi_fit_get_model_id (const KpiFit *fit)
{
  return fit->model;
}

KpiFindings *
kpi_fit_get_findings (const KpiFit *fit)
{
  return fit->findings;
}

/* ---- Making */

/* Two fits of the same keys are twice as long until they are merged. */
static gboolean
has_room (gsize n_entries, gsize n_values, KpiPlace place, KpiFindings *findings)
{
  if (n_entries <= KPI_MAX_FIT_ENTRIES && n_values <= KPI_MAX_FIT_VALUES)
    return TRUE;
  _kpi_findings_add (findings, KPI_SEVERITY_ERROR, KPI_ERROR_LIMIT, place, NULL,
                     "found more than %d entries or %d values kept in order, expected a fit within "
                     "these",
                     KPI_MAX_FIT_ENTRIES, KPI_MAX_FIT_VALUES);
  return FALSE;
}

gboolean
_kpi_fit_add (KpiFit *fit, const KpiFitKey *key, KpiTransform transform, gboolean turned,
              KpiFitted *fitted, KpiPlace place, KpiFindings *findings)
{
  gsize n_values = fitted->learns == KPI_LEARNS_ORDER ? fitted->n : 0;
  KpiFitEntry *entry;

  if (!has_room ((fit->entries.n + 1) / 2, fit->n_values + n_values, place, findings))
    return FALSE;
  entry = _kpi_rows_add (&fit->entries);
  if (entry == NULL)
    return fail_memory (place, findings);
  entry->key = *key;
  entry->key.node = copy (key->node);
  entry->key.level = copy (key->level);
  entry->transform = transform;
  entry->turned = turned;
  if (entry->key.node == NULL || entry->key.level == NULL)
    return fail_memory (place, findings);
  entry->fitted = *fitted;
  fit->n_values += n_values;
  *fitted = (KpiFitted){.learns = fitted->learns};
  return TRUE;
}

gint
_kpi_fit_key_compare (const KpiFitKey *a, const KpiFitKey *b)
{
  gint order = strcmp (a->node, b->node);

  if (order == 0)
    order = (gint)a->stage - (gint)b->stage;
  if (order == 0)
    order = strcmp (a->level, b->level);
  return order != 0 ? order : _kpi_period_compare (&a->period, &b->period);
}

static gint
compare_entries (gconstpointer a, gconstpointer b, gpointer user_data)
{
  (void)user_data;
  return _kpi_fit_key_compare (&((const KpiFitEntry *)a)->key, &((const KpiFitEntry *)b)->key);
}

/* Merges `from` into `to`, which is of the same key. */
static gboolean
merge_entries (KpiFitEntry *to, const KpiFitEntry *from, KpiFindings *findings)
{
  if (to->fitted.learns != from->fitted.learns || to->transform != from->transform ||
      to->turned != from->turned) {
    _kpi_findings_add (findings, KPI_SEVERITY_ERROR, KPI_ERROR_CONFLICT, KPI_NOWHERE, to->key.node,
                       "found fits that learned different things, expected them to be learned by "
                       "one model");
    return FALSE;
  }
  return _kpi_fitted_merge (&to->fitted, &from->fitted) || fail_memory (KPI_NOWHERE, findings);
}

gboolean
_kpi_fit_finish (KpiFit *fit, KpiFindings *findings)
{
  KpiFitEntry *entries = fit->entries.data;
  gsize n = 0;
  gboolean right = TRUE;

  _kpi_sort (entries, fit->entries.n, sizeof *entries, compare_entries, NULL);
  for (gsize i = 0; i < fit->entries.n; i++) {
    if (n > 0 && _kpi_fit_key_compare (&entries[n - 1].key, &entries[i].key) == 0) {
      right = merge_entries (&entries[n - 1], &entries[i], findings) && right;
      entry_clear (&entries[i]);
    } else
      entries[n++] = entries[i];
  }
  fit->entries.n = n;
  return right && has_room (n, fit->n_values, KPI_NOWHERE, findings);
}

/* ---- Finding */

/* The first entry that is not before a key. */
static gsize
find_place (const KpiFit *fit, const KpiFitKey *key)
{
  gsize first = 0, last = fit->entries.n;

  while (first < last) {
    gsize middle = first + (last - first) / 2;

    if (_kpi_fit_key_compare (&KPI_ROW (&fit->entries, KpiFitEntry, middle).key, key) < 0)
      first = middle + 1;
    else
      last = middle;
  }
  return first;
}

const KpiFitEntry *
_kpi_fit_find (const KpiFit *fit, const KpiFitKey *key)
{
  gsize i = find_place (fit, key);
  const KpiFitEntry *entry = &KPI_ROW (&fit->entries, KpiFitEntry, i);

  return i < fit->entries.n && _kpi_fit_key_compare (&entry->key, key) == 0 ? entry : NULL;
}

const KpiFitEntry *
_kpi_fit_find_pooled (const KpiFit *fit, const KpiFitKey *key)
{
  const KpiFitEntry *found = NULL;

  for (guint f = 0; f < KPI_N_FREQUENCIES; f++) {
    KpiFitKey pooled = *key;
    const KpiFitEntry *entry;

    pooled.period = KPI_FIT_OF_ALL (f);
    entry = _kpi_fit_find (fit, &pooled);
    if (entry != NULL && found != NULL)
      return NULL;
    found = entry != NULL ? entry : found;
  }
  return found;
}

/* ---- Merging */

static gboolean
add_copies (KpiFit *fit, const KpiFit *from, KpiFindings *findings)
{
  for (gsize i = 0; i < from->entries.n; i++) {
    const KpiFitEntry *entry = &KPI_ROW (&from->entries, KpiFitEntry, i);
    KpiFitted fitted;
    gboolean done = _kpi_fitted_init (&fitted, entry->fitted.learns) &&
                    _kpi_fitted_merge (&fitted, &entry->fitted);

    if (!done)
      fail_memory (KPI_NOWHERE, findings);
    done = done && _kpi_fit_add (fit, &entry->key, entry->transform, entry->turned, &fitted,
                                 KPI_NOWHERE, findings);
    _kpi_fitted_clear (&fitted);
    if (!done)
      return FALSE;
  }
  return TRUE;
}

KpiFit *
kpi_fit_merge (const KpiFit *a, const KpiFit *b, GError **error)
{
  g_autoptr (KpiFindings) findings = _kpi_findings_new ();
  g_autoptr (KpiFit) fit = NULL;

  if (strcmp (a->model, b->model) != 0) {
    _kpi_error_set (error, KPI_ERROR_CONFLICT,
                    "found fits of the models %s and %s, expected two of one model", a->model,
                    b->model);
    return NULL;
  }
  fit = _kpi_fit_empty (a->model);
  if (fit == NULL)
    fail_memory (KPI_NOWHERE, findings);
  else if (add_copies (fit, a, findings) && add_copies (fit, b, findings) &&
           _kpi_fit_finish (fit, findings)) {
    _kpi_findings_append (fit->findings, a->findings);
    _kpi_findings_append (fit->findings, b->findings);
    return g_steal_pointer (&fit);
  }
  _kpi_findings_fail (findings, error);
  return NULL;
}

/* ---- Learning */

KpiFit *
kpi_fit_new (KpiModel *model, KpiDataset *data, const KpiScoreOptions *options, GError **error)
{
  g_autoptr (KpiFindings) findings = _kpi_findings_new ();
  g_autoptr (KpiFit) fit = NULL;

  if (options != NULL && options->fit != NULL) {
    _kpi_error_set (error, KPI_ERROR_ARGUMENT,
                    "fit: found a fit among the options of what is to learn one, expected none");
    return NULL;
  }
  fit = _kpi_fit_empty (kpi_model_get_id (model));
  if (fit == NULL)
    _kpi_error_set (error, KPI_ERROR_MEMORY, "no memory for a fit");
  else if (_kpi_model_learn (model, data, options, fit, error)) {
    if (_kpi_fit_finish (fit, findings))
      return g_steal_pointer (&fit);
    _kpi_findings_fail (findings, error);
  }
  return NULL;
}
