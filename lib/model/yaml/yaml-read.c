/* SPDX-License-Identifier: MIT */
/* From libyaml's events to a tree.
 *
 * Always true: recursion ends at KPI_MAX_MODEL_DEPTH, and reading at KPI_MAX_MODEL_NODES, counting
 * each alias as all that it names: a short text can spell a tree that fills any memory. An anchor
 * whose node is still being read has no node yet, so that nothing can contain itself. */

#include <string.h>
#include <yaml.h>

#include <kpiscore/model.h>

#include "base/names.h"
#include "base/text.h"
#include "model/yaml/cursor.h"
#include "model/yaml/yaml-syntax.h"
#include "model/yaml/yaml.h"

typedef struct {
  KpiYaml *node; /* NULL while it is being read */
  KpiPlace place;
} Anchor;

typedef struct {
  yaml_parser_t parser;
  yaml_event_t event; /* the one at hand */
  const char *file;
  gboolean built_in;
  KpiNames *anchor_names;
  KpiRows anchors; /* of Anchor, by number of its name */
  gsize n_nodes;   /* aliases followed */
  KpiFindings *findings;
} Reader;

static KpiYaml *read_node (Reader *reader, const KpiCursor *at, guint depth);

static KpiPlace
place_of (const Reader *reader, const yaml_mark_t *mark)
{
  return (KpiPlace){reader->file, (guint)mark->line + 1, (guint)mark->column + 1};
}

static KpiPlace
here (const Reader *reader)
{
  return place_of (reader, &reader->event.start_mark);
}

/* A place within what stands at `above`, for reports: it has a path before it has a node. */
static KpiCursor
within (const Reader *reader, const KpiCursor *above, const KpiYaml *container, const char *key,
        gsize index)
{
  return (KpiCursor){.node = container,
                     .above = above,
                     .key = key,
                     .index = index,
                     .place = here (reader),
                     .key_place = here (reader),
                     .findings = reader->findings};
}

static gpointer
fail_memory (const KpiCursor *at)
{
  _kpi_cursor_fail_memory (at);
  return NULL;
}

/* Goes on to the next event. FALSE, and reported, where the text is no YAML. */
static gboolean
next (Reader *reader)
{
  yaml_event_delete (&reader->event);
  if (yaml_parser_parse (&reader->parser, &reader->event))
    return TRUE;
  reader->event = (yaml_event_t){0};
  _kpi_yaml_report_syntax (&reader->parser, reader->file, reader->findings);
  return FALSE;
}

/* Counts what stands at the event at hand. FALSE, and reported, past the limit. */
static gboolean
spend (Reader *reader, const KpiCursor *at, gsize n_nodes)
{
  if (n_nodes <= KPI_MAX_MODEL_NODES - reader->n_nodes) {
    reader->n_nodes += n_nodes;
    return TRUE;
  }
  _kpi_cursor_error (at, KPI_ERROR_LIMIT, "found more than %d nodes, aliases followed",
                     KPI_MAX_MODEL_NODES);
  return FALSE;
}

static gboolean
is_too_deep (const KpiCursor *at, guint depth)
{
  if (depth <= KPI_MAX_MODEL_DEPTH)
    return FALSE;
  _kpi_cursor_error (at, KPI_ERROR_LIMIT,
                     "found more than %d lists and mappings within one another",
                     KPI_MAX_MODEL_DEPTH);
  return TRUE;
}

static void
refuse_tag (const KpiCursor *at, const yaml_char_t *tag)
{
  g_autofree char *quoted = NULL;

  if (tag == NULL)
    return;
  quoted = _kpi_text_quote ((const char *)tag);
  _kpi_cursor_error (at, KPI_ERROR_SYNTAX,
                     "found the tag %s, expected none: what a value is follows from its place",
                     quoted);
}

/* Opens an anchor; its number, or KPI_NO_NAME where there is none. FALSE without memory. */
static gboolean
open_anchor (Reader *reader, const KpiCursor *at, const yaml_char_t *name, guint32 *out_number)
{
  Anchor *anchor;

  *out_number = KPI_NO_NAME;
  if (name == NULL)
    return TRUE;
  *out_number = _kpi_names_find (reader->anchor_names, (const char *)name);
  if (*out_number != KPI_NO_NAME) {
    anchor = &KPI_ROW (&reader->anchors, Anchor, *out_number);
    _kpi_cursor_error (at, KPI_ERROR_DUPLICATE,
                       "found the anchor %s again, expected another name: line %u has it",
                       (const char *)name, anchor->place.line);
    *out_number = KPI_NO_NAME;
    return TRUE;
  }
  *out_number = _kpi_names_add (reader->anchor_names, (const char *)name);
  anchor = *out_number != KPI_NO_NAME ? _kpi_rows_add (&reader->anchors) : NULL;
  if (anchor == NULL)
    return _kpi_cursor_fail_memory (at);
  anchor->place = at->place;
  return TRUE;
}

static void
close_anchor (Reader *reader, guint32 number, KpiYaml *node)
{
  if (number != KPI_NO_NAME)
    KPI_ROW (&reader->anchors, Anchor, number).node = _kpi_yaml_ref (node);
}

/* What stands in for a value that was refused, so that reading can go on. */
static KpiYaml *
nothing (const Reader *reader, const KpiCursor *at)
{
  KpiYaml *node = _kpi_yaml_new (KPI_YAML_NULL, here (reader), reader->built_in);

  return node != NULL ? node : fail_memory (at);
}

static KpiYaml *
read_alias (Reader *reader, const KpiCursor *at, guint depth)
{
  const char *name = (const char *)reader->event.data.alias.anchor;
  guint32 number = _kpi_names_find (reader->anchor_names, name);
  const Anchor *anchor;

  if (number == KPI_NO_NAME) {
    _kpi_cursor_error (at, KPI_ERROR_UNKNOWN, "found *%s, and no &%s before it", name, name);
    return nothing (reader, at);
  }
  anchor = &KPI_ROW (&reader->anchors, Anchor, number);
  if (anchor->node == NULL) {
    _kpi_cursor_error (at, KPI_ERROR_CYCLE, "found *%s within &%s of line %u: it contains itself",
                       name, name, anchor->place.line);
    return nothing (reader, at);
  }
  if (is_too_deep (at, depth + anchor->node->height) || !spend (reader, at, anchor->node->size))
    return NULL;
  return _kpi_yaml_ref (anchor->node);
}

/* `null`, `~` or nothing at all; in quotes they are texts. */
static gboolean
is_null (const yaml_event_t *event)
{
  const char *text = (const char *)event->data.scalar.value;

  return event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE &&
         (*text == '\0' || strcmp (text, "~") == 0 || strcmp (text, "null") == 0);
}

static KpiYaml *
read_scalar (Reader *reader, const KpiCursor *at)
{
  const yaml_event_t *event = &reader->event;
  const char *text = (const char *)event->data.scalar.value;
  gsize length = event->data.scalar.length;
  g_autoptr (KpiYaml) node = NULL;
  guint32 anchor;

  refuse_tag (at, event->data.scalar.tag);
  if (!open_anchor (reader, at, event->data.scalar.anchor, &anchor))
    return NULL;
  if (memchr (text, '\0', length) != NULL) {
    _kpi_cursor_error (at, KPI_ERROR_VALUE, "found a NUL character, which no text may hold");
    length = strlen (text);
  }
  node = _kpi_yaml_new (is_null (event) ? KPI_YAML_NULL : KPI_YAML_SCALAR, here (reader),
                        reader->built_in);
  if (node == NULL || !_kpi_yaml_set_text (node, text, length))
    return fail_memory (at);
  close_anchor (reader, anchor, node);
  return g_steal_pointer (&node);
}

/* A list or a mapping without its entries yet. NULL, and reported, if it may not be. */
static KpiYaml *
open_container (Reader *reader, const KpiCursor *at, KpiYamlKind kind, guint depth)
{
  KpiYaml *node;

  if (is_too_deep (at, depth + 1))
    return NULL;
  node = _kpi_yaml_new (kind, here (reader), reader->built_in);
  return node != NULL ? node : fail_memory (at);
}

static gboolean
read_items (Reader *reader, const KpiCursor *at, KpiYaml *list, guint depth)
{
  while (reader->event.type != YAML_SEQUENCE_END_EVENT) {
    KpiCursor item = within (reader, at, list, NULL, list->entries.n);
    KpiYaml *value = read_node (reader, &item, depth);

    if (value == NULL || !next (reader)) {
      g_clear_pointer (&value, _kpi_yaml_unref);
      return FALSE;
    }
    if (!_kpi_yaml_add (list, NULL, item.place, value))
      return _kpi_cursor_fail_memory (&item);
  }
  return TRUE;
}

static KpiYaml *
read_list (Reader *reader, const KpiCursor *at, guint depth)
{
  g_autoptr (KpiYaml) list = open_container (reader, at, KPI_YAML_LIST, depth);
  guint32 anchor;

  refuse_tag (at, reader->event.data.sequence_start.tag);
  if (list == NULL ||
      !open_anchor (reader, at, reader->event.data.sequence_start.anchor, &anchor) ||
      !next (reader) || !read_items (reader, at, list, depth + 1))
    return NULL;
  close_anchor (reader, anchor, list);
  return g_steal_pointer (&list);
}

/* The first entry of `mapping` that has the key; NULL if it is new. `seen` holds the keys in the
 * order of the entries. */
static const KpiYamlEntry *
find_earlier (const KpiNames *seen, const KpiYaml *mapping, const char *key)
{
  guint32 number = _kpi_names_find (seen, key);

  return number != KPI_NO_NAME ? _kpi_yaml_entry (mapping, number) : NULL;
}

/* Whether a node can be a key of `mapping`; reports why not. */
static gboolean
is_key (const KpiCursor *at, const KpiYaml *node, const KpiYaml *mapping, const KpiNames *seen)
{
  static const char *const found[] = {"nothing", "a scalar", "a list", "a mapping"};
  const KpiYamlEntry *earlier;
  g_autofree char *quoted = NULL;

  if (node->kind != KPI_YAML_SCALAR) {
    _kpi_cursor_error (at, KPI_ERROR_TYPE, "found %s, expected a key: one word or text",
                       found[node->kind]);
    return FALSE;
  }
  if (strlen (node->text) > KPI_MAX_KEY_BYTES) {
    _kpi_cursor_error (at, KPI_ERROR_LIMIT,
                       "found a key of %" G_GSIZE_FORMAT " bytes, expected at most %d",
                       strlen (node->text), KPI_MAX_KEY_BYTES);
    return FALSE;
  }
  earlier = find_earlier (seen, mapping, node->text);
  if (earlier == NULL)
    return TRUE;
  quoted = _kpi_text_quote (node->text);
  _kpi_cursor_error (at, KPI_ERROR_DUPLICATE,
                     "found the key %s again, expected it once: line %u has it", quoted,
                     earlier->key_place.line);
  return FALSE;
}

/* Reads one key and its value. FALSE where reading cannot go on; what is refused is left out. */
static gboolean
read_entry (Reader *reader, const KpiCursor *at, KpiYaml *mapping, KpiNames *seen, guint depth)
{
  /* A key that is refused is reported at the mapping's path: it has none of its own. */
  KpiCursor key_at = {.node = mapping,
                      .above = at->above,
                      .key = at->key,
                      .index = at->index,
                      .place = here (reader),
                      .key_place = here (reader),
                      .findings = reader->findings};
  g_autoptr (KpiYaml) key = read_node (reader, &key_at, depth);
  g_autoptr (KpiYaml) value = NULL;
  gboolean wanted;
  KpiCursor value_at;

  if (key == NULL || !next (reader))
    return FALSE;
  wanted = is_key (&key_at, key, mapping, seen);
  value_at = within (reader, at, mapping, wanted ? key->text : "?", 0);
  value = read_node (reader, &value_at, depth);
  if (value == NULL || !next (reader))
    return FALSE;
  if (!wanted)
    return TRUE;
  if (_kpi_names_add (seen, key->text) == KPI_NO_NAME ||
      !_kpi_yaml_add (mapping, key->text, key_at.place, g_steal_pointer (&value)))
    return _kpi_cursor_fail_memory (&key_at);
  return TRUE;
}

static KpiYaml *
read_mapping (Reader *reader, const KpiCursor *at, guint depth)
{
  g_autoptr (KpiYaml) mapping = open_container (reader, at, KPI_YAML_MAPPING, depth);
  g_autoptr (KpiNames) seen = _kpi_names_new ();
  guint32 anchor;

  refuse_tag (at, reader->event.data.mapping_start.tag);
  if (mapping == NULL ||
      !open_anchor (reader, at, reader->event.data.mapping_start.anchor, &anchor) || !next (reader))
    return NULL;
  while (reader->event.type != YAML_MAPPING_END_EVENT)
    if (!read_entry (reader, at, mapping, seen, depth + 1))
      return NULL;
  close_anchor (reader, anchor, mapping);
  return g_steal_pointer (&mapping);
}

/* Reads what begins at the event at hand, up to its last event. `depth` lists and mappings stand
 * around it. NULL, and reported, where reading cannot go on. */
static KpiYaml *
read_node (Reader *reader, const KpiCursor *at, guint depth)
{
  if (reader->event.type == YAML_ALIAS_EVENT)
    return read_alias (reader, at, depth);
  if (!spend (reader, at, 1))
    return NULL;
  if (reader->event.type == YAML_SCALAR_EVENT)
    return read_scalar (reader, at);
  if (reader->event.type == YAML_SEQUENCE_START_EVENT)
    return read_list (reader, at, depth);
  return read_mapping (reader, at, depth);
}

static KpiYaml *
read_document (Reader *reader)
{
  g_autoptr (KpiYaml) root = NULL;
  KpiCursor at;

  if (!next (reader) || !next (reader)) /* the stream's start, then the document's */
    return NULL;
  at = within (reader, NULL, NULL, NULL, 0);
  if (reader->event.type == YAML_STREAM_END_EVENT) {
    at.place = (KpiPlace){reader->file, 1, 1};
    _kpi_cursor_error (&at, KPI_ERROR_TYPE, "found nothing, expected a mapping");
    return NULL;
  }
  if (!next (reader))
    return NULL;
  at.place = here (reader);
  root = read_node (reader, &at, 0);
  if (root == NULL || !next (reader) || !next (reader)) /* the document's end, and what follows */
    return NULL;
  if (reader->event.type == YAML_STREAM_END_EVENT)
    return g_steal_pointer (&root);
  at.place = here (reader);
  _kpi_cursor_error (&at, KPI_ERROR_SYNTAX, "found a second document, expected one a file");
  return NULL;
}

static void
reader_clear (Reader *reader)
{
  for (gsize i = 0; i < reader->anchors.n; i++)
    g_clear_pointer (&KPI_ROW (&reader->anchors, Anchor, i).node, _kpi_yaml_unref);
  _kpi_rows_clear (&reader->anchors);
  _kpi_names_free (reader->anchor_names);
  yaml_event_delete (&reader->event);
  yaml_parser_delete (&reader->parser);
}

/* Whether the text opens with a %TAG directive; says so. Tags are refused wherever they stand, and
 * libyaml compares each such directive with all before it. */
static gboolean
has_tag_directive (const char *text, gsize length, const char *file, KpiFindings *findings)
{
  const char *end = text + length;

  for (guint line = 1; text < end && strchr ("%#\r\n", *text) != NULL; line++) {
    const char *rest = memchr (text, '\n', (gsize)(end - text));

    if (end - text >= 4 && memcmp (text, "%TAG", 4) == 0) {
      _kpi_findings_add (findings, KPI_SEVERITY_ERROR, KPI_ERROR_SYNTAX, (KpiPlace){file, line, 1},
                         NULL, "found a %%TAG directive, expected none: tags are not used");
      return TRUE;
    }
    text = rest == NULL ? end : rest + 1;
  }
  return FALSE;
}

KpiYaml *
_kpi_yaml_parse (const char *text, gsize length, const char *file, gboolean built_in,
                 KpiFindings *findings)
{
  Reader reader = {
      .file = file, .built_in = built_in, .findings = findings, .anchors = KPI_ROWS (Anchor)};
  KpiPlace start = {file, 0, 0};
  KpiYaml *root;

  if (!_kpi_yaml_check_text (&text, &length, file, findings) ||
      has_tag_directive (text, length, file, findings))
    return NULL;
  if (!yaml_parser_initialize (&reader.parser)) {
    _kpi_findings_add (findings, KPI_SEVERITY_ERROR, KPI_ERROR_MEMORY, start, NULL,
                       "there is not enough memory to read it");
    return NULL;
  }
  yaml_parser_set_encoding (&reader.parser, YAML_UTF8_ENCODING);
  yaml_parser_set_input_string (&reader.parser, (const guchar *)text, length);
  reader.anchor_names = _kpi_names_new ();
  root = read_document (&reader);
  reader_clear (&reader);
  return root;
}
