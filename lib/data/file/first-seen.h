/* SPDX-License-Identifier: MIT */
/* Names as they come up in the data, and where each was first mentioned. */
#pragma once

#include "base/names.h"
#include "base/rows.h"

/* A place in the files that were read. A name that came from no file has line 0. */
typedef struct {
  guint32 line;
  gint32 known;   /* of an area: the first day on which a row that names it could be read */
  guint16 column; /* 0 beyond 65,535 characters */
  guint16 file;
} KpiSeen;

typedef struct {
  KpiNames *names;
  KpiRows firsts; /* of KpiSeen, by number */
  guint32 last;   /* the number asked for last: rows come in runs */
} KpiFirstSeen;

void _kpi_first_seen_init (KpiFirstSeen *first_seen);
void _kpi_first_seen_clear (KpiFirstSeen *first_seen);

/* The number of a name that was mentioned before in this very spelling; else KPI_NO_NAME. Allocates
 * nothing. */
guint32 _kpi_first_seen_find (KpiFirstSeen *first_seen, const char *text);

/* The number of `name`, which is as _kpi_text_name() leaves it; a new one if it is the first
 * mention. KPI_NO_NAME if there is no memory. */
guint32 _kpi_first_seen_add (KpiFirstSeen *first_seen, const char *name, KpiSeen place);

/* Notes that a row of an area could be read from `day` on. */
void _kpi_first_seen_note (KpiFirstSeen *areas, guint32 number, gint32 day);
