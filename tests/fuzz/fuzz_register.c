/* SPDX-License-Identifier: MIT */
/* Registers: a CSV file of items is read and counted, or refused with a finding. */
#include "fuzz.h"

static const char text[] =
    "kpiscore: 1\n"
    "id: m\n"
    "areas: {A: {aliases: [Alpha]}, B: {}}\n"
    "registers: {tasks: {}}\n"
    "indicators:\n"
    "  open: {measure: {register: tasks, count: open}}\n"
    "  late: {measure: {register: tasks, count: late, window: period}}\n"
    "  days: {measure: {register: tasks, count: p90_days, where: {level: [central, city]}}}\n"
    "  timely: {measure: {register: tasks, count: timely_rate}, target: {at_least: 100}}\n";

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static KpiModel *model = NULL; /* read once: libFuzzer calls a million times */
  g_autoptr (KpiScoreOptions) options = kpi_score_options_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (KpiScorecard) card = NULL;

  if (model == NULL)
    model = kpi_model_parse (text, -1, NULL);
  g_assert (model != NULL);
  kpi_score_options_add_register (options, "tasks", fuzz_file (data, size));
  g_assert (kpi_score_options_set_as_of (options, "latest", NULL));
  card = kpi_model_score (model, NULL, options, &error);
  fuzz_expect (card != NULL, error);
  return 0;
}
