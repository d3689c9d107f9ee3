/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "write-card.h"

static const char model_text[] = "kpiscore: 1\n"
                                 "id: m\n"
                                 "indicators:\n"
                                 "  a: {target: {at_least: 80}}\n";

/* tests/bindings/cli/test_command.py reads the JSON of a whole scorecard back with Python. */
Test (write_json, a_row_a_line_with_null_where_there_is_nothing, .timeout = 10)
{
  g_autoptr (KpiScorecard) card = card_of (model_text, "area,period,a\nX,2025,60\nY,2025,\n");
  g_autofree char *text = written (card, KPI_FORMAT_JSON, NULL);

  cr_expect (eq (
      str, text,
      "{\"model\": \"m\", \"rows\": [\n"
      "{\"area\": \"X\", \"period\": \"2025\", \"node\": \"a\", \"kind\": \"indicator\", "
      "\"value\": 60, \"value_low\": 60, \"value_high\": 60, \"target\": 80, \"required\": null, "
      "\"score\": 75, \"score_low\": 75, \"score_high\": 75, \"rank\": 1, \"rank_best\": 1, "
      "\"rank_worst\": 1, \"status\": \"open\", \"pace\": null, \"projected\": null, "
      "\"coverage\": 1},\n"
      "{\"area\": \"Y\", \"period\": \"2025\", \"node\": \"a\", \"kind\": \"indicator\", "
      "\"value\": null, \"value_low\": null, \"value_high\": null, \"target\": 80, "
      "\"required\": null, \"score\": null, \"score_low\": null, \"score_high\": null, "
      "\"rank\": null, \"rank_best\": null, \"rank_worst\": null, \"status\": \"no_data\", "
      "\"pace\": null, \"projected\": null, \"coverage\": 0}\n"
      "]}\n"));
}

Test (write_json, quotes_and_backslashes_are_escaped, .timeout = 10)
{
  g_autoptr (KpiScorecard) card =
      card_of (model_text, "area,period,a\n\"a \"\"b\"\" \\ Huế\",2025,60\n");
  g_autofree char *text = written (card, KPI_FORMAT_JSON, NULL);

  cr_expect (strstr (text, "{\"area\": \"a \\\"b\\\" \\\\ Huế\", ") != NULL, "%s", text);
}

Test (write_json, no_rows_are_an_empty_list, .timeout = 10)
{
  g_autoptr (KpiScorecard) card = card_of (model_text, "area,series,period,value\n");
  g_autofree char *text = written (card, KPI_FORMAT_JSON, NULL);

  cr_expect (eq (str, text, "{\"model\": \"m\", \"rows\": []}\n"));
}
