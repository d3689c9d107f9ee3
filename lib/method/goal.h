/* SPDX-License-Identifier: MIT */
/* A goal: what is demanded of an indicator in one area and period, as plain numbers. */
#pragma once

#include <glib.h>

typedef enum {
  KPI_DEMAND_AT_LEAST,
  KPI_DEMAND_MORE_THAN,
  KPI_DEMAND_AT_MOST,
  KPI_DEMAND_LESS_THAN,
  KPI_DEMAND_BETWEEN, /* both ends bind; `equal: t` is between t and t */
  KPI_DEMAND_TOP      /* a published rank: at most k */
} KpiDemand;

typedef enum { KPI_BETTER_HIGHER, KPI_BETTER_LOWER } KpiBetter;

typedef struct {
  KpiDemand demand;
  double low;          /* what must be reached; of a range its lower end; k of `top` */
  double high;         /* of a range its upper end, else the same as `low` */
  double of;           /* of `top`: among how many; NaN if not given */
  double baseline;     /* NaN if none, or if it meets the demand already */
  double valid[2];     /* the least and the greatest possible value; infinite if not given */
  gboolean from_first; /* the baseline is the area's first observation, known from the data */
} KpiGoal;

/* Whether `value` meets the demand, its strictness included. NaN meets nothing. */
gboolean _kpi_goal_met (const KpiGoal *goal, double value);

/* Asks for another number, of a demand that asks for one; a baseline that meets it is passed over.
 */
void _kpi_goal_move (KpiGoal *goal, double number);

/* The end of a range that is nearer to `value`; of another demand what must be reached. */
double _kpi_goal_nearer_end (const KpiGoal *goal, double value);
