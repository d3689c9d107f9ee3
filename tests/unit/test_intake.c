/* SPDX-License-Identifier: MIT */
#include "reading.h"

#include "data/observations/intake.h"

static void
add (KpiIntake *intake, const char *series, gint32 day, double value)
{
  KpiPeriod period = _kpi_period_of_day (day);
  KpiSeen nowhere = {.file = KPI_NO_FILE};
  KpiEntry entry = {.value = value,
                    .area = _kpi_first_seen_add (&intake->areas, "A", nowhere),
                    .series = _kpi_first_seen_add (&intake->series, series, nowhere),
                    .period = _kpi_periods_add (intake->periods, &period, 0),
                    .file = KPI_NO_FILE};

  cr_assert (_kpi_entries_add (&intake->entries, entry, NULL));
}

Test (intake, finishing_sorts_by_series_and_period, .timeout = 10)
{
  KpiReadOptions options = {',', '.', KPI_ROWS (KpiWhere)};
  static const double sorted[] = {3, 1, 2};
  KpiIntake intake;

  _kpi_intake_init (&intake);
  add (&intake, "x", 9, 1);
  add (&intake, "y", 5, 2);
  add (&intake, "x", 2, 3);
  cr_expect (_kpi_intake_finish (&intake, &options));
  for (gsize i = 0; i < G_N_ELEMENTS (sorted); i++)
    cr_expect (eq (dbl, KPI_ROW (&intake.entries.list, KpiEntry, i).value, sorted[i]));
  _kpi_intake_clear (&intake);
}

Test (intake, finishing_fails_where_an_observation_comes_twice, .timeout = 10)
{
  KpiReadOptions options = {',', '.', KPI_ROWS (KpiWhere)};
  KpiIntake intake;

  _kpi_intake_init (&intake);
  add (&intake, "x", 9, 1);
  add (&intake, "x", 9, 1);
  cr_expect (not(_kpi_intake_finish (&intake, &options)));
  cr_expect (_kpi_findings_has_errors (intake.findings));
  _kpi_intake_clear (&intake);
}
