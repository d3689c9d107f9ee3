/* SPDX-License-Identifier: MIT */
#include "job.h"
#include "speak.h"

gint
job_run (const Arguments *arguments, const char *usual_day, JobWork work)
{
  g_autoptr (KpiScoreOptions) asked = kpi_score_options_new ();
  Job job = {.arguments = arguments, .asked = asked};
  gint told = output_read (&job.output, arguments);

  if (usual_day != NULL && !arguments_has (arguments, OPTION_AS_OF))
    kpi_score_options_set_as_of (asked, usual_day, NULL);
  if (told == EXIT_DONE)
    told = inputs_ask (arguments, asked);
  if (told != EXIT_DONE)
    return told;
  told = inputs_read (&job.inputs, arguments);
  if (told == EXIT_DONE)
    told = work (&job);
  inputs_clear (&job.inputs);
  return told;
}

KpiScorecard *
job_score (const Job *job, gint *out_told)
{
  g_autoptr (GError) error = NULL;
  KpiScorecard *card = kpi_model_score (job->inputs.model, job->inputs.data, job->asked, &error);

  if (card == NULL) {
    *out_told = speak_error (error);
    return NULL;
  }
  speak_findings (kpi_scorecard_get_findings (card));
  inputs_say_missing (&job->inputs, card);
  return card;
}
