/* SPDX-License-Identifier: MIT */
#include "alert-support.h"

static gboolean
keep_text (const char *bytes, gsize length, gpointer out, GError **error)
{
  (void)error;
  g_string_append_len (out, bytes, (gssize)length);
  return TRUE;
}

static char *
table_of (const KpiScorecard *card, const KpiTableStyle *style)
{
  GString *out = g_string_new (NULL);

  cr_assert (kpi_scorecard_write_alerts (card, KPI_FORMAT_TABLE, style, keep_text, out, NULL));
  return g_string_free (out, FALSE);
}

#define RULE "────────────────────────────────────────────────────────────\n"

/* Grouped by kind; a long sentence goes on in the next line and is never cutoff. */
Test (write_alerts, a_table_for_people, .timeout = 10)
{
  KpiTableStyle narrow = {.width = 60};
  g_autoptr (KpiScorecard) card = board_as_of (board, board_data, "2025-06-30");
  g_autofree char *table = table_of (card, &narrow);

  cr_expect (eq (str, table,
                 "Overdue (2)                                                m\n" RULE
                 "Alpha  late                                    181 days late\n"
                 "       60%, where at least 80% was due by 2024-12-31.\n"
                 "Alpha  later                                    91 days late\n"
                 "       12, where at most 10 was due by 2025-03-31.\n"
                 "\n"
                 "Moving away (1)                                            m\n" RULE
                 "C      slow                                    549 days left\n"
                 "       −5 and moving away: 62.4 was required by now, at\n"
                 "       least 100 by 2026-12-31.\n"
                 "\n"
                 "Behind (2)                                                 m\n" RULE
                 "B      slow                                    549 days left\n"
                 "       10, where 62.4 was required by now on the way to at\n"
                 "       least 100 by 2026-12-31.\n"
                 "Alpha  slow                                    549 days left\n"
                 "       50, where 62.4 was required by now on the way to at\n"
                 "       least 100 by 2026-12-31.\n"
                 "\n"
                 "Contradictory figures (1)                                  m\n" RULE
                 "B      total\n"
                 "       total is given as 10, and its parts add up to 9.\n"
                 "\n"
                 "Stale (1)                                                  m\n" RULE
                 "Alpha  old                                     2008 days ago\n"
                 "       No observation since 2019.\n"));
}

Test (write_alerts, titles_and_words_in_the_language_asked_for, .timeout = 10)
{
  KpiTableStyle style = {.language = "vi"};
  g_autoptr (KpiScorecard) card = board_as_of (board, board_data, "2025-06-30");
  g_autofree char *table = table_of (card, &style);

  cr_expect (strstr (table, "Quá hạn (2)") != NULL);
  cr_expect (strstr (table, "An  late") != NULL, "%s", table);
  cr_expect (strstr (table, "181 ngày quá hạn\n") != NULL);
}

Test (write_alerts, where_nothing_is_urgent_that_is_said, .timeout = 10)
{
  g_autoptr (KpiScorecard) card =
      score_with ("kpiscore: 1\nid: m\nindicators: {x: {}}\n", "area,period,x\nA,2025,1\n", NULL);
  g_autofree char *table = table_of (card, NULL);

  cr_expect (eq (str, table, "Nothing is urgent.\n"));
}

Test (write_alerts, to_a_file_as_to_a_function, .timeout = 10)
{
  g_autoptr (KpiScorecard) card = board_as_of (board, board_data, "2025-06-30");
  g_autofree char *table = table_of (card, NULL), *written = NULL, *path = NULL;
  int file = g_file_open_tmp ("kpiscore-XXXXXX.txt", &path, NULL);

  cr_assert (file >= 0);
  g_close (file, NULL);
  cr_assert (kpi_scorecard_write_alerts_file (card, KPI_FORMAT_TABLE, NULL, path, NULL));
  cr_assert (g_file_get_contents (path, &written, NULL, NULL));
  g_unlink (path);
  cr_expect (eq (str, table, written));
}
