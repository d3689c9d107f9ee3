/* SPDX-License-Identifier: MIT */
/* kpiscore check: reads all that is named, scores what can be scored, says what it found. On
 * success one line tells what there is, so that silence never has to be taken for an answer; then
 * come the targets that differ from those that they overlay. */

#include "commands.h"
#include "inputs.h"
#include "speak.h"
#include "targets.h"

static void
append_count (GString *out, const char *before, gsize n, const char *one, const char *many)
{
  g_string_append_printf (out, "%s%" G_GSIZE_FORMAT " %s", before, n, n == 1 ? one : many);
}

static gint
describe (const Inputs *inputs)
{
  g_autoptr (GString) out = g_string_new (kpi_model_get_id (inputs->model));
  gint status;

  append_count (out, ": ", inputs_count_nodes (inputs->model, KPI_NODE_INDICATOR), "indicator",
                "indicators");
  append_count (out, ", ", inputs_count_nodes (inputs->model, KPI_NODE_GROUP), "group", "groups");
  append_count (out, ", ", inputs_count_nodes (inputs->model, KPI_NODE_INDEX), "index", "indexes");
  if (inputs->data != NULL)
    append_count (out, "; ", kpi_dataset_get_n_observations (inputs->data), "observation",
                  "observations");
  g_string_append_c (out, '\n');
  status = targets_describe (inputs->model, out);
  return status == EXIT_DONE ? speak_text (out->str) : status;
}

/* Words, `valid`, series that nothing uses and registers are known only once a model scores. */
static gint
try_score (const Inputs *inputs, KpiScoreOptions *asked)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpiScorecard) card = NULL;

  /* Without data no period is known: the last day of the registers is. */
  if (inputs->data == NULL)
    kpi_score_options_set_as_of (asked, "latest", NULL);
  card = kpi_model_score (inputs->model, inputs->data, asked, &error);
  if (card == NULL)
    return speak_error (error);
  speak_findings (kpi_scorecard_get_findings (card));
  return EXIT_DONE;
}

/* Only a listing has a format, and can be written to a file. */
static gint
read_output (Output *output, const Arguments *arguments)
{
  static const OptionId of_listings[] = {OPTION_FORMAT, OPTION_OUTPUT};

  for (gsize i = 0; i < G_N_ELEMENTS (of_listings); i++)
    if (arguments_has (arguments, of_listings[i]) && !arguments_has (arguments, OPTION_TARGETS))
      return speak_usage ("--%s: expected --targets beside it", options[of_listings[i]].name);
  return output_read (output, arguments);
}

gint
run_check (const Arguments *arguments)
{
  g_autoptr (KpiScoreOptions) asked = kpi_score_options_new ();
  Output output;
  Inputs inputs;
  gint status = read_output (&output, arguments);

  if (status == EXIT_DONE)
    status = inputs_add_registers (arguments, asked);
  if (status != EXIT_DONE)
    return status;
  status = inputs_read (&inputs, arguments);
  if (status == EXIT_DONE)
    status = try_score (&inputs, asked);
  if (status == EXIT_DONE && arguments_has (arguments, OPTION_TARGETS))
    status = targets_list (inputs.model, &output);
  else if (status == EXIT_DONE)
    status = describe (&inputs);
  inputs_clear (&inputs);
  return status;
}
