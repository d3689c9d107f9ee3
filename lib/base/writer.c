/* SPDX-License-Identifier: MIT */
/* A buffer before a function that writes.
 *
 * Always true: bytes leave in the order in which they came, and none after a failure. */

#include <math.h>
#include <string.h>

#include "base/findings-private.h"
#include "base/writer.h"

gboolean
_kpi_writer_begin (KpiWriter *writer, KpiSink sink, gpointer user_data, GError **error)
{
  *writer = (KpiWriter){.sink = sink, .user_data = user_data, .number = NAN};
  writer->buffer = g_try_malloc (KPI_WRITER_SIZE);
  if (writer->buffer == NULL)
    return _kpi_error_set (error, KPI_ERROR_MEMORY, "not enough memory to write");
  return TRUE;
}

KpiWriter
_kpi_writer_to_text (GString *text)
{
  return (KpiWriter){.text = text, .number = NAN};
}

static void
hand_over (KpiWriter *writer, const char *bytes, gsize length)
{
  if (writer->failed || length == 0)
    return;
  writer->n_bytes += length;
  writer->failed = !writer->sink (bytes, length, writer->user_data, &writer->error);
}

static void
flush (KpiWriter *writer)
{
  hand_over (writer, writer->buffer, writer->used);
  writer->used = 0;
}

void
_kpi_writer_put (KpiWriter *writer, const char *bytes, gsize length)
{
  if (writer->text != NULL) {
    g_string_append_len (writer->text, bytes, (gssize)length);
    return;
  }
  if (length > KPI_WRITER_SIZE - writer->used)
    flush (writer);
  if (length > KPI_WRITER_SIZE) {
    hand_over (writer, bytes, length);
    return;
  }
  memcpy (writer->buffer + writer->used, bytes, length);
  writer->used += length;
}

void
_kpi_writer_text (KpiWriter *writer, const char *text)
{
  _kpi_writer_put (writer, text, strlen (text));
}

void
_kpi_writer_repeat (KpiWriter *writer, const char *text, gsize times)
{
  gsize length = strlen (text);

  while (times-- > 0)
    _kpi_writer_put (writer, text, length);
}

/* Without bounds a value, its low and its high are one number: spelt once, a scorecard is written
 * in a third of the time. */
void
_kpi_writer_number (KpiWriter *writer, double value, const char *otherwise)
{
  if (!isfinite (value)) {
    _kpi_writer_text (writer, otherwise);
    return;
  }
  if (writer->number != value) {
    writer->n_digits = _kpi_number_format (value, writer->digits);
    writer->number = value;
  }
  _kpi_writer_put (writer, writer->digits, writer->n_digits);
}

gboolean
_kpi_writer_end (KpiWriter *writer, GError **error)
{
  flush (writer);
  g_clear_pointer (&writer->buffer, g_free);
  if (!writer->failed)
    return TRUE;
  /* A binding's function may say FALSE and nothing else: still no failure without an error. */
  if (writer->error == NULL)
    return _kpi_error_set (error, KPI_ERROR_FILE, "the output could not be written");
  g_propagate_error (error, g_steal_pointer (&writer->error));
  return FALSE;
}

void
_kpi_writer_abandon (KpiWriter *writer)
{
  g_clear_pointer (&writer->buffer, g_free);
  g_clear_error (&writer->error);
}
