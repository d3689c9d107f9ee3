/* SPDX-License-Identifier: MIT */
/* A place in the document while it is being read: the node there, and the way that led to it.
 *
 * Cursors live on the stack, each naming the one above it, so that the path is spelt only when
 * there is something to report. A cursor may stand where nothing is said: its node is then NULL,
 * and what is reported at it blames what stands above. */
#pragma once

#include "base/names.h"
#include "model/yaml/yaml.h"

typedef struct _KpiCursor KpiCursor;
struct _KpiCursor {
  const KpiYaml *node;    /* NULL: nothing is said here */
  const KpiCursor *above; /* NULL at the root; outlives this one */
  const char *key;        /* NULL for an item of a list */
  gsize index;            /* of an item, from 0 */
  KpiPlace place;         /* of the value; where nothing is said, of what stands above */
  KpiPlace key_place;     /* of the key, else the same as `place` */
  KpiFindings *findings;
};

KpiCursor _kpi_cursor_root (const KpiYaml *root, KpiFindings *findings);

/* What stands under a key. */
KpiCursor _kpi_cursor_get (const KpiCursor *at, const char *key);

/* Entry `index` of a mapping or a list; an entry that is null says nothing. */
KpiCursor _kpi_cursor_entry (const KpiCursor *at, gsize index);
gsize _kpi_cursor_length (const KpiCursor *at);

/* Whether a key stands there with a null, which takes away what would be inherited. */
gboolean _kpi_cursor_is_removed (const KpiCursor *at, const char *key);

/* Typed reads of what the schema has found to be of that kind. Where nothing is said the text is
 * ""; a number is asked for only where something is. */
const char *_kpi_cursor_text (const KpiCursor *at);
double _kpi_cursor_number (const KpiCursor *at);

/* The place in `words` (NULL-terminated) of the word that stands here; 0 where nothing is said. The
 * schema has let no other word pass. */
guint _kpi_cursor_choice (const KpiCursor *at, const char *const *words);

/* The number at a place; `otherwise` where nothing stands there, and, reported as "found it,
 * expected `expected`", where it is less than `least` or more than `greatest`. */
double _kpi_cursor_number_within (const KpiCursor *at, double least, double greatest,
                                  double otherwise, const char *expected);

/* The least number above 0, for what may not be 0. */
#define KPI_ABOVE_0 0x1p-1074

/* Two numbers, `[a, b]`. */
void _kpi_cursor_pair (const KpiCursor *at, double out_pair[2]);

/* Copies a text of any length; FALSE, and reported, without memory. */
gboolean _kpi_cursor_copy (const KpiCursor *at, const char *text, char **out_copy);

void _kpi_cursor_error (const KpiCursor *at, KpiError code, const char *format, ...)
    G_GNUC_PRINTF (3, 4);
void _kpi_cursor_warn (const KpiCursor *at, KpiError code, const char *format, ...)
    G_GNUC_PRINTF (3, 4);

/* The same, blaming the key rather than its value. */
void _kpi_cursor_error_at_key (const KpiCursor *at, KpiError code, const char *format, ...)
    G_GNUC_PRINTF (3, 4);

/* Reports that there is no memory; returns FALSE. */
gboolean _kpi_cursor_fail_memory (const KpiCursor *at);

/* "; did you mean X?" for a name that is not among `names`, else "". A new string. */
char *_kpi_cursor_hint (const KpiCursor *at, const char *wrong, const KpiNames *names);
