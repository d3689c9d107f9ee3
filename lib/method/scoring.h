/* SPDX-License-Identifier: MIT */
/* Scoring methods: from an indicator's value to its score. */
#pragma once

#include "base/findings-private.h"
#include "base/interval.h"
#include "method/fitted.h"
#include "method/goal.h"
#include "method/option.h"

typedef struct _KpiScoringMethod KpiScoringMethod;

typedef enum { KPI_TRANSFORM_NONE, KPI_TRANSFORM_LOG, KPI_TRANSFORM_SQRT } KpiTransform;

/* In the order of KpiTransform; NULL-terminated. */
extern const char *const _kpi_transform_names[];

/* Which values a fitted method learns from. */
typedef enum { KPI_OVER_ALL, KPI_OVER_PERIOD } KpiOver;

/* What scores on 0 ... 100 are held to. */
typedef enum { KPI_CLAMP_NOT, KPI_CLAMP_BOTH, KPI_CLAMP_HIGH } KpiClamp;

/* How one indicator is scored: a method with its options, as the model says. */
typedef struct {
  const KpiScoringMethod *method;
  KpiOptionValue options[KPI_MAX_OPTIONS]; /* in the order of the method's own list */
  KpiTransform transform;
  KpiOver over;
  gint32 fit_from; /* the days that a fit learns from: all of a period has to lie within */
  gint32 fit_until;
  KpiClamp clamp;  /* of a method that is not open */
  gboolean mapped; /* `to` is given */
  double to[2];    /* where 0 and 100 are mapped to, or the fit's own least and greatest score */
} KpiScoring;

/* One call of a method: all that is the same for every value of the array. */
typedef struct {
  const KpiScoring *scoring;
  const KpiGoal *goal;     /* NULL where there is no target */
  const KpiFitted *fitted; /* of a fitted method; of turned values if lower is better */
  double reference;        /* what distances are counted to, as it was observed; NaN: nothing */
  KpiBetter better;
} KpiScoringCall;

struct _KpiScoringMethod {
  const char *name;
  const char *about; /* one line for people */
  KpiOption options[KPI_MAX_OPTIONS + 1];
  gboolean needs_target;
  KpiLearns learns;                            /* from the data; nothing: it is not fitted */
  KpiOver over;                                /* what it learns from where a model does not say */
  gboolean turns;                              /* x -> -x where lower is better */
  gboolean transforms;                         /* takes `transform` */
  gboolean is_open;                            /* its scores have no ends and are never held */
  gboolean is_positive;                        /* values of 0 or less have no score */
  gboolean jumps;                              /* a value just above another may score otherwise */
  gboolean (*jumps_for) (const KpiGoal *goal); /* it does so for this goal; NULL: see `jumps` */

  /* See _kpi_scoring_follows_path(); NULL: it never does. */
  gboolean (*follows_path) (const KpiScoring *scoring);

  /* Judges goal and options; NULL if there is nothing to judge. */
  KpiJudgement (*judge) (const KpiScoringCall *call);

  /* What the fit or the reference lacks for anybody to get a score, as in "found ..."; NULL if
   * nothing. NULL: it never lacks anything. */
  const char *(*lacks) (const KpiScoringCall *call);

  /* Scores n values on 0 … 100, not yet held. A missing value (NaN) gives NaN. Values come
   * transformed, and turned where a method that turns has lower better. */
  void (*score) (const KpiScoringCall *call, const double *values, double *out_scores, gsize n);

  /* Scores the ends of a value against the others' opposite ends, which the fit has learned.
   * `is_member`: it is itself among those values. NULL: fits are held while ends pass through. */
  void (*score_bounds) (const KpiScoringCall *call, double low, double high, gboolean is_member,
                        double *out_low, double *out_high);

  /* The i-th value at which the score turns or jumps; FALSE past the last. NULL: it is monotone. */
  gboolean (*knot) (const KpiScoringCall *call, gsize i, double *out_value);
};

/* What a method lacks whose values are all equal. */
#define KPI_LACKS_DIFFERENCE                                                                       \
  "a constant column, expected different values; no score: give a target, or a score with fixed "  \
  "posts such as goalposts"

/* The area that distances are counted to; NULL where there is none, or it is the target. */
const char *_kpi_scoring_reference_area (const KpiScoring *scoring);

/* Whether a score needs a target, be it as the reference of a method that takes one. */
gboolean _kpi_scoring_needs_target (const KpiScoring *scoring);

/* Whether it is held against what is required by now, rather than against the target: then the goal
 * of a call is moved there before. */
gboolean _kpi_scoring_follows_path (const KpiScoring *scoring);

/* A value as the method takes it: transformed and turned. */
double _kpi_scoring_prepared (const KpiScoringCall *call, double value);

/* Whether a value just above another may score otherwise. */
gboolean _kpi_scoring_jumps (const KpiScoringCall *call);

/* Knots that several methods share: the ends of a range; the points of their first option. */
gboolean _kpi_scoring_goal_knot (const KpiScoringCall *call, gsize i, double *out_value);
gboolean _kpi_scoring_points_knot (const KpiScoringCall *call, gsize i, double *out_value);

/* Options as they hold where a model says nothing but the method's name. */
void _kpi_scoring_init (KpiScoring *scoring, const KpiScoringMethod *method);

KpiJudgement _kpi_scoring_judge (const KpiScoringCall *call);

/* Learns from n values (NaN is passed over) and, of a method that takes ends against ends, from the
 * ends of each, which may both be NULL; call again to learn more. FALSE if there is no memory. */
gboolean _kpi_scoring_learn (const KpiScoringCall *call, KpiFitted *fitted, const double *values,
                             const double *lows, const double *highs, gsize n);

/* What the fit or the reference lacks for anybody to get a score; NULL if nothing. */
const char *_kpi_scoring_lacks (const KpiScoringCall *call);

/* Scores n values from end to end: transform, method, hold, map. Where something is lacking, all of
 * them are NaN. */
void _kpi_scoring_apply (const KpiScoringCall *call, const double *values, double *out_scores,
                         gsize n);

/* The least and the greatest score of any value between two ends, each closed or open. The ends may
 * be infinite; where the score at an end has no limit, the bound is infinite. Nothing may be
 * lacking. */
void _kpi_scoring_bounds (const KpiScoringCall *call, double low, KpiOpen low_open, double high,
                          KpiOpen high_open, double *out_low, double *out_high);

/* The same of a method that takes ends against ends, for a value that is among those of the fit or
 * not; ends that are open have been opened (_kpi_open_value()). */
void _kpi_scoring_rival_bounds (const KpiScoringCall *call, double low, double high,
                                gboolean is_member, double *out_low, double *out_high);
