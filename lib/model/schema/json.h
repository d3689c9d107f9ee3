/* SPDX-License-Identifier: MIT */
/* A small writer of indented JSON. The caller sees to it that what begins ends. */
#pragma once

#include <glib.h>

/* Start with a string and the rest zero. */
typedef struct {
  GString *out;
  guint depth;
  gboolean needs_comma;
} KpiJson;

/* Begins or ends an object or a list, by its bracket. `key` names a member of an object; it is NULL
 * for an item of a list and for the root, here and below. */
void _kpi_json_begin (KpiJson *json, const char *key, char bracket);
void _kpi_json_end (KpiJson *json, char bracket);

/* A text without control characters. */
void _kpi_json_put_text (KpiJson *json, const char *key, const char *text);

void _kpi_json_put_count (KpiJson *json, const char *key, gsize count);

/* A value that is JSON already. */
void _kpi_json_put (KpiJson *json, const char *key, const char *value);
