/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "data/mentions.h"

Test (mentions, the_first_place_stays, .timeout = 10)
{
  KpiMentions mentions;

  _kpi_mentions_init (&mentions);
  cr_expect (eq (u32, _kpi_mentions_find (&mentions, "VN-HUE"), KPI_NO_NAME));
  cr_expect (
      eq (u32, _kpi_mentions_add (&mentions, "VN-HUE", (KpiMention){.line = 2, .column = 1}), 0));
  cr_expect (
      eq (u32, _kpi_mentions_add (&mentions, "VN-DN", (KpiMention){.line = 3, .column = 1}), 1));
  cr_expect (eq (
      u32, _kpi_mentions_add (&mentions, "VN-HUE", (KpiMention){.line = 9, .column = 7, .file = 4}),
      0));
  cr_expect (eq (u32, KPI_ROW (&mentions.firsts, KpiMention, 0).line, 2));
  _kpi_mentions_clear (&mentions);
}

Test (mentions, what_was_asked_for_last_is_not_taken_for_another, .timeout = 10)
{
  KpiMentions mentions;

  _kpi_mentions_init (&mentions);
  _kpi_mentions_add (&mentions, "a", (KpiMention){0});
  _kpi_mentions_add (&mentions, "b", (KpiMention){0});
  cr_expect (eq (u32, _kpi_mentions_find (&mentions, "b"), 1));
  cr_expect (eq (u32, _kpi_mentions_find (&mentions, "b"), 1));
  cr_expect (eq (u32, _kpi_mentions_find (&mentions, "a"), 0));
  cr_expect (eq (u32, _kpi_mentions_find (&mentions, "c"), KPI_NO_NAME));
  cr_expect (eq (u32, _kpi_mentions_find (&mentions, "b"), 1));
  _kpi_mentions_clear (&mentions);
}

Test (mentions, an_area_is_known_from_its_earliest_row_on, .timeout = 10)
{
  KpiMentions areas;

  _kpi_mentions_init (&areas);
  _kpi_mentions_add (&areas, "a", (KpiMention){.known = G_MAXINT32});
  _kpi_mentions_note (&areas, 0, 30);
  _kpi_mentions_note (&areas, 0, 20);
  _kpi_mentions_note (&areas, 0, 40);
  cr_expect (eq (i32, KPI_ROW (&areas.firsts, KpiMention, 0).known, 20));
  _kpi_mentions_clear (&areas);
}
