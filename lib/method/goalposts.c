/* SPDX-License-Identifier: MIT */
/* goalposts: where the value lies between two fixed posts.
 *
 *   100 (x - lo) / (hi - lo)    x and posts through `transform` first
 *
 * Posts with lo > hi mean that lower is better; `better: lower` turns posts that rise, never those
 * that fall already.
 * Source: UNDP, Human Development Report, technical notes: the HDI's dimension indices.
 * A gap: no value, or one outside the transform's domain, has no score.
 * Range: held to 0 ... 100. */

#include <math.h>

#include "base/wide.h"
#include "method/scoring.h"

static double
transformed (KpiTransform transform, double post)
{
  if (transform == KPI_TRANSFORM_LOG)
    return log (post);
  return transform == KPI_TRANSFORM_SQRT ? sqrt (post) : post;
}

KPI_WIDE static void
score (const KpiScoringCall *call, const double *values, double *out_scores, gsize n)
{
  const double *posts = call->scoring->options[0].numbers;
  gboolean turn = call->better == KPI_BETTER_LOWER && posts[0] < posts[1];
  double low = transformed (call->scoring->transform, posts[turn ? 1 : 0]);
  double high = transformed (call->scoring->transform, posts[turn ? 0 : 1]);

  for (gsize i = 0; i < n; i++)
    out_scores[i] = 100 * (values[i] - low) / (high - low);
}

static KpiJudgement
judge (const KpiScoringCall *call)
{
  const double *posts = call->scoring->options[0].numbers;
  double least = MIN (posts[0], posts[1]);

  if (posts[0] == posts[1])
    return (KpiJudgement){KPI_SEVERITY_ERROR, "found two equal posts, expected different ones"};
  if (call->scoring->transform == KPI_TRANSFORM_LOG && least <= 0)
    return (KpiJudgement){KPI_SEVERITY_ERROR,
                          "found a post of 0 or less under a log transform, expected one above"};
  if (call->scoring->transform == KPI_TRANSFORM_SQRT && least < 0)
    return (KpiJudgement){KPI_SEVERITY_ERROR,
                          "found a negative post under a square root, expected 0 or more"};
  return (KpiJudgement){0};
}

const KpiScoringMethod _kpi_scoring_goalposts = {
    .name = "goalposts",
    .about = "where the value lies between two fixed posts",
    .options = {{.name = "posts", .kind = KPI_OPTION_PAIR, .required = TRUE}},
    .transforms = TRUE,
    .judge = judge,
    .score = score,
};
