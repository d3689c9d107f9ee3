/* SPDX-License-Identifier: MIT */
#include <string.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <kpiscore/model.h>

#include "model/yaml/yaml.h"

/* A text with what was found in it. */
typedef struct {
  KpiYaml *root;
  KpiFindings *findings;
} Reading;

static Reading
read_bytes (const char *text, gsize length)
{
  KpiFindings *findings = _kpi_findings_new ();

  return (Reading){_kpi_yaml_parse (text, length, "f", FALSE, findings), findings};
}

static Reading
read_text (const char *text)
{
  return read_bytes (text, strlen (text));
}

static void
end (Reading reading)
{
  g_clear_pointer (&reading.root, _kpi_yaml_unref);
  kpi_findings_unref (reading.findings);
}

/* Checks that the text has one mistake, said as `line`. */
static void
expect_bytes (const char *text, gsize length, KpiError code, const char *line)
{
  Reading reading = read_bytes (text, length);
  g_autofree char *found = NULL;

  cr_assert (kpi_findings_get_length (reading.findings) > 0, "not refused: %s", line);
  found = kpi_findings_format (reading.findings, 0);
  cr_expect_str_eq (found, line);
  cr_expect (eq (int, kpi_findings_get_code (reading.findings, 0), (int)code), "%s", found);
  cr_expect (eq (sz, kpi_findings_get_length (reading.findings), 1), "%s", line);
  end (reading);
}

static void
expect (const char *text, KpiError code, const char *line)
{
  expect_bytes (text, strlen (text), code, line);
}

static void
expect_place (const KpiYaml *node, guint line, guint column)
{
  cr_expect (eq (uint, node->place.line, line));
  cr_expect (eq (uint, node->place.column, column));
}

Test (yaml, keeps_order_text_and_places, .timeout = 10)
{
  Reading reading = read_text ("b: one\na:\n  - NO\n  - {ế: 'x'}\n");
  const KpiYaml *list;

  cr_assert (reading.root != NULL);
  cr_expect (eq (int, reading.root->kind, KPI_YAML_MAPPING));
  cr_expect_str_eq (_kpi_yaml_entry (reading.root, 0)->key, "b");
  cr_expect_str_eq (_kpi_yaml_get (reading.root, "b")->text, "one");
  expect_place (_kpi_yaml_get (reading.root, "b"), 1, 4);
  list = _kpi_yaml_get (reading.root, "a");
  cr_expect (eq (sz, _kpi_yaml_length (list), 2));
  cr_expect_str_eq (_kpi_yaml_entry (list, 0)->value->text, "NO");
  expect_place (list, 3, 3);
  expect_place (_kpi_yaml_entry (list, 1)->value, 4, 5);
  /* Columns count characters: `ế` is one, of three bytes. */
  expect_place (_kpi_yaml_entry (_kpi_yaml_entry (list, 1)->value, 0)->value, 4, 9);
  end (reading);
}

Test (yaml, plain_null_alone_is_null, .timeout = 10)
{
  Reading reading = read_text ("a: null\nb: ~\nc:\nd: 'null'\ne: ''\nf: Null\n");
  static const KpiYamlKind kinds[] = {KPI_YAML_NULL,   KPI_YAML_NULL,   KPI_YAML_NULL,
                                      KPI_YAML_SCALAR, KPI_YAML_SCALAR, KPI_YAML_SCALAR};

  cr_assert (reading.root != NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    cr_expect (eq (int, _kpi_yaml_entry (reading.root, i)->value->kind, kinds[i]), "entry %zu", i);
  cr_expect (reading.root->has_null);
  cr_expect (_kpi_yaml_get (reading.root, "a") == NULL);
  end (reading);
}

Test (yaml, passes_over_a_byte_order_mark, .timeout = 10)
{
  Reading reading = read_text ("\xef\xbb\xbf"
                               "a: b\r\nc: d\r\n");

  cr_assert (reading.root != NULL);
  expect_place (reading.root, 1, 1);
  expect_place (_kpi_yaml_get (reading.root, "c"), 2, 4);
  end (reading);
}

/* A mapping, its 3 keys, a list of 2, that list once more by its alias, a scalar. */
Test (yaml, counts_what_aliases_name, .timeout = 10)
{
  Reading reading = read_text ("a: &x [1, 2]\nb: *x\nc: 3\n");

  cr_assert (reading.root != NULL);
  cr_expect (_kpi_yaml_get (reading.root, "a") == _kpi_yaml_get (reading.root, "b"));
  cr_expect (eq (sz, reading.root->size, 1 + 3 + 3 + 3 + 1));
  cr_expect (eq (uint, reading.root->height, 2));
  end (reading);
}

/* 65 bytes are two nodes, so that an alias to a long text is no cheap way to make a reader slow. */
Test (yaml, counts_long_texts_as_several_nodes, .timeout = 10)
{
  g_autofree char *long_text = g_strnfill (KPI_BYTES_PER_NODE + 1, 'x');
  g_autofree char *value = g_strdup_printf ("a: %s\n", long_text);
  g_autofree char *key = g_strdup_printf ("%s: a\n", long_text);
  Reading reading = read_text (value);

  cr_assert (reading.root != NULL);
  cr_expect (eq (sz, reading.root->size, 1 + 1 + 2));
  end (reading);
  reading = read_text (key);
  cr_assert (reading.root != NULL);
  cr_expect (eq (sz, reading.root->size, 1 + 2 + 1));
  end (reading);
}

Test (yaml, says_where_what_is_not_closed_began, .timeout = 10)
{
  expect (
      "a: [1, 2\nb: 3\n", KPI_ERROR_SYNTAX,
      "f:2:2: error: did not find expected ',' or ']', in a flow sequence that began at line 1, "
      "column 4");
  expect ("a: \"x\n", KPI_ERROR_SYNTAX,
          "f:2:1: error: found unexpected end of stream, in a quoted scalar that began at line 1, "
          "column 4");
}

Test (yaml, explains_common_slips, .timeout = 10)
{
  expect ("a: b: c\n", KPI_ERROR_SYNTAX,
          "f:1:5: error: found a colon where no key can stand; put a text that holds \": \" in "
          "quotes");
  expect ("a:\n\t- x\n", KPI_ERROR_SYNTAX,
          "f:2:1: error: found a tab, expected blanks to indent with");
  expect ("ế: %\n", KPI_ERROR_SYNTAX,
          "f:1:4: error: found \"%\", which begins no value; put the text in quotes");
}

Test (yaml, refuses_what_is_no_text, .timeout = 10)
{
  static const char nul[] = "a: b\nc\0d: e\n";

  expect ("a: b\nế: \xff\n", KPI_ERROR_ENCODING, "f:2:4: error: found bytes that are not UTF-8");
  expect ("a: b\r\nế: x \x01\n", KPI_ERROR_SYNTAX,
          "f:2:6: error: found the control character U+0001");
  expect_bytes (nul, sizeof nul - 1, KPI_ERROR_SYNTAX,
                "f:2:2: error: found the control character U+0000");
  expect ("a: [\"x\\0y\"]\n", KPI_ERROR_VALUE,
          "f:1:5: error: a[0]: found a NUL character, which no text may hold");
}

Test (yaml, wants_one_document, .timeout = 10)
{
  expect ("", KPI_ERROR_TYPE, "f:1:1: error: found nothing, expected a mapping");
  expect ("# nothing\n", KPI_ERROR_TYPE, "f:1:1: error: found nothing, expected a mapping");
  expect ("---\na: 1\n---\nb: 2\n", KPI_ERROR_SYNTAX,
          "f:3:1: error: found a second document, expected one a file");
}

Test (yaml, refuses_tags, .timeout = 10)
{
  expect (
      "a: {b: !x 1}\n", KPI_ERROR_SYNTAX,
      "f:1:8: error: a.b: found the tag \"!x\", expected none: what a value is follows from its "
      "place");
  expect ("a: !x [1]\n", KPI_ERROR_SYNTAX,
          "f:1:4: error: a: found the tag \"!x\", expected none: what a value is follows from its "
          "place");
  expect ("!x {a: 1}\n", KPI_ERROR_SYNTAX,
          "f:1:1: error: found the tag \"!x\", expected none: what a value is follows from its "
          "place");
}

Test (yaml, wants_each_key_once, .timeout = 10)
{
  Reading reading = read_text ("x:\n  a: 1\n  b: 2\n  a: 3\n");

  expect ("x:\n  a: 1\n  b: 2\n  \"a\": 3\n", KPI_ERROR_DUPLICATE,
          "f:4:3: error: x: found the key \"a\" again, expected it once: line 2 has it");
  /* What is left can still be checked. */
  cr_assert (reading.root != NULL);
  cr_expect_str_eq (_kpi_yaml_get (_kpi_yaml_get (reading.root, "x"), "a")->text, "1");
  end (reading);
}

Test (yaml, wants_keys_that_are_words, .timeout = 10)
{
  g_autofree char *most = g_strnfill (KPI_MAX_KEY_BYTES, 'k');
  g_autofree char *right = g_strdup_printf ("? %s\n: 1\n", most);
  g_autofree char *wrong = g_strdup_printf ("? k%s\n: 1\n", most);
  Reading reading = read_text (right);

  expect ("x: {[1, 2]: 3}\n", KPI_ERROR_TYPE,
          "f:1:5: error: x: found a list, expected a key: one word or text");
  expect ("? {a: b}\n: 3\n", KPI_ERROR_TYPE,
          "f:1:3: error: found a mapping, expected a key: one word or text");
  expect ("~: 3\n", KPI_ERROR_TYPE,
          "f:1:1: error: found nothing, expected a key: one word or text");
  expect (wrong, KPI_ERROR_LIMIT, "f:1:3: error: found a key of 1025 bytes, expected at most 1024");
  cr_expect (reading.root != NULL);
  end (reading);
}

Test (yaml, follows_aliases_to_what_is_there, .timeout = 10)
{
  expect ("a: *x\nb: &x 1\n", KPI_ERROR_UNKNOWN, "f:1:4: error: a: found *x, and no &x before it");
  expect ("a:\n  b: &x\n    - *x\n", KPI_ERROR_CYCLE,
          "f:3:7: error: a.b[0]: found *x within &x of line 2: it contains itself");
  expect ("a: &x 1\nb: &x 2\n", KPI_ERROR_DUPLICATE,
          "f:2:4: error: b: found the anchor x again, expected another name: line 1 has it");
}

/* `n` lists within one another. */
static char *
nest (guint n)
{
  g_autofree char *opening = g_strnfill (n, '[');
  g_autofree char *closing = g_strnfill (n, ']');

  return g_strconcat (opening, closing, NULL);
}

Test (yaml, nests_up_to_the_limit, .timeout = 10)
{
  g_autofree char *right = nest (KPI_MAX_MODEL_DEPTH);
  g_autofree char *wrong = nest (KPI_MAX_MODEL_DEPTH + 1);
  g_autofree char *endless = g_strnfill (1000000, '[');
  Reading reading = read_text (right);

  cr_assert (reading.root != NULL);
  cr_expect (eq (uint, reading.root->height, KPI_MAX_MODEL_DEPTH));
  end (reading);
  reading = read_text (wrong);
  cr_expect (reading.root == NULL);
  cr_expect (eq (int, kpi_findings_get_code (reading.findings, 0), KPI_ERROR_LIMIT));
  cr_expect (eq (uint, kpi_findings_get_column (reading.findings, 0), KPI_MAX_MODEL_DEPTH + 1));
  cr_expect_str_eq (kpi_findings_get_text (reading.findings, 0),
                    "found more than 64 lists and mappings within one another");
  end (reading);
  reading = read_text (endless);
  cr_expect (reading.root == NULL);
  end (reading);
}

/* What an alias names may not lead deeper than what is written may. */
Test (yaml, nests_through_aliases_up_to_the_limit, .timeout = 10)
{
  g_autofree char *half = nest (KPI_MAX_MODEL_DEPTH / 2);
  g_autofree char *right = g_strdup_printf ("a: &a %s\nb: [*a]\n", half);
  g_autofree char *opening = g_strnfill (KPI_MAX_MODEL_DEPTH / 2, '[');
  g_autofree char *closing = g_strnfill (KPI_MAX_MODEL_DEPTH / 2, ']');
  g_autofree char *wrong = g_strdup_printf ("a: &a %s\nb: %s*a%s\n", half, opening, closing);
  Reading reading = read_text (right);

  cr_expect (reading.root != NULL);
  end (reading);
  reading = read_text (wrong);
  cr_expect (reading.root == NULL);
  cr_expect (eq (int, kpi_findings_get_code (reading.findings, 0), KPI_ERROR_LIMIT));
  cr_expect (eq (uint, kpi_findings_get_line (reading.findings, 0), 2));
  end (reading);
}

/* A root list of n - 1 items has n nodes. */
static char *
list_of (gsize n)
{
  GString *text = g_string_new ("[");

  for (gsize i = 0; i < n; i++)
    g_string_append (text, "1,");
  g_string_append (text, "]");
  return g_string_free (text, FALSE);
}

Test (yaml, has_nodes_up_to_the_limit, .timeout = 60)
{
  g_autofree char *right = list_of (KPI_MAX_MODEL_NODES - 1);
  g_autofree char *wrong = list_of (KPI_MAX_MODEL_NODES);
  Reading reading = read_text (right);

  cr_assert (reading.root != NULL);
  cr_expect (eq (sz, reading.root->size, KPI_MAX_MODEL_NODES));
  end (reading);
  reading = read_text (wrong);
  cr_expect (reading.root == NULL);
  cr_expect (eq (int, kpi_findings_get_code (reading.findings, 0), KPI_ERROR_LIMIT));
  cr_expect_str_eq (kpi_findings_get_text (reading.findings, 0),
                    "found more than 1000000 nodes, aliases followed");
  end (reading);
}

/* Each line is ten of the one before: 10^9 nodes at the last, in some 300 bytes. */
Test (yaml, does_not_follow_a_bomb, .timeout = 10)
{
  g_autoptr (GString) text = g_string_new ("a0: &a0 x\n");
  Reading reading;

  for (guint i = 1; i < 10; i++) {
    g_string_append_printf (text, "a%u: &a%u [", i, i);
    for (guint j = 0; j < 10; j++)
      g_string_append_printf (text, "*a%u,", i - 1);
    g_string_append (text, "]\n");
  }
  reading = read_text (text->str);
  cr_expect (reading.root == NULL);
  cr_expect (eq (int, kpi_findings_get_code (reading.findings, 0), KPI_ERROR_LIMIT));
  cr_expect (eq (uint, kpi_findings_get_line (reading.findings, 0), 7));
  end (reading);
}

Test (yaml, reports_all_but_what_follows_a_syntax_error, .timeout = 10)
{
  Reading reading = read_text ("a: 1\na: 2\nb: *x\nc: !t 1\nd: [\n");
  static const KpiError codes[] = {KPI_ERROR_DUPLICATE, KPI_ERROR_UNKNOWN, KPI_ERROR_SYNTAX,
                                   KPI_ERROR_SYNTAX};

  cr_expect (reading.root == NULL);
  cr_assert (eq (sz, kpi_findings_get_length (reading.findings), G_N_ELEMENTS (codes)));
  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    cr_expect (eq (int, kpi_findings_get_code (reading.findings, i), (int)codes[i]));
  end (reading);
}
