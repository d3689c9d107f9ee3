/* SPDX-License-Identifier: MIT */
/* kpiscore fit: reads, learns, saves what was learned, for `score --fit`.
 *
 * Always true: nothing is written before all of it is learned, and merged with what there was. */

#include "commands.h"
#include "job.h"
#include "speak.h"

static gint
learn (const Job *job)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpiFit) fit = kpi_fit_new (job->inputs.model, job->inputs.data, job->asked, &error);
  gint status;

  if (fit == NULL)
    return speak_error (error);
  speak_findings (kpi_fit_get_findings (fit));
  status = inputs_merge_fits (job->arguments, OPTION_MERGE, &fit);
  if (status != EXIT_DONE)
    return status;
  return kpi_fit_save (fit, job->output.path, &error) ? EXIT_DONE : speak_error (error);
}

gint
run_fit (const Arguments *arguments)
{
  if (!arguments_has (arguments, OPTION_OUTPUT))
    return speak_usage ("fit: expected -o FILE, which is to keep what is learned");
  return job_run (arguments, NULL, learn);
}
