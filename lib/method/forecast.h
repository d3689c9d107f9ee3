/* SPDX-License-Identifier: MIT */
/* Forecasts: what to expect at the deadline, and when the target would be met. */
#pragma once

#include "method/trajectory.h"

typedef enum {
  KPI_FORECAST_LINEAR,    /* the line through the baseline and the present value */
  KPI_FORECAST_GEOMETRIC, /* growth at the rate from the baseline to the present value */
  KPI_FORECAST_THEIL_SEN  /* the line of the median slope of all points so far */
} KpiForecast;

/* The spellings, NULL-terminated, in the order of KpiForecast. */
extern const char *const _kpi_forecast_names[];

/* A line, or growth at one rate: what it comes to at one time, and how it goes on. */
typedef struct {
  KpiWaypoint at; /* NaN where nothing can be expected */
  double rate;    /* added in a year, or what a year multiplies by */
  gboolean grows; /* the rate multiplies */
} KpiTrend;

/* The trend through two points, the later one its `at`. */
KpiTrend _kpi_trend_through (KpiWaypoint from, KpiWaypoint to, gboolean grows);

/* Of more points than these the first are passed over: their pairs grow with the square. */
#define KPI_MAX_TREND_POINTS 512

/* How many numbers of scratch `n` points ask for. */
gsize _kpi_trend_scratch (gsize n);

/* The Theil-Sen line through `n` points, ascending in time, of different times; its `at` is at the
 * last one's time. */
KpiTrend _kpi_trend_of_points (const KpiWaypoint *points, gsize n, double *scratch);

/* What is expected at a time. */
double _kpi_trend_at (const KpiTrend *trend, double time);

/* When the trend comes to a value, before or after its `at`; NaN if it never does. */
double _kpi_trend_when (const KpiTrend *trend, double value);
