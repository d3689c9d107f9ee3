/* SPDX-License-Identifier: MIT */
/* Lineage: areas sorted by how deep their parent lies, then by parent; and those that have ended by
 * the day on which what they became part of came to be.
 *
 * Always true: the model has refused circles of parents, so that walking up from any area ends; and
 * what an area was made of had ended before it came to be, so that walking back ends too. */

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
  g_clear_pointer (&lineage->n_parts, g_free);
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

static gboolean
allocate (KpiLineage *lineage, gsize n_parents, gsize n_links)
{
  lineage->parents = g_try_new (guint32, n_parents + 1);
  lineage->first = g_try_new (guint32, n_parents + 1);
  lineage->children = g_try_new (guint32, n_links + 1);
  return lineage->parents != NULL && lineage->first != NULL && lineage->children != NULL;
}

/* Cuts sorted links into parents. */
static void
take_links (KpiLineage *lineage, const Link *links, gsize n_links)
{
  for (gsize i = 0; i < n_links; i++) {
    if (i == 0 || links[i].parent != links[i - 1].parent) {
      lineage->first[lineage->n_parents] = (guint32)i;
      lineage->parents[lineage->n_parents++] = links[i].parent;
    }
    lineage->children[i] = links[i].area;
  }
  lineage->first[lineage->n_parents] = (guint32)n_links;
}

gboolean
_kpi_lineage_fill (KpiLineage *lineage, const KpiModel *model, const KpiRoster *roster)
{
  gsize n_links;
  g_autofree Link *links = g_try_new (Link, model->n_areas + 1);

  if (links == NULL || !allocate (lineage, model->n_areas, model->n_areas))
    return FALSE;
  n_links = list_links (model, roster, links);
  _kpi_sort (links, n_links, sizeof *links, compare_links, NULL);
  take_links (lineage, links, n_links);
  return TRUE;
}

/* ---- What areas were */

/* The area that a name meant when it became part of an heir, and ended; KPI_NO_AREA if none. */
static guint32
find_former (const KpiModel *model, const KpiRoster *roster, guint32 heir, const char *name)
{
  guint32 area = _kpi_roster_find (roster, name);

  while (area != KPI_NO_AREA && model->areas[area].until >= model->areas[heir].from)
    area =
        model->areas[area].before == G_MAXSIZE ? KPI_NO_AREA : (guint32)model->areas[area].before;
  return area;
}

/* Lists who became part of whom; `n_heirs` counts of how many areas each is part. `depth` is the
 * day of the merger. */
static gsize
list_formers (const KpiModel *model, const KpiRoster *roster, Link *links, guint32 *n_heirs)
{
  gsize n = 0;

  for (guint32 a = 0; a < model->n_areas; a++)
    for (char **was = model->areas[a].was; was != NULL && *was != NULL; was++) {
      guint32 former = find_former (model, roster, a, *was);

      if (former == KPI_NO_AREA)
        continue;
      n_heirs[former]++;
      links[n++] = (Link){a, (guint32)model->areas[a].from, former};
    }
  return n;
}

/* Who came to be first stands first: what it was made of had ended before. */
static gint
compare_mergers (gconstpointer a, gconstpointer b, gpointer unused)
{
  const Link *left = a, *right = b;

  (void)unused;
  if (left->depth != right->depth)
    return left->depth < right->depth ? -1 : 1;
  if (left->parent != right->parent)
    return left->parent < right->parent ? -1 : 1;
  return left->area < right->area ? -1 : left->area > right->area;
}

/* What went to several areas can be given to none of them. */
static gsize
leave_out_divided (Link *links, gsize n_links, const guint32 *n_heirs)
{
  gsize n = 0;

  for (gsize i = 0; i < n_links; i++)
    if (n_heirs[links[i].area] == 1)
      links[n++] = links[i];
  return n;
}

static gsize
count_names (const KpiModel *model)
{
  gsize n = 0;

  for (gsize i = 0; i < model->n_areas; i++)
    n += model->areas[i].was != NULL ? g_strv_length (model->areas[i].was) : 0;
  return n;
}

static gboolean
take_past (KpiLineage *lineage, const KpiModel *model, KpiRoster *roster, const Link *links,
           gsize n_links)
{
  lineage->n_parts = g_try_new (guint32, model->n_areas + 1);
  roster->merged = g_try_malloc0 (model->n_areas);
  if (lineage->n_parts == NULL || roster->merged == NULL ||
      !allocate (lineage, model->n_areas, n_links))
    return FALSE;
  for (gsize i = 0; i < n_links; i++)
    roster->merged[links[i].area] = TRUE;
  take_links (lineage, links, n_links);
  for (guint32 p = 0; p < lineage->n_parents; p++) {
    guint32 area = lineage->parents[p];

    lineage->n_parts[p] = g_strv_length (model->areas[area].was);
    for (guint32 i = lineage->first[p]; i < lineage->first[p + 1]; i++)
      roster->begins[area] = MIN (roster->begins[area], roster->begins[lineage->children[i]]);
  }
  return TRUE;
}

gboolean
_kpi_lineage_fill_past (KpiLineage *lineage, const KpiModel *model, KpiRoster *roster)
{
  gsize n_names = roster->lives == NULL ? 0 : count_names (model), n_links;
  g_autofree Link *links = g_try_new (Link, n_names + 1);
  g_autofree guint32 *n_heirs = g_try_new0 (guint32, model->n_areas + 1);

  if (n_names == 0)
    return TRUE;
  if (links == NULL || n_heirs == NULL)
    return FALSE;
  n_links = list_formers (model, roster, links, n_heirs);
  n_links = leave_out_divided (links, n_links, n_heirs);
  _kpi_sort (links, n_links, sizeof *links, compare_mergers, NULL);
  return take_past (lineage, model, roster, links, n_links);
}
