/* SPDX-License-Identifier: MIT */
/* What the tests of the model floor share: a model from text, and what is found in one. */
#ifndef MODEL_EXPECT_H
#define MODEL_EXPECT_H

#include <math.h>
#include <string.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "model/model-private.h"

/* The first two lines of every text, so that what follows starts on line 3. */
#define HEAD "kpiscore: 1\nid: m\n"

/* One indicator, whose keys start on line 5 with two blanks more than `  a:`. */
#define ONE HEAD "indicators:\n  a:\n"

/* A model that must be right. */
static inline KpiModel *
parse (const char *yaml)
{
  g_autoptr (GError) error = NULL;
  KpiModel *model = kpi_model_parse (yaml, -1, &error);

  cr_assert (model != NULL, "%s\n%s", error != NULL ? error->message : "no error set", yaml);
  return model;
}

/* Checks that `line` is the beginning of finding `i`, its file left out, and that it has `code`. */
static inline void
expect_finding (KpiFindings *findings, gsize i, KpiError code, const char *line, const char *yaml)
{
  g_autofree char *found = NULL;
  g_autofree char *expected = g_strconcat ("<text>:", line, NULL);

  cr_assert (i < kpi_findings_get_length (findings), "not found: %s\n%s", line, yaml);
  found = kpi_findings_format (findings, i);
  cr_expect (g_str_has_prefix (found, expected), "found    %s\nexpected %s\n%s", found, expected,
             yaml);
  cr_expect (eq (int, kpi_findings_get_code (findings, i), (int)code), "%s", found);
}

/* Checks that a text is refused for one reason. */
static inline void
expect_error (const char *yaml, KpiError code, const char *line)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpiModel) model = kpi_model_parse (yaml, -1, &error);

  cr_assert (model == NULL, "not refused: %s\n%s", line, yaml);
  cr_assert (g_error_matches (error, KPI_ERROR, (int)code), "%s", error->message);
  expect_finding (kpi_error_get_findings (error), 0, code, line, yaml);
  cr_expect (eq (sz, kpi_findings_get_length (kpi_error_get_findings (error)), 1), "%s",
             error->message);
}

/* Checks that a model is read with one warning. */
static inline KpiModel *
expect_warning (const char *yaml, KpiError code, const char *line)
{
  KpiModel *model = parse (yaml);
  KpiFindings *findings = kpi_model_get_findings (model);

  expect_finding (findings, 0, code, line, yaml);
  cr_expect (eq (sz, kpi_findings_get_length (findings), 1), "%s", yaml);
  return model;
}

/* Checks that a model is read without any. */
static inline KpiModel *
expect_silence (const char *yaml)
{
  KpiModel *model = parse (yaml);
  KpiFindings *findings = kpi_model_get_findings (model);

  if (kpi_findings_get_length (findings) > 0) {
    g_autofree char *found = kpi_findings_format (findings, 0);

    cr_expect (kpi_findings_get_length (findings) == 0, "%s\n%s", found, yaml);
  }
  return model;
}

#endif
