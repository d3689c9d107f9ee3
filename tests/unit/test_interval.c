/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>

#include "base/interval.h"

Test (interval, sum_turns_with_a_negative_factor, .timeout = 10)
{
  KpiInterval sum = KPI_EXACT (1);

  _kpi_interval_add (&sum, -2, &(KpiInterval){3, 5, TRUE, FALSE}); /* 1 - 2 * (3, 5] = [-9, -5) */
  cr_expect (sum.low == -9 && sum.high == -5);
  cr_expect (!sum.low_open && sum.high_open);
}

Test (interval, zero_times_anything_adds_nothing, .timeout = 10)
{
  KpiInterval sum = KPI_EXACT (1);

  _kpi_interval_add (&sum, 0, &KPI_EVERYTHING);
  cr_expect (_kpi_interval_is_exact (&sum));
}

Test (interval, open_end_is_the_next_number_inward, .timeout = 10)
{
  double low, high;

  _kpi_interval_open (&(KpiInterval){80, 90, TRUE, FALSE}, &low, &high);
  cr_expect (low == nextafter (80, 90) && high == 90);
  cr_expect (_kpi_open_value (80, KPI_OPEN_BELOW) == nextafter (80, 0));
}

Test (interval, valid_closes_an_end, .timeout = 10)
{
  KpiInterval cut =
      _kpi_interval_within ((KpiInterval){80, INFINITY, TRUE, TRUE}, (double[]){0, 100});

  cr_expect (cut.low == 80 && cut.low_open && cut.high == 100 && !cut.high_open);
}
