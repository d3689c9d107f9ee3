/* SPDX-License-Identifier: MIT */
#include "pacing-support.h"

Test (required, is_the_way_gone_over_the_way_required, .timeout = 10)
{
  KpiPacing pacing = pacing_by ("required");
  KpiPaceCall half = call_at (55), ahead = call_at (65), back = call_at (49);
  KpiPaceCall falling = falling_call_at (45);

  expect_pace (&pacing, &half, 0.5, KPI_PACE_FAR_BEHIND); /* 5 / 10 */
  expect_pace (&pacing, &ahead, 1.5, KPI_PACE_ON_TRACK);
  expect_pace (&pacing, &back, -0.1, KPI_PACE_MOVING_AWAY);
  expect_pace (&pacing, &falling, 0.5, KPI_PACE_FAR_BEHIND); /* -5 / -10 */
}

Test (required, words_change_at_its_limits, .timeout = 10)
{
  KpiPacing pacing = pacing_by ("required");
  KpiPaceCall on_track = call_at (59.5), behind = call_at (59.49), last = call_at (56);
  KpiPaceCall far = call_at (55.99), still = call_at (50), away = call_at (49.99);

  expect_pace (&pacing, &on_track, 0.95, KPI_PACE_ON_TRACK);
  expect_pace (&pacing, &behind, 0.949, KPI_PACE_BEHIND);
  expect_pace (&pacing, &last, 0.6, KPI_PACE_BEHIND);
  expect_pace (&pacing, &far, 0.599, KPI_PACE_FAR_BEHIND);
  expect_pace (&pacing, &still, 0.0, KPI_PACE_FAR_BEHIND);
  expect_pace (&pacing, &away, -0.001, KPI_PACE_MOVING_AWAY);
}

/* Nothing more than the baseline is required yet, or less, as where a plan expects a dip. */
Test (required, has_a_word_without_a_pace, .timeout = 10)
{
  KpiPacing pacing = pacing_by ("required");
  KpiPaceCall same = call_at (50), worse = call_at (49.9), falling = falling_call_at (50.1);
  KpiPaceCall dip = call_at (48), deeper = call_at (44);

  same.required = worse.required = falling.required = 50;
  dip.required = deeper.required = 45;
  expect_pace (&pacing, &same, NAN, KPI_PACE_ON_TRACK);
  expect_pace (&pacing, &worse, NAN, KPI_PACE_MOVING_AWAY);
  expect_pace (&pacing, &falling, NAN, KPI_PACE_MOVING_AWAY);
  expect_pace (&pacing, &dip, NAN, KPI_PACE_ON_TRACK);
  expect_pace (&pacing, &deeper, NAN, KPI_PACE_MOVING_AWAY);
}

Test (required, is_undefined_where_nothing_is_required, .timeout = 10)
{
  KpiPacing pacing = pacing_by ("required");
  KpiPaceCall call = call_at (55);

  call.required = NAN;
  expect_pace (&pacing, &call, NAN, KPI_PACE_UNDEFINED);
}
