/* SPDX-License-Identifier: MIT */
/* Combining: the scores of children to the score, bounds and coverage of their parent. */
#ifndef KPI_COMBINE_H
#define KPI_COMBINE_H

#include "score/run.h"
#include "score/sheet.h"

/* Fills the sheet of one group; those of its children are full. `present` tells, by period, whether
 * its tree has rows there. FALSE if there is no memory. */
gboolean _kpi_combine_group (KpiRun *run, const KpiGroup *group, KpiSheet *sheets, KpiSheet *sheet,
                             const guint8 *present);

#endif
