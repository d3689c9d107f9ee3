/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "data/registers/daily-counts.h"

static guint32
get (const KpiDailyCounts *daily, guint32 lane, gint32 day, KpiEvent event)
{
  guint32 counts[KPI_N_EVENTS];

  _kpi_daily_counts_get (daily, lane, day, counts);
  return counts[event];
}

/* Lane 1: opened on days 5 (twice), 6, 100; late on 100. Lane 3: opened on day 1. Days 5, 6 and 7
 * share a page of eight days, 8 begins the next. */
Test (daily_counts, what_happened_by_a_day, .timeout = 10)
{
  KpiDailyCounts counts;

  _kpi_daily_counts_init (&counts, (KpiCutoffs){NULL, 0});
  cr_assert (_kpi_daily_counts_add (&counts, 1, 100, KPI_EVENT_OPENED));
  cr_assert (_kpi_daily_counts_add (&counts, 3, 1, KPI_EVENT_OPENED));
  cr_assert (_kpi_daily_counts_add (&counts, 1, 6, KPI_EVENT_OPENED));
  cr_assert (_kpi_daily_counts_add (&counts, 1, 5, KPI_EVENT_OPENED));
  cr_assert (_kpi_daily_counts_add (&counts, 1, 100, KPI_EVENT_LATE));
  cr_assert (_kpi_daily_counts_add (&counts, 1, 5, KPI_EVENT_OPENED));
  cr_assert (_kpi_daily_counts_finish (&counts));
  cr_expect (eq (u32, get (&counts, 1, 0, KPI_EVENT_OPENED), 0));
  cr_expect (eq (u32, get (&counts, 1, -5, KPI_EVENT_OPENED), 0));
  cr_expect (eq (u32, get (&counts, 1, 4, KPI_EVENT_OPENED), 0));
  cr_expect (eq (u32, get (&counts, 1, 5, KPI_EVENT_OPENED), 2));
  cr_expect (eq (u32, get (&counts, 1, 6, KPI_EVENT_OPENED), 3));
  cr_expect (eq (u32, get (&counts, 1, 7, KPI_EVENT_OPENED), 3));
  cr_expect (eq (u32, get (&counts, 1, 8, KPI_EVENT_OPENED), 3));
  cr_expect (eq (u32, get (&counts, 1, 99, KPI_EVENT_LATE), 0));
  cr_expect (eq (u32, get (&counts, 1, 100, KPI_EVENT_OPENED), 4));
  cr_expect (eq (u32, get (&counts, 1, 100, KPI_EVENT_LATE), 1));
  cr_expect (eq (u32, get (&counts, 1, 3652059, KPI_EVENT_OPENED), 4));
  cr_expect (eq (u32, get (&counts, 0, 3652059, KPI_EVENT_OPENED), 0)); /* lanes before, between */
  cr_expect (eq (u32, get (&counts, 2, 3652059, KPI_EVENT_OPENED), 0)); /* and behind */
  cr_expect (eq (u32, get (&counts, 3, 1, KPI_EVENT_OPENED), 1));
  cr_expect (eq (u32, get (&counts, 4, 3652059, KPI_EVENT_OPENED), 0));
  _kpi_daily_counts_clear (&counts);
}

/* The same, told apart no further than by days 5, 99 and 100: what comes after is not kept. */
Test (daily_counts, what_happened_by_a_cut, .timeout = 10)
{
  static const gint32 cutoffs[] = {5, 99, 100};
  KpiDailyCounts counts;

  _kpi_daily_counts_init (&counts, (KpiCutoffs){cutoffs, 3});
  for (gint32 day = 1; day <= 200; day++)
    cr_assert (_kpi_daily_counts_add (&counts, 1, day, KPI_EVENT_LATE));
  cr_assert (_kpi_daily_counts_finish (&counts));
  cr_expect (eq (u32, get (&counts, 1, 5, KPI_EVENT_LATE), 5));
  cr_expect (eq (u32, get (&counts, 1, 99, KPI_EVENT_LATE), 99));
  cr_expect (eq (u32, get (&counts, 1, 100, KPI_EVENT_LATE), 100));
  cr_expect (eq (sz, counts.pages.rows.n, 1));
  _kpi_daily_counts_clear (&counts);
}
