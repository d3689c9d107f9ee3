/* SPDX-License-Identifier: MIT */
/* Fits as values: made entry by entry, found by key, merged. */

#include <math.h>
#include <string.h>

#include "base/sort.h"
#include "score/run/fit-private.h"

const char *const _kpi_fit_stage_names[] = {"impute", "treat", "score", "weigh", NULL};

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
  fit->areas = KPI_ROWS (char *);
  fit->findings = _kpi_findings_new ();
  return fit;
}

static void
entry_clear (KpiFitEntry *entry)
{
  g_free ((char *)entry->key.node);
  g_free ((char *)entry->key.level);
  g_free ((char *)entry->key.group);
  _kpi_fitted_clear (&entry->fitted);
  g_free (entry->weights);
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
  for (gsize i = 0; i < fit->areas.n; i++)
    g_free (KPI_ROW (&fit->areas, char *, i));
  _kpi_rows_clear (&fit->entries);
  _kpi_rows_clear (&fit->areas);
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

/* Two fits of the same keys are twice as long until they are merged. */
static gboolean
has_room (gsize n_entries, gsize n_values, KpiPlace place, KpiFindings *findings)
{
  if (n_entries <= KPI_MAX_FIT_ENTRIES && n_values <= KPI_MAX_FIT_VALUES)
    return TRUE;
  _kpi_findings_add (findings, KPI_SEVERITY_ERROR, KPI_ERROR_LIMIT, place, NULL,
                     "found more than %d entries, or %d values kept in order and areas named, "
                     "expected a fit within these",
                     KPI_MAX_FIT_ENTRIES, KPI_MAX_FIT_VALUES);
  return FALSE;
}

/* What could not be written is not kept. */
static gboolean
has_sums (const KpiFitted *fitted, KpiPlace place, const char *node, KpiFindings *findings)
{
  if (fitted->sums == NULL || (!isnan (_kpi_exact_get (&fitted->sums->values)) &&
                               !isnan (_kpi_exact_get (&fitted->sums->squares))))
    return TRUE;
  _kpi_findings_add (findings, KPI_SEVERITY_ERROR, KPI_ERROR_LIMIT, place, node,
                     "found values whose sum, or that of their squares, passes 1.8e308, expected "
                     "one that a fit can keep");
  return FALSE;
}

/* The entry's own strings; FALSE, and some of them NULL, without memory. */
static gboolean
copy_key (KpiFitKey *key, const KpiFitKey *from)
{
  *key = *from;
  key->node = copy (from->node);
  key->level = copy (from->level);
  key->group = copy (from->group);
  return key->node != NULL && key->level != NULL && key->group != NULL;
}

gboolean
_kpi_fit_add (KpiFit *fit, KpiFitEntry *entry, KpiPlace place, KpiFindings *findings)
{
  gsize n_values = entry->fitted.learns == KPI_LEARNS_ORDER ? entry->fitted.n : entry->n_weights;
  KpiFitEntry *own;

  if (!has_room ((fit->entries.n + 1) / 2, fit->n_values + n_values, place, findings) ||
      !has_sums (&entry->fitted, place, entry->key.node, findings))
    return FALSE;
  own = _kpi_rows_add (&fit->entries);
  if (own == NULL)
    return fail_memory (place, findings);
  *own = *entry;
  own->fitted = (KpiFitted){.learns = entry->fitted.learns};
  own->weights = NULL;
  if (!copy_key (&own->key, &entry->key))
    return fail_memory (place, findings);
  own->fitted = entry->fitted;
  own->weights = g_steal_pointer (&entry->weights);
  fit->n_values += n_values;
  entry->fitted = (KpiFitted){.learns = entry->fitted.learns};
  return TRUE;
}

gboolean
_kpi_fit_add_area (KpiFit *fit, const char *area, KpiPlace place, KpiFindings *findings)
{
  char **own;

  if (!has_room (0, fit->n_values + fit->areas.n / 2 + 1, place, findings))
    return FALSE;
  own = _kpi_rows_add (&fit->areas);
  if (own != NULL)
    *own = copy (area);
  return (own != NULL && *own != NULL) || fail_memory (place, findings);
}

gint
_kpi_fit_key_compare (const KpiFitKey *a, const KpiFitKey *b)
{
  gint order = strcmp (a->node, b->node);

  if (order == 0)
    order = (gint)a->stage - (gint)b->stage;
  if (order == 0)
    order = strcmp (a->level, b->level);
  if (order == 0)
    order = _kpi_period_compare (&a->period, &b->period);
  return order != 0 ? order : strcmp (a->group, b->group);
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
  to->present += from->present;
  if (!_kpi_fitted_merge (&to->fitted, &from->fitted))
    return fail_memory (KPI_NOWHERE, findings);
  return has_sums (&to->fitted, KPI_NOWHERE, to->key.node, findings);
}

static void
drop_name (gpointer kept, gpointer dropped, gpointer user_data)
{
  (void)kept;
  (void)user_data;
  g_free (*(char **)dropped);
}

/* Areas ascend, each of them named once. */
static void
finish_areas (KpiFit *fit)
{
  _kpi_sort (fit->areas.data, fit->areas.n, sizeof (char *), _kpi_order_string, NULL);
  fit->areas.n = _kpi_sort_unique (fit->areas.data, fit->areas.n, sizeof (char *),
                                   _kpi_order_string, drop_name, NULL);
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
  finish_areas (fit);
  return right && has_room (n, fit->n_values + fit->areas.n, KPI_NOWHERE, findings);
}

static gint
compare_to_key (gconstpointer entry, gconstpointer key, gpointer user_data)
{
  (void)user_data;
  return _kpi_fit_key_compare (&((const KpiFitEntry *)entry)->key, key);
}

gsize
_kpi_fit_find_place (const KpiFit *fit, const KpiFitKey *key)
{
  return _kpi_sort_lower_bound (fit->entries.data, fit->entries.n, sizeof (KpiFitEntry), key,
                                compare_to_key, NULL);
}

const KpiFitEntry *
_kpi_fit_find (const KpiFit *fit, const KpiFitKey *key)
{
  gsize i = _kpi_fit_find_place (fit, key);
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

guint
_kpi_fit_get_frequencies (const KpiFit *fit, const char *node, KpiFitStage stage)
{
  const KpiFitKey key = {.node = node, .stage = stage, .level = "", .group = ""};
  guint frequencies = 0;

  for (gsize i = _kpi_fit_find_place (fit, &key); i < fit->entries.n; i++) {
    const KpiFitKey *found = &KPI_ROW (&fit->entries, KpiFitEntry, i).key;

    if (found->stage != stage || strcmp (found->node, node) != 0)
      break;
    frequencies |= 1u << found->period.frequency;
  }
  return frequencies;
}

static gboolean
add_copy (KpiFit *fit, const KpiFitEntry *from, KpiFindings *findings)
{
  KpiFitEntry entry = *from;
  gboolean done = _kpi_fitted_init (&entry.fitted, from->fitted.learns) &&
                  _kpi_fitted_merge (&entry.fitted, &from->fitted);

  if (!done)
    fail_memory (KPI_NOWHERE, findings);
  done = done && _kpi_fit_add (fit, &entry, KPI_NOWHERE, findings);
  _kpi_fitted_clear (&entry.fitted);
  return done;
}

/* Weights of a part are none of the whole: see fit-private.h. */
static void
warn_left_out (KpiFit *fit, const KpiFitEntry *entry)
{
  _kpi_findings_add (fit->findings, KPI_SEVERITY_WARNING, KPI_ERROR_UNDEFINED, KPI_NOWHERE,
                     entry->key.node,
                     "found weights that were learned from a part, expected those of the whole; "
                     "left out, so that they are learned from what is scored");
}

static gboolean
add_copies (KpiFit *fit, const KpiFit *from, KpiFindings *findings)
{
  for (gsize i = 0; i < from->entries.n; i++) {
    const KpiFitEntry *entry = &KPI_ROW (&from->entries, KpiFitEntry, i);

    if (entry->key.stage == KPI_FIT_WEIGH)
      warn_left_out (fit, entry);
    else if (!add_copy (fit, entry, findings))
      return FALSE;
  }
  for (gsize i = 0; i < from->areas.n; i++)
    if (!_kpi_fit_add_area (fit, KPI_ROW (&from->areas, char *, i), KPI_NOWHERE, findings))
      return FALSE;
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
