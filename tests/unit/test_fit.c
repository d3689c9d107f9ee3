/* SPDX-License-Identifier: MIT */
#include <stdlib.h>

#include "fit-support.h"

static const char model_text[] =
    "kpiscore: 1\n"
    "id: m\n"
    "areas: {A: {level: city}, B: {level: city}, C: {level: city},\n"
    "  D: {level: 'a \"b\"'}, E: {level: 'a \"b\"'}}\n"
    "indicators:\n"
    "  range: {score: minmax}\n"
    "  sums: {better: lower, score: {method: zscore, transform: log}}\n"
    "  order: {score: percentile_rank}\n";

/* The least values, and the greatest; every number is odd enough to need all its digits. */
#define FIRST_PART                                                                                 \
  "area,period,range,sums,order\n"                                                                 \
  "A,2024,0.1,1e-3,3\n"                                                                            \
  "D,2024,5,2,1\n"
#define SECOND_PART                                                                                \
  "B,2024,0.30000000000000004,7,3\n"                                                               \
  "C,2024,0.7,12.3,1e300\n"                                                                        \
  "E,2024,6,3,2\n"                                                                                 \
  "A,2025,0.2,55,4\n"                                                                              \
  "B,2025,-1e-300,1,5\n"
#define HEADER "area,period,range,sums,order\n"

static KpiFit *
fit_of (const char *csv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpiModel) model = kpi_model_parse (model_text, -1, &error);
  g_autoptr (KpiDataset) data = read_data (csv);
  KpiFit *fit = kpi_fit_new (model, data, NULL, &error);

  cr_assert (fit != NULL, "%s", error->message);
  return fit;
}

Test (fit, keeps_an_entry_for_each_indicator_level_and_time, .timeout = 10)
{
  g_autoptr (KpiFit) fit = fit_of (FIRST_PART SECOND_PART);

  /* range and sums: two levels each; order: two levels in 2024, one in 2025 */
  cr_expect (eq (sz, kpi_fit_get_n_entries (fit), 7));
  cr_expect (eq (str, (char *)kpi_fit_get_model_id (fit), "m"));
  cr_expect (eq (sz, kpi_findings_get_length (kpi_fit_get_findings (fit)), 0));
}

Test (fit, comes_back_from_its_text_to_the_bit, .timeout = 10)
{
  g_autoptr (KpiFit) fit = fit_of (FIRST_PART SECOND_PART), loaded = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = text_of (fit), *again = NULL;

  loaded = load_text (text, &error);
  cr_assert (loaded != NULL, "%s", error->message);
  again = text_of (loaded);
  cr_expect (eq (str, again, text));
  cr_expect (ne (ptr, strstr (text, "-1e-300"), NULL));
}

/* The law: fits of any split of the data are, merged, the fit of the whole, to the last byte. */
Test (fit, parts_merge_to_the_whole, .timeout = 10)
{
  g_autoptr (KpiFit) whole = fit_of (FIRST_PART SECOND_PART), first = fit_of (FIRST_PART);
  g_autoptr (KpiFit) second = fit_of (HEADER SECOND_PART), both = NULL, turned = NULL;
  g_autofree char *text = text_of (whole), *merged = NULL, *other_way = NULL;

  both = kpi_fit_merge (first, second, NULL);
  turned = kpi_fit_merge (second, first, NULL);
  cr_assert (both != NULL && turned != NULL);
  merged = text_of (both);
  other_way = text_of (turned);
  cr_expect (eq (str, merged, text));
  cr_expect (eq (str, other_way, text));
}

Test (fit, of_another_model_is_refused, .timeout = 10)
{
  g_autoptr (KpiFit) fit = fit_of (FIRST_PART), other = NULL;
  g_autoptr (GError) error = NULL;

  other = load_text ("{kpiscore_fit: 1, model: n, learned: []}\n", &error);
  cr_assert (other != NULL, "%s", error->message);
  cr_expect (eq (ptr, kpi_fit_merge (fit, other, &error), NULL));
  cr_expect (g_error_matches (error, KPI_ERROR, KPI_ERROR_CONFLICT));
}

Test (fit, what_was_learned_otherwise_does_not_merge, .timeout = 10)
{
#define RANGE(more)                                                                                \
  "{kpiscore_fit: 1, model: m, learned: [{node: a, stage: score, frequency: 1Y, count: 2,"         \
  " least: 1, greatest: 2" more "}]}\n"
  g_autoptr (KpiFit) plain = load_text (RANGE (""), NULL);
  g_autoptr (KpiFit) turned = load_text (RANGE (", turned: true"), NULL);
  g_autoptr (KpiFit) logs = load_text (RANGE (", transform: log"), NULL);
  g_autoptr (KpiFit) order = load_text (RANGE (", order: [1, 2]"), NULL);
  KpiFit *const others[] = {turned, logs, order};

  for (gsize i = 0; i < G_N_ELEMENTS (others); i++) {
    g_autoptr (GError) error = NULL;

    cr_assert (others[i] != NULL);
    cr_expect (eq (ptr, kpi_fit_merge (plain, others[i], &error), NULL));
    cr_expect (g_error_matches (error, KPI_ERROR, KPI_ERROR_CONFLICT));
  }
}

/* Data scored by the fit that they themselves gave score as they do without. */
Test (fit, of_the_same_data_changes_nothing, .timeout = 10)
{
  g_autoptr (KpiFit) fit = fit_of (FIRST_PART SECOND_PART);
  g_autoptr (KpiScoreOptions) options = kpi_score_options_new ();
  g_autoptr (KpiScorecard) own = score_with (model_text, FIRST_PART SECOND_PART, NULL),
                           by_fit = NULL;

  kpi_score_options_set_fit (options, kpi_fit_ref (fit));
  kpi_score_options_set_fit (options, fit);
  kpi_fit_unref (fit);
  by_fit = score_with (model_text, FIRST_PART SECOND_PART, options);
  for (gsize row = 0; row < kpi_scorecard_get_n_rows (own); row++) {
    double a = kpi_scorecard_get_number (own, row, KPI_COLUMN_SCORE);
    double b = kpi_scorecard_get_number (by_fit, row, KPI_COLUMN_SCORE);

    cr_expect (a == b || (isnan (a) && isnan (b)));
  }
}

static const char small_model[] = "kpiscore: 1\n"
                                  "id: m\n"
                                  "indicators: {a: {score: minmax}, b: {score: rank}}\n";

static KpiFit *
small_fit (void)
{
  g_autoptr (KpiModel) model = kpi_model_parse (small_model, -1, NULL);
  g_autoptr (KpiDataset) data = read_data ("area,period,a,b\nX,2024,10,1\nY,2024,30,2\n");

  return kpi_fit_new (model, data, NULL, NULL);
}

/* 10 is 0 and 30 is 100, whatever the new data hold. */
Test (fit, new_data_score_by_what_was_learned_of_old, .timeout = 10)
{
  g_autoptr (KpiFit) fit = small_fit ();
  g_autoptr (KpiScoreOptions) options = kpi_score_options_new ();
  g_autoptr (KpiScorecard) card = NULL;

  kpi_score_options_set_fit (options, fit);
  card =
      score_with (small_model, "area,period,a,b\nX,2025,15,7\nY,2025,20,8\nZ,2025,90,9\n", options);
  expect_score (card, "X", "a", 25.0);
  expect_score (card, "Y", "a", 50.0);
  expect_score (card, "Z", "a", 100.0);
  expect_score (card, "X", "b", NAN); /* ranks are learned in each period, and of 2025 none were */
  cr_expect (has_finding (kpi_scorecard_get_findings (card), "nothing of it in the fit"));
}

Test (fit, as_of_a_day_the_fit_of_all_periods_serves, .timeout = 10)
{
  g_autoptr (KpiFit) fit = small_fit ();
  g_autoptr (KpiScoreOptions) options = kpi_score_options_new ();
  g_autoptr (KpiScorecard) card = NULL;

  kpi_score_options_set_fit (options, fit);
  cr_assert (kpi_score_options_set_as_of (options, "2026-03-31", NULL));
  card = score_with (small_model, "area,period,a,b\nX,2025,15,7\n", options);
  expect_number (card, "X", "2026-03-31", "a", KPI_COLUMN_SCORE, 25.0);
}

static void
expect_refusal (const char *model, KpiFit *fit, const char *text)
{
  g_autoptr (KpiScoreOptions) options = kpi_score_options_new ();
  g_autoptr (GError) error = NULL;

  kpi_score_options_set_fit (options, fit);
  cr_expect (eq (ptr, try_score (model, "area,period,a\nX,2024,1\n", options, &error), NULL));
  cr_assert (g_error_matches (error, KPI_ERROR, KPI_ERROR_CONFLICT));
  cr_expect (ne (ptr, strstr (error->message, text), NULL), "%s", error->message);
}

Test (fit, that_does_not_suit_the_model_is_refused, .timeout = 10)
{
  g_autoptr (KpiFit) fit = small_fit ();

  expect_refusal ("kpiscore: 1\nid: n\nindicators: {a: {score: minmax}}\n", fit,
                  "found a fit of the model m, expected one of n");
  expect_refusal ("kpiscore: 1\nid: m\nindicators: {a: {score: zscore}}\n", fit,
                  "indicators.a.score: found a fit that learned something else of it");
  expect_refusal ("kpiscore: 1\nid: m\nindicators: {a: {score: minmax, better: lower}}\n", fit,
                  "indicators.a.score: found a fit that learned something else of it");
  expect_refusal (
      "kpiscore: 1\nid: m\nindicators: {a: {score: {method: minmax, transform: sqrt}}}\n", fit,
      "indicators.a.score: found a fit that learned something else of it");
}

Test (fit, is_not_learned_by_a_fit, .timeout = 10)
{
  g_autoptr (KpiFit) fit = small_fit ();
  g_autoptr (KpiModel) model = kpi_model_parse (small_model, -1, NULL);
  g_autoptr (KpiScoreOptions) options = kpi_score_options_new ();
  g_autoptr (GError) error = NULL;

  kpi_score_options_set_fit (options, fit);
  cr_expect (eq (ptr, kpi_fit_new (model, NULL, options, &error), NULL));
  cr_expect (g_error_matches (error, KPI_ERROR, KPI_ERROR_ARGUMENT));
}

/* A damaged file, and what is said of it. */
Test (fit, what_could_not_have_been_learned_is_refused_where_it_stands, .timeout = 10)
{
#define FIT(entry) "kpiscore_fit: 1\nmodel: m\nlearned:\n  - {" entry "}\n"
#define OF_A "node: a, stage: score, frequency: 1Y, "
#define IMPUTED "node: a, stage: impute, period: 2024, count: 2, least: 1, greatest: 2, "
  static const struct {
    const char *text;
    KpiError code;
    const char *expected;
  } cases[] = {
      {"", KPI_ERROR_TYPE, ":1:1: error: found nothing, expected a mapping"},
      {"model: m\nlearned: []\n", KPI_ERROR_MISSING, "found no kpiscore_fit"},
      {"[", KPI_ERROR_SYNTAX, ""},
      {"kpiscore_fit: 2\nmodel: m\nlearned: []\n", KPI_ERROR_VALUE, ":1:15: error: kpiscore_fit:"},
      {"kpiscore: 1\nid: m\n", KPI_ERROR_UNKNOWN, ":1:1: error:"},
      {FIT (OF_A "count: 2, least: 3"), KPI_ERROR_MISSING, "found no greatest"},
      {FIT (OF_A "count: 2, least: 3, greatest: 1"), KPI_ERROR_CONFLICT,
       ":4:74: error: "
       "learned[0].greatest: "
       "found less"},
      {FIT (OF_A "count: 0, least: 1, greatest: 1"), KPI_ERROR_VALUE, "learned[0].count: found 0"},
      {FIT (OF_A "count: 1.5, least: 1, greatest: 1"), KPI_ERROR_VALUE, "found 1.5, expected"},
      {FIT (OF_A "count: 1e300, least: 1, greatest: 1"), KPI_ERROR_VALUE, "found 1e300, expected"},
      {FIT (OF_A "count: 2, least: 1, greatest: inf"), KPI_ERROR_TYPE, "learned[0].greatest"},
      {FIT (OF_A "count: 2, least: 1, greatest: 2, order: [1]"), KPI_ERROR_CONFLICT,
       "learned[0].order: found 1 numbers"},
      {FIT (OF_A "count: 2, least: 1, greatest: 2, order: [2, 1]"), KPI_ERROR_VALUE,
       "learned[0].order[1]: found a lesser number"},
      {FIT (OF_A "count: 2, least: 0, greatest: 2, order: [1, 2]"), KPI_ERROR_CONFLICT,
       "from `least` to"},
      {FIT (OF_A "count: 2, least: 1, greatest: 2, order: []"), KPI_ERROR_CONFLICT,
       "found 0 numbers"},
      {FIT (OF_A "count: 2, least: 1, greatest: 2, sum: [3]"), KPI_ERROR_CONFLICT,
       "learned[0]: found what stage score does not learn, expected squares beside sum"},
      {FIT (OF_A "count: 2, least: 1, greatest: 2, squares: [5]"), KPI_ERROR_MISSING, "sum"},
      {FIT (IMPUTED "sum: [3], squares: [5]"), KPI_ERROR_CONFLICT,
       "found what stage impute does not learn, expected sum without squares, or order"},
      {FIT (IMPUTED "sum: [5]"), KPI_ERROR_VALUE,
       "learned[0].sum: found sums that no numbers have"},
      {FIT (IMPUTED "sum: [1]"), KPI_ERROR_VALUE,
       "learned[0].sum: found sums that no numbers have"},
      {FIT (IMPUTED "sum: [3], present: -1"), KPI_ERROR_VALUE,
       "learned[0].present: found -1, expected a whole number"},
      {FIT (IMPUTED "sum: [3], present: 1e17"), KPI_ERROR_VALUE, "found 1e17, expected a whole"},
      {FIT (IMPUTED "sum: [3], turned: true"), KPI_ERROR_CONFLICT,
       "found turned beside stage impute, expected score"},
      {FIT (IMPUTED "sum: [3], group: ''"), KPI_ERROR_VALUE, "learned[0].group: found \"\""},
      {FIT ("node: a, stage: impute, frequency: 1Y, count: 1, least: 1, greatest: 1"),
       KPI_ERROR_CONFLICT, "found frequency beside stage impute, expected period"},
      {FIT ("node: a, stage: treat, frequency: 1Y, count: 2, least: 1, greatest: 2"),
       KPI_ERROR_CONFLICT, "found what stage treat does not learn, expected order"},
      {FIT (OF_A "count: 2, least: 1, greatest: 2, present: 2"), KPI_ERROR_CONFLICT,
       "found present beside stage score, expected impute"},
      {"kpiscore_fit: 1\nmodel: m\nareas: [A, ' ']\nlearned: []\n", KPI_ERROR_VALUE,
       "areas[1]: found"},
      {FIT (IMPUTED "sum: [3]") "  - {" IMPUTED "sum: [3]}\n", KPI_ERROR_DUPLICATE,
       "found two entries"},
      {FIT (OF_A "count: 2, least: 1, greatest: 2, sum: [3], squares: [1]"), KPI_ERROR_VALUE,
       "found sums that no numbers have"},
      {FIT (OF_A "count: 2, least: 1, greatest: 2, sum: [1e308, 1e308], squares: [5]"),
       KPI_ERROR_VALUE, "found sums that no numbers have"},
      {FIT ("node: a, stage: score, count: 2, least: 1, greatest: 2"), KPI_ERROR_CONFLICT,
       "found neither"},
      {FIT (OF_A "period: 2024, count: 2, least: 1, greatest: 2"), KPI_ERROR_CONFLICT,
       "found both"},
      {FIT (OF_A "stag: x, count: 2, least: 1, greatest: 2"), KPI_ERROR_UNKNOWN,
       "did you mean stage?"},
      {FIT (OF_A "count: 2, least: 1, greatest: 2") "  - {" OF_A
                                                    "count: 1, least: 1, greatest: 1}\n",
       KPI_ERROR_DUPLICATE, "found two entries"},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (KpiFit) fit = load_text (cases[i].text, &error);

    cr_assert (fit == NULL, "%s", cases[i].text);
    cr_expect (g_error_matches (error, KPI_ERROR, cases[i].code), "%s: %s", cases[i].text,
               error->message);
    cr_expect (strstr (error->message, cases[i].expected) != NULL, "%s: %s", cases[i].text,
               error->message);
  }
}

Test (fit, a_file_that_is_not_there_is_named, .timeout = 10)
{
  g_autoptr (GError) error = NULL;

  cr_expect (eq (ptr, kpi_fit_load ("/nowhere/at/all.fit", &error), NULL));
  cr_expect (g_error_matches (error, KPI_ERROR, KPI_ERROR_FILE));
  g_clear_error (&error);
  {
    g_autoptr (KpiFit) fit = small_fit ();

    cr_expect (not(kpi_fit_save (fit, "/nowhere/at/all.fit", &error)));
    cr_expect (g_error_matches (error, KPI_ERROR, KPI_ERROR_FILE));
  }
}

/* Cut off anywhere, or with a byte changed, a file is refused or is a fit: nothing else happens. */
Test (fit, survives_any_damage, .timeout = 60)
{
  g_autoptr (KpiFit) whole = fit_of (FIRST_PART SECOND_PART);
  g_autofree char *text = text_of (whole);
  g_autoptr (GRand) random = g_rand_new_with_seed (9);
  gsize length = strlen (text);

  for (gsize i = 0; i < length; i += 3) {
    g_autofree char *damaged = g_strdup (text);
    g_autoptr (GError) error = NULL;
    g_autoptr (KpiFit) fit = NULL;

    if (i % 2 == 0)
      damaged[i] = '\0';
    else
      damaged[i] = (char)g_rand_int_range (random, 1, 128);
    fit = load_text (damaged, &error);
    if (fit == NULL)
      cr_expect (ne (ptr, error, NULL));
    else
      cr_expect (eq (ptr, error, NULL));
  }
}

/* KPI_MAX_FIT_VALUES ranks in one period pass, one more does not; the same of entries
 * (KPI_MAX_FIT_ENTRIES), of which ranks make one a period. */
Test (fit, limits_are_those_published, .timeout = 60)
{
  g_autoptr (GString) text = g_string_new (FIT (OF_A "count: 1, least: 1, greatest: 1"));
  g_autoptr (GString) order = g_string_new ("kpiscore_fit: 1\nmodel: m\nlearned:\n  - {" OF_A);
  g_autoptr (GError) error = NULL;

  g_string_append_printf (order, "count: %d, least: 1, greatest: 1, order: [1",
                          KPI_MAX_FIT_VALUES + 1);
  for (int i = 0; i < KPI_MAX_FIT_VALUES; i++)
    g_string_append (order, ",1");
  g_string_append (order, "]}\n");
  cr_expect (eq (ptr, load_text (order->str, &error), NULL));
  cr_expect (g_error_matches (error, KPI_ERROR, KPI_ERROR_LIMIT), "%s", error->message);
  g_clear_error (&error);
  for (int i = 0; i < KPI_MAX_FIT_ENTRIES; i++)
    g_string_append_printf (text,
                            "  - {node: b%d, stage: score, frequency: 1Y, count: 1, least: 1, "
                            "greatest: 1}\n",
                            i);
  cr_expect (eq (ptr, load_text (text->str, &error), NULL));
  cr_expect (g_error_matches (error, KPI_ERROR, KPI_ERROR_LIMIT), "%s", error->message);
}

/* ---- All stages */

/* Gaps are filled from groups, levels and medians; outliers are treated; three ways to learn. */
static const char staged_model[] =
    "kpiscore: 1\n"
    "id: m\n"
    "areas: {A: {group: g}, B: {group: g}, C: {group: h}, D: {group: h}, E: {}, F: {}, G: {}, H: "
    "{}}\n"
    "indicators:\n"
    "  sums: {impute: mean, score: {method: zscore, transform: sqrt}, better: lower}\n"
    "  order: {impute: group_median, score: {method: rank, over: all, ties: average}}\n"
    "  treated: {impute: group_mean, treat: {winsorise: 1}, score: zscore}\n"
    "  logged: {impute: median, treat: {winsorise: 0, then: log}, score: {method: minmax, over: "
    "period}}\n"
    "index: {id: all, of: [sums, order, treated, logged]}\n";

#define STAGED_HEADER "area,period,sums,order,treated,logged\n"
static const char *const staged_rows[] = {
    "A,2023,0.1,3,1,1\n", "B,2023,0.2,,2,2\n",     "C,2023,,3,3,3\n",
    "D,2023,0.4,9,,4\n",  "E,2023,0.7,1e300,4,\n", "F,2023,1e-3,2,5,6\n",
    "G,2023,,,6,7\n",     "H,2023,12,4,700,800\n", "A,2024,0.30000000000000004,5,7,\n",
    "C,2024,,,8,5\n",     "D,2024,9,1,,3\n",       "H,2024,1e9,7,9,0.1\n"};
#define N_STAGED G_N_ELEMENTS (staged_rows)

/* The rows whose bit in `parts` is `side`. */
static char *
part_of (guint parts, guint side)
{
  GString *text = g_string_new (STAGED_HEADER);

  for (gsize i = 0; i < N_STAGED; i++)
    if (((parts >> i) & 1) == side)
      g_string_append (text, staged_rows[i]);
  return g_string_free (text, FALSE);
}

/* The law holds whatever is imputed and treated: what is a gap in one part may be a value in the
 * other, and neither part need have an outlier. */
Test (fit, any_split_of_what_is_imputed_and_treated_merges_to_the_whole, .timeout = 60)
{
  g_autofree char *all = part_of (0, 0), *whole = NULL;
  g_autoptr (KpiFit) fit = fit_with (staged_model, all);
  g_autoptr (GRand) random = g_rand_new_with_seed (57);

  whole = text_of (fit);
  for (int i = 0; i < 40; i++) {
    guint parts = (guint)g_rand_int_range (random, 1, (1 << N_STAGED) - 1);
    g_autofree char *left = part_of (parts, 0), *right = part_of (parts, 1), *text = NULL;
    g_autoptr (KpiFit) first = fit_with (staged_model, left);
    g_autoptr (KpiFit) second = fit_with (staged_model, right);
    g_autoptr (KpiFit) both = kpi_fit_merge (first, second, NULL);

    cr_assert (both != NULL);
    text = text_of (both);
    cr_expect (eq (str, text, whole), "split %x", parts);
  }
}

static void
expect_same_rows (const KpiScorecard *card, const KpiScorecard *expected)
{
  for (gsize row = 0; row < kpi_scorecard_get_n_rows (card); row++) {
    const char *area = kpi_scorecard_get_text (card, row, KPI_COLUMN_AREA);
    const char *period = kpi_scorecard_get_text (card, row, KPI_COLUMN_PERIOD);
    const char *node = kpi_scorecard_get_text (card, row, KPI_COLUMN_NODE);

    expect_number (expected, area, period, node, KPI_COLUMN_VALUE,
                   kpi_scorecard_get_number (card, row, KPI_COLUMN_VALUE));
    expect_number (expected, area, period, node, KPI_COLUMN_SCORE,
                   kpi_scorecard_get_number (card, row, KPI_COLUMN_SCORE));
  }
}

/* By its own fit, which was saved and loaded, the data have the scores that they have without. */
Test (fit, of_the_same_data_changes_nothing_at_any_stage, .timeout = 10)
{
  g_autofree char *csv = part_of (0, 0), *text = NULL;
  g_autoptr (KpiFit) fit = fit_with (staged_model, csv), loaded = NULL;
  static const char *const stages[] = {"imputed", "treated"};

  text = text_of (fit);
  loaded = load_text (text, NULL);
  cr_assert (loaded != NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (stages); i++) {
    g_autoptr (KpiScoreOptions) options = kpi_score_options_new ();
    g_autoptr (KpiScorecard) by_fit = score_by (staged_model, csv, loaded, stages[i]), card = NULL;

    cr_assert (kpi_score_options_set_stage (options, stages[i], NULL));
    card = score_with (staged_model, csv, options);
    cr_expect (eq (sz, kpi_scorecard_get_n_rows (by_fit), 80)); /* 8 areas, 2 years, 5 nodes */
    expect_same_rows (by_fit, card);
  }
}

/* D alone lacks some indicators altogether, and has the scores that it has among the others. */
Test (fit, one_area_alone_has_the_scores_that_it_has_among_all, .timeout = 10)
{
  g_autofree char *csv = part_of (0, 0);
  g_autofree char *one = g_strconcat (STAGED_HEADER, staged_rows[3], staged_rows[10], NULL);
  g_autoptr (KpiFit) fit = fit_with (staged_model, csv);
  g_autoptr (KpiScorecard) all = score_with (staged_model, csv, NULL);
  g_autoptr (KpiScorecard) alone = score_by (staged_model, one, fit, "measured");
  static const char *const nodes[] = {"sums", "order", "treated", "logged", "all"};

  for (gsize i = 0; i < G_N_ELEMENTS (nodes); i++) {
    expect_number (alone, "D", "2023", nodes[i], KPI_COLUMN_SCORE,
                   get (all, "D", "2023", nodes[i], KPI_COLUMN_SCORE));
    expect_number (alone, "D", "2024", nodes[i], KPI_COLUMN_SCORE,
                   get (all, "D", "2024", nodes[i], KPI_COLUMN_SCORE));
  }
}

/* What no text could hold is refused while it is learned. */
Test (fit, sums_beyond_the_greatest_number_are_refused, .timeout = 10)
{
  static const char *const models[] = {
      "kpiscore: 1\nid: m\nindicators: {a: {score: zscore}}\n",
      "kpiscore: 1\nid: m\nindicators: {a: {impute: mean, score: minmax}}\n"};
  g_autoptr (KpiDataset) data = read_data ("area,period,a\nA,2024,1e308\nB,2024,1.7e308\n");

  for (gsize i = 0; i < G_N_ELEMENTS (models); i++) {
    g_autoptr (KpiModel) model = kpi_model_parse (models[i], -1, NULL);
    g_autoptr (GError) error = NULL;

    cr_expect (eq (ptr, kpi_fit_new (model, data, NULL, &error), NULL));
    cr_assert (g_error_matches (error, KPI_ERROR, KPI_ERROR_LIMIT));
    expect_holds (error->message, "a: found values whose sum");
  }
}
