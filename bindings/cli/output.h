/* SPDX-License-Identifier: MIT */
/* Where a result goes, and in which format: --format and -o, for every command that has them. */
#pragma once

#include <kpiscore/kpiscore.h>

#include "arguments.h"

typedef struct {
  KpiFormat format;
  const char *path; /* NULL for standard output */
  KpiTableStyle style;
} Output;

/* Reads the options. What cannot be met is said; returns the exit status, EXIT_DONE if all
 * is well. */
gint output_read (Output *output, const Arguments *arguments);

/* Writes all of it, or nothing to a file; returns the exit status. */
gint output_write_card (const Output *output, const KpiScorecard *card);
gint output_write_alerts (const Output *output, const KpiScorecard *card);
gint output_write_listing (const Output *output, const KpiListing *listing);
