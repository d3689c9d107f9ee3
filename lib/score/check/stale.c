/* SPDX-License-Identifier: MIT */
/* Staleness.
 *
 *   stale   the end of the latest period with a value + the length allowed < now
 *
 * What is rolled up is as fresh as its period. An area that was never heard of is not stale, it has
 * no data; nor is one that has ended by now. */

#include <math.h>

#include "score/measure/aligned-term.h"
#include "score/run/remarks.h"
#include "score/check/stale.h"

/* The period of an area's latest value; NULL if it has none. */
static const KpiPeriod *
find_latest (const KpiRun *run, const KpiSheet *sheet, guint32 area)
{
  const KpiPeriod *latest = NULL;

  for (gsize p = 0; p < run->n_periods; p++) {
    const KpiPeriod *period = sheet->origins != NULL ? &sheet->origins[area] : &run->periods[p];

    if (sheet->slots[p] == KPI_NO_SLOT || !_kpi_sheet_has_own (sheet, period) ||
        isnan (sheet->value[(gsize)sheet->slots[p] * sheet->n_areas + area]))
      continue;
    if (latest == NULL || latest->end <= period->end)
      latest = period;
  }
  return latest;
}

/* Where the observation stands, of several series that of the first; else the indicator. */
static KpiPlace
place_of (const KpiRun *run, const KpiIndicator *indicator, guint32 area, const KpiPeriod *period)
{
  guint32 series = run->series_of[indicator->measure.of[0].series];
  const KpiBlock *block = _kpi_aligned_find_block (run, series, period->frequency);
  gssize found = block == NULL ? -1 : _kpi_block_find_period (block, period);
  KpiPlace place = found < 0
                       ? KPI_NOWHERE
                       : _kpi_aligned_get_place (run, (KpiOrigin){block, (guint32)found}, area);

  return place.line > 0 ? place : indicator->place;
}

static void
report (const KpiRun *run, const KpiIndicator *indicator, guint32 area, const KpiPeriod *latest,
        gint32 now)
{
  g_autofree char *path = g_strdup_printf ("indicators.%s.stale", indicator->id);
  KpiPeriod day = _kpi_period_of_day (now);
  char when[KPI_PERIOD_SIZE], by[KPI_PERIOD_SIZE];

  _kpi_remarks_add (run, (KpiRemark){.kind = KPI_REMARK_STALE,
                                     .area = area,
                                     .subject = _kpi_remarks_subject (run, indicator),
                                     .period = *latest,
                                     .found = now - latest->end});
  _kpi_period_format (latest, when);
  _kpi_period_format (&day, by);
  _kpi_findings_add (run->findings, KPI_SEVERITY_WARNING, KPI_ERROR_MISSING,
                     place_of (run, indicator, area, latest), path,
                     "found no observation for %s since %s, expected a later one by %s",
                     _kpi_areas_get (run->areas, area), when, by);
}

void
_kpi_stale_judge (const KpiRun *run, const KpiIndicator *indicator, const KpiSheet *sheet,
                  gint32 last_day)
{
  gint32 now = run->as_of && run->n_periods > 0 ? run->periods[0].end : last_day;
  KpiPeriod day = _kpi_period_of_day (now);

  if (!_kpi_duration_is_said (&indicator->stale))
    return;
  for (guint32 a = 0; a < sheet->n_areas; a++) {
    const KpiPeriod *latest = find_latest (run, sheet, a);

    if (latest != NULL && _kpi_duration_reach (&indicator->stale, latest->end) < now &&
        _kpi_areas_is_alive (run->areas, a, &day))
      report (run, indicator, a, latest, now);
  }
}
