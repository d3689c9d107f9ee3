/* SPDX-License-Identifier: MIT */
/* Kendall's correlation (tau-b): pairs of areas in the same order, less those in the other.
 *
 *   tau = (C - D) / sqrt ((n0 - n1) (n0 - n2))    n0 = n (n - 1) / 2
 *
 * C and D count concordant and discordant pairs, n1 and n2 those tied in a and in b. Source:
 * M. G. Kendall, Biometrika 33 (1945); counted in O(n log n) as W. R. Knight, Journal of the
 * American Statistical Association 61 (1966), does: sorted by a, D is how far b is from sorted.
 * A gap: pairs come complete. Where all of a side are tied: none. */

#include <math.h>

#include "base/sort.h"
#include "method/correlation.h"

typedef struct {
  double a, b;
} Pair;

static gint
compare (gconstpointer left, gconstpointer right, gpointer user_data)
{
  const Pair *x = left, *y = right;

  (void)user_data;
  return x->a != y->a ? KPI_ORDER (x->a, y->a) : KPI_ORDER (x->b, y->b);
}

/* Merges two sorted halves into `out`; returns how many elements of the right half passed one of
 * the left, once for each. */
static double
merge (const double *left, gsize n_left, const double *right, gsize n_right, double *out)
{
  double passed = 0;
  gsize l = 0, r = 0;

  while (l < n_left && r < n_right) {
    if (right[r] < left[l]) {
      passed += (double)(n_left - l);
      *out++ = right[r++];
    } else {
      *out++ = left[l++];
    }
  }
  while (l < n_left)
    *out++ = left[l++];
  while (r < n_right)
    *out++ = right[r++];
  return passed;
}

/* Sorts `numbers` from the bottom up; returns how many pairs of them stood in the wrong order. */
static double
count_inversions (double *numbers, gsize n, double *scratch)
{
  double inversions = 0;

  for (gsize width = 1; width < n; width *= 2) {
    for (gsize start = 0; start < n; start += 2 * width) {
      gsize n_left = MIN (width, n - start), n_right = MIN (width, n - start - n_left);

      inversions +=
          merge (numbers + start, n_left, numbers + start + n_left, n_right, scratch + start);
    }
    for (gsize i = 0; i < n; i++)
      numbers[i] = scratch[i];
  }
  return inversions;
}

static double
n_pairs (gsize n)
{
  return (double)n * ((double)n - 1) / 2;
}

/* How many pairs of sorted pairs are tied in a, or, with `in_both`, in a and b. */
static double
count_ties (const Pair *pairs, gsize n, gboolean in_both)
{
  double ties = 0;

  for (gsize first = 0, next; first < n; first = next) {
    for (next = first + 1; next < n; next++)
      if (pairs[next].a != pairs[first].a || (in_both && pairs[next].b != pairs[first].b))
        break;
    ties += n_pairs (next - first);
  }
  return ties;
}

double
_kpi_correlation_kendall (const double *a, const double *b, gsize n, double *scratch)
{
  Pair *pairs = (Pair *)scratch; /* 2 n of the 3 n */
  double *numbers = scratch + 2 * n;
  double tied_a, tied_b, tied_both, discordant, all = n_pairs (n);

  for (gsize i = 0; i < n; i++)
    pairs[i] = (Pair){a[i], b[i]};
  _kpi_sort (pairs, n, sizeof (Pair), compare, NULL);
  tied_a = count_ties (pairs, n, FALSE);
  tied_both = count_ties (pairs, n, TRUE);
  for (gsize i = 0; i < n; i++)
    numbers[i] = pairs[i].b;
  discordant = count_inversions (numbers, n, scratch);
  for (gsize i = 0; i < n; i++) /* sorted by now */
    pairs[i] = (Pair){numbers[i], 0};
  tied_b = count_ties (pairs, n, FALSE);
  if (tied_a == all || tied_b == all)
    return NAN;
  return (all - tied_a - tied_b + tied_both - 2 * discordant) /
         sqrt ((all - tied_a) * (all - tied_b)); /* one root: of a square it is exact */
}
