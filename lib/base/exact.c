/* SPDX-License-Identifier: MIT */
/* Exact sums as expansions: a sum is kept as several doubles whose bits do not overlap.
 *
 * Source: J. R. Shewchuk, Adaptive precision floating-point arithmetic and fast robust geometric
 * predicates, Discrete & Computational Geometry 18 (1997): TWO-SUM, TWO-PRODUCT, GROW-EXPANSION.
 * Always true: the parts add up to the sum without any rounding, until it overflows. */

#include <math.h>

#include "base/exact.h"

/* a + b as the nearest double, and what that leaves over. */
static double
two_sum (double a, double b, double *out_rest)
{
  double sum = a + b, b_in_sum = sum - a;

  *out_rest = (a - (sum - b_in_sum)) + (b - b_in_sum);
  return sum;
}

static void
grow (KpiExactSum *sum, double x)
{
  guint kept = 0;

  for (guint i = 0; i < sum->n; i++) {
    double rest;

    x = two_sum (x, sum->parts[i], &rest);
    if (rest != 0)
      sum->parts[kept++] = rest;
  }
  if (x != 0)
    sum->parts[kept++] = x;
  sum->n = kept;
}

static void
overflow (KpiExactSum *sum)
{
  sum->n = 1;
  sum->parts[0] = NAN;
}

/* Where the top was, and what follows it goes the same way, a tie of the first rounding is none:
 * the next double is nearer. */
static double
break_tie (double top, double rest, double next)
{
  double twice = 2 * rest, other = top + twice;

  return (rest < 0) == (next < 0) && other - top == twice ? other : top;
}

double
_kpi_exact_get (const KpiExactSum *sum)
{
  guint i = sum->n;
  double top = 0, rest = 0;

  while (i > 0 && rest == 0)
    top = two_sum (top, sum->parts[--i], &rest);
  return rest != 0 && i > 0 ? break_tie (top, rest, sum->parts[i - 1]) : top;
}

void
_kpi_exact_settle (KpiExactSum *sum)
{
  double settled[KPI_EXACT_ROOM];
  guint n = 0;

  if (sum->n == 1)
    return;
  while (sum->n > 0 && n < KPI_EXACT_ROOM - 1) {
    settled[n] = _kpi_exact_get (sum);
    grow (sum, -settled[n++]); /* takes its place from the parts: there are no more than before */
  }
  for (guint i = 0; i < n; i++)
    sum->parts[i] = settled[n - 1 - i];
  sum->n = n;
}

void
_kpi_exact_add (KpiExactSum *sum, double x)
{
  if (sum->n == KPI_EXACT_ROOM - 1)
    _kpi_exact_settle (sum);
  grow (sum, x);
  if (sum->n > 0 && !isfinite (sum->parts[sum->n - 1]))
    overflow (sum);
}

void
_kpi_exact_add_product (KpiExactSum *sum, double a, double b)
{
  double product = a * b;

  if (isfinite (product))
    _kpi_exact_add (sum, fma (a, b, -product));
  _kpi_exact_add (sum, product);
}

void
_kpi_exact_add_sum (KpiExactSum *sum, const KpiExactSum *other)
{
  guint n = other->n; /* which changes where a sum is added to itself */
  double parts[KPI_EXACT_ROOM];

  for (guint i = 0; i < n; i++)
    parts[i] = other->parts[i];
  for (guint i = 0; i < n; i++)
    _kpi_exact_add (sum, parts[i]);
}
