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
  gint told = EXIT_DONE;
  g_autoptr (KpiScorecard) card = job_score (job, &told);

  if (card == NULL)
    return told;
  told = output_write_card (&job->output, card);
  if (told == EXIT_DONE && has_unwanted (card, job->arguments))
    return EXIT_STATUS_FOUND;
  return told;
}

gint
run_score (const Arguments *arguments)
{
  const char *statuses[KPI_N_STATUSES - 1]; /* all but none */
  gint told;

  for (gsize i = 0; i < G_N_ELEMENTS (statuses); i++)
    statuses[i] = kpi_status_get_name ((KpiStatus)(i + 1));
  told = arguments_judge_words (arguments, OPTION_FAIL_ON, statuses, G_N_ELEMENTS (statuses));
  return told == EXIT_DONE ? job_run (arguments, NULL, score) : told;
}
