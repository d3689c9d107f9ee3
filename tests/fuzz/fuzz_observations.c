/* SPDX-License-Identifier: MIT */
/* Observations: a CSV file is read, or refused with a finding; what was read is scored, or refused.
 * The model has what data can go wrong by: words, carrying, months in a year, ratios, ranges. */
#include "fuzz.h"

static const char text[] =
    "kpiscore: 1\n"
    "id: m\n"
    "series: {a: {carry: 2Y, over_time: sum}, b: {values: {done: 1, begun: 0}}}\n"
    "areas: {A: {aliases: [Alpha]}, B: {parent: A, from: 2024}, C: {parent: A, until: 2025}}\n"
    "indicators:\n"
    "  a: {valid: [0, 100], rollup: mean, max_change: 10, target: {at_least: 50, by: 2030,\n"
    "      baseline: first}}\n"
    "  b: {target: {between: [0, 1]}}\n"
    "  c: {measure: {ratio: {of: [a, -b], to: [b], per: 100}}, score: minmax}\n"
    "index: {id: i, combine: geometric, of: [a, b, c]}\n";

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static KpiModel *model = NULL; /* read once: libFuzzer calls a million times */
  g_autoptr (GError) error = NULL, refusal = NULL;
  g_autoptr (KpiDataset) dataset = NULL;
  g_autoptr (KpiScorecard) card = NULL;

  if (model == NULL)
    model = kpi_model_parse (text, -1, NULL);
  g_assert (model != NULL);
  dataset = kpi_dataset_read_csv (fuzz_file (data, size), &error);
  fuzz_expect (dataset != NULL, error);
  if (dataset == NULL)
    return 0;
  card = kpi_model_score (model, dataset, NULL, &refusal);
  fuzz_expect (card != NULL, refusal);
  return 0;
}
