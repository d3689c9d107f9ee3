/* SPDX-License-Identifier: MIT */
#include "pacing-support.h"

/* 30 in 15 years: 2 a year are needed. */
Test (sdg_index, is_growth_over_needed_growth, .timeout = 10)
{
  KpiPacing pacing = pacing_by ("sdg_index");
  KpiPaceCall enough = call_at (60), below = call_at (59.99), half = call_at (55);
  KpiPaceCall slow = call_at (54.99), still = call_at (50), away = call_at (49);

  expect_pace (&pacing, &enough, 1, KPI_PACE_ON_TRACK); /* 10 in 5 years */
  expect_pace (&pacing, &below, 0.999, KPI_PACE_BEHIND);
  expect_pace (&pacing, &half, 0.5, KPI_PACE_BEHIND);
  expect_pace (&pacing, &slow, 0.499, KPI_PACE_FAR_BEHIND);
  expect_pace (&pacing, &still, 0, KPI_PACE_FAR_BEHIND);
  expect_pace (&pacing, &away, -0.1, KPI_PACE_MOVING_AWAY);
}

Test (sdg_index, takes_time, .timeout = 10)
{
  KpiPacing pacing = pacing_by ("sdg_index");
  KpiPaceCall early = call_at (65), late = call_at (65);

  early.now.time = 2016;
  late.to.time = 2016; /* it starts when all should be done */
  expect_pace (&pacing, &late, NAN, KPI_PACE_UNDEFINED);
  expect_pace (&pacing, &early, NAN, KPI_PACE_UNDEFINED);
}
