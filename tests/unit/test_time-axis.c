/* SPDX-License-Identifier: MIT */
/* In which periods there are rows, and that a day's scorecard stays as it is. */
#include "score-support.h"

#define HEAD "area,series,period,value,published\n"

static const char yearly[] = "kpiscore: 1\nid: m\nevery: 1Y\n"
                             "series: {m: {over_time: sum}}\n"
                             "indicators: {m: {score: {method: goalposts, posts: [0, 100]}},\n"
                             "  q: {score: {method: goalposts, posts: [0, 100]}}}\n"
                             "index: {id: i, of: [m, q]}\n";

static gboolean
has_row (const KpiScorecard *card, const char *period, const char *node)
{
  return kpi_scorecard_find (card, "A", period, node, &(gsize){0}, NULL);
}

/* A quarter of 2025 and a half year of 2026: trees in both years. 30 + 20 = 50 of the halves; the
 * quarter's leaf has no year. */
Test (axis, every_year_that_holds_a_period_has_its_trees, .timeout = 10)
{
  g_autoptr (KpiScorecard) card =
      score_with (yearly, HEAD "A,q,2025-Q1,10,\nA,m,2026-S1,30,\nA,m,2026-S2,20,\n", NULL);

  cr_expect (has_row (card, "2025", "i") && has_row (card, "2026", "i"));
  cr_expect (not(has_row (card, "2025-Q1", "i") || has_row (card, "2026-S1", "i")));
  cr_expect (has_row (card, "2025-Q1", "q") && !has_row (card, "2025", "q"));
  expect_number (card, "A", "2026", "i", KPI_COLUMN_SCORE, 50);
  expect_number (card, "A", "2026", "i", KPI_COLUMN_COVERAGE, 0.5);
  expect_number (card, "A", "2025", "i", KPI_COLUMN_SCORE, NAN);
}

Test (axis, a_period_that_no_longer_one_holds_makes_none, .timeout = 10)
{
  g_autoptr (KpiScorecard) card =
      score_with (yearly, HEAD "A,q,2025-12-31/2026-01-01,10,\nA,q,2020/2021,10,\n", NULL);

  for (gsize row = 0; row < kpi_scorecard_get_n_rows (card); row++)
    cr_expect (ne (str, (char *)kpi_scorecard_get_text (card, row, KPI_COLUMN_NODE), "i"));
}

/* ---- The same day gives the same bytes */

static const char board[] =
    "kpiscore: 1\nid: m\n"
    "series: {p: {carry: 2Y}, s: {over_time: sum}, w: {values: {done: 1, begun: 0}}}\n"
    "indicators:\n"
    "  r: {measure: {ratio: {of: [n], to: [p]}}, target: {at_least: 3, by: 2030}}\n"
    "  s: {measure: {sum: [s, n]}, score: minmax}\n"
    "  w: {}\n"
    "  n: {score: minmax}\n"
    "index: {id: i, of: [r, s, n], missing: {policy: mean}}\n";

#define N_ROWS 60
#define DAY "2025-06-30"

/* A row of random observations, known by the day if `known`, else not. */
static void
append_row (GString *csv, GRand *random, GHashTable *seen, gboolean known)
{
  static const char *const series[] = {"n", "p", "s", "w"};
  const char *name = series[g_rand_int_range (random, 0, 4)];
  gboolean is_word = *name == 'w';
  gboolean published_later = !known && g_rand_boolean (random);
  gint year = known || published_later ? 2024 : 2026;
  g_autofree char *period = g_rand_boolean (random)
                                ? g_strdup_printf ("%d", year)
                                : g_strdup_printf ("%d-Q%d", year, g_rand_int_range (random, 1, 5));
  g_autofree char *published =
      known && g_rand_boolean (random)
          ? g_strdup ("")
          : g_strdup_printf ("%d-%02d-01", known ? 2025 : 2026, g_rand_int_range (random, 1, 6));
  g_autofree char *key = g_strdup_printf (
      "%c,%s,%s,%s", 'A' + g_rand_int_range (random, 0, known ? 4 : 8), name, period, published);

  if (!g_hash_table_add (seen, g_strdup (key)))
    return;
  for (const char *at = key; at < key + strlen (key) - strlen (published); at++)
    g_string_append_c (csv, *at);
  if (is_word)
    g_string_append (csv, known ? "done" : g_rand_boolean (random) ? "begun" : "nobody knows");
  else
    g_string_append_printf (csv, "%s%d", !known && g_rand_boolean (random) ? ">=" : "",
                            g_rand_int_range (random, 1, 1000));
  g_string_append_printf (csv, ",%s\n", published);
}

static gboolean
append (const char *bytes, gsize length, gpointer text, GError **error)
{
  (void)error;
  g_string_append_len (text, bytes, (gssize)length);
  return TRUE;
}

static char *
bytes_of (const char *csv, const char *day)
{
  g_autoptr (KpiScoreOptions) options = kpi_score_options_new ();
  g_autoptr (KpiScorecard) card = NULL;
  GString *bytes = g_string_new (NULL);

  kpi_score_options_set_as_of (options, day, NULL);
  card = score_with (board, csv, options);
  cr_assert (kpi_scorecard_write (card, KPI_FORMAT_CSV, NULL, append, bytes, NULL));
  return g_string_free (bytes, FALSE);
}

Test (axis, nothing_later_changes_a_day, .timeout = 60)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (57);

  for (gint round = 0; round < 100; round++) {
    g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr (GString) csv = g_string_new (HEAD);
    g_autofree char *before = NULL, *after = NULL;

    for (gint i = 0; i < N_ROWS; i++)
      append_row (csv, random, seen, TRUE);
    before = bytes_of (csv->str, DAY);
    for (gint i = 0; i < N_ROWS; i++)
      append_row (csv, random, seen, FALSE);
    g_string_append (csv, "Z,n,2026,,\n"); /* an area that is but named later */
    after = bytes_of (csv->str, DAY);
    cr_assert (eq (str, before, after), "round %d", round);
  }
}

Test (axis, an_earlier_row_does_change_it, .timeout = 10)
{
  g_autofree char *before = bytes_of (HEAD "A,n,2024,1,\n", DAY);
  g_autofree char *after = bytes_of (HEAD "A,n,2024,1,\nA,n,2025-Q1,2,\n", DAY);
  g_autofree char *on_the_day = bytes_of (HEAD "A,n,2024,1,\nA,n,2024,2," DAY "\n", DAY);

  cr_expect (ne (str, before, after));
  cr_expect (ne (str, before, on_the_day));
}
