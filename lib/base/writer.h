/* SPDX-License-Identifier: MIT */
/* A buffer before a function that writes: small texts in, pieces of 64 KiB out.
 *
 * After a failure every put does nothing, so that writers need not ask after each one; a loop over
 * rows asks once a row. */
#pragma once

#include "base/number.h"

#define KPI_WRITER_SIZE (64 * 1024)

/* As KpiWriteFunc of kpiscore/write.h, which stands higher. */
typedef gboolean (*KpiSink) (const char *bytes, gsize length, gpointer user_data, GError **error);

typedef struct {
  KpiSink sink;
  gpointer user_data;
  GString *text; /* where all goes at once in place of the buffer; or NULL */
  char *buffer;
  gsize used;
  gsize n_bytes; /* handed over */
  double number; /* the last one written, and its digits; NaN: none yet */
  char digits[KPI_NUMBER_SIZE];
  gsize n_digits;
  gboolean failed;
  GError *error;
} KpiWriter;

/* FALSE if there is no memory for the buffer. */
gboolean _kpi_writer_begin (KpiWriter *writer, KpiSink sink, gpointer user_data, GError **error);

/* A writer that appends to `text`; it cannot fail, and needs no end. */
KpiWriter _kpi_writer_to_text (GString *text);

void _kpi_writer_put (KpiWriter *writer, const char *bytes, gsize length);
void _kpi_writer_text (KpiWriter *writer, const char *text);
void _kpi_writer_repeat (KpiWriter *writer, const char *text, gsize times);

/* The shortest digits of `value`; `otherwise` where it is not finite. */
void _kpi_writer_number (KpiWriter *writer, double value, const char *otherwise);

/* Hands over what is left and ends the writer. FALSE, with `error` set, if anything failed. */
gboolean _kpi_writer_end (KpiWriter *writer, GError **error);

/* Ends the writer and drops what is left. */
void _kpi_writer_abandon (KpiWriter *writer);
