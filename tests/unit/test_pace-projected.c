/* SPDX-License-Identifier: MIT */
#include "pacing-support.h"

/* 50 to 80 is a way of 30. */
Test (projected, is_the_share_of_the_way_by_the_deadline, .timeout = 10)
{
  KpiPacing pacing = pacing_by ("projected");
  KpiPaceCall call = call_at (55), falling = falling_call_at (45);

  falling.projected = 35;
  expect_pace (&pacing, &call, 0.5, KPI_PACE_BEHIND); /* 65 is projected */
  expect_pace (&pacing, &falling, 0.5, KPI_PACE_BEHIND);
}

Test (projected, words_change_at_its_limits, .timeout = 10)
{
  static const struct {
    double projected, pace;
    KpiPaceWord word;
  } cases[] = {{78.5, 0.95, KPI_PACE_ON_TRACK}, {78.47, 0.949, KPI_PACE_BEHIND},
               {53, 0.1, KPI_PACE_BEHIND},      {52.97, 0.099, KPI_PACE_FAR_BEHIND},
               {50, 0, KPI_PACE_FAR_BEHIND},    {49.97, -0.001, KPI_PACE_MOVING_AWAY},
               {NAN, NAN, KPI_PACE_UNDEFINED}};
  KpiPacing pacing = pacing_by ("projected");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    KpiPaceCall call = call_at (55);

    call.projected = cases[i].projected;
    expect_pace (&pacing, &call, cases[i].pace, cases[i].word);
  }
}
