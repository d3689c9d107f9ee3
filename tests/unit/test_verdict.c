/* SPDX-License-Identifier: MIT */
/* Expected words follow from the values that meet each demand, as written beside the cases. */
#include <math.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "model/verdict.h"

static KpiTarget
ask (KpiDemand demand, double low, double high)
{
  return (KpiTarget){.goal = {.demand = demand, .low = low, .high = high}};
}

static KpiTarget
until (KpiTarget target, gint32 day)
{
  target.has_deadline = TRUE;
  target.deadline = day;
  return target;
}

#define AT_LEAST(x) ask (KPI_DEMAND_AT_LEAST, x, x)
#define MORE_THAN(x) ask (KPI_DEMAND_MORE_THAN, x, x)
#define AT_MOST(x) ask (KPI_DEMAND_AT_MOST, x, x)
#define LESS_THAN(x) ask (KPI_DEMAND_LESS_THAN, x, x)
#define BETWEEN(a, b) ask (KPI_DEMAND_BETWEEN, a, b)
#define EQUAL(x) BETWEEN (x, x)
#define TOP(k) ask (KPI_DEMAND_TOP, k, k)

static void
expect (KpiTarget target, KpiTarget overlaid, const char *word)
{
  cr_expect_str_eq (_kpi_verdict_names[_kpi_verdict_of (&target, &overlaid)], word);
}

/* `a` asks more than `b`. */
static void
expect_stricter (KpiTarget a, KpiTarget b)
{
  expect (a, b, "stricter");
  expect (b, a, "weaker");
}

Test (verdict, the_direction_is_that_of_the_demand, .timeout = 10)
{
  expect_stricter (AT_LEAST (35), AT_LEAST (30));
  expect_stricter (AT_MOST (5), AT_MOST (10));
  expect_stricter (MORE_THAN (-1), MORE_THAN (-2));
  expect_stricter (LESS_THAN (-2), LESS_THAN (-1));
  expect_stricter (TOP (5), TOP (10));
}

/* 30 itself meets at_least and at_most alone. */
Test (verdict, without_the_end_itself_is_stricter, .timeout = 10)
{
  expect_stricter (MORE_THAN (30), AT_LEAST (30));
  expect_stricter (LESS_THAN (30), AT_MOST (30));
  expect_stricter (AT_LEAST (30.5), MORE_THAN (30));
  expect (MORE_THAN (30), MORE_THAN (30), "same");
  expect (LESS_THAN (30), LESS_THAN (30), "same");
}

Test (verdict, a_range_inside_another_is_stricter, .timeout = 10)
{
  expect_stricter (BETWEEN (40, 50), BETWEEN (30, 60));
  expect_stricter (BETWEEN (30, 50), BETWEEN (30, 60));
  expect_stricter (EQUAL (40), BETWEEN (30, 60));
  expect_stricter (BETWEEN (40, 50), AT_LEAST (40));
  expect (BETWEEN (40, 50), BETWEEN (40, 50), "same");
  expect (BETWEEN (40, 70), BETWEEN (30, 60), "other");
  expect (BETWEEN (40, 50), MORE_THAN (40), "other"); /* 40 meets the first alone, 60 the second */
}

Test (verdict, what_does_not_hold_the_other_is_other, .timeout = 10)
{
  expect (AT_LEAST (5), AT_MOST (5), "other");
  expect (AT_LEAST (30), TOP (5), "other");
  expect (EQUAL (40), EQUAL (41), "other");
}

/* No rank is below 1. */
Test (verdict, a_rank_begins_at_one, .timeout = 10)
{
  expect (EQUAL (1), TOP (1), "same");
  expect (BETWEEN (1, 5), TOP (5), "same");
  expect (AT_MOST (5), TOP (5), "same");
  expect_stricter (TOP (3), BETWEEN (1, 5));
  expect_stricter (BETWEEN (2, 5), TOP (5));
}

Test (verdict, of_equal_demands_the_deadline_tells, .timeout = 10)
{
  expect (until (AT_LEAST (30), 100), until (AT_LEAST (30), 200), "earlier");
  expect (until (AT_LEAST (30), 200), until (AT_LEAST (30), 100), "later");
  expect (until (AT_LEAST (30), 100), until (AT_LEAST (30), 100), "same");
  expect (until (AT_LEAST (30), 100), AT_LEAST (30), "earlier");
  expect (AT_LEAST (30), until (AT_LEAST (30), 100), "later");
}

Test (verdict, a_deadline_against_the_demand_is_told, .timeout = 10)
{
  expect (until (AT_LEAST (35), 200), until (AT_LEAST (30), 100), "stricter_but_later");
  expect (AT_LEAST (35), until (AT_LEAST (30), 100), "stricter_but_later");
  expect (until (AT_LEAST (25), 100), until (AT_LEAST (30), 200), "weaker_but_earlier");
  expect (until (AT_LEAST (35), 100), until (AT_LEAST (30), 200), "stricter");
  expect (until (AT_LEAST (25), 200), until (AT_LEAST (30), 100), "weaker");
  expect (until (AT_LEAST (5), 200), until (AT_MOST (5), 100), "other");
}
