/* SPDX-License-Identifier: MIT */
/* Combining methods: from the scores of children to the score of their parent.
 *
 * Adding a method is one new file in this folder and one line in the table of combining.c. */
#ifndef KPI_COMBINING_H
#define KPI_COMBINING_H

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
  double *room; /* scratch: two numbers a child */
} KpiCombiningCall;

struct _KpiCombiningMethod {
  const char *name;
  const char *about;
  KpiOption options[KPI_MAX_OPTIONS + 1];
  gboolean compares; /* areas with one another: those of one call are all of one class */

  /* Judges the options by how many children have weight; NULL if there is nothing to judge. */
  KpiJudgement (*judge) (const KpiCombining *combining, gsize n_children);

  /* Combines the scores of n areas. Where no child has a score: NaN. */
  void (*combine) (const KpiCombiningCall *call, double *out, gsize n, KpiTally *tally);
};

const KpiCombiningMethod *_kpi_combining_find (const char *name);
const KpiCombiningMethod *const *_kpi_combining_list (void);

void _kpi_combining_init (KpiCombining *combining, const KpiCombiningMethod *method);
void _kpi_combining_clear (KpiCombining *combining);

/* Scores are compared, and judged to be zero or negative, after rounding to 1e-9. */
double _kpi_score_rounded (double score);

#endif
