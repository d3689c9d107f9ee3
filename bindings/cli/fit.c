/* SPDX-License-Identifier: MIT */
/* kpiscore fit: reads, learns, saves what was learned, for `score --fit`.
 *
 * Always true: nothing is written before all of it is learned, and merged with what there was. */

#include "commands.h"
#include "inputs.h"
#include "output.h"
#include "speak.h"

/* Merges with the fits that --merge names. */
static gint
merge (KpiFit **fit, const Arguments *arguments)
{
  for (const char *const *path = arguments_list (arguments, OPTION_MERGE); *path != NULL; path++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (KpiFit) other = kpi_fit_load (*path, &error);
    KpiFit *merged = other != NULL ? kpi_fit_merge (*fit, other, &error) : NULL;

    if (merged == NULL)
      return speak_error (error);
    kpi_fit_unref (*fit);
    *fit = merged;
  }
  return EXIT_DONE;
}

static gint
learn (const Inputs *inputs, const KpiScoreOptions *asked, const Output *output,
       const Arguments *arguments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpiFit) fit = kpi_fit_new (inputs->model, inputs->data, asked, &error);
  gint told;

  if (fit == NULL)
    return speak_error (error);
  speak_findings (kpi_fit_get_findings (fit));
  told = merge (&fit, arguments);
  if (told != EXIT_DONE)
    return told;
  return kpi_fit_save (fit, output->path, &error) ? EXIT_DONE : speak_error (error);
}

gint
run_fit (const Arguments *arguments)
{
  g_autoptr (KpiScoreOptions) asked = kpi_score_options_new ();
  Output output;
  Inputs inputs;
  gint told = output_read (&output, arguments);

  if (told == EXIT_DONE && output.path == NULL)
    told = speak_usage ("fit: expected -o FILE, which is to keep what is learned");
  if (told == EXIT_DONE)
    told = inputs_ask (arguments, asked);
  if (told != EXIT_DONE)
    return told;
  told = inputs_read (&inputs, arguments);
  if (told == EXIT_DONE)
    told = learn (&inputs, asked, &output, arguments);
  inputs_clear (&inputs);
  return told;
}
