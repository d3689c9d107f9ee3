/* SPDX-License-Identifier: MIT */
/* kpiscore stats: reads, scores, writes what the index is judged by, or what was done before it. */

#include "commands.h"
#include "job.h"
#include "speak.h"

#define TREATMENTS "treatments" /* what the library lists beside statistics */

static KpiListing *
make_listing (const KpiScorecard *card, const Arguments *arguments, GError **error)
{
  const char *of = arguments_get (arguments, OPTION_OF);

  if (g_strcmp0 (of, TREATMENTS) == 0)
    return kpi_scorecard_list_treatments (card, error);
  return kpi_scorecard_list_statistics (card, of, arguments_get (arguments, OPTION_METHOD), error);
}

static gint
list (const Job *job)
{
  g_autoptr (GError) error = NULL;
  gint status = EXIT_DONE;
  g_autoptr (KpiScorecard) card = job_score (job, &status);
  g_autoptr (KpiListing) listing = NULL;

  if (card == NULL)
    return status;
  listing = make_listing (card, job->arguments, &error);
  return listing == NULL ? speak_error (error) : output_write_listing (&job->output, listing);
}

gint
run_stats (const Arguments *arguments)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) kinds = NULL;
  gint status;

  g_strv_builder_addv (builder, (const char **)kpi_statistics_get_kinds ());
  g_strv_builder_add (builder, TREATMENTS);
  kinds = g_strv_builder_end (builder);
  status = arguments_judge_words (arguments, OPTION_OF, (const char *const *)kinds);
  if (status == EXIT_DONE)
    status = arguments_judge_words (arguments, OPTION_METHOD, kpi_statistics_get_correlations ());
  return status == EXIT_DONE ? job_run (arguments, NULL, list) : status;
}
