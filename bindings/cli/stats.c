/* SPDX-License-Identifier: MIT */
/* kpiscore stats: reads, scores, writes what the index is judged by, or what was done before it. */

#include "commands.h"
#include "inputs.h"
#include "output.h"
#include "speak.h"

static const char *const kinds[] = {"summary",      "correlations", "alpha",     "pca",
                                    "availability", "weights",      "treatments"};
static const char *const methods[] = {"pearson", "spearman", "kendall"};

static KpiListing *
make_listing (const KpiScorecard *card, const Arguments *arguments, GError **error)
{
  const char *of = arguments_get (arguments, OPTION_OF);

  if (g_strcmp0 (of, "treatments") == 0)
    return kpi_scorecard_list_treatments (card, error);
  return kpi_scorecard_list_statistics (card, of, arguments_get (arguments, OPTION_METHOD), error);
}

static gint
list (const Inputs *inputs, const KpiScoreOptions *asked, const Output *output,
      const Arguments *arguments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpiScorecard) card = kpi_model_score (inputs->model, inputs->data, asked, &error);
  g_autoptr (KpiListing) listing = NULL;

  if (card == NULL)
    return speak_error (error);
  speak_findings (kpi_scorecard_get_findings (card));
  inputs_say_missing (inputs, card);
  listing = make_listing (card, arguments, &error);
  return listing == NULL ? speak_error (error) : output_write_listing (output, listing);
}

gint
run_stats (const Arguments *arguments)
{
  g_autoptr (KpiScoreOptions) asked = kpi_score_options_new ();
  Output output;
  Inputs inputs;
  gint told = output_read (&output, arguments);

  if (told == EXIT_DONE)
    told = arguments_judge_words (arguments, OPTION_OF, kinds, G_N_ELEMENTS (kinds));
  if (told == EXIT_DONE)
    told = arguments_judge_words (arguments, OPTION_METHOD, methods, G_N_ELEMENTS (methods));
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
