/* SPDX-License-Identifier: MIT */
/* The JSON Schema of model files, for editors and for checks without this library.
 *
 * Always true: it is made of nothing but the schema's table. Where the reader takes a text it takes
 * numbers and booleans too, and the other way round, since a YAML library that types scalars on its
 * own hands them over as it likes. What is not built is absent. Two definitions of a mapping exist
 * where a file that extends another may leave to it what is required. */

#include <kpiscore/model.h>

#include "base/json.h"
#include "model/schema/schema.h"
#include "model/schema/shape.h"

#define NUMBER_PATTERN "^[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]+)?$"
#define ID_PATTERN "^[A-Za-z][A-Za-z0-9_.-]*$"
#define MONTH_PATTERN "(0[1-9]|1[0-2])"
#define ONE_PERIOD_PATTERN                                                                         \
  "[0-9]{4}(-(A1|S[12]|T[1-3]|Q[1-4]|M?" MONTH_PATTERN "|W[0-5][0-9]|D[0-3][0-9]{2}"               \
  "|" MONTH_PATTERN "-[0-3][0-9]))?"
#define WORD_PATTERN                                                                               \
  "^(?!([iI][nN][fF]([iI][nN][iI][tT][yY])?|[nN][aA][nN])$)[^\\s!-@\\[-`{-~][^0-9%]*$"
#define LENGTH_PATTERN "^[1-9][0-9]{0,3}[YQMWD]$"
#define ANY_PERIOD_PATTERN ONE_PERIOD_PATTERN "(/" ONE_PERIOD_PATTERN ")?"
#define PERIOD_PATTERN "^" ANY_PERIOD_PATTERN "$"
#define PERIODS_PATTERN "^" ANY_PERIOD_PATTERN "(\\.\\." ANY_PERIOD_PATTERN ")?$"

/* One definition still to be written. */
typedef struct {
  const KpiShape *shape;
  gboolean whole;
} Definition;

typedef struct {
  KpiJson json;
  GArray *definitions; /* of Definition, in the order of their first mention */
} Writer;

static void write_shape (Writer *writer, const char *key, const KpiShape *shape, gboolean whole);

static gboolean
differs_in_part (const KpiShape *shape)
{
  const KpiKey *key;

  if (shape == NULL || shape->inherits)
    return FALSE;
  if (shape->kind == KPI_SHAPE_MAP)
    return differs_in_part (shape->item);
  if (shape->kind == KPI_SHAPE_EITHER)
    return differs_in_part (shape->mapping);
  if (shape->kind != KPI_SHAPE_MAPPING)
    return FALSE;
  for (gsize i = 0; (key = _kpi_shape_get_key (shape, i)) != NULL; i++)
    if ((key->flags & KPI_KEY_REQUIRED) || key->needs != NULL || differs_in_part (key->shape))
      return TRUE;
  return FALSE;
}

static void
write_reference (Writer *writer, const char *key, const KpiShape *shape, gboolean whole)
{
  Definition definition = {shape, whole || !differs_in_part (shape)};
  g_autofree char *to =
      g_strconcat ("#/definitions/", shape->name, definition.whole ? "" : "_part", NULL);
  gboolean is_new = TRUE;

  for (guint i = 0; i < writer->definitions->len; i++) {
    const Definition *known = &g_array_index (writer->definitions, Definition, i);

    is_new = is_new && (known->shape != shape || known->whole != definition.whole);
  }
  if (is_new)
    g_array_append_val (writer->definitions, definition);
  _kpi_json_begin (&writer->json, key, '{');
  _kpi_json_put_text (&writer->json, "$ref", to);
  _kpi_json_end (&writer->json, '}');
}

static void
write_words (Writer *writer, const char *key, const char *const *words)
{
  _kpi_json_begin (&writer->json, key, '[');
  for (gsize i = 0; words[i] != NULL; i++)
    _kpi_json_put_text (&writer->json, NULL, words[i]);
  _kpi_json_end (&writer->json, ']');
}

/* true and false, and what else may stand in their place. */
static void
write_booleans (Writer *writer, const char *const *words)
{
  static const char *const booleans[] = {"true", "false", "\"true\"", "\"false\""};

  _kpi_json_begin (&writer->json, "enum", '[');
  for (gsize i = 0; i < G_N_ELEMENTS (booleans); i++)
    _kpi_json_put (&writer->json, NULL, booleans[i]);
  for (gsize i = 0; words != NULL && words[i] != NULL; i++)
    _kpi_json_put_text (&writer->json, NULL, words[i]);
  _kpi_json_end (&writer->json, ']');
}

static void
write_scalar (Writer *writer, const KpiShape *shape)
{
  static const struct {
    const char *types;
    const char *pattern;
  } scalars[] = {[KPI_SHAPE_TEXT] = {"[\"string\", \"number\", \"boolean\"]", NULL},
                 [KPI_SHAPE_NAME] = {"[\"string\", \"number\", \"boolean\"]", "\\S"},
                 [KPI_SHAPE_ID] = {"[\"string\", \"boolean\"]", ID_PATTERN},
                 [KPI_SHAPE_NUMBER] = {"[\"number\", \"string\"]", NUMBER_PATTERN},
                 [KPI_SHAPE_ONE] = {"[\"number\", \"string\"]", "^\\+?0*1\\.?0*$"},
                 [KPI_SHAPE_PERIOD] = {"[\"integer\", \"string\"]", PERIOD_PATTERN},
                 [KPI_SHAPE_PERIODS] = {"[\"integer\", \"string\"]", PERIODS_PATTERN},
                 [KPI_SHAPE_WORD] = {"[\"string\", \"boolean\"]", WORD_PATTERN},
                 [KPI_SHAPE_LENGTH] = {"\"string\"", LENGTH_PATTERN}};

  if (shape->kind == KPI_SHAPE_CHOICE) {
    write_words (writer, "enum", shape->words);
    return;
  }
  if (shape->kind == KPI_SHAPE_BOOLEAN) {
    write_booleans (writer, shape->words);
    return;
  }
  _kpi_json_put (&writer->json, "type", scalars[shape->kind].types);
  if (scalars[shape->kind].pattern != NULL)
    _kpi_json_put_text (&writer->json, "pattern", scalars[shape->kind].pattern);
  if (shape->kind == KPI_SHAPE_ONE || shape->kind == KPI_SHAPE_PERIOD ||
      shape->kind == KPI_SHAPE_PERIODS) {
    _kpi_json_put (&writer->json, "minimum", "1");
    _kpi_json_put (&writer->json, "maximum", shape->kind == KPI_SHAPE_ONE ? "1" : "9999");
  }
}

static void
write_list (Writer *writer, const KpiShape *shape)
{
  _kpi_json_put_text (&writer->json, "type", "array");
  write_shape (writer, "items", shape->item, TRUE);
  _kpi_json_put_number (&writer->json, "minItems", (double)shape->least);
  if (shape->most > 0)
    _kpi_json_put_number (&writer->json, "maxItems", (double)shape->most);
}

/* A value that a null may stand for, or not. */
static void
write_value (Writer *writer, const char *key, const char *about, const KpiShape *shape,
             gboolean whole, gboolean may_be_null)
{
  _kpi_json_begin (&writer->json, key, '{');
  if (about != NULL)
    _kpi_json_put_text (&writer->json, "description", about);
  _kpi_json_begin (&writer->json, "anyOf", '[');
  write_shape (writer, NULL, shape, whole);
  if (may_be_null)
    _kpi_json_put (&writer->json, NULL, "{\"type\": \"null\"}");
  _kpi_json_end (&writer->json, ']');
  _kpi_json_end (&writer->json, '}');
}

static void
write_map (Writer *writer, const KpiShape *shape, gboolean whole)
{
  KpiShape key = {.kind = shape->key};

  _kpi_json_put_text (&writer->json, "type", "object");
  _kpi_json_begin (&writer->json, "propertyNames", '{');
  write_scalar (writer, &key);
  _kpi_json_end (&writer->json, '}');
  write_value (writer, "additionalProperties", NULL, shape->item, whole, shape->least == 0);
  _kpi_json_put_number (&writer->json, "minProperties", (double)shape->least);
}

static gboolean
is_required (const KpiKey *key, gboolean whole)
{
  return (key->flags & KPI_KEY_IN_EACH) || (whole && (key->flags & KPI_KEY_REQUIRED));
}

static void
write_properties (Writer *writer, const KpiShape *shape, gboolean whole)
{
  const KpiKey *key;

  _kpi_json_begin (&writer->json, "properties", '{');
  for (gsize i = 0; (key = _kpi_shape_get_key (shape, i)) != NULL; i++) {
    gboolean may_be_null = !is_required (key, whole) && !shape->exactly_one;

    if (!(key->flags & KPI_KEY_NOT_BUILT))
      write_value (writer, key->name, key->about, key->shape,
                   whole || (key->flags & KPI_KEY_REPLACED), may_be_null);
  }
  _kpi_json_end (&writer->json, '}');
}

static void
write_required (Writer *writer, const KpiShape *shape, gboolean whole)
{
  const KpiKey *key;

  _kpi_json_begin (&writer->json, "required", '[');
  for (gsize i = 0; (key = _kpi_shape_get_key (shape, i)) != NULL; i++)
    if (is_required (key, whole))
      _kpi_json_put_text (&writer->json, NULL, key->name);
  _kpi_json_end (&writer->json, ']');
}

/* That a key is there, as the only one that is asked for. */
static void
require (Writer *writer, const char *name)
{
  const char *const names[] = {name, NULL};

  write_words (writer, "required", names);
}

/* What must stand beside what: `needs` of the table. */
static void
write_dependencies (Writer *writer, const KpiShape *shape)
{
  const KpiKey *key;

  _kpi_json_begin (&writer->json, "dependencies", '{');
  for (gsize i = 0; (key = _kpi_shape_get_key (shape, i)) != NULL; i++) {
    if (key->needs == NULL)
      continue;
    _kpi_json_begin (&writer->json, key->name, '{');
    require (writer, key->needs);
    _kpi_json_begin (&writer->json, "properties", '{');
    _kpi_json_put (&writer->json, key->needs, "{\"not\": {\"type\": \"null\"}}");
    _kpi_json_end (&writer->json, '}');
    _kpi_json_end (&writer->json, '}');
  }
  _kpi_json_end (&writer->json, '}');
}

/* One of the keys that do not stand beside another. */
static void
write_exactly_one (Writer *writer, const KpiShape *shape)
{
  const KpiKey *key;

  _kpi_json_begin (&writer->json, "oneOf", '[');
  for (gsize i = 0; (key = _kpi_shape_get_key (shape, i)) != NULL; i++) {
    if (key->flags & (KPI_KEY_BESIDE | KPI_KEY_NOT_BUILT))
      continue;
    _kpi_json_begin (&writer->json, NULL, '{');
    require (writer, key->name);
    _kpi_json_end (&writer->json, '}');
  }
  _kpi_json_end (&writer->json, ']');
}

static void
write_mapping (Writer *writer, const KpiShape *shape, gboolean whole)
{
  gboolean asks_all = whole && !shape->inherits;

  _kpi_json_put_text (&writer->json, "type", "object");
  write_properties (writer, shape, asks_all);
  write_required (writer, shape, asks_all);
  if (asks_all)
    write_dependencies (writer, shape);
  if (shape->exactly_one)
    write_exactly_one (writer, shape);
  _kpi_json_put (&writer->json, "additionalProperties", "false");
}

static void
write_either (Writer *writer, const KpiShape *shape, gboolean whole)
{
  const KpiShape *const alternatives[] = {shape->scalar, shape->list, shape->mapping};

  _kpi_json_begin (&writer->json, "anyOf", '[');
  for (gsize i = 0; i < G_N_ELEMENTS (alternatives); i++)
    if (alternatives[i] != NULL)
      write_shape (writer, NULL, alternatives[i], whole);
  _kpi_json_end (&writer->json, ']');
}

static void
write_plain_methods (Writer *writer, KpiMethodKind methods)
{
  KpiMethodShape method;
  const char *name;

  _kpi_json_begin (&writer->json, NULL, '{');
  _kpi_json_begin (&writer->json, "enum", '[');
  for (gsize i = 0; (name = _kpi_shape_of_method (methods, i, &method)) != NULL; i++)
    if (_kpi_shape_method_is_plain (&method))
      _kpi_json_put_text (&writer->json, NULL, name);
  _kpi_json_end (&writer->json, ']');
  _kpi_json_end (&writer->json, '}');
}

static void
write_methods (Writer *writer, KpiMethodKind methods)
{
  KpiMethodShape method;
  const char *name;

  _kpi_json_begin (&writer->json, "anyOf", '[');
  write_plain_methods (writer, methods);
  for (gsize i = 0; (name = _kpi_shape_of_method (methods, i, &method)) != NULL; i++) {
    const char *const words[] = {name, NULL};
    const KpiShape only = {.kind = KPI_SHAPE_CHOICE, .words = words};

    method.keys[0].shape = &only;
    write_shape (writer, NULL, &method.shape, TRUE);
  }
  _kpi_json_end (&writer->json, ']');
}

static void
write_members (Writer *writer, const KpiShape *shape, gboolean whole)
{
  switch (shape->kind) {
  case KPI_SHAPE_LIST:
    write_list (writer, shape);
    break;
  case KPI_SHAPE_MAP:
    write_map (writer, shape, whole);
    break;
  case KPI_SHAPE_MAPPING:
    write_mapping (writer, shape, whole);
    break;
  case KPI_SHAPE_EITHER:
    write_either (writer, shape, whole);
    break;
  case KPI_SHAPE_METHOD:
    write_methods (writer, shape->methods);
    break;
  default:
    write_scalar (writer, shape);
    break;
  }
}

static void
write_shape (Writer *writer, const char *key, const KpiShape *shape, gboolean whole)
{
  if (shape->name != NULL) {
    write_reference (writer, key, shape, whole);
    return;
  }
  _kpi_json_begin (&writer->json, key, '{');
  write_members (writer, shape, whole);
  _kpi_json_end (&writer->json, '}');
}

/* Writing one definition may mention others, which then follow. */
static void
write_definitions (Writer *writer)
{
  _kpi_json_begin (&writer->json, "definitions", '{');
  for (guint i = 0; i < writer->definitions->len; i++) {
    Definition definition = g_array_index (writer->definitions, Definition, i);
    g_autofree char *name =
        g_strconcat (definition.shape->name, definition.whole ? "" : "_part", NULL);

    _kpi_json_begin (&writer->json, name, '{');
    write_members (writer, definition.shape, definition.whole);
    _kpi_json_end (&writer->json, '}');
  }
  _kpi_json_end (&writer->json, '}');
}

char *
_kpi_schema_to_json (void)
{
  GString *text = g_string_new (NULL);
  KpiWriter out = _kpi_writer_to_text (text);
  Writer writer = {.json = {.out = &out, .indent = 2},
                   .definitions = g_array_new (FALSE, FALSE, sizeof (Definition))};

  _kpi_json_begin (&writer.json, NULL, '{');
  _kpi_json_put_text (&writer.json, "$schema", "http://json-schema.org/draft-07/schema#");
  _kpi_json_put_text (&writer.json, "title", "kpiscore model");
  _kpi_json_put (&writer.json, "if",
                 "{\"required\": [\"extends\"], \"properties\": {\"extends\": {\"not\": {\"type\": "
                 "\"null\"}}}}");
  write_shape (&writer, "then", &_kpi_shape_model, FALSE);
  write_shape (&writer, "else", &_kpi_shape_model, TRUE);
  write_definitions (&writer);
  _kpi_json_end (&writer.json, '}');
  g_array_unref (writer.definitions);
  g_string_append_c (text, '\n');
  return g_string_free (text, FALSE);
}

char *
kpi_model_get_schema (void)
{
  return _kpi_schema_to_json ();
}
