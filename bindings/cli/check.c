/* SPDX-License-Identifier: MIT */
/* kpiscore check: reads all that is named, scores what can be scored, says what it found. On
 * success one line tells what there is, so that silence never has to be taken for an answer; then
 * come the targets that differ from those that they overlay. */

#include "commands.h"
#include "inputs.h"
#include "speak.h"
#include "targets.h"

static gsize
count_nodes (const KpiModel *model, KpiNodeKind kind)
{
  gsize n = 0;

  for (gsize node = 0; node < kpi_model_get_n_nodes (model); node++)
    n += kpi_model_get_node_kind (model, node) == kind;
  return n;
}

static void
append_count (GString *out, const char *before, gsize n, const char *one, const char *many)
{
  g_string_append_printf (out, "%s%" G_GSIZE_FORMAT " %s", before, n, n == 1 ? one : many);
}

static gint
tell (const Inputs *inputs)
{
  g_autoptr (GString) out = g_string_new (kpi_model_get_id (inputs->model));
  gint told;

  append_count (out, ": ", count_nodes (inputs->model, KPI_NODE_INDICATOR), "indicator",
                "indicators");
  append_count (out, ", ", count_nodes (inputs->model, KPI_NODE_GROUP), "group", "groups");
  append_count (out, ", ", count_nodes (inputs->model, KPI_NODE_INDEX), "index", "indexes");
  if (inputs->data != NULL)
    append_count (out, "; ", kpi_dataset_get_n_observations (inputs->data), "observation",
                  "observations");
  g_string_append_c (out, '\n');
  told = targets_tell (inputs->model, out);
  return told == EXIT_DONE ? speak_text (out->str) : told;
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
  gint told = read_output (&output, arguments);

  if (told == EXIT_DONE)
    told = inputs_add_registers (arguments, asked);
  if (told != EXIT_DONE)
    return told;
  told = inputs_read (&inputs, arguments);
  if (told == EXIT_DONE)
    told = try_score (&inputs, asked);
  if (told == EXIT_DONE && arguments_has (arguments, OPTION_TARGETS))
    told = targets_list (inputs.model, &output);
  else if (told == EXIT_DONE)
    told = tell (&inputs);
  inputs_clear (&inputs);
  return told;
}
