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
_kpi_over_time_may_have (const KpiAlignedTerm *term, KpiFrequency frequency)
{
  if (term->rules->over_time == KPI_OVER_TIME_NONE)
    return FALSE;
  for (guint f = frequency + 1; f <= KPI_FREQUENCY_DAY; f++)
    if (_kpi_aligned_find_block (term->run, term->series, f) != NULL)
      return TRUE;
  return FALSE;
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
add_parts (KpiAlignedTerm *made, const KpiAlignedTerm *part)
{
  if (part->bounded && !_kpi_aligned_need_intervals (made))
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

/* Makes the values of a period from its parts in a block; none where parts of that frequency do not
 * tile it. */
static gboolean
make (KpiAlignedTerm *made, KpiAlignedTerm *part, const KpiBlock *block, const KpiPeriod *period)
{
  KpiOverTime over_time = made->rules->over_time;
  gint32 start = over_time == KPI_OVER_TIME_LAST ? period->end : period->start;
  gsize n = 0;

  do {
    KpiPeriod at = _kpi_period_containing (start, block->frequency);

    if (!_kpi_period_holds (period, &at)) {
      _kpi_aligned_empty (made);
      return TRUE;
    }
    if (!_kpi_aligned_read_period (n == 0 ? made : part, block, &at) ||
        (n > 0 && !add_parts (made, part)))
      return FALSE;
    start = at.end + 1;
    n++;
  } while (start <= period->end && made->n_areas > 0);
  if (over_time == KPI_OVER_TIME_MEAN)
    divide (made, (double)n);
  return TRUE;
}

gboolean
_kpi_over_time_fill (KpiAlignedTerm *term, KpiAlignedTerm scratch[2])
{
  for (guint f = term->period.frequency + 1; f <= KPI_FREQUENCY_DAY; f++) {
    const KpiBlock *block = _kpi_aligned_find_block (term->run, term->series, f);

    if (block != NULL && (!make (&scratch[0], &scratch[1], block, &term->period) ||
                          !_kpi_aligned_fill (term, &scratch[0])))
      return FALSE;
  }
  return TRUE;
}
