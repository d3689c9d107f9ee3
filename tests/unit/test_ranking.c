/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "write-card.h"

/* Da Nang: 100·28/35 = 80 and not met 40 > 80 gives 50: mean 65. Hue 80 stands first. The commune
 * is of another level: alone there, it is no ranking. */
Test (ranking, areas_of_one_level_are_ranked, .timeout = 10)
{
  g_autofree char *data =
      g_strconcat (hue_data, "D,share,2025,28\nD,cashless,2025,40\nC,share,2025,35\n", NULL);
  g_autoptr (KpiScorecard) card = card_of (hue_model, data);
  g_autofree char *text = written (card, KPI_FORMAT_TABLE, NULL);
  const char *ranking = strstr (text, "\nIndex · 2025");
  g_auto (GStrv) lines = NULL;

  cr_assert (ranking != NULL, "%s", text);
  lines = g_strsplit (ranking + 1, "\n", -1);
  cr_expect (g_str_has_suffix (lines[0], "city"), "%s", lines[0]);
  cr_expect (eq (str, lines[2], "rank 1  Hue      ████████████████████████████████········│ 80.0"));
  cr_expect (eq (str, lines[3], "rank 2  Da Nang  ██████████████████████████··············│ 65.0"));
  cr_expect (strstr (text, "commune\n") == NULL, "%s", text);
  cr_expect (strstr (text, "rank 1\n") != NULL, "the index line of Hue: %s", text);
}

/* Equal scores share the better rank: 1, 1, 3; they stand in the order of the areas. */
Test (ranking, ties_share_a_rank, .timeout = 10)
{
  g_autoptr (KpiScorecard) card =
      card_of ("kpiscore: 1\nid: m\nindicators: {a: {target: {at_least: 100}}}\n"
               "index: {id: i, of: [a]}\n",
               "area,period,a\nC,2025,50\nB,2025,80\nA,2025,80\n");
  g_autofree char *text = written (card, KPI_FORMAT_TABLE, NULL);

  cr_expect (strstr (text, "rank 1  A  ████████████████████████████████········│ 80.0\n"
                           "rank 1  B  ████████████████████████████████········│ 80.0\n"
                           "rank 3  C  ████████████████████····················│ 50.0\n") != NULL,
             "%s", text);
}

/* 60 to 90 against 80: X may be first or second, and so may Y; what is open is shaded. A bar of 40
 * cells: 24 sure and up to 36 shaded of X, 32 of Y. The point of X is 75: it stands second. */
Test (ranking, bounds_leave_ranks_open, .timeout = 10)
{
  g_autoptr (KpiScorecard) card =
      card_of ("kpiscore: 1\nid: m\nindicators: {a: {target: {at_least: 100}}}\n"
               "index: {id: i, of: [a]}\n",
               "area,period,a\nX,2025,60..90\nY,2025,80\n");
  g_autofree char *text = written (card, KPI_FORMAT_TABLE, NULL);

  cr_expect (strstr (text,
                     "rank 1–2  Y  ████████████████████████████████········│  80.0\n"
                     "rank 1–2  X  ████████████████████████▒▒▒▒▒▒▒▒▒▒▒▒····│ 60–90\n") != NULL,
             "%s", text);
}
