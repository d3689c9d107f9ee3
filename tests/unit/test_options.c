/* SPDX-License-Identifier: MIT */
#include <string.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "model/options.h"

static const char *const ties[] = {"low", "average", "high", NULL};

/* A method of every kind of option. */
static const KpiOption options[] = {{.name = "sd", .kind = KPI_OPTION_NUMBER, .preset = 1},
                                    {.name = "posts", .kind = KPI_OPTION_PAIR},
                                    {.name = "at", .kind = KPI_OPTION_POINTS},
                                    {.name = "ties", .kind = KPI_OPTION_CHOICE, .choices = ties},
                                    {.kind = KPI_OPTION_END}};

typedef struct {
  KpiFindings *findings;
  KpiYaml *root;
  KpiOptionValue values[KPI_MAX_OPTIONS];
  gboolean right;
} Reading;

static Reading
read_options (const char *yaml)
{
  Reading reading = {.findings = _kpi_findings_new ()};
  KpiCursor at;

  reading.root = _kpi_yaml_parse (yaml, strlen (yaml), "f", FALSE, reading.findings);
  cr_assert (ne (ptr, reading.root, NULL));
  at = _kpi_cursor_root (reading.root, reading.findings);
  reading.right = _kpi_options_read (&at, options, reading.values);
  return reading;
}

static void
clear (Reading *reading)
{
  for (gsize i = 0; i < KPI_MAX_OPTIONS; i++)
    g_free (reading->values[i].numbers);
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
