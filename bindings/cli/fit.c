/* SPDX-License-Identifier: MIT */
/* kpiscore fit: reads, learns, saves what was learned, for `score --fit`.
 *
 * Always true: nothing is written before all of it is learned, and merged with what there was. */

#include "commands.h"
#include "job.h"
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
learn (const Job *job)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpiFit) fit = kpi_fit_new (job->inputs.model, job->inputs.data, job->asked, &error);
  gint told;

  if (fit == NULL)
    return speak_error (error);
  speak_findings (kpi_fit_get_findings (fit));
  told = merge (&fit, job->arguments);
  if (told != EXIT_DONE)
    return told;
  return kpi_fit_save (fit, job->output.path, &error) ? EXIT_DONE : speak_error (error);
}

gint
run_fit (const Arguments *arguments)
{
  if (!arguments_has (arguments, OPTION_OUTPUT))
    return speak_usage ("fit: expected -o FILE, which is to keep what is learned");
  return job_run (arguments, NULL, learn);
}
