/* SPDX-License-Identifier: MIT */
/* Lays one tree over another.
 *
 * The table says at each place what happens, so that an indicator that happens to be called `score`
 * merges as an indicator does: mappings merge; lists, scalars and what the table marks are
 * replaced. Always true: neither tree changes, and what only one of them says is shared, not
 * copied. */

#include <string.h>

#include "base/names.h"
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

/* The entries of a mapping by their keys. FALSE without memory. */
static gboolean
index_keys (const KpiYaml *mapping, KpiNames *keys)
{
  for (gsize i = 0; i < _kpi_yaml_length (mapping); i++)
    if (_kpi_names_add (keys, _kpi_yaml_entry (mapping, i)->key) == KPI_NO_NAME)
      return FALSE;
  return TRUE;
}

static const KpiYamlEntry *
find (const KpiYaml *mapping, const KpiNames *keys, const char *key)
{
  guint32 number = _kpi_names_find (keys, key);

  return number != KPI_NO_NAME ? _kpi_yaml_entry (mapping, number) : NULL;
}

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

static gboolean
lay_entries (KpiYaml *out, const KpiShape *shape, const KpiYaml *base, const KpiYaml *over)
{
  g_autoptr (KpiNames) base_keys = _kpi_names_new ();
  g_autoptr (KpiNames) over_keys = _kpi_names_new ();
  const char *demand = demand_of (shape, over);

  if (!index_keys (base, base_keys) || !index_keys (over, over_keys))
    return FALSE;
  for (gsize i = 0; i < _kpi_yaml_length (base); i++) {
    const KpiYamlEntry *entry = _kpi_yaml_entry (base, i);
    const KpiYamlEntry *later = find (over, over_keys, entry->key);

    if (later == NULL && goes_with_demand (shape, entry->key, demand))
      continue;
    if (!add_laid (out, shape, entry, later))
      return FALSE;
  }
  for (gsize i = 0; i < _kpi_yaml_length (over); i++) {
    const KpiYamlEntry *entry = _kpi_yaml_entry (over, i);

    if (find (base, base_keys, entry->key) == NULL && !add_laid (out, shape, NULL, entry))
      return FALSE;
  }
  return TRUE;
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
