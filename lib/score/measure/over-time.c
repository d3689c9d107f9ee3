/* SPDX-License-Identifier: MIT */
/* Over time.
 *
 *   sum    of the parts, which tile the period and all have a value
 *   mean   their sum over their number
 *   last   the last part, which alone is needed
 *
 * Parts are of one frequency, the coarsest that will do: a year of its quarters before a year of
 * its months. Bounds add up as the points do. */

#include <math.h>

#include "score/measure/over-time.h"

gboolean
_kpi_over_time_may_have (const KpiRun *run, const KpiAlignedTerm *row, KpiFrequency frequency)
{
  if (row->rules->over_time == KPI_OVER_TIME_NONE)
    return FALSE;
  for (guint f = frequency + 1; f <= KPI_FREQUENCY_DAY; f++)
    if (_kpi_aligned_find_block (run, row->series, f) != NULL)
      return TRUE;
  return FALSE;
}

/* The part that follows another, or the first one. FALSE past the last, or where parts of that
 * frequency do not tile the period. */
static gboolean
next_part (const KpiPeriod *period, KpiFrequency frequency, KpiPeriod *part, gsize n)
{
  gint32 start = n == 0 ? period->start : part->end + 1;

  if (start > period->end)
    return FALSE;
  *part = _kpi_period_containing (start, frequency);
  return _kpi_period_holds (period, part);
}

static void
add_part (KpiAlignedTerm *made, const KpiAlignedTerm *part, guint32 area)
{
  KpiInterval more = _kpi_aligned_interval (part, area);

  made->points[area] += part->points[area];
  made->origins[area] = part->origins[area];
  if (made->bounded)
    _kpi_interval_add (&made->intervals[area], 1, &more);
}

/* An area that lacks a part has no sum. */
static gboolean
add_parts (KpiAlignedTerm *made, const KpiAlignedTerm *part, const KpiRun *run)
{
  if (part->bounded && !_kpi_aligned_need_intervals (made, run))
    return FALSE;
  for (guint32 i = 0; i < made->n_areas; i++)
    add_part (made, part, made->areas[i]);
  _kpi_aligned_tidy (made);
  return TRUE;
}

static void
divide (KpiAlignedTerm *made, double n)
{
  for (guint32 i = 0; i < made->n_areas; i++) {
    guint32 area = made->areas[i];

    made->points[area] /= n;
    if (made->bounded) {
      made->intervals[area].low /= n;
      made->intervals[area].high /= n;
    }
  }
}

static gboolean
read_part (KpiAlignedTerm *row, const KpiRun *run, const KpiBlock *block, const KpiPeriod *part,
           KpiReading *readings, gboolean *out_found)
{
  gssize place = _kpi_block_find_period (block, part);

  *out_found = place >= 0;
  return place < 0 || _kpi_aligned_read (row, run, (KpiOrigin){block, (guint32)place}, readings);
}

/* Makes the sum of all parts of a block; `*out_whole` tells whether they tile the period. */
static gboolean
make_sum (const KpiRun *run, const KpiBlock *block, const KpiPeriod *period,
          KpiOverTimeScratch *scratch, gboolean *out_whole)
{
  gboolean is_mean = scratch->made.rules->over_time == KPI_OVER_TIME_MEAN;
  gboolean found = TRUE;
  KpiPeriod part = {0};
  gsize n = 0;

  *out_whole = FALSE;
  for (; next_part (period, block->frequency, &part, n); n++) {
    if (!read_part (n == 0 ? &scratch->made : &scratch->part, run, block, &part, scratch->readings,
                    &found))
      return FALSE;
    if (!found)
      return TRUE;
    if (n > 0 && !add_parts (&scratch->made, &scratch->part, run))
      return FALSE;
  }
  *out_whole = n > 0 && part.end == period->end;
  if (*out_whole && is_mean)
    divide (&scratch->made, (double)n);
  return TRUE;
}

static gboolean
make_last (const KpiRun *run, const KpiBlock *block, const KpiPeriod *period,
           KpiOverTimeScratch *scratch, gboolean *out_whole)
{
  KpiPeriod part = _kpi_period_containing (period->end, block->frequency);

  *out_whole = FALSE;
  if (part.end != period->end || !_kpi_period_holds (period, &part))
    return TRUE;
  return read_part (&scratch->made, run, block, &part, scratch->readings, out_whole);
}

gboolean
_kpi_over_time_fill (KpiAlignedTerm *row, const KpiRun *run, const KpiPeriod *period,
                     KpiOverTimeScratch *scratch)
{
  for (guint f = period->frequency + 1; f <= KPI_FREQUENCY_DAY; f++) {
    const KpiBlock *block = _kpi_aligned_find_block (run, row->series, f);
    gboolean whole = FALSE, done = TRUE;

    if (block != NULL)
      done = row->rules->over_time == KPI_OVER_TIME_LAST
                 ? make_last (run, block, period, scratch, &whole)
                 : make_sum (run, block, period, scratch, &whole);
    if (!done || (whole && !_kpi_aligned_fill (row, run, &scratch->made)))
      return FALSE;
  }
  return TRUE;
}
