/* SPDX-License-Identifier: MIT */
/* Flags: the marks of a cell as the public knows them, and their names. */

#include "score/card/scorecard-private.h"

static const struct {
  KpiMark mark;
  KpiFlags flag;
  const char *name;
} flags[] = {
    {KPI_MARK_CONTRADICTORY, KPI_FLAG_CONTRADICTORY, "contradictory"},
    {KPI_MARK_JUMP, KPI_FLAG_JUMP, "jump"},
    {KPI_MARK_STALE, KPI_FLAG_STALE, "stale"},
    {KPI_MARK_OUTSIDE, KPI_FLAG_OUTSIDE, "outside"},
    {KPI_MARK_DIFFERS, KPI_FLAG_DIFFERS, "differs"},
    {KPI_MARK_ROLLED_UP, KPI_FLAG_ROLLED_UP, "rolled_up"},
};

KpiFlags
kpi_scorecard_get_flags (const KpiScorecard *card, gsize number)
{
  KpiCardRow row = _kpi_scorecard_get_row (card, number);
  KpiFlags found = 0;

  for (gsize i = 0; row.cell != KPI_NO_CELL && i < G_N_ELEMENTS (flags); i++)
    if (_kpi_sheet_has_mark (row.sheet, row.cell, flags[i].mark))
      found |= flags[i].flag;
  return found;
}

const char *
kpi_flags_get_name (KpiFlags flag)
{
  for (gsize i = 0; i < G_N_ELEMENTS (flags); i++)
    if (flags[i].flag == flag)
      return flags[i].name;
  return NULL;
}
