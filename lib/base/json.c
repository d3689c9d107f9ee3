/* SPDX-License-Identifier: MIT */
/* JSON, item by item.
 *
 * Always true: a text comes back as it was, since all that JSON asks to be escaped is, and nothing
 * else. */

#include "base/json.h"

static gboolean
needs_escape (char c)
{
  return (guchar)c < 0x20 || c == '"' || c == '\\';
}

static void
put_escaped (KpiWriter *out, char c)
{
  char escape[sizeof "\\u0000"];

  g_snprintf (escape, sizeof escape, (guchar)c < 0x20 ? "\\u%04x" : "\\%c", c);
  _kpi_writer_text (out, escape);
}

/* What needs no escape goes in runs: texts are most of what a scorecard holds. */
void
_kpi_json_quote (KpiWriter *out, const char *text)
{
  _kpi_writer_text (out, "\"");
  while (*text != '\0') {
    const char *start = text;

    while (*text != '\0' && !needs_escape (*text))
      text++;
    _kpi_writer_put (out, start, (gsize)(text - start));
    if (*text != '\0')
      put_escaped (out, *text++);
  }
  _kpi_writer_text (out, "\"");
}

static void
begin_line (KpiJson *json)
{
  _kpi_writer_text (json->out, json->begun ? "\n" : "");
  _kpi_writer_repeat (json->out, " ", (gsize)json->depth * json->indent);
}

static void
begin_item (KpiJson *json, const char *key)
{
  if (json->needs_comma)
    _kpi_writer_text (json->out, json->flat ? ", " : ",");
  if (!json->flat)
    begin_line (json);
  json->begun = TRUE;
  json->needs_comma = TRUE;
  if (key == NULL)
    return;
  _kpi_json_quote (json->out, key);
  _kpi_writer_text (json->out, ": ");
}

void
_kpi_json_begin (KpiJson *json, const char *key, char bracket)
{
  begin_item (json, key);
  _kpi_writer_put (json->out, &bracket, 1);
  json->depth++;
  json->needs_comma = FALSE;
}

void
_kpi_json_end (KpiJson *json, char bracket)
{
  json->depth--;
  json->needs_comma = FALSE;
  begin_item (json, NULL);
  _kpi_writer_put (json->out, &bracket, 1);
}

void
_kpi_json_put_text (KpiJson *json, const char *key, const char *text)
{
  begin_item (json, key);
  _kpi_json_quote (json->out, text);
}

void
_kpi_json_put_number (KpiJson *json, const char *key, double number)
{
  begin_item (json, key);
  _kpi_writer_number (json->out, number, "null");
}

void
_kpi_json_put (KpiJson *json, const char *key, const char *value)
{
  begin_item (json, key);
  _kpi_writer_text (json->out, value);
}
