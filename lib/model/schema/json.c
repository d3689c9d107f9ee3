/* SPDX-License-Identifier: MIT */
/* A small writer of indented JSON. */

#include "model/schema/json.h"

static void
begin_item (KpiJson *json)
{
  if (json->needs_comma)
    g_string_append_c (json->out, ',');
  if (json->out->len > 0)
    g_string_append_printf (json->out, "\n%*s", (int)json->depth * 2, "");
  json->needs_comma = TRUE;
}

static void
append_quoted (KpiJson *json, const char *text)
{
  g_string_append_c (json->out, '"');
  for (; *text != '\0'; text++) {
    if (*text == '"' || *text == '\\')
      g_string_append_c (json->out, '\\');
    g_string_append_c (json->out, *text);
  }
  g_string_append_c (json->out, '"');
}

static void
begin_member (KpiJson *json, const char *key)
{
  begin_item (json);
  if (key == NULL)
    return;
  append_quoted (json, key);
  g_string_append (json->out, ": ");
}

void
_kpi_json_begin (KpiJson *json, const char *key, char bracket)
{
  begin_member (json, key);
  g_string_append_c (json->out, bracket);
  json->depth++;
  json->needs_comma = FALSE;
}

void
_kpi_json_end (KpiJson *json, char bracket)
{
  json->depth--;
  json->needs_comma = FALSE;
  begin_item (json);
  g_string_append_c (json->out, bracket);
}

void
_kpi_json_put_text (KpiJson *json, const char *key, const char *text)
{
  begin_member (json, key);
  append_quoted (json, text);
}

void
_kpi_json_put_count (KpiJson *json, const char *key, gsize count)
{
  begin_member (json, key);
  g_string_append_printf (json->out, "%" G_GSIZE_FORMAT, count);
}

void
_kpi_json_put (KpiJson *json, const char *key, const char *value)
{
  begin_member (json, key);
  g_string_append (json->out, value);
}
