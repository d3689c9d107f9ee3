/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "write-card.h"

static const char model_text[] = "kpiscore: 1\n"
                                 "id: m\n"
                                 "indicators:\n"
                                 "  a: {target: {at_least: 80}}\n"
                                 "  b: {unit: people}\n"
                                 "index: {id: i, of: [a]}\n";

static const char header[] =
    "area,period,node,kind,value,value_low,value_high,target,required,score,score_low,score_high,"
    "rank,rank_best,rank_worst,status,pace,projected,coverage\n";

/* By hand: 60 of 80 from 0 is 75; a quarter of 80 is 25. b has no target, no score, no rank. What
 * is measured is covered. */
Test (write_csv, every_row_has_every_column, .timeout = 10)
{
  g_autoptr (KpiScorecard) card =
      card_of (model_text, "area,period,a,b\nX,2025,60,0\nY,2025-A1,20,1e16\n");
  g_autofree char *text = written (card, KPI_FORMAT_CSV, NULL);
  g_autofree char *expected =
      g_strconcat (header, "X,2025,a,indicator,60,60,60,80,,75,75,75,1,1,1,open,,,1\n",
                   "X,2025,b,indicator,0,0,0,,,,,,,,,no_target,,,1\n",
                   "X,2025,i,index,,,,,,75,75,75,1,1,1,,,,1\n",
                   "Y,2025,a,indicator,20,20,20,80,,25,25,25,2,2,2,open,,,1\n",
                   "Y,2025,b,indicator,1e+16,1e+16,1e+16,,,,,,,,,no_target,,,1\n",
                   "Y,2025,i,index,,,,,,25,25,25,2,2,2,,,,1\n", NULL);

  cr_expect (eq (str, text, expected));
}

/* What a spreadsheet would run is a name like any other; what would end a field is quoted. */
Test (write_csv, names_come_back_as_they_were, .timeout = 10)
{
  g_autoptr (KpiScorecard) card = card_of (
      model_text, "area,series,period,value\n=1+1,b,2025,1\n\"a \"\"b\"\", c\",b,2025,2\n");
  g_autofree char *text = written (card, KPI_FORMAT_CSV, NULL);

  cr_expect (strstr (text, "\n=1+1,2025,b,") != NULL, "%s", text);
  cr_expect (strstr (text, "\n\"a \"\"b\"\", c\",2025,b,") != NULL, "%s", text);
}

Test (write_csv, without_rows_the_header_stands_alone, .timeout = 10)
{
  g_autoptr (KpiScorecard) card = card_of (model_text, "area,series,period,value\n");
  g_autofree char *text = written (card, KPI_FORMAT_CSV, NULL);

  cr_expect (eq (str, text, (char *)header));
}
