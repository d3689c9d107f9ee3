/* SPDX-License-Identifier: MIT */
#include "job.h"
#include "speak.h"

gint
job_run (const Arguments *arguments, const char *usual_day, JobWork work)
{
  g_autoptr (KpiScoreOptions) asked = kpi_score_options_new ();
  Job job = {.arguments = arguments, .asked = asked};
  gint status = output_read (&job.output, arguments);

  if (usual_day != NULL && !arguments_has (arguments, OPTION_AS_OF))
    kpi_score_options_set_as_of (asked, usual_day, NULL);
  if (status == EXIT_DONE)
    status = inputs_ask (arguments, asked);
  if (status != EXIT_DONE)
    return status;
  status = inputs_read (&job.inputs, arguments);
  if (status == EXIT_DONE)
    status = work (&job);
  inputs_clear (&job.inputs);
  return status;
}

KpiScorecard *
job_score (const Job *job, gint *out_status)
{
  g_autoptr (GError) error = NULL;
  KpiScorecard *card = kpi_model_score (job->inputs.model, job->inputs.data, job->asked, &error);

  if (card == NULL) {
    *out_status = speak_error (error);
    return NULL;
  }
  speak_findings (kpi_scorecard_get_findings (card));
  inputs_say_missing (&job->inputs, card);
  return card;
}
