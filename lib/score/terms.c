/* SPDX-License-Identifier: MIT */
/* Reading the terms of a measure.
 *
 * Always true after a read: points[area] is the observation of that area or NaN, and intervals,
 * where the period has bounds, hold the same points where an observation is exact. */

#include <math.h>

#include "base/text.h"
#include "score/terms.h"

gboolean
_kpi_terms_init (KpiTerms *terms, KpiRun *run, const KpiMeasure *measure)
{
  gsize n_areas = MAX (run->roster->n_areas, 1);

  *terms = (KpiTerms){.run = run, .measure = measure};
  terms->n_terms = measure->n_of + measure->n_to;
  terms->terms = g_try_new0 (KpiTermRow, terms->n_terms);
  terms->raw = g_try_new (double, MAX (_kpi_names_length (run->data->areas), 1));
  terms->intervals = g_try_new (KpiInterval, terms->n_terms);
  terms->parts = g_try_new (KpiIntervalPart, terms->n_terms);
  if (terms->terms == NULL || terms->raw == NULL || terms->intervals == NULL ||
      terms->parts == NULL)
    return FALSE;
  for (gsize t = 0; t < terms->n_terms; t++) {
    const KpiTerm *term = t < measure->n_of ? &measure->of[t] : &measure->to[t - measure->n_of];

    terms->terms[t].series = run->series_of[term->series];
    terms->terms[t].points = g_try_new (double, n_areas);
    if (terms->terms[t].points == NULL)
      return FALSE;
  }
  return TRUE;
}

void
_kpi_terms_clear (KpiTerms *terms)
{
  for (gsize t = 0; terms->terms != NULL && t < terms->n_terms; t++) {
    g_free (terms->terms[t].points);
    g_free (terms->terms[t].intervals);
  }
  g_clear_pointer (&terms->terms, g_free);
  g_clear_pointer (&terms->raw, g_free);
  g_clear_pointer (&terms->intervals, g_free);
  g_clear_pointer (&terms->parts, g_free);
}

static const KpiBlock *
find_block (const KpiRun *run, guint32 series, KpiFrequency frequency)
{
  const KpiBlock *blocks;
  gsize n_blocks;

  if (series == KPI_NO_NAME)
    return NULL;
  blocks = _kpi_dataset_get_blocks (run->data, series, &n_blocks);
  for (gsize i = 0; i < n_blocks; i++)
    if (blocks[i].frequency == frequency)
      return &blocks[i];
  return NULL;
}

gboolean
_kpi_terms_have_frequency (const KpiTerms *terms, KpiFrequency frequency)
{
  for (gsize t = 0; t < terms->n_terms; t++)
    if (find_block (terms->run, terms->terms[t].series, frequency) == NULL)
      return FALSE;
  return TRUE;
}

/* The area of the dataset from which an area's observation came. */
static guint32
find_data_area (const KpiTerms *terms, const KpiTermRow *row, guint32 area)
{
  const guint32 *area_of = terms->run->roster->area_of;

  for (guint32 d = 0; d < row->block->n_areas; d++)
    if (area_of[d] == area && _kpi_block_find (row->block, row->period, d) != KPI_NO_CELL)
      return d;
  return KPI_NO_AREA;
}

static KpiPlace
place_of (const KpiTerms *terms, const KpiTermRow *row, guint32 data_area)
{
  gsize cell = _kpi_block_find (row->block, row->period, data_area);

  return _kpi_dataset_get_place (terms->run->data, row->block, cell);
}

KpiPlace
_kpi_terms_get_place (const KpiTerms *terms, gsize term, guint32 area)
{
  const KpiTermRow *row = &terms->terms[term];

  return place_of (terms, row, find_data_area (terms, row, area));
}

/* An id and its alias have both a value. */
static void
report_twice (KpiTerms *terms, const KpiTermRow *row, guint32 data_area, guint32 area)
{
  const KpiDataset *data = terms->run->data;
  KpiPlace first = place_of (terms, row, find_data_area (terms, row, area));
  g_autofree char *quoted = _kpi_text_quote (_kpi_names_get (data->areas, data_area));

  _kpi_findings_add (terms->run->findings, KPI_SEVERITY_ERROR, KPI_ERROR_DUPLICATE,
                     place_of (terms, row, data_area), _kpi_names_get (data->series, row->series),
                     "found a second observation for %s, which is %s; the first stands in line %u",
                     quoted, _kpi_roster_get (terms->run->roster, area), first.line);
}

static void
line_up (KpiTerms *terms, KpiTermRow *row)
{
  const KpiRoster *roster = terms->run->roster;

  for (guint32 a = 0; a < roster->n_areas; a++)
    row->points[a] = NAN;
  for (guint32 d = 0; d < row->block->n_areas; d++) {
    guint32 area = roster->area_of[d];

    if (area == KPI_NO_AREA || isnan (terms->raw[d]))
      continue;
    if (roster->shared && !isnan (row->points[area]))
      report_twice (terms, row, d, area);
    row->points[area] = terms->raw[d];
  }
}

static gboolean
read_bounds (const KpiTerms *terms, KpiTermRow *row)
{
  const KpiRoster *roster = terms->run->roster;
  gsize first, last;

  _kpi_block_period_bounds (row->block, row->period, &first, &last);
  row->bounded = first < last;
  if (!row->bounded)
    return TRUE;
  if (row->intervals == NULL)
    row->intervals = g_try_new (KpiInterval, roster->n_areas);
  if (row->intervals == NULL)
    return FALSE;
  for (guint32 a = 0; a < roster->n_areas; a++)
    row->intervals[a] = KPI_EXACT (row->points[a]);
  for (gsize i = first; i < last; i++) {
    const KpiCellBounds *bounds = &row->block->bounds[i];
    guint32 area = roster->area_of[bounds->key % row->block->n_areas];

    if (area != KPI_NO_AREA)
      row->intervals[area] =
          (KpiInterval){bounds->low, bounds->high, (bounds->flags & KPI_CELL_LOW_OPEN) != 0,
                        (bounds->flags & KPI_CELL_HIGH_OPEN) != 0};
  }
  return TRUE;
}

static gboolean
read_row (KpiTerms *terms, KpiTermRow *row, const KpiPeriod *period, gboolean *out_any)
{
  gssize place;

  row->block = find_block (terms->run, row->series, period->frequency);
  place = row->block == NULL ? -1 : _kpi_block_find_period (row->block, period);
  *out_any = place >= 0;
  if (place < 0)
    return TRUE;
  row->period = (guint32)place;
  _kpi_block_read_period (row->block, row->period, terms->raw);
  line_up (terms, row);
  return read_bounds (terms, row);
}

gboolean
_kpi_terms_read (KpiTerms *terms, const KpiPeriod *period, gboolean *out_any)
{
  *out_any = TRUE;
  for (gsize t = 0; t < terms->n_terms && *out_any; t++)
    if (!read_row (terms, &terms->terms[t], period, out_any))
      return FALSE;
  return TRUE;
}
