/* SPDX-License-Identifier: MIT */
/* For the tests of the data floor: a text is written to a file, read, and what was found is held
 * against what should have been. */
#ifndef KPI_TEST_READING_H
#define KPI_TEST_READING_H

#include <string.h>
#include <unistd.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <kpiscore/kpiscore.h>

#include "data/dataset/dataset-private.h"

/* One finding: its place, code, and some of its text. */
typedef struct {
  guint line;
  guint column;
  KpiError code;
  const char *fragment;
} Expected;

/* Writes `length` bytes to a new file and returns its path. */
static inline char *
write_bytes (const char *bytes, gsize length)
{
  char *path = NULL;
  int file = g_file_open_tmp ("kpiscore-test-XXXXXX.csv", &path, NULL);

  cr_assert (file >= 0);
  close (file);
  cr_assert (g_file_set_contents (path, bytes, (gssize)length, NULL));
  return path;
}

/* Reads `text` as a file of observations. */
static inline KpiDataset *
read_text_with (KpiDatasetBuilder *builder, const char *text, GError **error)
{
  g_autofree char *path = write_bytes (text, strlen (text));
  KpiDataset *dataset = kpi_dataset_builder_read_csv (builder, path, error)
                            ? kpi_dataset_builder_build (builder, error)
                            : NULL;

  unlink (path);
  return dataset;
}

static inline KpiDataset *
read_text (const char *text, GError **error)
{
  g_autoptr (KpiDatasetBuilder) builder = kpi_dataset_builder_new ();

  return read_text_with (builder, text, error);
}

/* The same for a text that has nothing wrong with it. */
static inline KpiDataset *
read_good (const char *text)
{
  g_autoptr (GError) error = NULL;
  KpiDataset *dataset = read_text (text, &error);

  cr_assert (dataset != NULL, "%s: %s", text, error != NULL ? error->message : "");
  return dataset;
}

static inline void
expect_finding (const KpiFindings *findings, gsize i, KpiSeverity severity, Expected expected,
                const char *text)
{
  g_autofree char *found = kpi_findings_format (findings, i);

  cr_expect (kpi_findings_get_severity (findings, i) == severity, "%s: %s", text, found);
  cr_expect (kpi_findings_get_line (findings, i) == expected.line, "line %u: %s", expected.line,
             found);
  cr_expect (kpi_findings_get_column (findings, i) == expected.column, "column %u: %s",
             expected.column, found);
  cr_expect (kpi_findings_get_code (findings, i) == (gint)expected.code, "%s: %s",
             kpi_error_get_name (expected.code), found);
  cr_expect (strstr (kpi_findings_get_text (findings, i), expected.fragment) != NULL, "%s: %s",
             expected.fragment, found);
}

/* Expects that `error` holds these findings, all of them errors, and no others. */
static inline void
expect_findings (const GError *error, const Expected *expected, gsize n, const char *text)
{
  const KpiFindings *findings;

  cr_assert (error != NULL, "no error for %s", text);
  findings = kpi_error_get_findings (error);
  cr_assert (kpi_findings_get_length (findings) == n, "%zu findings, not %zu, for %s:\n%s",
             kpi_findings_get_length (findings), n, text, error->message);
  for (gsize i = 0; i < n; i++)
    expect_finding (findings, i, KPI_SEVERITY_ERROR, expected[i], text);
}

static inline void
expect_errors (const char *text, const Expected *expected, gsize n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpiDataset) dataset = read_text (text, &error);

  cr_expect (dataset == NULL, "read: %s", text);
  expect_findings (error, expected, n, text);
}

/* The one error of `text`. */
static inline void
expect_error (const char *text, guint line, guint column, KpiError code, const char *fragment)
{
  const Expected expected = {line, column, code, fragment};

  expect_errors (text, &expected, 1);
}

static inline void
expect_warning (const KpiDataset *dataset, gsize i, guint line, guint column, const char *fragment)
{
  const KpiFindings *findings = kpi_dataset_get_findings (dataset);

  cr_assert (i < kpi_findings_get_length (findings), "no warning of %s", fragment);
  expect_finding (findings, i, KPI_SEVERITY_WARNING,
                  (Expected){line, column, KPI_ERROR_UNUSED, fragment}, fragment);
}

static inline guint32
area_number (const KpiDataset *dataset, const char *area)
{
  guint32 number = _kpi_names_find (dataset->areas, area);

  cr_assert (number != KPI_NO_NAME, "no area %s", area);
  return number;
}

/* The block of a series in the frequency of a period, and the period's place in it. */
static inline const KpiBlock *
find_block (const KpiDataset *dataset, const char *series, const char *period, guint32 *out_period)
{
  guint32 number = _kpi_names_find (dataset->series, series);
  KpiPeriod wanted;
  const char *why;
  gsize n;

  cr_assert (number != KPI_NO_NAME, "no series %s", series);
  cr_assert (_kpi_period_parse (period, &wanted, &why));
  for (const KpiBlock *blocks = _kpi_dataset_get_blocks (dataset, number, &n), *block = blocks;
       block < blocks + n; block++) {
    gssize i = _kpi_block_find_period (block, &wanted);

    if (block->frequency == wanted.frequency && i >= 0) {
      *out_period = (guint32)i;
      return block;
    }
  }
  return NULL;
}

/* An observation: its block, period and cell. */
typedef struct {
  const KpiBlock *block;
  guint32 period;
  guint32 area;
  gsize cell;
} Observation;

static inline Observation
find (const KpiDataset *dataset, const char *area, const char *series, const char *period)
{
  Observation found = {NULL, 0, area_number (dataset, area), KPI_NO_CELL};

  found.block = find_block (dataset, series, period, &found.period);
  if (found.block != NULL)
    found.cell = _kpi_block_find (found.block, found.period, found.area, KPI_KNOWN_AT_LAST);
  return found;
}

/* The value of an observation; NaN where there is none. */
static inline double
value_of (const KpiDataset *dataset, const char *area, const char *series, const char *period)
{
  Observation found = find (dataset, area, series, period);

  return found.cell == KPI_NO_CELL ? __builtin_nan ("") : found.block->values[found.cell];
}

static inline void
expect_value (const KpiDataset *dataset, const char *area, const char *series, const char *period,
              double value)
{
  double found = value_of (dataset, area, series, period);

  cr_expect (found == value, "%s %s %s is %.17g, not %.17g", area, series, period, found, value);
}

static inline void
expect_bounds (const KpiDataset *dataset, const char *area, const char *series, const char *period,
               double low, double high, guint8 flags)
{
  Observation found = find (dataset, area, series, period);
  const KpiCellBounds *bounds;

  cr_assert (found.cell != KPI_NO_CELL, "no observation of %s", series);
  bounds = _kpi_block_find_bounds (found.block, found.period, found.area);
  cr_assert (bounds != NULL, "no bounds of %s", series);
  cr_expect (bounds->low == low && bounds->high == high && bounds->flags == flags,
             "%s is from %g to %g, flags %u", series, bounds->low, bounds->high, bounds->flags);
}

#endif
