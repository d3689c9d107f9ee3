/* SPDX-License-Identifier: MIT */
/* Weighting methods: from the scores of a group's children to their weights. */
#pragma once

#include <kpiscore/error.h>

#include "method/complete.h"

/* The scores of a group's children in areas that are compared with one another. */
typedef struct {
  const double *const *children; /* children[c][area], NaN where c has none there */
  gsize n_children;
  gsize n_areas;
} KpiWeighed;

typedef struct {
  const char *name;
  const char *about;

  /* Fills n_children weights, none negative, that add up to 1 (of `equal`, 1 each); or, `per_area`,
   * as many for each area, one area after another, whose sum of weight times score is the area's
   * score. A child that tells nothing apart, because all its scores are equal or it has less than
   * two, has weight 0. Where the weights are not defined all are NaN, and `*out_why` says why, as
   * in "found WHY". FALSE, with `error` set, if there is no memory or a library is not installed.
   */
  gboolean (*weigh) (const KpiWeighed *weighed, double *out_weights, const char **out_why,
                     GError **error);
  gboolean per_area;
  gboolean blind; /* looks at no score: all weigh 1, as by default */
} KpiWeightingMethod;

/* ---- What the methods share */

/* Whether a child tells areas apart: it has two scores that differ, rounded to 1e-9, so that noise
 * has no correlation with anything. */
gboolean _kpi_weighting_varies (const double *scores, gsize n);

/* Whether it has two scores or more, and all are equal. */
gboolean _kpi_weighting_is_constant (const double *scores, gsize n);

/* The complete rows of the children that vary, in all areas and in these rows: column v is that of
 * child children[v]. */
typedef struct {
  KpiComplete complete;
  gsize *children;
} KpiVarying;

/* Weighs these by `find`, which fills the weight of each column; the others have none. As `weigh`
 * of a method; `find` may take from the arena. */
typedef gboolean (*KpiVaryingFunc) (const KpiVarying *varying, KpiArena *arena, double *out_weights,
                                    GError **error);
gboolean _kpi_weighting_of_varying (const KpiWeighed *weighed, KpiVaryingFunc find,
                                    double *out_weights, const char **out_why, GError **error);

/* Makes weights add up to 1; where they cannot be (their sum is 0 or not finite), all are NaN and
 * `*out_why` is set. Returns TRUE, so that a method can end with it. */
gboolean _kpi_weighting_finish (double *weights, gsize n, const char *why, const char **out_why);

/* That weights are not defined; TRUE likewise. */
gboolean _kpi_weighting_undefined (double *weights, gsize n, const char *why, const char **out_why);

gboolean _kpi_weighting_no_memory (GError **error);
