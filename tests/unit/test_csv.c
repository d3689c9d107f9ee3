/* SPDX-License-Identifier: MIT */
/* What a valid file holds is compared with Python's csv module by csv_oracle.py; here stand places,
 * errors and limits. */
#include <string.h>
#include <unistd.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "data/file/csv.h"

#define TEXT(literal) literal, sizeof (literal) - 1

/* Reads a file and writes each field as `LINE:COLUMN:TEXT|`, each row ending with a newline. */
static char *
tokenize (const char *bytes, gsize length, char separator, KpiFindings *findings)
{
  GString *out = g_string_new (NULL);
  g_autofree char *path = NULL;
  g_autoptr (KpiCsv) csv = NULL;
  KpiCsvField *fields;
  int file = g_file_open_tmp ("kpiscore-csv-XXXXXX", &path, NULL);

  cr_assert (file >= 0);
  close (file);
  cr_assert (g_file_set_contents (path, bytes, (gssize)length, NULL));
  csv = _kpi_csv_open (path, "x.csv", separator, findings);
  unlink (path);
  cr_assert (csv != NULL);
  while (_kpi_csv_next (csv, &fields)) {
    for (gsize i = 0; i < _kpi_csv_get_n_fields (csv); i++) {
      cr_expect (strlen (fields[i].text) == fields[i].length);
      g_string_append_printf (out, "%u:%u:%s|", fields[i].line, fields[i].column, fields[i].text);
    }
    g_string_append_c (out, '\n');
  }
  return g_string_free (out, FALSE);
}

static void
expect_rows (const char *bytes, gsize length, const char *rows)
{
  g_autoptr (KpiFindings) findings = _kpi_findings_new ();
  g_autofree char *found = tokenize (bytes, length, ',', findings);

  cr_expect (eq (str, found, (char *)rows));
  cr_expect (eq (sz, kpi_findings_get_length (findings), 0));
}

/* Expects the rows, and one error. */
static void
expect_error (const char *bytes, gsize length, const char *rows, KpiError code, guint line,
              guint column, const char *fragment)
{
  g_autoptr (KpiFindings) findings = _kpi_findings_new ();
  g_autofree char *found = tokenize (bytes, length, ',', findings);
  g_autofree char *text = NULL;

  cr_expect (eq (str, found, (char *)rows));
  cr_assert (eq (sz, kpi_findings_get_length (findings), 1));
  text = kpi_findings_format (findings, 0);
  cr_expect (kpi_findings_get_code (findings, 0) == (gint)code, "%s", text);
  cr_expect (kpi_findings_get_line (findings, 0) == line, "line %u: %s", line, text);
  cr_expect (kpi_findings_get_column (findings, 0) == column, "column %u: %s", column, text);
  cr_expect (strstr (text, fragment) != NULL, "%s: %s", fragment, text);
}

Test (csv, fields_have_the_place_of_their_first_character, .timeout = 10)
{
  expect_rows (TEXT ("a,b\n1,2\n"), "1:1:a|1:3:b|\n2:1:1|2:3:2|\n");
  expect_rows (TEXT ("a,\"b\"\n"), "1:1:a|1:3:b|\n");
  expect_rows (TEXT ("Huế,b\n"), "1:1:Huế|1:5:b|\n"); /* characters, not bytes */
  expect_rows (TEXT ("\"x\ny\",b\n1,2"), "1:1:x\ny|2:4:b|\n3:1:1|3:3:2|\n");
  expect_rows (TEXT ("\"x\r\ny\",\"\"\"\"\n"), "1:1:x\r\ny|2:4:\"|\n");
  expect_rows (TEXT ("\"x\ry\",b\n"), "1:1:x\ry|2:4:b|\n");
}

Test (csv, every_line_end_ends_a_line, .timeout = 10)
{
  expect_rows (TEXT ("a\r\nb\nc\rd"), "1:1:a|\n2:1:b|\n3:1:c|\n4:1:d|\n");
  expect_rows (TEXT ("a,b\r1,\r\n"), "1:1:a|1:3:b|\n2:1:1|2:3:|\n");
}

Test (csv, blanks_belong_to_fields, .timeout = 10)
{
  expect_rows (TEXT (" a , b\t\n"), "1:1: a |1:5: b\t|\n");
}

Test (csv, a_byte_order_mark_is_no_character, .timeout = 10)
{
  expect_rows (TEXT ("\xef\xbb\xbfname,b\n"), "1:1:name|1:6:b|\n");
  expect_rows (TEXT ("\xef\xbb\xbf\"a\",b\n"), "1:1:a|1:5:b|\n");
}

Test (csv, an_empty_file_has_no_rows, .timeout = 10)
{
  expect_rows (TEXT (""), "");
  expect_rows (TEXT ("\xef\xbb\xbf"), "");
}

Test (csv, an_empty_line_is_a_row_where_rows_have_one_field, .timeout = 10)
{
  expect_rows (TEXT ("a\n\nb\n"), "1:1:a|\n2:1:|\n3:1:b|\n");
}

Test (csv, any_separator, .timeout = 10)
{
  g_autoptr (KpiFindings) findings = _kpi_findings_new ();
  g_autofree char *found = tokenize (TEXT ("a;b,c\n1;2\n"), ';', findings);

  cr_expect (eq (str, found, "1:1:a|1:3:b,c|\n2:1:1|2:3:2|\n"));
}

Test (csv, rows_with_errors_are_passed_over, .timeout = 10)
{
  expect_error (TEXT ("a,b\n1,x\"y\"\n3,4\n"), "1:1:a|1:3:b|\n3:1:3|3:3:4|\n", KPI_ERROR_SYNTAX, 2,
                3, "found a quote within a field");
  expect_error (TEXT ("a,b\n\"x\"y,2\n3,4\n"), "1:1:a|1:3:b|\n3:1:3|3:3:4|\n", KPI_ERROR_SYNTAX, 2,
                1, "found text behind the closing quote");
  expect_error (TEXT ("a,b\n1,\xe1z\n3,4\n"), "1:1:a|1:3:b|\n3:1:3|3:3:4|\n", KPI_ERROR_ENCODING, 2,
                3, "found bytes that are not UTF-8");
  expect_error (TEXT ("a,b\n1,\"\xed\xa0\x80\"\n"), "1:1:a|1:3:b|\n", KPI_ERROR_ENCODING, 2, 3,
                "not UTF-8"); /* a surrogate */
}

Test (csv, an_open_quote_is_named_where_it_opened, .timeout = 10)
{
  expect_error (TEXT ("a,b\n1,\"x\n2,y\n3,z\n"), "1:1:a|1:3:b|\n", KPI_ERROR_SYNTAX, 2, 3,
                "found the end of the file");
  expect_error (TEXT ("a,b\n1,\"xy\"\""), "1:1:a|1:3:b|\n", KPI_ERROR_SYNTAX, 2, 3,
                "found the end of the file");
}

Test (csv, a_wrong_number_of_fields, .timeout = 10)
{
  expect_error (TEXT ("a,b\n1,2,3,4\n5,6\n"), "1:1:a|1:3:b|\n3:1:5|3:3:6|\n", KPI_ERROR_SYNTAX, 2,
                5, "found 4 fields, expected 2 as in the first line");
  expect_error (TEXT ("a,b,c\n1,22\n"), "1:1:a|1:3:b|1:5:c|\n", KPI_ERROR_SYNTAX, 2, 3,
                "found 2 fields, expected 3");
  expect_error (TEXT ("a,b\n1\n"), "1:1:a|1:3:b|\n", KPI_ERROR_SYNTAX, 2, 1,
                "found 1 field, expected 2");
  expect_error (TEXT ("a,b\n\n1,2\n"), "1:1:a|1:3:b|\n3:1:1|3:3:2|\n", KPI_ERROR_SYNTAX, 2, 1,
                "found an empty line, expected 2 fields");
}

Test (csv, a_decimal_comma_without_quotes_is_seen, .timeout = 10)
{
  expect_error (TEXT ("a,b\nHue,88,36\n"), "1:1:a|1:3:b|\n", KPI_ERROR_SYNTAX, 2, 8,
                "found 3 fields, expected 2 as in the first line; is 88,36 one number? Decimal "
                "commas ask for quotes or for another separator, such as ;");
  expect_error (TEXT ("a,b,c\n2025,-0,5,E\n"), "1:1:a|1:3:b|1:5:c|\n", KPI_ERROR_SYNTAX, 2, 11,
                "is -0,5 one number?");
  expect_error (TEXT ("a,b\n2025,3,1416\n"), "1:1:a|1:3:b|\n", KPI_ERROR_SYNTAX, 2, 8,
                "is 3,1416 one number?");
}

/* Other rows that are too long are asked nothing. */
Test (csv, no_decimal_comma_is_seen_where_none_is, .timeout = 10)
{
  static const char *const rows[] = {"a,b\n88,Hue,36\n", "a,b\n1,,\n", "a,b,c\n88,36\n",
                                     "a,b\n2025,1,x\n"};

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (KpiFindings) findings = _kpi_findings_new ();
    g_autofree char *found = tokenize (rows[i], strlen (rows[i]), ',', findings);

    cr_assert (eq (sz, kpi_findings_get_length (findings), 1));
    cr_expect (strstr (kpi_findings_get_text (findings, 0), "one number") == NULL, "%s: %s", found,
               kpi_findings_get_text (findings, 0));
  }
}

Test (csv, what_is_no_text_ends_the_file, .timeout = 10)
{
  expect_error (TEXT ("a,b\n1,\0x\n3,4\n"), "1:1:a|1:3:b|\n", KPI_ERROR_SYNTAX, 2, 3,
                "found a NUL character");
  expect_error (TEXT ("a,b\n1,\"\0x\"\n3,4\n"), "1:1:a|1:3:b|\n", KPI_ERROR_SYNTAX, 2, 3,
                "found a NUL character");
  expect_error (TEXT ("\xff\xfe"
                      "a\0,\0"),
                "", KPI_ERROR_ENCODING, 1, 1, "found UTF-16");
  expect_error (TEXT ("\xfe\xff\0a"), "", KPI_ERROR_ENCODING, 1, 1, "found UTF-16");
}

Test (csv, nothing_is_read_behind_a_bad_header, .timeout = 10)
{
  expect_error (TEXT ("a,\"b\"c\n1,2\n"), "", KPI_ERROR_SYNTAX, 1, 3, "behind the closing quote");
}

/* Each length around that of the buffer, so that its end falls on every byte of a row. */
Test (csv, rows_go_on_over_the_end_of_the_buffer, .timeout = 60)
{
  for (gsize shift = 0; shift < 40; shift++) {
    g_autoptr (KpiFindings) findings = _kpi_findings_new ();
    g_autoptr (GString) text = g_string_new ("a,b\n\"");
    g_autofree char *found = NULL;
    const char *last;

    for (gsize i = 0; i < 64 * 1024 - 10 - shift; i++)
      g_string_append_c (text, 'x');
    g_string_append (text, "\",1\r\n\"ế\"\"ế\",\"\r\nế\"\r\nHuế,\"3\"\r\n");
    found = tokenize (text->str, text->len, ',', findings);
    last = strchr (strchr (found, '\n') + 1, '\n') + 1;
    cr_expect (eq (str, (char *)last, "3:1:ế\"ế|3:8:\r\nế|\n5:1:Huế|5:5:3|\n"));
    cr_expect (eq (sz, kpi_findings_get_length (findings), 0));
  }
}

/* A text that says `part` over and over, behind a first line. */
static GString *
repeat (const char *first, const char *part, gsize n)
{
  GString *text = g_string_new (first);

  for (gsize i = 0; i < n; i++)
    g_string_append (text, part);
  return text;
}

Test (csv, the_longest_field, .timeout = 30)
{
  g_autoptr (KpiFindings) findings = _kpi_findings_new ();
  g_autofree char *longest = g_strnfill (KPI_MAX_FIELD_BYTES, 'x');
  g_autofree char *good = g_strconcat ("a,b\n1,", longest, "\n", NULL);
  g_autofree char *bad = g_strconcat ("a,b\n1,", longest, "x\n", NULL);
  g_autofree char *found = tokenize (good, strlen (good), ',', findings);

  cr_expect (eq (sz, kpi_findings_get_length (findings), 0));
  cr_expect (eq (sz, strlen (found), strlen ("1:1:a|1:3:b|\n2:1:1|2:3:|\n") + KPI_MAX_FIELD_BYTES));
  expect_error (bad, strlen (bad), "1:1:a|1:3:b|\n", KPI_ERROR_LIMIT, 2, 3,
                "found a field of more than 1 MiB");
}

Test (csv, the_longest_row, .timeout = 30)
{
  g_autoptr (GString) text = repeat ("a,b\n1,\"", "x,y\n", KPI_MAX_ROW_BYTES / 4);

  expect_error (text->str, text->len, "1:1:a|1:3:b|\n", KPI_ERROR_LIMIT, 2, 3,
                "found a row of more than 16 MiB");
}

Test (csv, the_most_columns, .timeout = 30)
{
  g_autoptr (KpiFindings) findings = _kpi_findings_new ();
  g_autoptr (GString) good = repeat ("a", ",a", KPI_MAX_COLUMNS - 1);
  g_autoptr (GString) bad = repeat ("a", ",a", KPI_MAX_COLUMNS);
  g_autofree char *found = tokenize (good->str, good->len, ',', findings);

  cr_expect (eq (sz, kpi_findings_get_length (findings), 0));
  cr_expect (g_str_has_suffix (found, "|1:199999:a|\n"));
  expect_error (bad->str, bad->len, "", KPI_ERROR_LIMIT, 1, 199999,
                "found more than 100,000 fields");
}

static void
expect_unreadable (const char *path, const char *fragment)
{
  g_autoptr (KpiFindings) findings = _kpi_findings_new ();
  g_autoptr (KpiCsv) csv = _kpi_csv_open (path, "x.csv", ',', findings);
  g_autofree char *text = NULL;
  KpiCsvField *fields;

  cr_expect (csv == NULL || !_kpi_csv_next (csv, &fields));
  cr_assert (eq (sz, kpi_findings_get_length (findings), 1));
  text = kpi_findings_format (findings, 0);
  cr_expect (kpi_findings_get_code (findings, 0) == KPI_ERROR_FILE);
  cr_expect (eq (str, text, (char *)fragment));
}

Test (csv, what_cannot_be_read, .timeout = 10)
{
  expect_unreadable ("/nowhere/x.csv", "x.csv: error: cannot be opened: No such file or directory");
  expect_unreadable (g_get_tmp_dir (), "x.csv: error: cannot be read: Is a directory");
}
