/* SPDX-License-Identifier: MIT */
/* Carrying: an older observation stands in where a period has none. */
#pragma once

#include "score/measure/aligned-term.h"

/* All periods of a series, the freshest first. */
typedef struct {
  KpiOrigin *origins;
  gsize n;
} KpiFreshness;

/* Lists the periods of a series of the dataset. FALSE if there is no memory. */
gboolean _kpi_freshness_init (KpiFreshness *freshness, KpiArena *arena, const KpiRun *run,
                              guint32 series);

/* Whether what ended on `day` may still stand in on the day `until`. */
gboolean _kpi_carry_reaches (const KpiSeries *rules, gint32 day, gint32 until);

/* Fills the areas of a row that have no value for a period with their latest observations that had
 * ended by its end and may stand in until a day. `scratch` is another row of the series,
 * `readings` are as many as the dataset has areas. FALSE if there is no memory. */
gboolean _kpi_carry_fill (KpiAlignedTerm *row, const KpiRun *run, const KpiFreshness *freshness,
                          const KpiPeriod *period, gint32 until, KpiAlignedTerm *scratch,
                          KpiReading *readings);

/* By latest end; of those, by latest start: the freshest news first. For _kpi_sort(). */
gint _kpi_freshness_compare (const KpiPeriod *a, const KpiPeriod *b);
