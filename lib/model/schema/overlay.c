/* SPDX-License-Identifier: MIT */
/* Lays one tree over another.
 *
 * The table says at each place what happens, so that an indicator that happens to be called `score`
 * merges as an indicator does: mappings merge; lists, scalars and what the table marks are
 * replaced. Always true: neither tree changes, and what only one of them says is shared, not
 * copied. A target that demands anew remembers what it was laid over: the demand and the deadline,
 * and no more, so that what is remembered never outgrows what the files say. */

#include <string.h>

#include "base/names.h"
#include "base/period.h"
#include "base/text.h"
#include "model/yaml/refusal.h"
#include "model/schema/schema.h"
#include "model/schema/shape.h"

static KpiYaml *lay (const KpiCursor *at, const KpiShape *shape, KpiYaml *base, KpiYaml *over);

/* The shape of an entry's value, and whether an overlay replaces it as a whole. */
static const KpiShape *
shape_of_entry (const KpiShape *shape, const char *key, gboolean *out_replaced)
{
  const KpiKey *found;

  *out_replaced = FALSE;
  if (shape->kind == KPI_SHAPE_MAP)
    return shape->item;
  found = _kpi_shape_find_key (shape, key);
  *out_replaced = found->flags & KPI_KEY_REPLACED;
  return found->shape;
}

/* The mapping that merges entry by entry at a place; NULL where the value is replaced. */
static const KpiShape *
merging_shape (const KpiShape *shape, const KpiYaml *node)
{
  const KpiShape *chosen = _kpi_shape_choose (shape, node->kind);
  gboolean merges = chosen != NULL && node->kind == KPI_YAML_MAPPING &&
                    (chosen->kind == KPI_SHAPE_MAP || chosen->kind == KPI_SHAPE_MAPPING);

  return merges ? chosen : NULL;
}

/* The demand that a target states anew; NULL where it states none. */
static const char *
demand_of (const KpiShape *shape, const KpiYaml *over)
{
  for (gsize i = 0; shape->kind == KPI_SHAPE_MAPPING && i < _kpi_yaml_length (over); i++) {
    const KpiYamlEntry *entry = _kpi_yaml_entry (over, i);
    const KpiKey *key = _kpi_shape_find_key (shape, entry->key);

    if ((key->flags & KPI_KEY_DEMAND) && entry->value->kind != KPI_YAML_NULL)
      return key->name;
  }
  return NULL;
}

/* Whether an entry of the base goes because the overlay states another demand. */
static gboolean
goes_with_demand (const KpiShape *shape, const char *name, const char *demand)
{
  const KpiKey *key;

  if (demand == NULL)
    return FALSE;
  key = _kpi_shape_find_key (shape, name);
  if (key->flags & KPI_KEY_OF_SAME)
    return strcmp (key->needs, demand) != 0;
  return key->flags & (KPI_KEY_DEMAND | KPI_KEY_OF_DEMAND);
}

/* What a key stands for, however it is spelt; a new string. */
static char *
meaning_of_key (const KpiShape *shape, const char *key)
{
  char spelling[KPI_PERIOD_SIZE];
  KpiPeriod period;
  const char *why;

  if (shape->kind == KPI_SHAPE_MAP && shape->key == KPI_SHAPE_NAME)
    return _kpi_text_name (key, strlen (key));
  if (shape->kind != KPI_SHAPE_MAP || shape->key != KPI_SHAPE_PERIOD ||
      !_kpi_period_parse (key, &period, &why))
    return g_strdup (key);
  _kpi_period_format (&period, spelling);
  return g_strdup (spelling);
}

/* The entries of a mapping by what their keys stand for. Of two that stand for one thing, which is
 * a mistake that is reported later, the first. */
typedef struct {
  const KpiShape *shape;
  const KpiYaml *mapping;
  KpiNames *names;
  guint32 *entries; /* by number of the name */
} Index;

static Index
index_new (const KpiShape *shape, const KpiYaml *mapping)
{
  return (Index){shape, mapping, _kpi_names_new (),
                 g_try_new (guint32, _kpi_yaml_length (mapping))};
}

static void
index_clear (Index *index)
{
  _kpi_names_free (index->names);
  g_free (index->entries);
}

/* FALSE without memory. */
static gboolean
index_fill (Index *index)
{
  gsize n = _kpi_yaml_length (index->mapping);

  if (index->entries == NULL && n > 0)
    return FALSE;
  for (guint32 i = 0; i < n; i++) {
    g_autofree char *meaning =
        meaning_of_key (index->shape, _kpi_yaml_entry (index->mapping, i)->key);
    guint32 n_names = _kpi_names_length (index->names);
    guint32 number = _kpi_names_add (index->names, meaning);

    if (number == KPI_NO_NAME)
      return FALSE;
    if (number == n_names)
      index->entries[number] = i;
  }
  return TRUE;
}

/* The entry for what a key of another mapping stands for; NULL if there is none. */
static const KpiYamlEntry *
find (const Index *index, const char *key)
{
  g_autofree char *meaning = meaning_of_key (index->shape, key);
  guint32 number = _kpi_names_find (index->names, meaning);

  return number != KPI_NO_NAME ? _kpi_yaml_entry (index->mapping, index->entries[number]) : NULL;
}

/* The place of an entry in the overlay, which stands at `at`. */
static KpiCursor
enter (const KpiCursor *at, const KpiYamlEntry *entry)
{
  return (KpiCursor){.node = entry->value,
                     .above = at,
                     .key = entry->key,
                     .place = entry->value->place,
                     .key_place = entry->key_place,
                     .findings = at->findings};
}

/* An empty place is more often forgotten than meant, as `target:` with nothing behind it. */
static void
warn_of_nothing (const KpiCursor *at, const KpiShape *shape)
{
  g_autofree char *words = shape->kind == KPI_SHAPE_CHOICE ? _kpi_join_words (shape->words) : NULL;

  _kpi_cursor_warn (at, KPI_ERROR_UNUSED,
                    "found nothing, expected %s; null takes away what a file below has said, and "
                    "none has said anything here",
                    words != NULL ? words : shape->expected);
}

/* Whether what is missing there is reported as such. */
static gboolean
is_required (const KpiShape *shape, const char *key)
{
  return shape->kind == KPI_SHAPE_MAPPING &&
         (_kpi_shape_find_key (shape, key)->flags & (KPI_KEY_REQUIRED | KPI_KEY_IN_EACH));
}

/* Adds what is left of an entry that the overlay takes away. FALSE without memory. */
static gboolean
add_removed (const KpiCursor *at, KpiYaml *out, const KpiShape *shape, const KpiShape *inner,
             const KpiYamlEntry *base, const KpiYamlEntry *over)
{
  KpiCursor entry = enter (at, over);

  if (base == NULL && !is_required (shape, over->key))
    warn_of_nothing (&entry, inner);
  if (base == NULL || !shape->keeps_removed)
    return TRUE;
  return _kpi_yaml_add (out, over->key, over->key_place, _kpi_yaml_ref (over->value));
}

/* Adds what becomes of one entry; `base` or `over` may be NULL. FALSE without memory. */
static gboolean
add_laid (const KpiCursor *at, KpiYaml *out, const KpiShape *shape, const KpiYamlEntry *base,
          const KpiYamlEntry *over)
{
  const KpiYamlEntry *last = over != NULL ? over : base;
  gboolean is_replaced;
  const KpiShape *inner = shape_of_entry (shape, last->key, &is_replaced);
  KpiYaml *value;

  if (over != NULL && over->value->kind == KPI_YAML_NULL && !shape->inherits)
    return add_removed (at, out, shape, inner, base, over);
  if (is_replaced || over == NULL) {
    value = _kpi_yaml_ref (last->value);
  } else {
    KpiCursor entry = enter (at, over);

    value = lay (&entry, inner, base != NULL ? base->value : NULL, over->value);
  }
  return value != NULL && _kpi_yaml_add (out, last->key, last->key_place, value);
}

static gboolean
lay_known (const KpiCursor *at, KpiYaml *out, const Index *base, const Index *over)
{
  const char *demand = demand_of (over->shape, over->mapping);

  for (gsize i = 0; i < _kpi_yaml_length (base->mapping); i++) {
    const KpiYamlEntry *entry = _kpi_yaml_entry (base->mapping, i);
    const KpiYamlEntry *later = find (over, entry->key);

    if (later == NULL && goes_with_demand (base->shape, entry->key, demand))
      continue;
    if (!add_laid (at, out, base->shape, entry, later))
      return FALSE;
  }
  return TRUE;
}

/* What the overlay alone says. A second entry for one thing is left for others to report. */
static gboolean
lay_new (const KpiCursor *at, KpiYaml *out, const Index *base, const Index *over)
{
  for (gsize i = 0; i < _kpi_yaml_length (over->mapping); i++) {
    const KpiYamlEntry *entry = _kpi_yaml_entry (over->mapping, i);
    gboolean is_laid = find (base, entry->key) != NULL && find (over, entry->key) == entry;

    if (!is_laid && !add_laid (at, out, over->shape, NULL, entry))
      return FALSE;
  }
  return TRUE;
}

static gboolean
is_demand (const KpiShape *shape, const KpiYamlEntry *entry)
{
  return _kpi_shape_find_key (shape, entry->key)->flags & (KPI_KEY_DEMAND | KPI_KEY_DEADLINE);
}

/* The demand and the deadline of a mapping alone; without entries where it has neither. NULL
 * without memory. */
static KpiYaml *
get_demand (const KpiShape *shape, const KpiYaml *mapping)
{
  g_autoptr (KpiYaml) out = _kpi_yaml_new (KPI_YAML_MAPPING, mapping->place, mapping->built_in);

  for (gsize i = 0; out != NULL && i < _kpi_yaml_length (mapping); i++) {
    const KpiYamlEntry *entry = _kpi_yaml_entry (mapping, i);

    if (is_demand (shape, entry) &&
        !_kpi_yaml_add (out, entry->key, entry->key_place, _kpi_yaml_ref (entry->value)))
      return NULL;
  }
  return g_steal_pointer (&out);
}

static gboolean
demands_something (const KpiShape *shape, const KpiYaml *mapping)
{
  for (gsize i = 0; i < _kpi_yaml_length (mapping); i++)
    if (is_demand (shape, _kpi_yaml_entry (mapping, i)))
      return TRUE;
  return FALSE;
}

/* Remembers what was demanded before the overlay demanded something else; where it says other
 * things, what was remembered stays so. FALSE without memory. */
static gboolean
remember (KpiYaml *out, const KpiShape *shape, const KpiYaml *base, const KpiYaml *over)
{
  if (shape->kind != KPI_SHAPE_MAPPING)
    return TRUE;
  if (!demands_something (shape, over))
    out->overlaid = base->overlaid != NULL ? _kpi_yaml_ref (base->overlaid) : NULL;
  else if (demands_something (shape, base))
    return (out->overlaid = get_demand (shape, base)) != NULL;
  return TRUE;
}

static gboolean
lay_entries (const KpiCursor *at, KpiYaml *out, const KpiShape *shape, const KpiYaml *base,
             const KpiYaml *over)
{
  Index below = index_new (shape, base), above = index_new (shape, over);
  gboolean done = index_fill (&below) && index_fill (&above) &&
                  lay_known (at, out, &below, &above) && lay_new (at, out, &below, &above);

  index_clear (&below);
  index_clear (&above);
  return done;
}

/* Lays `over`, which stands at `at`, over `base` (NULL: nothing) at a place of that shape. NULL
 * without memory. */
static KpiYaml *
lay (const KpiCursor *at, const KpiShape *shape, KpiYaml *base, KpiYaml *over)
{
  const KpiShape *merging = merging_shape (shape, over);
  g_autoptr (KpiYaml) nothing = NULL;
  g_autoptr (KpiYaml) out = NULL;

  if (merging == NULL || (base == NULL && !over->has_null))
    return _kpi_yaml_ref (over);
  if (base == NULL || base->kind != KPI_YAML_MAPPING)
    base = nothing = _kpi_yaml_new (KPI_YAML_MAPPING, over->place, TRUE);
  if (base == NULL)
    return NULL;
  out = _kpi_yaml_new (KPI_YAML_MAPPING, over->place, base->built_in && over->built_in);
  if (out == NULL || !lay_entries (at, out, merging, base, over) ||
      !remember (out, merging, base, over))
    return NULL;
  return g_steal_pointer (&out);
}

KpiYaml *
_kpi_schema_overlay (KpiYaml *base, KpiYaml *over, KpiFindings *findings)
{
  KpiCursor at = _kpi_cursor_root (over, findings);

  return lay (&at, &_kpi_shape_model, base, over);
}
