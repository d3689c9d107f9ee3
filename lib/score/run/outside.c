/* SPDX-License-Identifier: MIT */
/* What is said of a value outside `valid`.
 *
 * Always true: an observation outside is wrong, and ends the run; what was computed may be right of
 * figures that are each right, so that it is warned of and counts as missing. */

#include "base/number.h"
#include "score/run/outside.h"
#include "score/run/remarks.h"

/* A point that is valid itself stands at an end of what it is more, or less, than. */
static const char *
beyond (const double valid[2], double point)
{
  if (point < valid[0] || point > valid[1])
    return "";
  return point == valid[1] ? "more than " : "less than ";
}

void
_kpi_outside_report (KpiRun *run, const KpiIndicator *indicator, guint32 area,
                     const KpiPeriod *period, double value, gboolean is_observation, KpiPlace place)
{
  KpiRemark remark = {.kind = KPI_REMARK_OUTSIDE,
                      .area = area,
                      .subject = _kpi_remarks_subject (run, indicator),
                      .period = *period,
                      .found = value};
  g_autofree char *path = g_strdup_printf ("indicators.%s.valid", indicator->id);
  char found[KPI_NUMBER_SIZE], least[KPI_NUMBER_SIZE], greatest[KPI_NUMBER_SIZE];
  char when[KPI_PERIOD_SIZE];

  _kpi_remarks_add (run, remark);
  _kpi_number_format (value, found);
  _kpi_number_format (indicator->valid[0], least);
  _kpi_number_format (indicator->valid[1], greatest);
  _kpi_period_format (period, when);
  _kpi_findings_add (run->findings, is_observation ? KPI_SEVERITY_ERROR : KPI_SEVERITY_WARNING,
                     KPI_ERROR_VALUE, place, path, "found %s%s%s for %s in %s, expected %s to %s%s",
                     is_observation ? "" : "a computed value of ", beyond (indicator->valid, value),
                     found, _kpi_areas_get (run->areas, area), when, least, greatest,
                     is_observation ? "" : "; it counts as missing");
}
