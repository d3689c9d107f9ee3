/* SPDX-License-Identifier: MIT */
/* The nodes of a YAML tree.
 *
 * Always true: a node's size, height and nulls count all that hangs below it, and no height passes
 * KPI_MAX_MODEL_DEPTH, so that walking a tree by recursion is safe. */

#include <string.h>

#include "model/yaml/yaml.h"

KpiYaml *
_kpi_yaml_new (KpiYamlKind kind, KpiPlace place, gboolean built_in)
{
  KpiYaml *node = g_try_new0 (KpiYaml, 1);
  gboolean is_container = kind == KPI_YAML_LIST || kind == KPI_YAML_MAPPING;

  if (node == NULL)
    return NULL;
  node->references = 1;
  node->kind = kind;
  node->place = place;
  node->built_in = built_in;
  node->entries = KPI_ROWS (KpiYamlEntry);
  node->size = 1;
  node->has_null = kind == KPI_YAML_NULL;
  node->height = is_container ? 1 : 0;
  return node;
}

KpiYaml *
_kpi_yaml_ref (KpiYaml *node)
{
  node->references++;
  return node;
}

void
_kpi_yaml_unref (KpiYaml *node)
{
  if (--node->references > 0)
    return;
  for (gsize i = 0; i < node->entries.n; i++) {
    KpiYamlEntry *entry = &KPI_ROW (&node->entries, KpiYamlEntry, i);

    g_free (entry->key);
    _kpi_yaml_unref (entry->value);
  }
  _kpi_rows_clear (&node->entries);
  g_clear_pointer (&node->overlaid, _kpi_yaml_unref);
  g_free (node->text);
  g_free (node);
}

static char *
copy (const char *text, gsize length)
{
  char *new = g_try_malloc (length + 1);

  if (new == NULL)
    return NULL;
  memcpy (new, text, length);
  new[length] = '\0';
  return new;
}

/* What an alias costs grows with the text that it repeats: whoever reads the tree looks at all of
 * it each time. */
static gsize
count_nodes (gsize n_bytes)
{
  return MAX (1, (n_bytes + KPI_BYTES_PER_NODE - 1) / KPI_BYTES_PER_NODE);
}

gboolean
_kpi_yaml_set_text (KpiYaml *scalar, const char *text, gsize length)
{
  scalar->size = count_nodes (length);
  scalar->text = copy (text, length);
  return scalar->text != NULL;
}

static gsize
add_saturating (gsize a, gsize b)
{
  return b > G_MAXSIZE - a ? G_MAXSIZE : a + b;
}

gboolean
_kpi_yaml_add (KpiYaml *node, const char *key, KpiPlace key_place, KpiYaml *value)
{
  g_autoptr (KpiYaml) owned = value;
  g_autofree char *own_key = NULL;
  KpiYamlEntry *entry;

  if (key != NULL && (own_key = copy (key, strlen (key))) == NULL)
    return FALSE;
  entry = _kpi_rows_add (&node->entries);
  if (entry == NULL)
    return FALSE;
  node->size = add_saturating (node->size, value->size);
  node->size = add_saturating (node->size, key != NULL ? count_nodes (strlen (key)) : 0);
  node->height = MAX (node->height, value->height + 1);
  node->has_null = node->has_null || value->has_null;
  *entry = (KpiYamlEntry){.key = g_steal_pointer (&own_key),
                          .key_place = key_place,
                          .value = g_steal_pointer (&owned),
                          .index = node->entries.n - 1};
  return TRUE;
}

const KpiYaml *
_kpi_yaml_get (const KpiYaml *mapping, const char *key)
{
  for (gsize i = 0; i < mapping->entries.n; i++) {
    const KpiYamlEntry *entry = &KPI_ROW (&mapping->entries, KpiYamlEntry, i);

    if (strcmp (entry->key, key) == 0)
      return entry->value->kind == KPI_YAML_NULL ? NULL : entry->value;
  }
  return NULL;
}

gsize
_kpi_yaml_length (const KpiYaml *node)
{
  return node->entries.n;
}

const KpiYamlEntry *
_kpi_yaml_entry (const KpiYaml *node, gsize index)
{
  return &KPI_ROW (&node->entries, KpiYamlEntry, index);
}
