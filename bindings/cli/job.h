/* SPDX-License-Identifier: MIT */
/* What every command that scores does around its own work: options first, then the files, then the
 * work, then the end of it all. */
#pragma once

#include "inputs.h"
#include "output.h"

typedef struct {
  const Arguments *arguments;
  KpiScoreOptions *asked;
  Inputs inputs;
  Output output;
} Job;

/* Returns the exit status. */
typedef gint (*JobWork) (const Job *job);

/* Does the work once all that the arguments ask is understood and all that they name is read.
 * `usual_day` is the as-of day where none is asked for; NULL for none. */
gint job_run (const Arguments *arguments, const char *usual_day, JobWork work);

/* Scores, and says all that is found; NULL, with the exit status, on failure. */
KpiScorecard *job_score (const Job *job, gint *out_status);
