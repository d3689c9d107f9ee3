/* SPDX-License-Identifier: MIT */
/* Trajectories: the way from a baseline through milestones to a target. */
#pragma once

#include <glib.h>

/* A value at a time in years, as _kpi_day_year() counts them. */
typedef struct {
  double time;
  double value;
} KpiWaypoint;

#define KPI_NO_WAYPOINT ((KpiWaypoint){NAN, NAN})

typedef enum { KPI_WAY_LINEAR, KPI_WAY_GEOMETRIC } KpiWay;

/* The spellings, NULL-terminated, in the order of KpiWay. */
extern const char *const _kpi_way_names[];

typedef struct {
  KpiWaypoint from;        /* NaN where there is no baseline, likewise `to` without a deadline */
  const KpiWaypoint *path; /* ascending in time; what is not between the two is passed over */
  gsize n_path;
  KpiWaypoint to;
  KpiWay way;
} KpiTrajectory;

/* The value required at a time: from the deadline on it is the target. NaN without a baseline or a
 * deadline, before the baseline's time, and where a geometric way would have to cross 0. */
double _kpi_trajectory_at (const KpiTrajectory *trajectory, double time);
