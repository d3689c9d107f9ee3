/* SPDX-License-Identifier: MIT */
#include "combining-support.h"

Test (max, greatest_child, .timeout = 10)
{
  cr_expect (combine ("max", (double[]){40, 20, 80}, (double[]){1, 1, 1}, 3) == 80);
  cr_expect (combine ("max", (double[]){NAN, 20, 80}, (double[]){1, 1, 1}, 3) == 80);
  cr_expect (isnan (combine ("max", (double[]){NAN}, (double[]){1}, 1)));
}
