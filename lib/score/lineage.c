/* SPDX-License-Identifier: MIT */
/* Lineage: areas sorted by how deep their parent lies, then by parent.
 *
 * Always true: the model has refused circles, so that walking up from any area ends. */

#include "base/sort.h"
#include "score/lineage.h"

typedef struct {
  guint32 parent;
  guint32 depth; /* of the parent below the top */
  guint32 area;
} Link;

void
_kpi_lineage_clear (KpiLineage *lineage)
{
  g_clear_pointer (&lineage->parents, g_free);
  g_clear_pointer (&lineage->first, g_free);
  g_clear_pointer (&lineage->children, g_free);
}

static guint32
parent_of (const KpiModel *model, const KpiRoster *roster, guint32 area)
{
  const char *parent = model->areas[area].parent;

  return *parent == '\0' ? KPI_NO_AREA : _kpi_roster_find (roster, parent);
}

static guint32
depth_of (const KpiModel *model, const KpiRoster *roster, guint32 area)
{
  guint32 depth = 0;

  while ((area = parent_of (model, roster, area)) != KPI_NO_AREA)
    depth++;
  return depth;
}

/* The deepest parents first; siblings in the order of the roster. */
static gint
compare_links (gconstpointer a, gconstpointer b, gpointer unused)
{
  const Link *left = a, *right = b;

  (void)unused;
  if (left->depth != right->depth)
    return left->depth > right->depth ? -1 : 1;
  if (left->parent != right->parent)
    return left->parent < right->parent ? -1 : 1;
  return left->area < right->area ? -1 : left->area > right->area;
}

static gsize
list_links (const KpiModel *model, const KpiRoster *roster, Link *links)
{
  gsize n = 0;

  for (guint32 a = 0; a < model->n_areas; a++) {
    guint32 parent = parent_of (model, roster, a);

    if (parent != KPI_NO_AREA)
      links[n++] = (Link){parent, depth_of (model, roster, parent), a};
  }
  return n;
}

gboolean
_kpi_lineage_fill (KpiLineage *lineage, const KpiModel *model, const KpiRoster *roster)
{
  gsize n_links;
  g_autofree Link *links = g_try_new (Link, model->n_areas + 1);

  lineage->parents = g_try_new (guint32, model->n_areas + 1);
  lineage->first = g_try_new (guint32, model->n_areas + 1);
  lineage->children = g_try_new (guint32, model->n_areas + 1);
  if (links == NULL || lineage->parents == NULL || lineage->first == NULL ||
      lineage->children == NULL)
    return FALSE;
  n_links = list_links (model, roster, links);
  _kpi_sort (links, n_links, sizeof *links, compare_links, NULL);
  for (gsize i = 0; i < n_links; i++) {
    if (i == 0 || links[i].parent != links[i - 1].parent) {
      lineage->first[lineage->n_parents] = (guint32)i;
      lineage->parents[lineage->n_parents++] = links[i].parent;
    }
    lineage->children[i] = links[i].area;
  }
  lineage->first[lineage->n_parents] = (guint32)n_links;
  return TRUE;
}
