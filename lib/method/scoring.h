/* SPDX-License-Identifier: MIT */
/* Scoring methods: from an indicator's value to its score.
 *
 * Adding a method is one new file in this folder and one line in the table of scoring.c. */
#ifndef KPI_SCORING_H
#define KPI_SCORING_H

#include "base/findings-private.h"
#include "method/goal.h"
#include "method/option.h"

typedef struct _KpiScoringMethod KpiScoringMethod;

typedef enum { KPI_TRANSFORM_NONE, KPI_TRANSFORM_LOG, KPI_TRANSFORM_SQRT } KpiTransform;

/* Which values a fitted method learns from. */
typedef enum { KPI_OVER_ALL, KPI_OVER_PERIOD } KpiOver;

/* How one indicator is scored: a method with its options, as the model says. */
typedef struct {
  const KpiScoringMethod *method;
  KpiOptionValue options[KPI_MAX_OPTIONS]; /* in the order of the method's own list */
  KpiTransform transform;
  KpiOver over;
  gboolean clamp; /* hold to 0 … 100 */
  double to[2];   /* where 0 and 100 are mapped to */
} KpiScoring;

/* What a fitted method learned from the values of one class of areas. */
typedef struct {
  double least;
  double greatest;
  gsize n;
} KpiFitted;

/* One call of a method: all that is the same for every value of the array. */
typedef struct {
  const KpiScoring *scoring;
  const KpiGoal *goal;     /* NULL where there is no target */
  const KpiFitted *fitted; /* of a fitted method; of turned values if lower is better */
  KpiBetter better;
} KpiScoringCall;

/* What a method says of a goal and options before there are data; text NULL: nothing. */
typedef struct {
  KpiSeverity severity;
  const char *text;
} KpiJudgement;

struct _KpiScoringMethod {
  const char *name;
  const char *about; /* one line for people */
  KpiOption options[KPI_MAX_OPTIONS + 1];
  gboolean needs_target;
  gboolean fitted;                             /* learns from the data */
  gboolean transforms;                         /* takes `transform` */
  gboolean jumps;                              /* a value just above another may score otherwise */
  gboolean (*jumps_for) (const KpiGoal *goal); /* it does so for this goal; NULL: see `jumps` */

  /* Judges goal and options; NULL if there is nothing to judge. */
  KpiJudgement (*judge) (const KpiScoringCall *call);

  /* Scores n values on 0 … 100, not yet held. A missing value (NaN) gives NaN. Values come
   * transformed, and turned where a fitted method has lower better. */
  void (*score) (const KpiScoringCall *call, const double *values, double *out_scores, gsize n);

  /* The i-th value at which the score turns or jumps; FALSE past the last. NULL: it is monotone. */
  gboolean (*knot) (const KpiScoringCall *call, gsize i, double *out_value);
};

/* Whether a value just above another may score otherwise. */
gboolean _kpi_scoring_jumps (const KpiScoringCall *call);

/* Knots that several methods share: the ends of a range; the points of their first option. */
gboolean _kpi_scoring_goal_knot (const KpiScoringCall *call, gsize i, double *out_value);
gboolean _kpi_scoring_points_knot (const KpiScoringCall *call, gsize i, double *out_value);

/* The method of that name; NULL if there is none. */
const KpiScoringMethod *_kpi_scoring_find (const char *name);

/* All methods, NULL-terminated. */
const KpiScoringMethod *const *_kpi_scoring_list (void);

/* Options as they hold where a model says nothing but the method's name. */
void _kpi_scoring_init (KpiScoring *scoring, const KpiScoringMethod *method);
void _kpi_scoring_clear (KpiScoring *scoring);

/* Whether it is `progress` against what is required by now, rather than against the target. */
gboolean _kpi_progress_is_against_path (const KpiScoring *scoring);

KpiJudgement _kpi_scoring_judge (const KpiScoringCall *call);

/* A value that is open (`>80`) counts as just above or below its number wherever a method jumps. */
typedef enum { KPI_OPEN_NOT, KPI_OPEN_ABOVE, KPI_OPEN_BELOW } KpiOpen;
double _kpi_open_value (double value, KpiOpen open);

/* Learns from n values (NaN is passed over); call again to learn more. */
void _kpi_fitted_init (KpiFitted *fitted);
void _kpi_fitted_learn (const KpiScoringCall *call, KpiFitted *fitted, const double *values,
                        gsize n);

/* Scores n values from end to end: transform, method, hold, map. */
void _kpi_scoring_apply (const KpiScoringCall *call, const double *values, double *out_scores,
                         gsize n);

/* The least and the greatest score of any value between two ends, each closed or open. The ends may
 * be infinite; where the score at an end has no limit, the bound is infinite. */
void _kpi_scoring_bounds (const KpiScoringCall *call, double low, KpiOpen low_open, double high,
                          KpiOpen high_open, double *out_low, double *out_high);

#endif
