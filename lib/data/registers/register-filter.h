/* SPDX-License-Identifier: MIT */
/* Which items are counted under which filter. */
#pragma once

#include "base/names.h"
#include "base/rows.h"
#include "data/registers/register-header.h"

/* Texts of a column that were judged already: as they stand in the file, so that a text that many
 * rows share is normalised once. */
typedef struct {
  guint32 column;
  char **values;
  KpiNames *texts;
  KpiRows verdicts; /* of guint8, by text */
} KpiJudge;

typedef struct {
  KpiJudge *judges; /* of all conditions, filter by filter */
  gsize n_judges;
  const KpiRegisterPlan *plan;
} KpiJudges;

/* FALSE if there is no memory; clear them either way. */
gboolean _kpi_judges_init (KpiJudges *judges, const KpiRegisterPlan *plan,
                           const KpiRegisterHeader *header);
void _kpi_judges_clear (KpiJudges *judges);

/* Sets `passes` for each filter of the plan. FALSE if there is no memory. */
gboolean _kpi_judges_ask (KpiJudges *judges, const KpiCsvField *fields, guint8 *passes);
