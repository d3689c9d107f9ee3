/* SPDX-License-Identifier: MIT */
/* Combining methods: from the scores of children to the score of their parent. */
#pragma once

#include <math.h>

#include "method/option.h"

typedef struct _KpiCombiningMethod KpiCombiningMethod;

typedef struct {
  const KpiCombiningMethod *method;
  KpiOptionValue options[KPI_MAX_OPTIONS];
} KpiCombining;

/* How often a mean had no ordinary value; counted so that one warning a node can say it. */
typedef struct {
  gsize n_zero;     /* areas whose mean is 0 because a child is 0 */
  gsize n_negative; /* areas without a mean because a child is negative */
} KpiTally;

/* One call of a method: children[c][area] is a score, NaN where child c has none there, infinite
 * where a bound has no end. */
typedef struct {
  const KpiCombining *combining;
  const double *const *children;
  const double *const *rivals; /* likewise: what a method that compares areas holds against them */
  const double *weights;       /* by child, positive */
  gsize n_children;
  double *scratch; /* two numbers a child */
} KpiCombiningCall;

struct _KpiCombiningMethod {
  const char *name;
  const char *about;
  KpiOption options[KPI_MAX_OPTIONS + 1];
  gboolean compares; /* areas with one another: those of one call are all of one class */
  gboolean adds_up;  /* the weighted mean: what weights of each area's own are made for */

  /* Judges the options by how many children have weight; NULL if there is nothing to judge. */
  KpiJudgement (*judge) (const KpiCombining *combining, gsize n_children);

  /* Combines the scores of n areas. Where no child has a score: NaN. */
  void (*combine) (const KpiCombiningCall *call, double *out, gsize n, KpiTally *tally);
};

/* Scores are compared, and judged to be zero or negative, after rounding to 1e-9. */
static inline double
_kpi_score_rounded (double score)
{
  return round (score * 1e9) / 1e9;
}
