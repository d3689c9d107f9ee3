/* SPDX-License-Identifier: MIT */
#include "combining-support.h"
#include "method/methods.h"

#define N_AREAS 300 /* more than one block of rivals */

static void
copeland (const double *const *children, const double *weights, gsize n_children, double *out,
          gsize n)
{
  KpiCombining combining;
  KpiCombiningCall call = {.combining = &combining,
                           .children = children,
                           .rivals = children,
                           .weights = weights,
                           .n_children = n_children};
  KpiTally tally = {0};

  combining = (KpiCombining){.method = _kpi_methods_find (KPI_METHODS_COMBINING, "copeland")};
  combining.method->combine (&call, out, n, &tally);
}

/* By hand. X above Y on a and b, Y above Z on a and c, Z above X on b and c: each beats one and is
 * beaten by one. With 2 for a, X beats Z as well (2 against 2 is a tie: none), so that nothing else
 * changes but X against Z, which is 2 against 2. */
Test (copeland, a_circle_has_no_winner, .timeout = 10)
{
  const double a[] = {3, 2, 1}, b[] = {2, 1, 3}, c[] = {1, 3, 2};
  const double *children[] = {a, b, c};
  double out[3];

  copeland (children, (double[]){1, 1, 1}, 3, out, 3);
  for (gsize i = 0; i < 3; i++)
    cr_expect (out[i] == 0);

  /* X: beats Y (3 of 4), ties with Z (2 of 4): 1. Y: beats Z (3 of 4), beaten by X: 0. Z: -1. */
  copeland (children, (double[]){2, 1, 1}, 3, out, 3);
  cr_expect (out[0] == 1 && out[1] == 0 && out[2] == -1);
}

/* .1 + .2 against .3 is a tie, which rounding would break. */
Test (copeland, rounding_noise_wins_nothing, .timeout = 10)
{
  const double a[] = {2, 1}, b[] = {2, 1}, c[] = {1, 2};
  const double *children[] = {a, b, c};
  double out[2];

  copeland (children, (double[]){0.1, 0.2, 0.3}, 3, out, 2);
  cr_expect (out[0] == 0 && out[1] == 0);
}

/* Gaps, by hand. W and X have both a and b; Y has a alone, Z has b alone, V has nothing.
 *   a: W 4, X 3, Y 5      b: W 1, X 2, Z 0
 * W-X: one child each, a tie. Y beats W and X on a. W and X beat Z on b. Y and Z share nothing.
 * W: 0 - 1 + 1 = 0; X likewise; Y: 2; Z: -2; V takes no part. */
Test (copeland, only_what_both_have_decides, .timeout = 10)
{
  const double a[] = {4, 3, 5, NAN, NAN}, b[] = {1, 2, NAN, 0, NAN};
  const double *children[] = {a, b};
  double out[5];

  copeland (children, (double[]){1, 1}, 2, out, 5);
  cr_expect (out[0] == 0 && out[1] == 0 && out[2] == 2 && out[3] == -2);
  cr_expect (isnan (out[4]));
}

/* Areas in another order have the same scores, and all scores together are 0; every area is
 * compared with all of those behind its block too. */
Test (copeland, the_order_of_areas_does_not_matter, .timeout = 10)
{
  double a[N_AREAS], b[N_AREAS], turned_a[N_AREAS], turned_b[N_AREAS];
  const double *children[] = {a, b}, *turned[] = {turned_a, turned_b};
  double out[N_AREAS], other[N_AREAS], sum = 0;

  for (gsize i = 0; i < N_AREAS; i++) {
    a[i] = i % 7 == 0 ? NAN : (double)(i * 77 % 101);
    b[i] = i % 5 == 0 ? NAN : (double)(i * 31 % 53);
    turned_a[N_AREAS - 1 - i] = a[i];
    turned_b[N_AREAS - 1 - i] = b[i];
  }
  copeland (children, (double[]){1, 1.5}, 2, out, N_AREAS);
  copeland (turned, (double[]){1, 1.5}, 2, other, N_AREAS);
  for (gsize i = 0; i < N_AREAS; i++) {
    cr_expect (isnan (out[i]) ? isnan (other[N_AREAS - 1 - i]) : out[i] == other[N_AREAS - 1 - i]);
    sum += isnan (out[i]) ? 0 : out[i];
  }
  cr_expect (sum == 0);
}
