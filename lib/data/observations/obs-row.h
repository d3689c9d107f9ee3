/* SPDX-License-Identifier: MIT */
/* A row of a file of observations, as each part of its reading sees it. */
#pragma once

#include "data/observations/intake.h"

typedef struct {
  KpiIntake *intake;
  const KpiReadOptions *options;
  const char *name; /* of the file, for messages */
  guint16 file;
  KpiHeader header;
  KpiCsvField *fields; /* of the current row */
} KpiObsRow;

/* An error of a field. */
void _kpi_obs_row_complain (const KpiObsRow *row, KpiError code, guint32 column, const char *format,
                            ...) G_GNUC_PRINTF (4, 5);

/* The same, where the field is not what was expected. */
void _kpi_obs_row_refuse (const KpiObsRow *row, KpiError code, guint32 column, const char *text,
                          const char *expected);

/* The text of a field, which loses the blanks at its ends. */
char *_kpi_obs_row_trim (KpiCsvField *field);

/* The text of the column that has a role; "" where none has. */
char *_kpi_obs_row_text (const KpiObsRow *row, KpiRole role);
