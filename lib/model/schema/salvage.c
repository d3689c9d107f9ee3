/* SPDX-License-Identifier: MIT */
/* Salvaging.
 *
 * The table says what becomes of a place with something wrong in it: most are left out as a whole,
 * a few keep what is right in them, and what has a name stays under it, hollow. Always true: what
 * is returned passes the schema, so that those who read on may rely on it. */

#include "model/schema/salvage.h"
#include "model/schema/schema.h"
#include "model/schema/shape.h"

static KpiYaml *salvage (KpiYaml *node, const KpiShape *shape, gboolean whole);

static gboolean
fits (const KpiYaml *node, const KpiShape *shape, gboolean whole)
{
  g_autoptr (KpiFindings) unsaid = _kpi_findings_new ();

  _kpi_schema_check_place (node, shape, whole, unsaid);
  return !_kpi_findings_has_errors (unsaid);
}

/* What is right of one entry or item; NULL if nothing is. */
static KpiYaml *
salvage_entry (const KpiYamlEntry *entry, const KpiShape *shape, gboolean whole,
               gboolean *out_vital)
{
  const KpiKey *key = NULL;

  *out_vital = FALSE;
  if (shape->kind == KPI_SHAPE_LIST)
    return salvage (entry->value, shape->item, TRUE);
  if (shape->kind == KPI_SHAPE_MAP)
    return salvage (entry->value, shape->item, whole);
  key = _kpi_shape_find_key (shape, entry->key);
  if (key == NULL || (key->flags & KPI_KEY_NOT_BUILT))
    return NULL;
  *out_vital = key->flags & KPI_KEY_VITAL;
  return salvage (entry->value, key->shape, whole || (key->flags & KPI_KEY_REPLACED));
}

/* What is right within a list or mapping; NULL if what it lives by is not. */
static KpiYaml *
salvage_within (const KpiYaml *node, const KpiShape *shape, gboolean whole)
{
  g_autoptr (KpiYaml) out = _kpi_yaml_new (node->kind, node->place, node->built_in);

  for (gsize i = 0; out != NULL && i < _kpi_yaml_length (node); i++) {
    const KpiYamlEntry *entry = _kpi_yaml_entry (node, i);
    gboolean vital;
    KpiYaml *value = salvage_entry (entry, shape, whole, &vital);

    if (value == NULL && vital)
      return NULL;
    if (value == NULL)
      continue;
    if (!_kpi_yaml_add (out, entry->key, entry->key_place, value))
      return NULL;
    KPI_ROW (&out->entries, KpiYamlEntry, out->entries.n - 1).index = entry->index;
  }
  /* What the file itself lacks has been said, and hinders nobody who reads on. */
  if (out == NULL || (shape != &_kpi_shape_model && !fits (out, shape, whole)))
    return NULL;
  return g_steal_pointer (&out);
}

static KpiYaml *
hollow (const KpiYaml *node)
{
  KpiYaml *out = _kpi_yaml_new (KPI_YAML_MAPPING, node->place, node->built_in);

  if (out != NULL)
    out->is_hollow = TRUE;
  return out;
}

static KpiYaml *
salvage (KpiYaml *node, const KpiShape *shape, gboolean whole)
{
  const KpiShape *chosen = _kpi_shape_choose (shape, node->kind);

  if (node->kind == KPI_YAML_NULL || fits (node, shape, whole))
    return _kpi_yaml_ref (node);
  if (shape->when_wrong == KPI_WRONG_HOLLOWS)
    return hollow (node);
  if (chosen == NULL || chosen->when_wrong != KPI_WRONG_IS_LEFT_OUT ||
      (node->kind == KPI_YAML_LIST) != (chosen->kind == KPI_SHAPE_LIST))
    return NULL;
  return node->kind == KPI_YAML_SCALAR ? NULL : salvage_within (node, chosen, whole);
}

KpiYaml *
_kpi_salvage (KpiYaml *root, gboolean whole)
{
  return salvage (root, &_kpi_shape_model, whole);
}
