/* SPDX-License-Identifier: MIT */
/* owa: the ordered weighted average. A weight belongs to a place in the order, not to a child: the
 * first to the best score, the last to the worst.
 *
 *   sum of w_j s_(j) / sum of w_j     s_(1) >= s_(2) >= ...
 *
 * Where children differ in weight, or some of them are missing, places are shares of the weight
 * that is there: with Q the line through (j/m, w_1 + ... + w_j), the child that takes up the order
 * from share a to share b has the weight Q (b) - Q (a). With equal children that all have a score
 * this is the sum above; with equal places it is the weighted mean.
 *
 * Source: R. R. Yager, IEEE Trans. Systems, Man and Cybernetics 18 (1988); the weights of children:
 * V. Torra, Int. J. Intelligent Systems 12 (1997).
 * A gap: a child without a score takes no part, nor does its weight. */

#include <math.h>

#include "method/ordered.h"

/* Q: the weight of all places up to a share of the order. Places come in descending order of share
 * in turn, so that `place` need only go on. */
typedef struct {
  const double *weights;
  gsize n;
  gsize place; /* the one in hand: the sum of those before it is `below` */
  double below;
} Places;

static double
weight_up_to (Places *places, double share)
{
  double at = share * (double)places->n;

  while (places->place + 1 < places->n && at >= (double)(places->place + 1))
    places->below += places->weights[places->place++];
  return places->below + places->weights[places->place] * (at - (double)places->place);
}

static double
average (const KpiCombiningCall *call, gsize n_ordered)
{
  const KpiOptionValue *weights = &call->combining->options[0];
  const KpiOrdered *ordered = (const KpiOrdered *)call->scratch;
  Places places = {weights->numbers, weights->n_numbers, 0, 0};
  double total = 0, passed = 0, before = 0, sum = 0, all = 0;

  for (gsize i = 0; i < n_ordered; i++)
    total += ordered[i].weight;
  for (gsize i = 0; i < n_ordered; i++) {
    double up_to;

    passed += ordered[i].weight;
    up_to = weight_up_to (&places, i + 1 == n_ordered ? 1 : passed / total);
    sum += up_to > before ? (up_to - before) * ordered[i].score : 0; /* 0 times infinite is 0 */
    all += up_to - before;
    before = up_to;
  }
  return CLAMP (sum / all, ordered[n_ordered - 1].score, ordered[0].score);
}

static void
combine (const KpiCombiningCall *call, double *out, gsize n, KpiTally *tally)
{
  (void)tally;
  for (gsize area = 0; area < n; area++) {
    gsize n_ordered = _kpi_ordered_gather (call, area);

    out[area] = n_ordered == 0 ? NAN : average (call, n_ordered);
  }
}

static KpiJudgement
judge (const KpiCombining *combining, gsize n_children)
{
  const KpiOptionValue *weights = &combining->options[0];
  double sum = 0;

  for (gsize i = 0; i < weights->n_numbers; i++) {
    if (weights->numbers[i] < 0)
      return (KpiJudgement){KPI_SEVERITY_ERROR, "found a negative weight, expected 0 or more"};
    sum += weights->numbers[i];
  }
  if (!(sum > 0) || isinf (sum))
    return (KpiJudgement){KPI_SEVERITY_ERROR,
                          "found weights without a sum above 0, expected one above 0"};
  if (weights->n_numbers != n_children)
    return (KpiJudgement){KPI_SEVERITY_ERROR,
                          "found another number of weights than of children that have weight, "
                          "expected one for each place in their order"};
  return (KpiJudgement){0};
}

const KpiCombiningMethod _kpi_combining_owa = {
    .name = "owa",
    .about = "the ordered weighted average: the first weight is that of the best child",
    .options = {{.name = "weights", .kind = KPI_OPTION_LIST, .required = TRUE}},
    .judge = judge,
    .combine = combine,
};
