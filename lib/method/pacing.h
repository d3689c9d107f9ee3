/* SPDX-License-Identifier: MIT */
/* Pace rules: how fast an indicator goes to its target, against how fast it would have to. */
#pragma once

#include "method/forecast.h"
#include "method/goal.h"
#include "method/trajectory.h"

/* The paces that have limits, best first: their keys in a model, and their names as statuses. */
#define KPI_PACE_WORDS "on_track", "behind", "far_behind"

typedef enum {
  KPI_PACE_ON_TRACK,
  KPI_PACE_BEHIND,
  KPI_PACE_FAR_BEHIND,
  KPI_PACE_MOVING_AWAY,
  KPI_PACE_UNDEFINED
} KpiPaceWord;

/* The least pace of each word but the last; a pace below them all moves away. */
#define KPI_N_PACE_LIMITS KPI_PACE_MOVING_AWAY

/* What a rule looks at. */
typedef struct {
  KpiWaypoint from; /* the baseline; NaN where there is none, likewise below */
  KpiWaypoint now;  /* the value */
  KpiWaypoint to;   /* the target at the deadline */
  double required;  /* by now */
  double projected; /* for the deadline */
  double zero;      /* what growth counts for 0; NaN: growth from or to 0 is undefined */
  gboolean rises;   /* the way to the target goes up */
} KpiPaceCall;

typedef struct {
  const char *name;
  const char *about;                /* one line for people */
  double limits[KPI_N_PACE_LIMITS]; /* as published; a model may set others */

  /* The pace: 1 is as fast as needed. NaN, or infinite, where it is undefined. */
  double (*pace) (const KpiPaceCall *call);

  /* The word where the pace is undefined; NULL: KPI_PACE_UNDEFINED. */
  KpiPaceWord (*without_pace) (const KpiPaceCall *call);
} KpiPacingMethod;

/* How a model gives its pace words. */
typedef struct {
  const KpiPacingMethod *method;
  double limits[KPI_N_PACE_LIMITS];
  KpiForecast forecast;
  double zero;                         /* as in KpiPaceCall */
  gboolean has_no_target;              /* indicators without a target have a pace too ... */
  double no_target[KPI_N_PACE_LIMITS]; /* ... held against these limits */
} KpiPacing;

/* A rule whose limits stand as published. */
void _kpi_pacing_init (KpiPacing *pacing, const KpiPacingMethod *method);

/* The word, and the pace: NaN where it is undefined. Limits are compared with the pace rounded to
 * 1e-9, so that the last bit of a quotient decides nothing. */
KpiPaceWord _kpi_pacing_judge (const KpiPacing *pacing, const KpiPaceCall *call, double *out_pace);

/* The same without a target: the pace is the growth a year towards what is better. Near a natural
 * limit (NaN: none) less growth is asked for. */
KpiPaceWord _kpi_pacing_judge_growth (const KpiPacing *pacing, KpiWaypoint from, KpiWaypoint now,
                                      KpiBetter better, double natural_limit, double *out_pace);

/* Compound growth a year from one value to another, turned where both are negative. NaN across 0,
 * and where no time has gone by. */
double _kpi_pacing_growth (KpiWaypoint from, KpiWaypoint to, double zero);
