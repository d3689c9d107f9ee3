/* SPDX-License-Identifier: MIT */
/* kpiscore stats: reads, scores, writes what the index is judged by, or what was done before it. */

#include "commands.h"
#include "job.h"
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
list (const Job *job)
{
  g_autoptr (GError) error = NULL;
  gint told = EXIT_DONE;
  g_autoptr (KpiScorecard) card = job_score (job, &told);
  g_autoptr (KpiListing) listing = NULL;

  if (card == NULL)
    return told;
  listing = make_listing (card, job->arguments, &error);
  return listing == NULL ? speak_error (error) : output_write_listing (&job->output, listing);
}

gint
run_stats (const Arguments *arguments)
{
  gint told = arguments_judge_words (arguments, OPTION_OF, kinds, G_N_ELEMENTS (kinds));

  if (told == EXIT_DONE)
    told = arguments_judge_words (arguments, OPTION_METHOD, methods, G_N_ELEMENTS (methods));
  return told == EXIT_DONE ? job_run (arguments, NULL, list) : told;
}
