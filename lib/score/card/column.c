/* SPDX-License-Identifier: MIT */
/* The columns of a scorecard: the one list that every format and every language goes by. */

#include <kpiscore/scorecard.h>

static const struct {
  const char *name;
  gboolean is_text;
} columns[] = {
    [KPI_COLUMN_AREA] = {"area", TRUE},
    [KPI_COLUMN_PERIOD] = {"period", TRUE},
    [KPI_COLUMN_NODE] = {"node", TRUE},
    [KPI_COLUMN_KIND] = {"kind", TRUE},
    [KPI_COLUMN_VALUE] = {"value", FALSE},
    [KPI_COLUMN_VALUE_LOW] = {"value_low", FALSE},
    [KPI_COLUMN_VALUE_HIGH] = {"value_high", FALSE},
    [KPI_COLUMN_TARGET] = {"target", FALSE},
    [KPI_COLUMN_REQUIRED] = {"required", FALSE},
    [KPI_COLUMN_SCORE] = {"score", FALSE},
    [KPI_COLUMN_SCORE_LOW] = {"score_low", FALSE},
    [KPI_COLUMN_SCORE_HIGH] = {"score_high", FALSE},
    [KPI_COLUMN_RANK] = {"rank", FALSE},
    [KPI_COLUMN_RANK_BEST] = {"rank_best", FALSE},
    [KPI_COLUMN_RANK_WORST] = {"rank_worst", FALSE},
    [KPI_COLUMN_STATUS] = {"status", TRUE},
    [KPI_COLUMN_PACE] = {"pace", FALSE},
    [KPI_COLUMN_PROJECTED] = {"projected", FALSE},
    [KPI_COLUMN_COVERAGE] = {"coverage", FALSE},
};

const char *
kpi_column_get_name (KpiColumn column)
{
  return columns[column].name;
}

gboolean
kpi_column_is_text (KpiColumn column)
{
  return columns[column].is_text;
}
