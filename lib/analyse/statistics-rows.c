/* SPDX-License-Identifier: MIT */
/* What the kinds of statistics share: how their rows begin, and the areas that they are of.
 *
 * Always true: it names no kind, so that each can be read alone. */

#include "analyse/statistics-private.h"
#include "base/findings-private.h"

void
_kpi_statistic_row (const KpiStatisticCall *call)
{
  _kpi_listing_add_text (call->listing, call->slice->shown->spelling);
  _kpi_listing_add_text (call->listing, call->slice->level);
}

void
_kpi_statistic_flag (GString *flags, gboolean holds, const char *word)
{
  if (holds)
    g_string_append_printf (flags, "%s%s", flags->len > 0 ? " " : "", word);
}

gboolean
_kpi_statistic_no_memory (GError **error)
{
  return _kpi_error_set (error, KPI_ERROR_MEMORY, "no memory for statistics");
}

gboolean
_kpi_statistic_complete (const KpiSlice *slice, const KpiGroup *group, KpiArena *arena,
                         KpiComplete *out_complete, GError **error)
{
  const double **children = KPI_ARENA_NEW (arena, const double *, group->n_children);

  for (gsize c = 0; children != NULL && c < group->n_children; c++)
    children[c] = _kpi_slice_scores (slice, group->children[c]);
  if (children == NULL ||
      !_kpi_complete_init (out_complete, arena, children, group->n_children, slice->n_areas))
    return _kpi_statistic_no_memory (error);
  return TRUE;
}
