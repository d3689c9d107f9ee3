/* SPDX-License-Identifier: MIT */
/* The 22 published cases stand in conformance/opensdg; here are those that they leave out. */
#include "pacing-support.h"

/* 2 a year over 4 a year, the roots exact: (32)^(1/5) - 1 = 1, (3^10)^(1/10) - 1 = 2 over ten
 * years. */
Test (cagr, is_growth_over_needed_growth, .timeout = 10)
{
  KpiPacing pacing = pacing_by ("cagr");
  KpiPaceCall call = {
      .from = {2016, 1}, .now = {2021, 32}, .to = {2026, 59049}, .zero = NAN, .rises = TRUE};

  expect_pace (&pacing, &call, 0.5, KPI_PACE_FAR_BEHIND);
  pacing.limits[KPI_PACE_BEHIND] = 0.5;
  expect_pace (&pacing, &call, 0.5, KPI_PACE_BEHIND);
}

/* From -1 towards -59049 is a fall: growth turned, both of observed and needed. */
Test (cagr, turns_where_all_is_negative, .timeout = 10)
{
  KpiPacing pacing = pacing_by ("cagr");
  KpiPaceCall call = {.from = {2016, -1}, .now = {2021, -32}, .to = {2026, -59049}, .zero = NAN};

  expect_pace (&pacing, &call, 0.5, KPI_PACE_FAR_BEHIND);
  call.now.value = -1.0 / 32; /* halves a year, upwards: (1/2 - 1) / 2, on the wrong side */
  expect_pace (&pacing, &call, -0.25, KPI_PACE_MOVING_AWAY);
}

Test (cagr, is_undefined_across_zero, .timeout = 10)
{
  KpiPacing pacing = pacing_by ("cagr");
  KpiPaceCall changed = call_at (-1), from_zero = call_at (5), to_zero = falling_call_at (5);

  from_zero.from.value = 0;
  to_zero.to.value = 0;
  expect_pace (&pacing, &changed, NAN, KPI_PACE_UNDEFINED);
  expect_pace (&pacing, &from_zero, NAN, KPI_PACE_UNDEFINED);
  expect_pace (&pacing, &to_zero, NAN, KPI_PACE_UNDEFINED);
}

Test (cagr, is_undefined_where_no_time_or_no_growth_is_needed, .timeout = 10)
{
  KpiPacing pacing = pacing_by ("cagr");
  KpiPaceCall at_once = call_at (55), at_the_target = call_at (85), early = call_at (55);

  at_once.now.time = at_once.from.time;
  early.now.time = early.from.time - 1;
  at_the_target.from.value = at_the_target.to.value;
  expect_pace (&pacing, &at_once, NAN, KPI_PACE_UNDEFINED);
  expect_pace (&pacing, &early, NAN, KPI_PACE_UNDEFINED);
  expect_pace (&pacing, &at_the_target, NAN, KPI_PACE_UNDEFINED);
}
