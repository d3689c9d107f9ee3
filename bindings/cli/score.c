/* SPDX-License-Identifier: MIT */
/* kpiscore score: reads, scores, writes.
 *
 * Always true: nothing reaches the output before the whole scorecard stands. */

#include "commands.h"
#include "inputs.h"
#include "output.h"
#include "speak.h"

static const char *const statuses[] = {"no_data",     "no_target", "achieved", "undecided",
                                       "missed",      "on_track",  "behind",   "far_behind",
                                       "moving_away", "open"};

/* Whether an indicator among the rows has a status that the caller does not want to see. */
static gboolean
has_unwanted (const KpiScorecard *card, const Arguments *arguments)
{
  const char *const *unwanted = arguments_list (arguments, OPTION_FAIL_ON);
  gsize n_rows = *unwanted == NULL ? 0 : kpi_scorecard_get_n_rows (card);

  for (gsize row = 0; row < n_rows; row++)
    if (g_strv_contains (unwanted, kpi_scorecard_get_text (card, row, KPI_COLUMN_STATUS)))
      return TRUE;
  return FALSE;
}

static gint
score (const Inputs *inputs, const KpiScoreOptions *asked, const Output *output,
       const Arguments *arguments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpiScorecard) card = kpi_model_score (inputs->model, inputs->data, asked, &error);
  gint told;

  if (card == NULL)
    return speak_error (error);
  speak_findings (kpi_scorecard_get_findings (card));
  inputs_say_missing (inputs, card);
  told = output_write_card (output, card);
  if (told == EXIT_DONE && has_unwanted (card, arguments))
    return EXIT_STATUS_FOUND;
  return told;
}

gint
run_score (const Arguments *arguments)
{
  g_autoptr (KpiScoreOptions) asked = kpi_score_options_new ();
  Output output;
  Inputs inputs;
  gint told = output_read (&output, arguments);

  if (told == EXIT_DONE)
    told = arguments_judge_words (arguments, OPTION_FAIL_ON, statuses, G_N_ELEMENTS (statuses));
  if (told == EXIT_DONE)
    told = inputs_ask (arguments, asked);
  if (told != EXIT_DONE)
    return told;
  told = inputs_read (&inputs, arguments);
  if (told == EXIT_DONE)
    told = score (&inputs, asked, &output, arguments);
  inputs_clear (&inputs);
  return told;
}
