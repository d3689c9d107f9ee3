/* SPDX-License-Identifier: MIT */
/* log: the logarithm of how far a value lies above the least.
 *
 *   x -> ln (max (x, min) - min + 0.01 (max - min))
 *
 * Source: W. Becker et al., COINr, Journal of Open Source Software 7 (2022), log_CT.
 * A gap: stays. The hundredth of the range keeps the least value inside the domain. What lies below
 * it, as an end of an interval or a value that was not learned from may, is held to it: near the
 * end of the domain the logarithm falls without limit, and beyond it the worst would have no score.
 * Limits: takes in a long tail above; one below it makes longer. */

#include <math.h>

#include "method/treating.h"

#define ROOM 0.01

static void
fit (const KpiTreating *treating, const double *sorted, gsize n, double *scratch, KpiTreated *out)
{
  (void)treating;
  (void)scratch;
  out->least = sorted[0];
  out->span = sorted[n - 1] - sorted[0];
}

static double
apply (const KpiTreated *treated, double value)
{
  double held = value < treated->least ? treated->least : value; /* NaN stays */

  return log (held - treated->least + ROOM * treated->span);
}

const KpiTreatingMethod _kpi_treating_log = {
    .name = "log",
    .about = "the logarithm of how far it lies above the least",
    .fit = fit,
    .apply = apply,
    .rescales = TRUE,
};
