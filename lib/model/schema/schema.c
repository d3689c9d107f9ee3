/* SPDX-License-Identifier: MIT */
/* Checks a tree against the schema's table.
 *
 * Always true: each place is judged once, by the shape that the table gives it; what is unknown is
 * reported where it stands and not looked into. */

#include <string.h>

#include "base/text.h"
#include "model/yaml/refusal.h"
#include "model/yaml/scalar.h"
#include "model/schema/schema.h"

static void check (const KpiCursor *at, const KpiShape *shape, gboolean whole);

/* More would not be kept. A file can hold a million mistakes, and each costs a search for names. */
static gboolean
is_enough (const KpiCursor *at)
{
  return kpi_findings_get_length (at->findings) > KPI_MAX_FINDINGS;
}

static void
check_scalar (const KpiCursor *at, const KpiShape *shape)
{
  gboolean is_typed = shape->kind == KPI_SHAPE_NUMBER || shape->kind == KPI_SHAPE_BOOLEAN;
  const char *expected = shape->expected;
  g_autofree char *words = NULL;

  if (shape->kind == KPI_SHAPE_CHOICE)
    expected = words = _kpi_join_words (shape->words);
  if (at->node->kind != KPI_YAML_SCALAR)
    _kpi_refuse (at, KPI_ERROR_TYPE, expected);
  else if (shape->kind == KPI_SHAPE_CHOICE && !_kpi_is_among (shape->words, at->node->text))
    _kpi_refuse_word (at, KPI_ERROR_VALUE, "", at->node->text, shape->words);
  else if (!_kpi_is_among (shape->words, at->node->text) &&
           !_kpi_scalar_matches (shape->kind, at->node->text, &expected))
    _kpi_refuse (at, is_typed ? KPI_ERROR_TYPE : KPI_ERROR_VALUE, expected);
}

static void
check_list (const KpiCursor *at, const KpiShape *shape)
{
  gsize n = _kpi_cursor_length (at);

  if (at->node->kind != KPI_YAML_LIST) {
    _kpi_refuse (at, KPI_ERROR_TYPE, shape->expected);
    return;
  }
  if (n == 0 && shape->least > 0)
    _kpi_cursor_error (at, KPI_ERROR_VALUE, "found an empty list, expected %s", shape->expected);
  else if (n < shape->least || (shape->most > 0 && n > shape->most))
    _kpi_cursor_error (at, KPI_ERROR_VALUE, "found a list of %" G_GSIZE_FORMAT ", expected %s", n,
                       shape->expected);
  for (gsize i = 0; i < n && !is_enough (at); i++) {
    KpiCursor item = _kpi_cursor_entry (at, i);

    if (item.node == NULL)
      _kpi_refuse (&item, KPI_ERROR_TYPE, shape->item->expected);
    else
      check (&item, shape->item, TRUE);
  }
}

/* A cursor that blames the mapping's path and the place of a key: a wrong key has no path. */
static KpiCursor
at_key_of (const KpiCursor *at, gsize index)
{
  KpiCursor blame = *at;

  blame.place = _kpi_yaml_entry (at->node, index)->key_place;
  return blame;
}

static void
check_map_key (const KpiCursor *at, gsize index, const KpiShape *shape)
{
  const char *key = _kpi_yaml_entry (at->node, index)->key;
  const char *expected = shape->key_expected;
  KpiCursor blame = at_key_of (at, index);
  g_autofree char *quoted = NULL;

  if (_kpi_scalar_matches (shape->key, key, &expected))
    return;
  quoted = _kpi_text_quote (key);
  _kpi_cursor_error (&blame, KPI_ERROR_VALUE, "found the key %s, expected %s", quoted, expected);
}

static void
check_map (const KpiCursor *at, const KpiShape *shape, gboolean whole)
{
  /* Points are replaced as a whole: there is nothing that a null could take away. */
  gboolean may_remove = shape->least == 0;

  if (at->node->kind != KPI_YAML_MAPPING) {
    _kpi_refuse (at, KPI_ERROR_TYPE, shape->expected);
    return;
  }
  if (_kpi_cursor_length (at) < shape->least)
    _kpi_cursor_error (at, KPI_ERROR_VALUE, "found an empty mapping, expected %s", shape->expected);
  for (gsize i = 0; i < _kpi_cursor_length (at) && !is_enough (at); i++) {
    KpiCursor entry = _kpi_cursor_entry (at, i);

    check_map_key (at, i, shape);
    if (entry.node != NULL)
      check (&entry, shape->item, whole);
    else if (!may_remove)
      _kpi_refuse (&entry, KPI_ERROR_TYPE, shape->item->expected);
  }
}

/* The keys that a mapping may have, NULL at the end. */
static GPtrArray *
list_keys (const KpiShape *shape)
{
  GPtrArray *names = g_ptr_array_new ();
  const KpiKey *key;

  for (gsize i = 0; (key = _kpi_shape_get_key (shape, i)) != NULL; i++)
    if (!(key->flags & KPI_KEY_NOT_BUILT))
      g_ptr_array_add (names, (gpointer)key->name);
  g_ptr_array_add (names, NULL);
  return names;
}

/* Whether a mapping has a key that is unknown, and near to this one, which is missing: one slip,
 * which is told once. */
static gboolean
is_misspelt (const KpiCursor *at, const KpiShape *shape, const char *name)
{
  g_autoptr (GPtrArray) names = list_keys (shape);

  for (gsize i = 0; i < _kpi_yaml_length (at->node); i++) {
    KpiNearest nearest = KPI_NEAREST (_kpi_yaml_entry (at->node, i)->key);

    if (_kpi_shape_find_key (shape, nearest.name) != NULL)
      continue;
    for (guint j = 0; names->pdata[j] != NULL; j++)
      _kpi_nearest_offer (&nearest, names->pdata[j]);
    if (g_strcmp0 (nearest.nearest, name) == 0)
      return TRUE;
  }
  return FALSE;
}

/* What a decimal comma cutoffs off: `{at_least: 0,95}` has a key 95. */
static gboolean
is_cut_off (const KpiCursor *at, gsize index)
{
  const KpiYamlEntry *entry = _kpi_yaml_entry (at->node, index);

  return entry->value->kind == KPI_YAML_NULL && g_ascii_isdigit (*entry->key) &&
         strspn (entry->key, "0123456789.%") == strlen (entry->key);
}

static void
refuse_key (const KpiCursor *at, gsize index, const KpiShape *shape)
{
  g_autoptr (GPtrArray) names = NULL;
  KpiCursor blame = at_key_of (at, index);
  const char *key = _kpi_yaml_entry (at->node, index)->key;

  if (index > 0 && is_cut_off (at, index)) {
    _kpi_cursor_error (&blame, KPI_ERROR_UNKNOWN,
                       "found the key \"%s\", expected none: a comma ends a number here, which has "
                       "a decimal point and no thousands marks, as 0.95 or 1234",
                       key);
    return;
  }
  names = list_keys (shape);
  _kpi_refuse_word (&blame, KPI_ERROR_UNKNOWN, "the key ", key, (const char *const *)names->pdata);
}

static void
check_entry (const KpiCursor *at, gsize index, const KpiShape *shape, gboolean whole)
{
  KpiCursor entry = _kpi_cursor_entry (at, index);
  const KpiKey *key = _kpi_shape_find_key (shape, entry.key);

  if (key == NULL)
    refuse_key (at, index, shape);
  else if (key->flags & KPI_KEY_NOT_BUILT)
    _kpi_cursor_error_at_key (&entry, KPI_ERROR_NOT_BUILT, "%s is not built yet", key->name);
  else if (entry.node != NULL)
    check (&entry, key->shape, whole || (key->flags & KPI_KEY_REPLACED));
  else if (shape->exactly_one)
    _kpi_refuse (&entry, KPI_ERROR_TYPE, key->shape->expected);
  if (whole && key != NULL && key->needs != NULL && _kpi_yaml_get (at->node, key->needs) == NULL &&
      !is_misspelt (at, shape, key->needs))
    _kpi_cursor_error_at_key (&entry, KPI_ERROR_MISSING, "found %s without %s, expected both",
                              key->name, key->needs);
}

static void
check_required (const KpiCursor *at, const KpiShape *shape, gboolean whole)
{
  KpiKeyFlags asked = KPI_KEY_IN_EACH | (whole ? KPI_KEY_REQUIRED : 0);
  const KpiKey *key;

  for (gsize i = 0; (key = _kpi_shape_get_key (shape, i)) != NULL && !is_enough (at); i++)
    if ((key->flags & asked) && _kpi_yaml_get (at->node, key->name) == NULL &&
        !is_misspelt (at, shape, key->name))
      _kpi_cursor_error (at, KPI_ERROR_MISSING, "found no %s, expected %s", key->name,
                         key->shape->expected);
}

static gboolean
has_unbuilt_key (const KpiYaml *node, const KpiShape *shape)
{
  for (gsize i = 0; i < _kpi_yaml_length (node); i++) {
    const KpiKey *key = _kpi_shape_find_key (shape, _kpi_yaml_entry (node, i)->key);

    if (key != NULL && (key->flags & KPI_KEY_NOT_BUILT))
      return TRUE;
  }
  return FALSE;
}

/* How many entries there are but for those that stand beside another, and unknown ones. */
static gsize
count_main_keys (const KpiYaml *node, const KpiShape *shape)
{
  gsize n = 0;

  for (gsize i = 0; i < _kpi_yaml_length (node); i++) {
    const KpiKey *key = _kpi_shape_find_key (shape, _kpi_yaml_entry (node, i)->key);

    n += key != NULL && !(key->flags & KPI_KEY_BESIDE);
  }
  return n;
}

/* Of a key that stands beside one which is not there, that has been said. */
static void
check_exactly_one (const KpiCursor *at, const KpiShape *shape)
{
  gsize n = count_main_keys (at->node, shape);

  if (n > 1 || _kpi_cursor_length (at) == 0)
    _kpi_cursor_error (at, n == 0 ? KPI_ERROR_MISSING : KPI_ERROR_CONFLICT,
                       "found %" G_GSIZE_FORMAT " keys, expected one: %s", n, shape->expected);
}

static void
check_mapping (const KpiCursor *at, const KpiShape *shape, gboolean whole)
{
  gboolean asks_all = whole && !shape->inherits;
  gsize n = _kpi_cursor_length (at);

  if (at->node->kind != KPI_YAML_MAPPING) {
    _kpi_refuse (at, KPI_ERROR_TYPE, shape->expected);
    return;
  }
  for (gsize i = 0; i < n && !is_enough (at); i++)
    check_entry (at, i, shape, asks_all);
  check_required (at, shape, asks_all);
  if (shape->exactly_one && !has_unbuilt_key (at->node, shape))
    check_exactly_one (at, shape);
}

/* Fills `out` for the method of that name; FALSE, and reported at `at`, if there is none. */
static gboolean
find_method (const KpiCursor *at, KpiMethodKind methods, const char *name, KpiMethodShape *out)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  const char *known;

  for (gsize i = 0; (known = _kpi_shape_of_method (methods, i, out)) != NULL; i++) {
    if (strcmp (known, name) == 0)
      return TRUE;
    g_ptr_array_add (names, (gpointer)known);
  }
  g_ptr_array_add (names, NULL);
  _kpi_refuse_word (at, KPI_ERROR_UNKNOWN, "the method ", name, (const char *const *)names->pdata);
  return FALSE;
}

static void
check_method_name (const KpiCursor *at, KpiMethodKind methods)
{
  KpiMethodShape method;

  if (!find_method (at, methods, at->node->text, &method))
    return;
  for (const KpiKey *key = method.keys + 1; key->name != NULL; key++)
    if (key->flags & KPI_KEY_REQUIRED)
      _kpi_cursor_error (at, KPI_ERROR_MISSING,
                         "found %s alone, expected a mapping with method and %s", at->node->text,
                         key->name);
}

static void
check_method (const KpiCursor *at, const KpiShape *shape)
{
  KpiCursor name = _kpi_cursor_get (at, "method");
  KpiMethodShape method;

  if (at->node->kind == KPI_YAML_SCALAR)
    check_method_name (at, shape->methods);
  else if (at->node->kind != KPI_YAML_MAPPING)
    _kpi_refuse (at, KPI_ERROR_TYPE, shape->expected);
  else if (name.node == NULL)
    _kpi_cursor_error (at, KPI_ERROR_MISSING, "found no method, expected method: its name");
  else if (name.node->kind != KPI_YAML_SCALAR)
    _kpi_refuse (&name, KPI_ERROR_TYPE, "the method's name");
  else if (find_method (&name, shape->methods, name.node->text, &method))
    check_mapping (at, &method.shape, TRUE);
}

/* Whether a word stands where one word is known, beside which mappings say more. */
static gboolean
is_other_word (const KpiShape *scalar, const KpiCursor *at)
{
  return at->node->kind == KPI_YAML_SCALAR && scalar != NULL && scalar->kind == KPI_SHAPE_CHOICE &&
         scalar->words[1] == NULL && !_kpi_is_among (scalar->words, at->node->text);
}

static void
check_either (const KpiCursor *at, const KpiShape *shape, gboolean whole)
{
  const KpiShape *chosen = _kpi_shape_choose (shape, at->node->kind);

  if (at->node->kind == KPI_YAML_SCALAR &&
      _kpi_refuse_not_built (at, shape->not_built, at->node->text))
    return;
  if (chosen == NULL || is_other_word (chosen, at))
    _kpi_refuse (at, KPI_ERROR_TYPE, shape->expected);
  else
    check (at, chosen, whole);
}

/* Checks what stands at a place where something is said. */
static void
check (const KpiCursor *at, const KpiShape *shape, gboolean whole)
{
  switch (shape->kind) {
  case KPI_SHAPE_LIST:
    check_list (at, shape);
    break;
  case KPI_SHAPE_MAP:
    check_map (at, shape, whole);
    break;
  case KPI_SHAPE_MAPPING:
    check_mapping (at, shape, whole);
    break;
  case KPI_SHAPE_EITHER:
    check_either (at, shape, whole);
    break;
  case KPI_SHAPE_METHOD:
    check_method (at, shape);
    break;
  default:
    check_scalar (at, shape);
    break;
  }
}

void
_kpi_schema_check_place (const KpiYaml *node, const KpiShape *shape, gboolean whole,
                         KpiFindings *findings)
{
  KpiCursor at = _kpi_cursor_root (node, findings);

  if (node->kind == KPI_YAML_NULL)
    _kpi_refuse (&at, KPI_ERROR_TYPE, shape->expected);
  else
    check (&at, shape, whole);
}

void
_kpi_schema_check (const KpiYaml *root, gboolean whole, KpiFindings *findings)
{
  _kpi_schema_check_place (root, &_kpi_shape_model, whole, findings);
}
