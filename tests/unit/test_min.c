/* SPDX-License-Identifier: MIT */
#include "combining-support.h"

Test (min, least_child, .timeout = 10)
{
  cr_expect (combine ("min", (double[]){40, 20, 80}, (double[]){1, 1, 1}, 3) == 20);
  cr_expect (combine ("min", (double[]){NAN, 20, 80}, (double[]){1, 1, 1}, 3) == 20);
  cr_expect (isnan (combine ("min", (double[]){NAN}, (double[]){1}, 1)));
}
