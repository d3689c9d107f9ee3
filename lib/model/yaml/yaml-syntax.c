/* SPDX-License-Identifier: MIT */
/* What is wrong with a text that is no YAML.
 *
 * libyaml says where it stopped; what began there and was never closed stands in its context mark,
 * and that is the line to mend. Its reader, which looks ahead, knows only an offset in bytes. */

#include <string.h>

#include <kpiscore/model.h>

#include "base/text.h"
#include "model/yaml/yaml-syntax.h"

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

/* Where the byte at `offset` stands. */
static KpiPlace
place_of_offset (const char *text, gsize offset, const char *file)
{
  KpiPlace place = {file, 1, 1};

  for (gsize i = 0; i < offset; i++) {
    gboolean ends_line = text[i] == '\n' || (text[i] == '\r' && text[i + 1] != '\n');
    gboolean begins_character = ((guchar)text[i] & 0xc0) != 0x80;

    if (ends_line)
      place = (KpiPlace){file, place.line + 1, 1};
    else if (begins_character)
      place.column++;
  }
  return place;
}

gboolean
_kpi_yaml_check_text (const char **text, gsize *length, const char *file, KpiFindings *findings)
{
  const char *end;

  if (*length > KPI_MAX_MODEL_BYTES) {
    _kpi_findings_add (findings, KPI_SEVERITY_ERROR, KPI_ERROR_LIMIT, (KpiPlace){file, 0, 0}, NULL,
                       "found more than %d bytes", KPI_MAX_MODEL_BYTES);
    return FALSE;
  }
  if (*length >= strlen (BYTE_ORDER_MARK) &&
      memcmp (*text, BYTE_ORDER_MARK, strlen (BYTE_ORDER_MARK)) == 0) {
    *text += strlen (BYTE_ORDER_MARK);
    *length -= strlen (BYTE_ORDER_MARK);
  }
  /* A NUL is UTF-8, though not to GLib; libyaml refuses it as a control character. */
  if (g_utf8_validate_len (*text, *length, &end) || *end == '\0')
    return TRUE;
  _kpi_findings_add (findings, KPI_SEVERITY_ERROR, KPI_ERROR_ENCODING,
                     place_of_offset (*text, (gsize)(end - *text), file), NULL,
                     "found bytes that are not UTF-8");
  return FALSE;
}

/* The character at a mark, as a new string. */
static char *
character_at (const yaml_parser_t *parser, const yaml_mark_t *mark)
{
  const char *text = (const char *)parser->input.string.start;
  const char *end = (const char *)parser->input.string.end;

  for (size_t i = 0; i < mark->index && text < end; i++)
    text = g_utf8_next_char (text);
  return text < end ? g_strndup (text, (gsize)(g_utf8_next_char (text) - text)) : g_strdup ("");
}

/* The sentence for what libyaml says, in our words where people run into it often. */
static char *
explain (const yaml_parser_t *parser)
{
  const char *problem = parser->problem != NULL ? parser->problem : "found no YAML";
  g_autofree char *character = NULL;
  g_autofree char *quoted = NULL;

  if (strstr (problem, "mapping values are not allowed") != NULL)
    return g_strdup (
        "found a colon where no key can stand; put a text that holds \": \" in quotes");
  if (strstr (problem, "cannot start any token") == NULL)
    return g_strdup (problem);
  character = character_at (parser, &parser->problem_mark);
  if (strcmp (character, "\t") == 0)
    return g_strdup ("found a tab, expected blanks to indent with");
  quoted = _kpi_text_quote (character);
  return g_strdup_printf ("found %s, which begins no value; put the text in quotes", quoted);
}

/* ", in the flow mapping that began at line 3, column 5", or "". A new string. */
static char *
describe_context (const yaml_parser_t *parser)
{
  static const char *const verbs[] = {"while parsing ", "while scanning "};
  const char *context = parser->context;

  if (context == NULL || parser->context_mark.index == parser->problem_mark.index ||
      strstr (context, "next token") != NULL)
    return g_strdup ("");
  for (gsize i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (g_str_has_prefix (context, verbs[i]))
      context += strlen (verbs[i]);
  return g_strdup_printf (", in %s that began at line %u, column %u", context,
                          (guint)parser->context_mark.line + 1,
                          (guint)parser->context_mark.column + 1);
}

static void
report_reader (const yaml_parser_t *parser, const char *file, KpiFindings *findings)
{
  const char *text = (const char *)parser->input.string.start;

  _kpi_findings_add (findings, KPI_SEVERITY_ERROR, KPI_ERROR_SYNTAX,
                     place_of_offset (text, parser->problem_offset, file), NULL,
                     "found the control character U+%04X", (guint)parser->problem_value);
}

void
_kpi_yaml_report_syntax (const yaml_parser_t *parser, const char *file, KpiFindings *findings)
{
  KpiPlace place = {file, (guint)parser->problem_mark.line + 1,
                    (guint)parser->problem_mark.column + 1};
  g_autofree char *text = NULL;
  g_autofree char *context = NULL;

  if (parser->error == YAML_READER_ERROR) {
    report_reader (parser, file, findings);
    return;
  }
  if (parser->error == YAML_MEMORY_ERROR) {
    _kpi_findings_add (findings, KPI_SEVERITY_ERROR, KPI_ERROR_MEMORY, (KpiPlace){file, 0, 0}, NULL,
                       "there is not enough memory to read it");
    return;
  }
  text = explain (parser);
  context = describe_context (parser);
  _kpi_findings_add (findings, KPI_SEVERITY_ERROR, KPI_ERROR_SYNTAX, place, NULL, "%s%s", text,
                     context);
}
