/* SPDX-License-Identifier: MIT */
#include "combining-support.h"

/* 64 children: more than are put in their places one by one. By hand: scores 0 to 63 in a mixed
 * order (i * 37 mod 64 takes each once), of which the middle two are 31 and 32. */
Test (ordered, many_children_are_sorted, .timeout = 10)
{
  double scores[MOST_CHILDREN], weights[MOST_CHILDREN];

  for (gsize i = 0; i < MOST_CHILDREN; i++) {
    scores[i] = (double)(i * 37 % MOST_CHILDREN);
    weights[i] = 1;
  }
  cr_expect (combine ("median", scores, weights, MOST_CHILDREN) == 31.5);
  scores[0] = NAN; /* which was 0: now 1 to 63 */
  cr_expect (combine ("median", scores, weights, MOST_CHILDREN) == 32);
}
