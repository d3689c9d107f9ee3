/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "data/mentions.h"

Test (mentions, the_first_place_stays, .timeout = 10)
{
  KpiMentions mentions;

  _kpi_mentions_init (&mentions);
  cr_expect (eq (u32, _kpi_mentions_find (&mentions, "VN-HUE"), KPI_NO_NAME));
  cr_expect (eq (u32, _kpi_mentions_add (&mentions, "VN-HUE", (KpiMention){2, 1, 0, 0}), 0));
  cr_expect (eq (u32, _kpi_mentions_add (&mentions, "VN-DN", (KpiMention){3, 1, 0, 0}), 1));
  cr_expect (eq (u32, _kpi_mentions_add (&mentions, "VN-HUE", (KpiMention){9, 7, 0, 4}), 0));
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
