/* SPDX-License-Identifier: MIT */
#include <math.h>
#include <string.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "base/findings-private.h"
#include "base/writer.h"

/* What a KpiWriteFunc was given, and after how many pieces it fails. */
typedef struct {
  GString *all;
  gsize n_pieces;
  gsize longest;
  gsize fails_at; /* 0: never */
  gboolean silent;
} Sink;

static gboolean
take (const char *bytes, gsize length, gpointer user_data, GError **error)
{
  Sink *sink = user_data;

  sink->n_pieces++;
  sink->longest = MAX (sink->longest, length);
  g_string_append_len (sink->all, bytes, (gssize)length);
  if (sink->n_pieces != sink->fails_at)
    return TRUE;
  if (!sink->silent)
    g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_NOSPC, "full");
  return FALSE;
}

/* 30,000 lines of 7 bytes are 210,000 bytes: three full pieces of 65,536 hold 9,362 lines each, as
 * no line is parted, and 1,914 lines are left for a fourth. */
Test (writer, pieces_are_large_and_in_order, .timeout = 10)
{
  Sink sink = {.all = g_string_new (NULL)};
  KpiWriter writer;

  cr_assert (_kpi_writer_begin (&writer, take, &sink, NULL));
  for (guint i = 0; i < 30000; i++) {
    g_autofree char *line = g_strdup_printf ("%06u\n", i);

    _kpi_writer_text (&writer, line);
  }
  cr_assert (_kpi_writer_end (&writer, NULL));
  cr_expect (eq (sz, sink.all->len, 210000));
  cr_expect (eq (sz, sink.n_pieces, 4));
  cr_expect (eq (sz, sink.longest, 9362 * 7));
  cr_expect (g_str_has_suffix (sink.all->str, "029998\n029999\n"));
  g_string_free (sink.all, TRUE);
}

Test (writer, a_text_longer_than_the_buffer_passes_whole, .timeout = 10)
{
  Sink sink = {.all = g_string_new (NULL)};
  g_autofree char *text = g_strnfill (KPI_WRITER_SIZE + 1, 'x');
  KpiWriter writer;

  cr_assert (_kpi_writer_begin (&writer, take, &sink, NULL));
  _kpi_writer_text (&writer, "a");
  _kpi_writer_text (&writer, text);
  _kpi_writer_text (&writer, "b");
  cr_assert (_kpi_writer_end (&writer, NULL));
  cr_expect (eq (sz, sink.all->len, KPI_WRITER_SIZE + 3));
  cr_expect (eq (sz, sink.n_pieces, 3));
  cr_expect (eq (chr, sink.all->str[0], 'a'));
  cr_expect (eq (chr, sink.all->str[sink.all->len - 1], 'b'));
  g_string_free (sink.all, TRUE);
}

Test (writer, after_a_failure_nothing_is_handed_over, .timeout = 10)
{
  Sink sink = {.all = g_string_new (NULL), .fails_at = 1};
  g_autoptr (GError) error = NULL;
  KpiWriter writer;

  cr_assert (_kpi_writer_begin (&writer, take, &sink, NULL));
  _kpi_writer_repeat (&writer, "0123456789", 20000);
  cr_expect (writer.failed);
  cr_expect (not(_kpi_writer_end (&writer, &error)));
  cr_expect (g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOSPC));
  cr_expect (eq (sz, sink.n_pieces, 1));
  g_string_free (sink.all, TRUE);
}

Test (writer, a_failure_without_a_reason_is_an_error_all_the_same, .timeout = 10)
{
  Sink sink = {.all = g_string_new (NULL), .fails_at = 1, .silent = TRUE};
  g_autoptr (GError) error = NULL;
  KpiWriter writer;

  cr_assert (_kpi_writer_begin (&writer, take, &sink, NULL));
  _kpi_writer_text (&writer, "x");
  cr_expect (not(_kpi_writer_end (&writer, &error)));
  cr_expect (g_error_matches (error, KPI_ERROR, KPI_ERROR_FILE));
  g_string_free (sink.all, TRUE);
}

Test (writer, an_abandoned_writer_hands_over_nothing, .timeout = 10)
{
  Sink sink = {.all = g_string_new (NULL)};
  KpiWriter writer;

  cr_assert (_kpi_writer_begin (&writer, take, &sink, NULL));
  _kpi_writer_text (&writer, "x");
  _kpi_writer_abandon (&writer);
  cr_expect (eq (sz, sink.n_pieces, 0));
  g_string_free (sink.all, TRUE);
}

Test (writer, numbers_and_what_is_none, .timeout = 10)
{
  Sink sink = {.all = g_string_new (NULL)};
  KpiWriter writer;

  cr_assert (_kpi_writer_begin (&writer, take, &sink, NULL));
  _kpi_writer_number (&writer, 0.1, "null");
  _kpi_writer_text (&writer, " ");
  _kpi_writer_number (&writer, NAN, "null");
  _kpi_writer_text (&writer, " ");
  _kpi_writer_number (&writer, 0.1, "null");
  _kpi_writer_text (&writer, " ");
  _kpi_writer_number (&writer, 0.2, "null");
  cr_assert (_kpi_writer_end (&writer, NULL));
  cr_expect (eq (str, sink.all->str, "0.1 null 0.1 0.2"));
  g_string_free (sink.all, TRUE);
}
