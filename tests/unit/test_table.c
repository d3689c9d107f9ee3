/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "write-card.h"
#include "write/table.h"

/* A table that only puts texts: it needs no scorecard. */
typedef struct {
  KpiWriter writer;
  KpiTable table;
  GString *out;
} Page;

static void
begin (Page *page, gboolean colour)
{
  page->out = g_string_new (NULL);
  cr_assert (_kpi_writer_begin (&page->writer, keep, page->out, NULL));
  page->table = (KpiTable){.writer = &page->writer, .width = 20, .colour = colour};
}

static void
expect (Page *page, const char *text)
{
  cr_assert (_kpi_writer_end (&page->writer, NULL));
  cr_expect (eq (str, page->out->str, (char *)text));
  g_string_free (page->out, TRUE);
}

Test (table, texts_are_padded_and_cut, .timeout = 10)
{
  Page page;

  begin (&page, FALSE);
  _kpi_table_put (&page.table, "ab", 4, KPI_ALIGN_LEFT, KPI_INK_PLAIN);
  _kpi_table_put (&page.table, "ab", 4, KPI_ALIGN_RIGHT, KPI_INK_PLAIN);
  _kpi_table_put (&page.table, "abcdef", 4, KPI_ALIGN_RIGHT, KPI_INK_PLAIN);
  _kpi_table_put (&page.table, "none", 0, KPI_ALIGN_LEFT, KPI_INK_PLAIN);
  _kpi_table_put (&page.table, "x", 4, KPI_ALIGN_LEFT, KPI_INK_PLAIN);
  _kpi_table_end_line (&page.table);
  expect (&page, "ab    ababc…x\n");
}

Test (table, decomposed_letters_take_one_column, .timeout = 10)
{
  Page page;

  begin (&page, FALSE);
  _kpi_table_put (&page.table, "Hue\u0302\u0301", 4, KPI_ALIGN_LEFT, KPI_INK_PLAIN);
  _kpi_table_put (&page.table, "x", 1, KPI_ALIGN_LEFT, KPI_INK_PLAIN);
  _kpi_table_end_line (&page.table);
  expect (&page, "Hue\u0302\u0301 x\n");
}

Test (table, ink_is_ended_and_blanks_have_none, .timeout = 10)
{
  Page page;

  begin (&page, TRUE);
  _kpi_table_put (&page.table, "ab", 4, KPI_ALIGN_RIGHT, KPI_INK_GOOD);
  _kpi_table_put (&page.table, "", 4, KPI_ALIGN_LEFT, KPI_INK_BAD);
  _kpi_table_put (&page.table, "cd", 4, KPI_ALIGN_LEFT, KPI_INK_PLAIN);
  _kpi_table_end_line (&page.table);
  expect (&page, "  \033[32mab\033[0m    cd\n");
}

Test (table, headings_share_a_line, .timeout = 10)
{
  Page page;

  begin (&page, FALSE);
  _kpi_table_heading (&page.table, "left", "right");
  _kpi_table_heading (&page.table, "a left that is too long", "right");
  expect (&page, "left           right\n"
                 "────────────────────\n"
                 "\n"
                 "a left that is too …\n"
                 "────────────────────\n");
}
