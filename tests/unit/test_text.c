/* SPDX-License-Identifier: MIT */
#include <string.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "base/text.h"

/* Checks the name that `text` stands for; NULL where it is none. */
static void
expect_name (const char *text, const char *name)
{
  g_autofree char *got = _kpi_text_name (text, strlen (text));

  cr_expect (g_strcmp0 (got, name) == 0, "\"%s\" is \"%s\", expected \"%s\"", text, got, name);
}

Test (text, names_are_composed, .timeout = 10)
{
  expect_name ("Hue", "Hue");
  /* e, circumflex, acute, one by one: U+1EBF is their composition. */
  expect_name ("Hue\xcc\x82\xcc\x81", "Hu\xe1\xba\xbf");
  /* The dot below is written after the circumflex and belongs before it: U+1ED9. */
  expect_name ("No\xcc\x82\xcc\xa3i", "N\xe1\xbb\x99i");
  expect_name ("", "");
}

Test (text, names_are_trimmed_at_their_ends_alone, .timeout = 10)
{
  expect_name ("  Da  Nang ", "Da  Nang");
  expect_name ("\xc2\xa0Hu\xe1\xba\xbf\xe3\x80\x80", "Hu\xe1\xba\xbf"); /* no-break, ideographic */
  expect_name ("\tHue\t", "Hue");
  expect_name ("\xc2\xa0", "");
  expect_name ("\u200bHue\u2060", "Hue");     /* zero-width space, word joiner */
  expect_name ("\ufeffHu\u1ebf", "Hu\u1ebf"); /* the mark of a file put behind another */
  expect_name ("a\u200bb", "a\u200bb");
}

Test (text, what_is_no_name, .timeout = 10)
{
  expect_name ("Da\tNang", NULL);
  expect_name ("Hue\x7f.", NULL);
  expect_name ("Hue\xc2\x85.", NULL);   /* a C1 control character */
  expect_name ("Hu\xe1\xba", NULL);     /* cutoff short */
  expect_name ("Hu\xea", NULL);         /* Latin-1 */
  expect_name ("Hu\xed\xa0\x80", NULL); /* a surrogate */
  expect_name ("Hu\xc1\xa1", NULL);     /* "a" in two bytes */
  cr_expect (eq (ptr, _kpi_text_name ("Hu\0e", 4), NULL));
}

Test (text, a_name_ends_at_its_length, .timeout = 10)
{
  g_autofree char *ascii = _kpi_text_name ("Hue,2025", 3);
  g_autofree char *other = _kpi_text_name ("Hu\xe1\xba\xbf,2025", 5);

  cr_expect (eq (str, ascii, (char *)"Hue"));
  cr_expect (eq (str, other, (char *)"Hu\xe1\xba\xbf"));
}

Test (text, the_longest_name, .timeout = 10)
{
  g_autofree char *text = g_strnfill (KPI_MAX_NAME_BYTES + 1, 'a');
  g_autofree char *longest = _kpi_text_name (text, KPI_MAX_NAME_BYTES);

  cr_expect (longest != NULL && strlen (longest) == KPI_MAX_NAME_BYTES);
  cr_expect (eq (ptr, _kpi_text_name (text, KPI_MAX_NAME_BYTES + 1), NULL));
}

/* Sixteen thousand marks in the wrong order took most of a second to sort; a file has room for
 * thousands of such names. */
Test (text, marks_do_not_pile_up, .timeout = 10)
{
  g_autoptr (GString) name = g_string_new ("a");
  g_autofree char *allowed = NULL;

  for (int i = 0; i < 30; i++)
    g_string_append (name, "\xcc\x80");
  allowed = _kpi_text_name (name->str, name->len);
  cr_expect (ne (ptr, allowed, NULL));
  g_string_append (name, "\xcc\xa3");
  expect_name (name->str, NULL);
}

static void
expect_quote (const char *text, const char *quoted)
{
  g_autofree char *got = _kpi_text_quote (text);

  cr_expect (eq (str, got, (char *)quoted));
}

/* U+FFFD, in bytes: what stands for a character that no terminal should be sent. */
#define REPLACED "\xef\xbf\xbd"

Test (text, quotes_are_safe_to_print, .timeout = 10)
{
  expect_quote ("Hu\xe1\xba\xbf", "\"Hu\xe1\xba\xbf\"");
  expect_quote ("", "\"\"");
  expect_quote ("\x1b[31m", "\"" REPLACED "[31m\"");
  expect_quote ("a\nb", "\"a" REPLACED "b\"");
  expect_quote ("\xe2\x80\xae"
                "abc",
                "\"" REPLACED "abc\""); /* right-to-left override */
  expect_quote ("\xff\xe1\xba", "\"" REPLACED REPLACED REPLACED "\"");
}

Test (text, quotes_are_cut_after_sixty_characters, .timeout = 10)
{
  g_autofree char *sixty = g_strnfill (60, 'x');
  g_autofree char *whole = g_strdup_printf ("\"%s\"", sixty);
  g_autofree char *longer = g_strdup_printf ("%sy", sixty);
  g_autofree char *cutoff = g_strdup_printf ("\"%s…\"", sixty);

  expect_quote (sixty, whole);
  expect_quote (longer, cutoff);
}

Test (text, ids, .timeout = 10)
{
  static const char *const good[] = {"a", "e_id_coverage", "VN-HUE", "a.b", "Z9"};
  static const char *const bad[] = {"", "9a", "_a", "-a", ".a", "a b", "a/b", "a\n", "é", "aé"};

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    cr_expect (_kpi_text_is_id (good[i]), "%s is an id", good[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    cr_expect (not(_kpi_text_is_id (bad[i])), "\"%s\" is no id", bad[i]);
}

Test (text, words_are_no_numbers_misspelt, .timeout = 10)
{
  static const char *const good[] = {"done", "being built", "Đang làm",     "N/A",
                                     "x",    "informal",    "an-other.word"};
  static const char *const bad[] = {"",    "inf", "Infinity", "NaN",   "nan",   "1e999",
                                    "80%", "x%",  "Q3",       "-done", "(a)",   " done",
                                    "~x",  "−x",  "a\tb",     "ba2",   "1,234", "∞"};

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    cr_expect (_kpi_text_is_word (good[i]), "%s is a word", good[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    cr_expect (not(_kpi_text_is_word (bad[i])), "\"%s\" is no word", bad[i]);
}

/* Checks what is offered for `wrong` of the names that follow, up to NULL. */
static void
expect_nearest (const char *wrong, const char *expected, const char *const *offered)
{
  KpiNearest nearest = KPI_NEAREST (wrong);

  for (; *offered != NULL; offered++)
    _kpi_nearest_offer (&nearest, *offered);
  cr_expect (g_strcmp0 (nearest.nearest, expected) == 0, "for %s: %s, expected %s", wrong,
             nearest.nearest, expected);
}

#define OFFERED(...) ((const char *const[]){__VA_ARGS__, NULL})

Test (text, slips_of_the_pen_are_recognised, .timeout = 10)
{
  const char *const *keys = OFFERED ("target", "title", "treat", "unit");

  expect_nearest ("targte", "target", keys); /* swapped */
  expect_nearest ("targt", "target", keys);  /* left out */
  expect_nearest ("ttarget", "target", keys);
  expect_nearest ("Unit", "unit", keys);
  expect_nearest ("unti", "unit", keys);
  expect_nearest ("colour", NULL, keys);
  expect_nearest ("u", NULL, keys);
  expect_nearest ("", NULL, OFFERED ("a"));
}

Test (text, the_nearest_wins_and_the_first_of_equals, .timeout = 10)
{
  expect_nearest ("rate_b", "rate_a", OFFERED ("rates_x", "rate_a", "rate_c"));
  expect_nearest ("a", NULL, OFFERED ("b", "c", "")); /* nothing in common */
  expect_nearest ("ab", "ac", OFFERED ("ac", "zb"));
}

Test (text, accents_aside, .timeout = 10)
{
  expect_nearest ("Ha Noi", "Hà Nội", OFFERED ("Hà Nam", "Hà Nội", "Hải Phòng"));
  expect_nearest ("Da Nang", "Đà Nẵng", OFFERED ("Hà Nội", "Đà Nẵng"));
  expect_nearest ("Huê", "Huế", OFFERED ("Huế"));
}

Test (text, names_too_long_to_compare_are_left_alone, .timeout = 10)
{
  g_autofree char *sixty_four = g_strnfill (64, 'x');
  g_autofree char *sixty_five = g_strnfill (65, 'x');
  g_autofree char *other = g_strconcat (sixty_four + 1, "y", NULL);

  expect_nearest (sixty_four, other, OFFERED (other));
  expect_nearest (sixty_five, NULL, OFFERED (sixty_four));
  expect_nearest (sixty_four, NULL, OFFERED (sixty_five));
  expect_nearest ("\xff\xfe", NULL, OFFERED ("a"));
}

Test (text, hints_read_on_from_a_sentence, .timeout = 10)
{
  KpiNearest nearest = KPI_NEAREST ("targte");
  g_autofree char *none = _kpi_nearest_hint (&nearest);
  g_autofree char *some = NULL;

  _kpi_nearest_offer (&nearest, "target");
  some = _kpi_nearest_hint (&nearest);
  cr_expect (eq (str, none, (char *)""));
  cr_expect (eq (str, some, (char *)"; did you mean target?"));
}

Test (text, a_hint_from_a_list, .timeout = 10)
{
  static const char *const known[] = {"unit", "target", "title"};
  g_autofree char *some = _kpi_text_hint ("titel", known, 3);
  g_autofree char *none = _kpi_text_hint ("titel", known, 2);

  cr_expect (eq (str, some, "; did you mean title?"));
  cr_expect (eq (str, none, ""));
}
