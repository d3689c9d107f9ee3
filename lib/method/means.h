/* SPDX-License-Identifier: MIT */
/* What the weighted means share: mean = g (sum of w f (s) / sum of w) over the children that have a
 * score, with one rule for children that are zero or negative where f cannot take them. */
#ifndef KPI_MEANS_H
#define KPI_MEANS_H

#include "method/combining.h"

typedef double (*KpiMeanPart) (double score);

/* A mean whose `f` is not defined at zero and below: a zero child makes it 0, a negative child
 * leaves it without a score. */
void _kpi_positive_mean (KpiMeanPart f, KpiMeanPart g, const double *const *children,
                         const double *weights, gsize n_children, double *out, gsize n,
                         KpiTally *tally);

#endif
