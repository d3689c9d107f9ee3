/* SPDX-License-Identifier: MIT */
/* kpiscore score: reads, scores, writes.
 *
 * Always true: nothing reaches the output before the whole scorecard stands. */

#include "commands.h"
#include "job.h"

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
score (const Job *job)
{
  gint status = EXIT_DONE;
  g_autoptr (KpiScorecard) card = job_score (job, &status);

  if (card == NULL)
    return status;
  status = output_write_card (&job->output, card);
  if (status == EXIT_DONE && has_unwanted (card, job->arguments))
    return EXIT_STATUS_FOUND;
  return status;
}

gint
run_score (const Arguments *arguments)
{
  const char *statuses[KPI_N_STATUSES] = {NULL}; /* all but none, and NULL */
  gint status;

  for (KpiStatus known = KPI_STATUS_NO_DATA; known < KPI_N_STATUSES; known++)
    statuses[known - 1] = kpi_status_get_name (known);
  status = arguments_judge_words (arguments, OPTION_FAIL_ON, statuses);
  return status == EXIT_DONE ? job_run (arguments, NULL, score) : status;
}
