/* SPDX-License-Identifier: MIT */
#include "alert-support.h"

static void
expect_texts (const KpiScorecard *card, const char *language, const char *const *expected)
{
  g_autoptr (KpiListing) alerts = alerts_of (card, language);

  for (gsize row = 0; expected[row] != NULL; row++)
    cr_expect (eq (str, (char *)text_of (alerts, row, "text"), (char *)expected[row]));
}

Test (alert_text, a_sentence_for_each_kind, .timeout = 10)
{
  g_autoptr (KpiScorecard) card = board_as_of (board, board_data, "2025-06-30");
  static const char *const english[] = {
      "60%, where at least 80% was due by 2024-12-31.",
      "12, where at most 10 was due by 2025-03-31.",
      "−5 and moving away: 62.4 was required by now, at least 100 by 2026-12-31.",
      "10, where 62.4 was required by now on the way to at least 100 by 2026-12-31.",
      "50, where 62.4 was required by now on the way to at least 100 by 2026-12-31.",
      "total is given as 10, and its parts add up to 9.",
      "No observation since 2019.",
      NULL};
  static const char *const vietnamese[] = {
      "60%, trong khi phải đạt ít nhất 80% chậm nhất 2024-12-31.",
      "12, trong khi phải đạt nhiều nhất 10 chậm nhất 2025-03-31.",
      "−5 và đang đi lùi: đến nay phải đạt 62,4, chậm nhất 2026-12-31 phải đạt ít nhất 100.",
      "10, trong khi đến nay phải đạt 62,4 để chậm nhất 2026-12-31 đạt ít nhất 100.",
      "50, trong khi đến nay phải đạt 62,4 để chậm nhất 2026-12-31 đạt ít nhất 100.",
      "total được ghi là 10, nhưng các phần cộng lại là 9.",
      "Không có số liệu mới từ 2019.",
      NULL};

  expect_texts (card, NULL, english);
  expect_texts (card, "vi-VN", vietnamese);
}

/* Every demand, missed at the end of 2024. */
Test (alert_text, what_was_demanded, .timeout = 10)
{
  g_autoptr (KpiScorecard) card =
      board_as_of ("kpiscore: 1\nid: m\nindicators:\n"
                   "  a: {target: {more_than: 5, by: 2024}}\n"
                   "  b: {target: {less_than: 5, by: 2024}}\n"
                   "  c: {target: {between: [2, 3], by: 2024}}\n"
                   "  d: {target: {equal: 7, by: 2024}}\n"
                   "  e: {unit: rank, target: {top: 5, by: 2024}}\n",
                   "area,period,a,b,c,d,e\nA,2024,4.996,6,1,8,9\n", "2024-12-31");
  static const char *const expected[] = {
      "4.996, where more than 5 was due by 2024-12-31.", /* rounding does not deceive */
      "6, where less than 5 was due by 2024-12-31.",
      "1, where 2 to 3 was due by 2024-12-31.",
      "8, where exactly 7 was due by 2024-12-31.",
      "9, where a place among the first 5 was due by 2024-12-31.",
      NULL};

  expect_texts (card, NULL, expected);
}

/* Jumps, impossible values, parts, parents. */
Test (alert_text, what_contradicts, .timeout = 10)
{
  g_autoptr (KpiScorecard) card =
      score_with ("kpiscore: 1\nid: m\nareas: {P: {}, A: {parent: P}}\nindicators:\n"
                  "  x: {max_change: 10}\n  y: {measure: {sum: [x, x]}, valid: [0, 100]}\n"
                  "  z: {rollup: sum}\nchecks: [{part: z, of: x}]\n",
                  "area,period,x,z\nA,2023,30,\nA,2024,60,\nA,2025,55,56\nP,2025,,57\n", NULL);
  static const char *const english[] = {
      "From 30 to 60 within one period, where at most 10 is allowed.",
      "120 lies outside 0 to 100.",
      "57 is reported, and its parts add up to 56.",
      "z is 56, more than x, of which it is a part: 55.",
      "110 lies outside 0 to 100.",
      NULL};

  expect_texts (card, NULL, english);
}

/* Without a baseline nothing is required; without a target growth is all there is: cagr by name. */
Test (alert_text, what_is_not_known_is_left_out, .timeout = 10)
{
  g_autoptr (KpiScorecard) card =
      board_as_of ("kpiscore: 1\nid: m\nstatus: {method: cagr, no_target: [0.015, 0.005, 0]}\n"
                   "indicators: {x: {}}\n",
                   "area,period,x\nA,2020,100\nA,2024,50\nB,2020,100\nB,2024,101\n", "2024-12-31");

  expect_texts (card, NULL,
                (const char *const[]){"50 and moving away.", "101, growing too slowly.", NULL});
}
