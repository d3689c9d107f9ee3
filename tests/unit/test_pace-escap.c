/* SPDX-License-Identifier: MIT */
#include "pacing-support.h"

/* A third of the time is gone. */
Test (escap, is_the_way_gone_over_the_time_gone, .timeout = 10)
{
  KpiPacing pacing = pacing_by ("escap");
  KpiPaceCall half = call_at (55), limit = call_at (59.5), below = call_at (59.49);
  KpiPaceCall last = call_at (56), far = call_at (55.99), away = call_at (49);
  KpiPaceCall falling = falling_call_at (42);

  expect_pace (&pacing, &half, 0.5, KPI_PACE_FAR_BEHIND); /* 5 / 30 over 1 / 3 */
  expect_pace (&pacing, &limit, 0.95, KPI_PACE_ON_TRACK);
  expect_pace (&pacing, &below, 0.949, KPI_PACE_BEHIND);
  expect_pace (&pacing, &last, 0.6, KPI_PACE_BEHIND);
  expect_pace (&pacing, &far, 0.599, KPI_PACE_FAR_BEHIND);
  expect_pace (&pacing, &away, -0.1, KPI_PACE_MOVING_AWAY);
  expect_pace (&pacing, &falling, 0.8, KPI_PACE_BEHIND); /* 8 / 30 over 1 / 3 */
}

Test (escap, all_time_is_gone_after_the_deadline, .timeout = 10)
{
  KpiPacing pacing = pacing_by ("escap");
  KpiPaceCall late = call_at (65), early = call_at (65), backwards = call_at (65);

  backwards.to.time = 2015; /* it starts when all should be done */
  expect_pace (&pacing, &backwards, NAN, KPI_PACE_UNDEFINED);
  backwards.to.time = 2016;
  expect_pace (&pacing, &backwards, NAN, KPI_PACE_UNDEFINED);
  late.now.time = 2035;
  early.now.time = 2016;
  expect_pace (&pacing, &late, 0.5, KPI_PACE_FAR_BEHIND); /* 15 / 30 over 1 */
  expect_pace (&pacing, &early, NAN, KPI_PACE_UNDEFINED);
}
