/* SPDX-License-Identifier: MIT */
/* What the kinds of statistics share: how their rows begin, and the groups and areas that they are
 * of.
 *
 * Always true: it names no kind, so that each can be read alone. */

#include "analyse/statistics-private.h"
#include "base/findings-private.h"

void
_kpi_statistic_row (const KpiSlice *slice, KpiListing *listing)
{
  _kpi_listing_add_text (listing, slice->shown->spelling);
  _kpi_listing_add_text (listing, slice->level);
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
_kpi_statistic_complete (const KpiSlice *slice, const KpiGroup *group, KpiComplete *out_complete,
                         GError **error)
{
  g_autofree const double **children = g_try_new (const double *, MAX (group->n_children, 1));

  *out_complete = (KpiComplete){0};
  for (gsize c = 0; children != NULL && c < group->n_children; c++)
    children[c] = _kpi_slice_scores (slice, group->children[c]);
  if (children == NULL ||
      !_kpi_complete_init (out_complete, children, group->n_children, slice->n_areas))
    return _kpi_statistic_no_memory (error);
  return TRUE;
}

static gboolean
can_tell (const KpiSlice *slice, const KpiGroup *group)
{
  for (gsize c = 0; c < group->n_children; c++)
    if (!_kpi_slice_is_known (slice, group->children[c]))
      return FALSE;
  return TRUE;
}

gboolean
_kpi_statistic_groups (const KpiSlice *slice, KpiStatisticOfGroup add_group, KpiListing *listing,
                       GError **error)
{
  for (gsize i = 0; i < slice->shown->n_nodes; i++) {
    const KpiGroup *group = _kpi_slice_group (slice, slice->shown->nodes[i]);

    if (group != NULL && can_tell (slice, group) &&
        !add_group (slice, slice->shown->nodes[i], listing, error))
      return FALSE;
  }
  return TRUE;
}
