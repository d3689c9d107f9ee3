/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "data/file/first-seen.h"

Test (first_seen, the_first_place_stays, .timeout = 10)
{
  KpiFirstSeen first_seen;

  _kpi_first_seen_init (&first_seen);
  cr_expect (eq (u32, _kpi_first_seen_find (&first_seen, "VN-HUE"), KPI_NO_NAME));
  cr_expect (
      eq (u32, _kpi_first_seen_add (&first_seen, "VN-HUE", (KpiSeen){.line = 2, .column = 1}), 0));
  cr_expect (
      eq (u32, _kpi_first_seen_add (&first_seen, "VN-DN", (KpiSeen){.line = 3, .column = 1}), 1));
  cr_expect (
      eq (u32,
          _kpi_first_seen_add (&first_seen, "VN-HUE", (KpiSeen){.line = 9, .column = 7, .file = 4}),
          0));
  cr_expect (eq (u32, KPI_ROW (&first_seen.firsts, KpiSeen, 0).line, 2));
  _kpi_first_seen_clear (&first_seen);
}

Test (first_seen, what_was_asked_for_last_is_not_taken_for_another, .timeout = 10)
{
  KpiFirstSeen first_seen;

  _kpi_first_seen_init (&first_seen);
  _kpi_first_seen_add (&first_seen, "a", (KpiSeen){0});
  _kpi_first_seen_add (&first_seen, "b", (KpiSeen){0});
  cr_expect (eq (u32, _kpi_first_seen_find (&first_seen, "b"), 1));
  cr_expect (eq (u32, _kpi_first_seen_find (&first_seen, "b"), 1));
  cr_expect (eq (u32, _kpi_first_seen_find (&first_seen, "a"), 0));
  cr_expect (eq (u32, _kpi_first_seen_find (&first_seen, "c"), KPI_NO_NAME));
  cr_expect (eq (u32, _kpi_first_seen_find (&first_seen, "b"), 1));
  _kpi_first_seen_clear (&first_seen);
}

Test (first_seen, an_area_is_known_from_its_earliest_row_on, .timeout = 10)
{
  KpiFirstSeen areas;

  _kpi_first_seen_init (&areas);
  _kpi_first_seen_add (&areas, "a", (KpiSeen){.known = G_MAXINT32});
  _kpi_first_seen_note (&areas, 0, 30);
  _kpi_first_seen_note (&areas, 0, 20);
  _kpi_first_seen_note (&areas, 0, 40);
  cr_expect (eq (i32, KPI_ROW (&areas.firsts, KpiSeen, 0).known, 20));
  _kpi_first_seen_clear (&areas);
}
