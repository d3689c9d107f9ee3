/* SPDX-License-Identifier: MIT */
/* JSON (RFC 8259), item by item: quotes, commas and lines are put here, so that whoever writes says
 * only what there is. The caller sees to it that what begins ends. */
#pragma once

#include "base/writer.h"

/* Start with a writer and the rest as wanted. */
typedef struct {
  KpiWriter *out;
  gboolean flat; /* what comes next stays on the line, else it begins one; may change at any item */
  guint indent;  /* blanks before a line, for each object and list around it */
  guint depth;
  gboolean begun;
  gboolean needs_comma;
} KpiJson;

/* Begins or ends an object or a list, by its bracket. `key` names a member of an object; it is NULL
 * for an item of a list and for the root, here and below. */
void _kpi_json_begin (KpiJson *json, const char *key, char bracket);
void _kpi_json_end (KpiJson *json, char bracket);

void _kpi_json_put_text (KpiJson *json, const char *key, const char *text);

/* The shortest digits; null of what is not finite, which JSON cannot say. */
void _kpi_json_put_number (KpiJson *json, const char *key, double number);

/* A value that is JSON already. */
void _kpi_json_put (KpiJson *json, const char *key, const char *value);

/* A text in quotes, without an item around it: YAML reads it too. */
void _kpi_json_quote (KpiWriter *out, const char *text);
