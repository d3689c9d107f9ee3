/* SPDX-License-Identifier: MIT */
/* Moments.
 *
 *   mean      m = sum x / n
 *   sd        s = sqrt (sum (x - m)^2 / (n - 1))
 *   skewness  G1 = sqrt (n (n - 1)) / (n - 2) g1,              g1 = m3 / m2^1.5
 *   kurtosis  G2 = (n - 1) / ((n - 2) (n - 3)) ((n + 1) g2 + 6),  g2 = m4 / m2^2 - 3
 *
 * mk = sum (x - m)^k / n. Source: D. N. Joanes, C. A. Gill, The Statistician 47 (1998), type 2; so
 * do spreadsheets, SAS, and what the OECD/JRC Handbook's rules of thumb are held against.
 * A gap: takes no part. Equal values have a deviation of exactly 0, and no shape. */

#include <float.h>
#include <math.h>

#include "method/moments.h"

static KpiMoments
take_ends (const double *values, gsize n)
{
  KpiMoments moments = {.least = INFINITY, .greatest = -INFINITY};

  for (gsize i = 0; i < n; i++) {
    moments.n += !isnan (values[i]);
    moments.least = values[i] < moments.least ? values[i] : moments.least;
    moments.greatest = values[i] > moments.greatest ? values[i] : moments.greatest;
  }
  return moments;
}

/* The mean of values / unit; the second sum, of deviations from the first mean, takes away most of
 * the first one's rounding. */
static double
mean_in_units (const double *values, gsize n, const KpiMoments *moments)
{
  double sum = 0, rest = 0, mean;

  for (gsize i = 0; i < n; i++)
    sum += isnan (values[i]) ? 0 : values[i] / moments->unit;
  mean = sum / (double)moments->n;
  for (gsize i = 0; i < n; i++)
    rest += isnan (values[i]) ? 0 : values[i] / moments->unit - mean;
  return mean + rest / (double)moments->n;
}

static void
take_powers (KpiMoments *moments, const double *values, gsize n, double mean)
{
  for (gsize i = 0; i < n; i++) {
    double deviation = isnan (values[i]) ? 0 : values[i] / moments->unit - mean;
    double square = deviation * deviation;

    moments->squares += square;
    moments->cubes += square * deviation;
    moments->fourths += square * square;
  }
}

KpiMoments
_kpi_moments (const double *values, gsize n)
{
  KpiMoments moments = take_ends (values, n);
  double mean;
  int exponent;

  if (moments.n == 0)
    return (KpiMoments){.least = NAN, .greatest = NAN, .mean = NAN, .unit = 1};
  (void)frexp (MAX (fabs (moments.least), fabs (moments.greatest)), &exponent);
  moments.unit = ldexp (1, MAX (exponent - 1, DBL_MIN_EXP));
  if (moments.least == moments.greatest) { /* a mean of roundings would make a spread of them */
    moments.mean = moments.least;
    return moments;
  }
  mean = mean_in_units (values, n, &moments);
  moments.mean = CLAMP (mean * moments.unit, moments.least, moments.greatest);
  take_powers (&moments, values, n, mean);
  return moments;
}

double
_kpi_moments_sd (const KpiMoments *moments)
{
  if (moments->n < 2)
    return NAN;
  return sqrt (moments->squares / (double)(moments->n - 1)) * moments->unit;
}

double
_kpi_moments_skewness (const KpiMoments *moments)
{
  double n = (double)moments->n, variance = moments->squares / n;

  if (moments->n < 3 || moments->squares == 0)
    return NAN;
  return sqrt (n * (n - 1)) / (n - 2) * (moments->cubes / n) / (variance * sqrt (variance));
}

double
_kpi_moments_kurtosis (const KpiMoments *moments)
{
  double n = (double)moments->n, variance = moments->squares / n;
  double excess = moments->fourths / n / (variance * variance) - 3;

  if (moments->n < 4 || moments->squares == 0)
    return NAN;
  return (n - 1) / ((n - 2) * (n - 3)) * ((n + 1) * excess + 6);
}

gboolean
_kpi_moments_are_skewed (const KpiMoments *moments, double skewness, double kurtosis)
{
  return fabs (_kpi_moments_skewness (moments)) > skewness &&
         _kpi_moments_kurtosis (moments) > kurtosis;
}
