/* SPDX-License-Identifier: MIT */
/* The header of a data file: which layout it has, and which column says what. */
#pragma once

#include "data/file/csv.h"

typedef enum {
  KPI_LAYOUT_LONG, /* a row for each observation */
  KPI_LAYOUT_SDMX, /* the same by SDMX-CSV's names; columns of other names are passed over */
  KPI_LAYOUT_WIDE  /* a row for each area and period, a column for each series */
} KpiLayout;

typedef enum {
  KPI_ROLE_AREA,
  KPI_ROLE_PERIOD,
  KPI_ROLE_SERIES,
  KPI_ROLE_VALUE,
  KPI_ROLE_STATUS,
  KPI_ROLE_LOW,
  KPI_ROLE_HIGH,
  KPI_ROLE_PUBLISHED,
  KPI_ROLE_NOTE,
  KPI_ROLE_UNIT_MULT,
  KPI_ROLE_ACTION,
  KPI_N_ROLES
} KpiRole;

#define KPI_NO_COLUMN G_MAXUINT32

/* A row counts only where `column` holds `value`. */
typedef struct {
  char *column;
  char *value;
} KpiWhere;

typedef struct {
  KpiLayout layout;
  gsize n_columns;
  char **names;               /* of the columns, as _kpi_text_name() leaves them */
  guint32 roles[KPI_N_ROLES]; /* the column of each role, or KPI_NO_COLUMN */
  guint8 *is_series;          /* wide: by column */
  guint32 *where_columns;     /* of each condition */
} KpiHeader;

/* Understands the first row of a file. FALSE if it cannot be read by; all that is wrong with it,
 * and what it names in vain, goes to `findings`. Clear `*out_header` either way. */
gboolean _kpi_header_read (KpiHeader *out_header, const KpiCsvField *fields, gsize n_fields,
                           const KpiWhere *wheres, gsize n_wheres, const char *file,
                           KpiFindings *findings);

/* Understands no more of it than the names of the columns, which are to differ. */
gboolean _kpi_header_read_names (KpiHeader *out_header, const KpiCsvField *fields, gsize n_fields,
                                 const char *file, KpiFindings *findings);

/* The column of a name, or KPI_NO_COLUMN. */
guint32 _kpi_header_find (const KpiHeader *header, const char *name);

/* Whether a column has one of the roles above. */
gboolean _kpi_header_has_role (const KpiHeader *header, gsize column);

void _kpi_header_clear (KpiHeader *header);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KpiHeader, _kpi_header_clear)
