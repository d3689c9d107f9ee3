/* SPDX-License-Identifier: MIT */
#include "combining-support.h"

Test (median, the_middle_one_or_two, .timeout = 10)
{
  cr_expect (combine ("median", (double[]){90, 10, 30}, (double[]){1, 1, 1}, 3) == 30);
  cr_expect (combine ("median", (double[]){90, 10, 30, 40}, (double[]){1, 1, 1, 1}, 4) == 35);
  cr_expect (combine ("median", (double[]){-7}, (double[]){1}, 1) == -7);
}

Test (median, weights_do_not_count_and_gaps_take_no_part, .timeout = 10)
{
  cr_expect (combine ("median", (double[]){90, 10, 30}, (double[]){100, 1, 1}, 3) == 30);
  cr_expect (combine ("median", (double[]){90, NAN, 30}, (double[]){1, 1, 1}, 3) == 60);
  cr_expect (isnan (combine ("median", (double[]){NAN, NAN}, (double[]){1, 1}, 2)));
}
