/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "data/dataset/periods.h"

static guint32
add (KpiPeriods *periods, const char *text)
{
  KpiPeriod period;
  const char *why;

  cr_assert (_kpi_period_parse (text, &period, &why));
  return _kpi_periods_add (periods, &period, 0);
}

static guint32
add_published (KpiPeriods *periods, const char *text, gint32 published)
{
  KpiPeriod period;
  const char *why;

  cr_assert (_kpi_period_parse (text, &period, &why));
  return _kpi_periods_add (periods, &period, published);
}

/* One period published on three days is three, next to each other once sorted. */
Test (periods, days_of_publication_tell_them_apart, .timeout = 10)
{
  static const guint32 expected[] = {3, 2, 0, 1}; /* 2025 unsaid, on day 30, on day 90, 2026 */
  g_autoptr (KpiPeriods) periods = _kpi_periods_new ();
  g_autofree guint32 *ranks = NULL;

  cr_expect (eq (u32, add (periods, "2026"), 0));
  cr_expect (eq (u32, add_published (periods, "2025", 90), 1));
  cr_expect (eq (u32, add (periods, "2025"), 2));
  cr_expect (eq (u32, add_published (periods, "2025", 30), 3));
  cr_expect (eq (u32, add_published (periods, "2025", 90), 1));
  cr_expect (eq (i32, _kpi_periods_get_published (periods, 0), 0));
  cr_expect (eq (i32, _kpi_periods_get_published (periods, 1), 90));
  ranks = _kpi_periods_sort (periods);
  for (guint32 i = 0; i < G_N_ELEMENTS (expected); i++)
    cr_expect (eq (u32, ranks[i], expected[i]));
  for (guint32 rank = 0; rank < 3; rank++)
    cr_expect (eq (u32, _kpi_periods_get_first (periods, rank), 0));
  cr_expect (eq (u32, _kpi_periods_get_first (periods, 3), 3));
  cr_expect (eq (i32, _kpi_periods_get_published (periods, 1), 30));
}

Test (periods, one_number_each, .timeout = 10)
{
  g_autoptr (KpiPeriods) periods = _kpi_periods_new ();

  cr_expect (eq (u32, add (periods, "2025"), 0));
  cr_expect (eq (u32, add (periods, "2025-Q1"), 1));
  cr_expect (eq (u32, add (periods, "2025-A1"), 0));
  /* the same days, and yet another frequency */
  cr_expect (eq (u32, add (periods, "2025-01-01/2025-12-31"), 2));
  cr_expect (eq (u32, _kpi_periods_length (periods), 3));
}

Test (periods, many_are_all_found_again, .timeout = 10)
{
  g_autoptr (KpiPeriods) periods = _kpi_periods_new ();

  for (gint32 round = 0; round < 2; round++)
    for (gint32 day = 1; day <= 100000; day++) {
      KpiPeriod period = _kpi_period_of_day (day);

      cr_assert (eq (u32, _kpi_periods_add (periods, &period, 0), (guint32)day - 1));
    }
}

Test (periods, sorted_by_frequency_then_days, .timeout = 10)
{
  static const char *const texts[] = {"2025-07-01", "2026", "2025-Q2", "2025", "2025-Q1"};
  static const guint32 expected[] = {4, 1, 3, 0, 2}; /* 2025 2026 Q1 Q2 day */
  g_autoptr (KpiPeriods) periods = _kpi_periods_new ();
  g_autofree guint32 *ranks = NULL;
  char text[KPI_PERIOD_SIZE];

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    add (periods, texts[i]);
  ranks = _kpi_periods_sort (periods);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
    cr_expect (eq (u32, ranks[i], expected[i]));
    _kpi_period_format (_kpi_periods_get (periods, ranks[i]), text);
    cr_expect (eq (str, text, (char *)texts[i]));
  }
}
