/* SPDX-License-Identifier: MIT */
/* A place in the document while it is being read.
 *
 * Always true: a cursor's findings name a place in a file, whether or not something stands there.
 */

#include <string.h>

#include "base/number.h"
#include "base/text.h"
#include "model/yaml/cursor.h"
#include "model/yaml/scalar.h"

/* How many names are compared in all, before no nearest one is looked for any more: each search
 * takes all candidates, and a hostile file can ask a thousand times among a million. */
#define MAX_COMPARISONS 1000000

KpiCursor
_kpi_cursor_root (const KpiYaml *root, KpiFindings *findings)
{
  return (KpiCursor){
      .node = root, .place = root->place, .key_place = root->place, .findings = findings};
}

static KpiCursor
enter (const KpiCursor *at, const KpiYamlEntry *entry, gsize index)
{
  gboolean silent = entry->value->kind == KPI_YAML_NULL;
  KpiPlace place = entry->value->place;

  return (KpiCursor){.node = silent ? NULL : entry->value,
                     .above = at,
                     .key = entry->key,
                     .index = index,
                     .place = place,
                     .key_place = entry->key != NULL ? entry->key_place : place,
                     .findings = at->findings};
}

static const KpiYamlEntry *
find (const KpiCursor *at, const char *key)
{
  if (at->node == NULL || at->node->kind != KPI_YAML_MAPPING)
    return NULL;
  for (gsize i = 0; i < _kpi_yaml_length (at->node); i++) {
    const KpiYamlEntry *entry = _kpi_yaml_entry (at->node, i);

    if (strcmp (entry->key, key) == 0)
      return entry;
  }
  return NULL;
}

KpiCursor
_kpi_cursor_get (const KpiCursor *at, const char *key)
{
  const KpiYamlEntry *entry = find (at, key);

  if (entry != NULL)
    return enter (at, entry, 0);
  return (KpiCursor){.above = at,
                     .key = key,
                     .place = at->place,
                     .key_place = at->key_place,
                     .findings = at->findings};
}

KpiCursor
_kpi_cursor_entry (const KpiCursor *at, gsize index)
{
  const KpiYamlEntry *entry = _kpi_yaml_entry (at->node, index);

  return enter (at, entry, entry->index);
}

gsize
_kpi_cursor_length (const KpiCursor *at)
{
  return at->node != NULL ? _kpi_yaml_length (at->node) : 0;
}

gboolean
_kpi_cursor_is_removed (const KpiCursor *at, const char *key)
{
  const KpiYamlEntry *entry = find (at, key);

  return entry != NULL && entry->value->kind == KPI_YAML_NULL;
}

const char *
_kpi_cursor_text (const KpiCursor *at)
{
  return at->node != NULL ? at->node->text : "";
}

double
_kpi_cursor_number (const KpiCursor *at)
{
  return _kpi_yaml_get_number (at->node);
}

guint
_kpi_cursor_choice (const KpiCursor *at, const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (strcmp (_kpi_cursor_text (at), words[i]) == 0)
      return i;
  return 0;
}

double
_kpi_cursor_number_within (const KpiCursor *at, double least, double greatest, double otherwise,
                           const char *expected)
{
  double number = at->node != NULL ? _kpi_cursor_number (at) : otherwise;
  char found[KPI_NUMBER_SIZE];

  if (at->node == NULL || (number >= least && number <= greatest))
    return number;
  _kpi_number_format (number, found);
  _kpi_cursor_error (at, KPI_ERROR_VALUE, "found %s, expected %s", found, expected);
  return otherwise;
}

void
_kpi_cursor_pair (const KpiCursor *at, double out_pair[2])
{
  KpiCursor first = _kpi_cursor_entry (at, 0), second = _kpi_cursor_entry (at, 1);

  out_pair[0] = _kpi_cursor_number (&first);
  out_pair[1] = _kpi_cursor_number (&second);
}

gboolean
_kpi_cursor_copy (const KpiCursor *at, const char *text, char **out_copy)
{
  gsize size = strlen (text) + 1;

  *out_copy = g_try_malloc (size);
  if (*out_copy == NULL)
    return _kpi_cursor_fail_memory (at);
  memcpy (*out_copy, text, size);
  return TRUE;
}

/* A key as it is, unless it is long or cannot be printed: a hostile one must not fill a thousand
 * findings with its megabytes. */
static void
spell_key (const char *key, GString *path)
{
  g_autofree char *quoted = _kpi_text_quote (key);
  gsize length = strlen (key);
  gboolean plain = strlen (quoted) == length + 2 && memcmp (quoted + 1, key, length) == 0;

  if (path->len > 0)
    g_string_append_c (path, '.');
  g_string_append (path, plain ? key : quoted);
}

static void
spell (const KpiCursor *at, GString *path)
{
  if (at->above == NULL)
    return;
  spell (at->above, path);
  if (at->key != NULL)
    spell_key (at->key, path);
  else
    g_string_append_printf (path, "[%" G_GSIZE_FORMAT "]", at->index);
}

static void
report (const KpiCursor *at, KpiPlace place, KpiSeverity severity, KpiError code,
        const char *format, va_list arguments)
{
  g_autoptr (GString) path = g_string_new (NULL);
  g_autofree char *text = g_strdup_vprintf (format, arguments);

  spell (at->node == NULL && at->above != NULL ? at->above : at, path);
  _kpi_findings_add (at->findings, severity, code, place, path->str, "%s", text);
}

void
_kpi_cursor_error (const KpiCursor *at, KpiError code, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  report (at, at->place, KPI_SEVERITY_ERROR, code, format, arguments);
  va_end (arguments);
}

void
_kpi_cursor_warn (const KpiCursor *at, KpiError code, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  report (at, at->place, KPI_SEVERITY_WARNING, code, format, arguments);
  va_end (arguments);
}

void
_kpi_cursor_error_at_key (const KpiCursor *at, KpiError code, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  report (at, at->key_place, KPI_SEVERITY_ERROR, code, format, arguments);
  va_end (arguments);
}

gboolean
_kpi_cursor_fail_memory (const KpiCursor *at)
{
  _kpi_cursor_error (at, KPI_ERROR_MEMORY, "there is not enough memory for what stands here");
  return FALSE;
}

char *
_kpi_cursor_hint (const KpiCursor *at, const char *wrong, const KpiNames *names)
{
  gsize n = _kpi_names_length (names), n_before = kpi_findings_get_length (at->findings);

  if (n_before > KPI_MAX_FINDINGS || n_before * n > MAX_COMPARISONS)
    return g_strdup ("");
  return _kpi_names_hint (names, wrong);
}
