/* SPDX-License-Identifier: MIT */
/* kpiscore alerts: reads, scores as of a day, writes what needs somebody now.
 *
 * Always true: without --as-of it is the last day that the data cover, never today. */

#include "commands.h"
#include "inputs.h"
#include "output.h"
#include "speak.h"

static const char *const kinds[] = {"overdue", "moving_away", "behind", "contradictory", "stale"};

/* Whether there is an alert of a kind that the caller does not want to see. */
static gboolean
has_unwanted (const KpiListing *alerts, const Arguments *arguments)
{
  const char *const *unwanted = arguments_list (arguments, OPTION_FAIL_ON);

  for (gsize row = 0; row < kpi_listing_get_n_rows (alerts); row++)
    if (g_strv_contains (unwanted, kpi_listing_get_text (alerts, row, 0)))
      return TRUE;
  return FALSE;
}

static gint
list (const Inputs *inputs, const KpiScoreOptions *asked, const Output *output,
      const Arguments *arguments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpiScorecard) card = kpi_model_score (inputs->model, inputs->data, asked, &error);
  g_autoptr (KpiListing) alerts = NULL;
  gint told;

  if (card == NULL)
    return speak_error (error);
  speak_findings (kpi_scorecard_get_findings (card));
  inputs_say_missing (inputs, card);
  alerts = kpi_scorecard_list_alerts (card, output->style.language, &error);
  if (alerts == NULL)
    return speak_error (error);
  told = output_write_alerts (output, card);
  if (told == EXIT_DONE && has_unwanted (alerts, arguments))
    return EXIT_STATUS_FOUND;
  return told;
}

gint
run_alerts (const Arguments *arguments)
{
  g_autoptr (KpiScoreOptions) asked = kpi_score_options_new ();
  Output output;
  Inputs inputs;
  gint told = output_read (&output, arguments);

  if (told == EXIT_DONE)
    told = arguments_judge_words (arguments, OPTION_FAIL_ON, kinds, G_N_ELEMENTS (kinds));
  if (!arguments_has (arguments, OPTION_AS_OF))
    kpi_score_options_set_as_of (asked, "latest", NULL);
  if (told == EXIT_DONE)
    told = inputs_ask (arguments, asked);
  if (told != EXIT_DONE)
    return told;
  told = inputs_read (&inputs, arguments);
  if (told == EXIT_DONE)
    told = list (&inputs, asked, &output, arguments);
  inputs_clear (&inputs);
  return told;
}
