/* SPDX-License-Identifier: MIT */
/* Values on their way from the library to a language: nothing, a text, a number or a whole number,
 * each with the name of its field. A language turns a KpiValue into one of its own, and with that
 * it has rows, columns, nodes and findings.
 *
 * Everything here is borrowed from the object that it was asked of, but for KpiValue.owned. */
#ifndef KPI_SWIG_VALUES_H
#define KPI_SWIG_VALUES_H

#include <kpiscore/kpiscore.h>

typedef enum { KPI_VALUE_NOTHING, KPI_VALUE_TEXT, KPI_VALUE_NUMBER, KPI_VALUE_WHOLE } KpiValueKind;

typedef struct {
  const char *name;
  KpiValueKind kind;
  const char *text;
  double number;
  char *owned; /* what `text` points to where nobody else keeps it: g_free() it */
} KpiValue;

/* The values of one thing: a row, a column, a node, a finding. */
typedef struct {
  gconstpointer of;
  gsize at;
  gsize length;
  KpiValue (*get) (gconstpointer of, gsize at, gsize index);
} KpiValues;

/* Several things of a kind: `first` with `at` from 0 to `length` - 1. */
typedef struct {
  KpiValues first;
  gsize length;
} KpiTable;

KpiValues _kpi_values_row (const KpiScorecard *card, gsize row);
KpiValues _kpi_values_column (const KpiScorecard *card, KpiColumn column);
KpiValues _kpi_values_listing_column (const KpiListing *listing, gsize column);

/* The message of an error, its code, and the place of the first finding that stopped the work. */
KpiValues _kpi_values_error (const GError *error);

/* `findings` may be NULL: none. */
KpiTable _kpi_values_findings (const KpiFindings *findings);
KpiTable _kpi_values_nodes (const KpiModel *model);
KpiTable _kpi_values_listing (const KpiListing *listing);

#endif
