/* SPDX-License-Identifier: MIT */
/* kpiscore alerts: reads, scores as of a day, writes what needs somebody now.
 *
 * Always true: without --as-of it is the last day that the data cover, never today. */

#include "commands.h"
#include "job.h"
#include "speak.h"

/* The exit status where there is an alert of a kind that the caller does not want to see. */
static gint
judge (const KpiScorecard *card, const Arguments *arguments)
{
  const char *const *unwanted = arguments_list (arguments, OPTION_FAIL_ON);
  g_autoptr (GError) error = NULL;
  g_autoptr (KpiListing) alerts = NULL;

  if (*unwanted == NULL)
    return EXIT_DONE;
  alerts = kpi_scorecard_list_alerts (card, NULL, &error);
  if (alerts == NULL)
    return speak_error (error);
  for (gsize row = 0; row < kpi_listing_get_n_rows (alerts); row++)
    if (g_strv_contains (unwanted, kpi_listing_get_text (alerts, row, 0)))
      return EXIT_STATUS_FOUND;
  return EXIT_DONE;
}

static gint
list (const Job *job)
{
  gint status = EXIT_DONE;
  g_autoptr (KpiScorecard) card = job_score (job, &status);

  if (card == NULL)
    return status;
  status = output_write_alerts (&job->output, card);
  return status == EXIT_DONE ? judge (card, job->arguments) : status;
}

gint
run_alerts (const Arguments *arguments)
{
  gint status = arguments_judge_words (arguments, OPTION_FAIL_ON, kpi_alerts_get_kinds ());

  return status == EXIT_DONE ? job_run (arguments, "latest", list) : status;
}
