/* SPDX-License-Identifier: MIT */
/* A register as read: for each of its areas and each filter, what had happened to items by the end
 * of each day that is asked for. Nobody changes it once it is read. */
#pragma once

#include "base/findings-private.h"
#include "base/names.h"
#include "data/registers/register-plan.h"
#include "data/registers/spans.h"
#include "data/registers/daily-counts.h"

/* Where an area stood first, and its first opening; 0 where it has no item. */
typedef struct {
  guint32 line;
  guint32 column;
  gint32 day;
} KpiFirst;

typedef struct {
  char *file;       /* as messages name it */
  KpiNames *areas;  /* as the file names them, after NFC and trimming */
  KpiRows firsts;   /* of KpiFirst, by area */
  gint32 first_day; /* of an opening; 0 where there is no item */
  gint32 last_day;  /* of an opening or closing */
  gsize n_filters;
  KpiDailyCounts counts;
  KpiSpans spans;
} KpiRegister;

/* Reads a file in one pass, without keeping its items. NULL if there is no memory, or if the file
 * cannot be read; what is wrong goes to `findings`, and makes what was read worth nothing. */
KpiRegister *_kpi_register_read (const KpiRegisterPlan *plan, KpiFindings *findings);
void _kpi_register_free (KpiRegister *items);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpiRegister, _kpi_register_free)

/* Events up to a day, by KpiEvent. They add up: over areas, and of two registers. */
typedef struct {
  guint64 n[KPI_N_EVENTS];
} KpiEvents;

/* Adds what had happened in an area by the end of a day, which is one of the plan's cutoffs. */
void _kpi_register_count (const KpiRegister *items, gsize filter, guint32 area, gint32 day,
                          KpiEvents *events);

/* Adds how long those items took that were closed after one of the plan's cutoffs (0: since ever)
 * and by another. FALSE if there is no memory. */
gboolean _kpi_register_collect (const KpiRegister *items, gsize filter, guint32 area, gint32 after,
                                gint32 until, KpiLengths *lengths);
