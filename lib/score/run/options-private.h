/* SPDX-License-Identifier: MIT */
/* What a run reads of its options: texts are read already, names are not looked up yet. */
#pragma once

#include <kpiscore/fit.h>

#include "base/period.h"
#include "score/run/stage.h"

typedef enum { KPI_AS_OF_NONE, KPI_AS_OF_DAY, KPI_AS_OF_LATEST } KpiAsOf;

struct _KpiScoreOptions {
  KpiAsOf as_of;
  gint32 day;
  KpiStage stage;
  GArray *periods;  /* of KpiPeriod */
  GPtrArray *areas; /* of char *, likewise nodes */
  GPtrArray *nodes;
  KpiFit *fit;          /* NULL: learn from the data */
  gboolean shown_only;  /* what is not shown is not kept */
  guint n_threads;      /* 0: as many as there are processors */
  GPtrArray *registers; /* of char *: name, path, name, path … */
};
