/* SPDX-License-Identifier: MIT */
/* Lays one tree over another.
 *
 * The table says at each place what happens, so that an indicator that happens to be called `score`
 * merges as an indicator does: mappings merge; lists, scalars and what the table marks are
 * replaced. Always true: neither tree changes, and what only one of them says is shared, not
 * copied. */

#include <string.h>

#include "base/names.h"
#include "base/period.h"
#include "base/text.h"
#include "model/schema.h"
#include "model/shape.h"

static KpiYaml *lay (const KpiShape *shape, KpiYaml *base, KpiYaml *over);

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

/* ---- Entries by their keys */

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

/* ---- Laying */

/* Adds what becomes of one entry; `base` or `over` may be NULL. FALSE without memory. */
static gboolean
add_laid (KpiYaml *out, const KpiShape *shape, const KpiYamlEntry *base, const KpiYamlEntry *over)
{
  const KpiYamlEntry *last = over != NULL ? over : base;
  gboolean is_replaced;
  const KpiShape *inner = shape_of_entry (shape, last->key, &is_replaced);
  KpiYaml *value;

  if (last->value->kind == KPI_YAML_NULL && !shape->inherits)
    return TRUE;
  if (is_replaced || over == NULL)
    value = _kpi_yaml_ref (last->value);
  else
    value = lay (inner, over != NULL && base != NULL ? base->value : NULL, last->value);
  return value != NULL && _kpi_yaml_add (out, last->key, last->key_place, value);
}

/* What the base says, with what the overlay says of it. */
static gboolean
lay_known (KpiYaml *out, const Index *base, const Index *over)
{
  const char *demand = demand_of (over->shape, over->mapping);

  for (gsize i = 0; i < _kpi_yaml_length (base->mapping); i++) {
    const KpiYamlEntry *entry = _kpi_yaml_entry (base->mapping, i);
    const KpiYamlEntry *later = find (over, entry->key);

    if (later == NULL && goes_with_demand (base->shape, entry->key, demand))
      continue;
    if (!add_laid (out, base->shape, entry, later))
      return FALSE;
  }
  return TRUE;
}

/* What the overlay alone says. A second entry for one thing is left for others to report. */
static gboolean
lay_new (KpiYaml *out, const Index *base, const Index *over)
{
  for (gsize i = 0; i < _kpi_yaml_length (over->mapping); i++) {
    const KpiYamlEntry *entry = _kpi_yaml_entry (over->mapping, i);
    gboolean is_laid = find (base, entry->key) != NULL && find (over, entry->key) == entry;

    if (!is_laid && !add_laid (out, over->shape, NULL, entry))
      return FALSE;
  }
  return TRUE;
}

static gboolean
lay_entries (KpiYaml *out, const KpiShape *shape, const KpiYaml *base, const KpiYaml *over)
{
  Index below = index_new (shape, base), above = index_new (shape, over);
  gboolean done = index_fill (&below) && index_fill (&above) && lay_known (out, &below, &above) &&
                  lay_new (out, &below, &above);

  index_clear (&below);
  index_clear (&above);
  return done;
}

/* Lays `over` over `base` (NULL: nothing) at a place of that shape. NULL without memory. */
static KpiYaml *
lay (const KpiShape *shape, KpiYaml *base, KpiYaml *over)
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
  if (out == NULL || !lay_entries (out, merging, base, over))
    return NULL;
  return g_steal_pointer (&out);
}

KpiYaml *
_kpi_schema_overlay (KpiYaml *base, KpiYaml *over)
{
  return lay (&_kpi_shape_model, base, over);
}
