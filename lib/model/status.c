/* SPDX-License-Identifier: MIT */
/* `status`: the pace rule, its limits, the forecast.
 *
 * Always true of what was read without a report: the limits of better words are not below those of
 * worse ones. */

#include <math.h>

#include "base/number.h"
#include "method/methods.h"
#include "model/status.h"

/* In the order of KpiPaceWord. */
static const char *const limit_keys[] = {KPI_PACE_WORDS};

static void
read_limits (const KpiCursor *at, double limits[KPI_N_PACE_LIMITS])
{
  for (gsize i = 0; i < KPI_N_PACE_LIMITS; i++) {
    KpiCursor limit = _kpi_cursor_get (at, limit_keys[i]);

    if (limit.node != NULL)
      limits[i] = _kpi_cursor_number (&limit);
  }
}

static void
read_no_target (const KpiCursor *at, KpiPacing *out)
{
  out->has_no_target = at->node != NULL;
  for (gsize i = 0; at->node != NULL && i < KPI_N_PACE_LIMITS; i++) {
    KpiCursor limit = _kpi_cursor_entry (at, i);

    out->no_target[i] = _kpi_cursor_number (&limit);
  }
}

/* A word whose limit is above that of a better one would never be said. */
static void
check_order (const KpiCursor *at, const double limits[KPI_N_PACE_LIMITS])
{
  for (gsize i = 1; i < KPI_N_PACE_LIMITS; i++) {
    char lower[KPI_NUMBER_SIZE], upper[KPI_NUMBER_SIZE];

    if (limits[i] <= limits[i - 1])
      continue;
    _kpi_number_format (limits[i - 1], lower);
    _kpi_number_format (limits[i], upper);
    _kpi_cursor_error (at, KPI_ERROR_CONFLICT,
                       "found a limit of %s for %s and of %s for %s, expected the better word to "
                       "have the higher one",
                       lower, limit_keys[i - 1], upper, limit_keys[i]);
  }
}

void
_kpi_status_read (const KpiCursor *at, KpiPacing *out)
{
  KpiCursor method = _kpi_cursor_get (at, "method"), zero = _kpi_cursor_get (at, "zero");
  KpiCursor forecast = _kpi_cursor_get (at, "forecast");
  KpiCursor no_target = _kpi_cursor_get (at, "no_target");

  _kpi_pacing_init (
      out, _kpi_methods_get (KPI_METHODS_PACING, _kpi_cursor_choice (&method, _kpi_pacing_names)));
  out->forecast = (KpiForecast)_kpi_cursor_choice (&forecast, _kpi_forecast_names);
  read_limits (at, out->limits);
  check_order (at, out->limits);
  read_no_target (&no_target, out);
  if (out->has_no_target)
    check_order (&no_target, out->no_target);
  out->zero = _kpi_cursor_number_within (&zero, KPI_ABOVE_0, INFINITY, NAN,
                                         "a number above 0 to stand in for 0");
}
