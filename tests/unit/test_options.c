/* SPDX-License-Identifier: MIT */
#include <string.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include <kpiscore/model.h>

#include "model/options.h"

static const char *const ties[] = {"low", "average", "high", NULL};

/* A method of every kind of option. */
static const KpiOption options[] = {{.name = "sd", .kind = KPI_OPTION_NUMBER, .preset = 1},
                                    {.name = "posts", .kind = KPI_OPTION_PAIR},
                                    {.name = "at", .kind = KPI_OPTION_POINTS},
                                    {.name = "ties", .kind = KPI_OPTION_CHOICE, .choices = ties},
                                    {.kind = KPI_OPTION_END}};

static const KpiOption more_options[] = {{.name = "flag", .kind = KPI_OPTION_FLAG},
                                         {.name = "ref", .kind = KPI_OPTION_REFERENCE},
                                         {.kind = KPI_OPTION_END}};

typedef struct {
  KpiFindings *findings;
  KpiYaml *root;
  KpiOptionValue values[KPI_MAX_OPTIONS];
  gboolean right;
} Reading;

static Reading
read_listed (const char *yaml, const KpiOption *listed)
{
  Reading reading = {.findings = _kpi_findings_new ()};
  KpiCursor at;

  reading.root = _kpi_yaml_parse (yaml, strlen (yaml), "f", FALSE, reading.findings);
  cr_assert (ne (ptr, reading.root, NULL));
  at = _kpi_cursor_root (reading.root, reading.findings);
  reading.right = _kpi_options_read (&at, listed, reading.values);
  return reading;
}

static Reading
read_options (const char *yaml)
{
  return read_listed (yaml, options);
}

static void
clear (Reading *reading)
{
  for (gsize i = 0; i < KPI_MAX_OPTIONS; i++) {
    g_free (reading->values[i].numbers);
    g_free (reading->values[i].text);
  }
  _kpi_yaml_unref (reading->root);
  kpi_findings_unref (reading->findings);
}

Test (options, each_kind_is_read, .timeout = 10)
{
  Reading reading = read_options ("{sd: 2.5, posts: [9, 1], at: {7: 70, 3: 30}, ties: high}");
  const KpiOptionValue *values = reading.values;

  cr_assert (reading.right);
  cr_assert (eq (sz, values[0].n_numbers, 1));
  cr_expect (eq (dbl, values[0].numbers[0], 2.5));
  cr_assert (eq (sz, values[1].n_numbers, 2));
  cr_expect (eq (dbl, values[1].numbers[0], 9));
  cr_expect (eq (dbl, values[1].numbers[1], 1));
  cr_assert (eq (sz, values[2].n_numbers, 4));
  cr_expect (eq (dbl, values[2].numbers[0], 3));
  cr_expect (eq (dbl, values[2].numbers[1], 30));
  cr_expect (eq (dbl, values[2].numbers[2], 7));
  cr_expect (eq (dbl, values[2].numbers[3], 70));
  cr_expect (eq (u32, values[3].choice, 2));
  clear (&reading);
}

Test (options, flags_and_references_are_read, .timeout = 10)
{
  Reading said = read_listed ("{flag: true, ref: {area: ' Hue'}}", more_options);
  Reading other = read_listed ("{flag: false, ref: target}", more_options);
  Reading nothing = read_listed ("{}", more_options);

  cr_assert (said.right && other.right && nothing.right);
  cr_expect (eq (u32, said.values[0].choice, 1));
  cr_expect (eq (str, said.values[1].text, "Hue"));
  cr_expect (eq (u32, other.values[0].choice, 0));
  cr_expect (eq (ptr, other.values[1].text, NULL));
  cr_expect (eq (u32, nothing.values[0].choice, 0));
  clear (&said);
  clear (&other);
  clear (&nothing);
}

Test (options, what_is_left_out_is_preset, .timeout = 10)
{
  Reading reading = read_options ("{}");
  const KpiOptionValue *values = reading.values;

  cr_assert (reading.right);
  cr_assert (eq (sz, values[0].n_numbers, 1));
  cr_expect (eq (dbl, values[0].numbers[0], 1));
  cr_expect (eq (sz, values[1].n_numbers, 0));
  cr_expect (eq (u32, values[3].choice, 0));
  clear (&reading);
}

Test (options, one_number_is_one_point, .timeout = 10)
{
  Reading reading = read_options ("{at: {5: 1, 5.0: 2}}");

  cr_expect (not(reading.right));
  cr_assert (eq (sz, kpi_findings_get_length (reading.findings), 1));
  cr_expect (eq (int, kpi_findings_get_code (reading.findings, 0), KPI_ERROR_DUPLICATE));
  cr_expect (eq (str, (char *)kpi_findings_get_path (reading.findings, 0), "at"));
  clear (&reading);
}

/* A list of points of which each is its number. */
static char *
spell_points (guint n)
{
  GString *text = g_string_new ("{at: {");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%u: %u, ", i, i);
  g_string_append (text, "}}");
  return g_string_free (text, FALSE);
}

Test (options, more_than_KPI_MAX_POINTS_are_refused, .timeout = 10)
{
  g_autofree char *most_text = spell_points (KPI_MAX_POINTS);
  g_autofree char *more_text = spell_points (KPI_MAX_POINTS + 1);
  Reading most = read_options (most_text), more = read_options (more_text);

  cr_expect (most.right);
  cr_expect (eq (sz, most.values[2].n_numbers, 2 * KPI_MAX_POINTS));
  cr_expect (not(more.right));
  cr_assert (eq (sz, kpi_findings_get_length (more.findings), 1));
  cr_expect (eq (int, kpi_findings_get_code (more.findings, 0), KPI_ERROR_LIMIT));
  clear (&most);
  clear (&more);
}
