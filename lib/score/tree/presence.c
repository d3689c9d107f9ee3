/* SPDX-License-Identifier: MIT */
/* Which rows there are. */

#include "score/tree/presence.h"

gboolean
_kpi_presence_of_indicator (const KpiRun *run, const KpiSheet *sheet, gsize period)
{
  return run->as_of || sheet->frequencies == 0 || _kpi_sheet_has_own (sheet, &run->periods[period]);
}

/* Marks the periods in which a child of `group` that is an indicator has rows. */
static void
mark_leaves (const KpiRun *run, const KpiSheet *sheets, const KpiGroup *group, guint8 *present)
{
  for (gsize c = 0; c < group->n_children; c++) {
    gsize child = group->children[c];

    if (!_kpi_model_is_indicator (run->model, child))
      continue;
    for (gsize p = 0; p < run->n_periods; p++)
      present[p] |= _kpi_presence_of_indicator (run, &sheets[child], p);
  }
}

/* Marks the periods of `every`, whatever the leaves have. */
static void
mark_every (const KpiRun *run, guint8 *present)
{
  for (gsize p = 0; p < run->n_periods; p++)
    present[p] = run->periods[p].frequency == run->model->every;
}

guint8 *
_kpi_presence_of_tree (const KpiRun *run, const KpiSheet *sheets, gsize root)
{
  guint8 *present = g_try_malloc0 (MAX (run->n_periods, 1));

  if (present != NULL && run->model->has_every && !run->as_of) {
    mark_every (run, present);
    return present;
  }
  if (present == NULL)
    return NULL;
  mark_leaves (run, sheets, &run->model->groups[root], present);
  /* A tree's groups follow its root, up to the next root. */
  for (gsize g = root + 1; g < run->model->n_groups; g++) {
    if (run->model->groups[g].kind == KPI_NODE_INDEX)
      break;
    mark_leaves (run, sheets, &run->model->groups[g], present);
  }
  return present;
}
