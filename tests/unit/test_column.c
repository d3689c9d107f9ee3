/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include <kpiscore/scorecard.h>

/* The header of the CSV as it was published; other people's software reads it by these names. */
static const char published[] =
    "area,period,node,kind,value,value_low,value_high,target,required,score,score_low,score_high,"
    "rank,rank_best,rank_worst,status,pace,projected,coverage";

Test (column, names_and_order_are_those_published, .timeout = 10)
{
  g_auto (GStrv) names = g_strsplit (published, ",", -1);

  cr_assert (eq (u32, g_strv_length (names), KPI_N_COLUMNS));
  for (gint column = 0; column < KPI_N_COLUMNS; column++)
    cr_expect (eq (str, (char *)kpi_column_get_name ((KpiColumn)column), names[column]));
}

Test (column, five_are_text, .timeout = 10)
{
  static const KpiColumn texts[] = {KPI_COLUMN_AREA, KPI_COLUMN_PERIOD, KPI_COLUMN_NODE,
                                    KPI_COLUMN_KIND, KPI_COLUMN_STATUS};
  guint n_texts = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    cr_expect (kpi_column_is_text (texts[i]));
  for (gint column = 0; column < KPI_N_COLUMNS; column++)
    n_texts += kpi_column_is_text ((KpiColumn)column) != FALSE;
  cr_expect (eq (u32, n_texts, 5));
}
