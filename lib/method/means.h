/* SPDX-License-Identifier: MIT */
/* What the weighted means share: mean = g (sum of w f (s) / sum of w) over the children that have a
 * score, with one rule for children that are zero or negative where f cannot take them. */
#pragma once

#include "method/combining.h"

/* What f and g may go by: the order of a power mean, and the score that it measures the others by,
 * which is the one that decides where the order is large. */
typedef struct {
  double order;
  double reference;
} KpiMeanScale;

typedef struct {
  double (*f) (double score, const KpiMeanScale *scale);
  double (*g) (double mean, const KpiMeanScale *scale);
  double order;        /* of a power mean, else 0 */
  gboolean takes_zero; /* f is defined there; else a zero child makes the mean 0 */
} KpiMean;

/* That of geometric.c, which is the power mean of order 0. */
extern const KpiMean _kpi_mean_geometric;

/* A mean of scores that are not negative: a negative child leaves it without a score. */
void _kpi_positive_mean (const KpiMean *mean, const KpiCombiningCall *call, double *out, gsize n,
                         KpiTally *tally);
