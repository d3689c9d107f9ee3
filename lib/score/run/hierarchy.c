/* SPDX-License-Identifier: MIT */
/* Hierarchy: areas sorted by how deep their parent lies, then by parent; and those that have ended
 * by the day on which what they became part of came to be.
 *
 * Always true: the model has refused circles of parents, so that walking up from any area ends; and
 * what an area was made of had ended before it came to be, so that walking back ends too. */

#include "base/arena.h"
#include "base/sort.h"
#include "score/run/hierarchy.h"

typedef struct {
  guint32 parent;
  guint32 depth; /* of the parent below the top */
  guint32 area;
} Link;

void
_kpi_hierarchy_clear (KpiHierarchy *hierarchy)
{
  g_clear_pointer (&hierarchy->parents, g_free);
  g_clear_pointer (&hierarchy->first, g_free);
  g_clear_pointer (&hierarchy->children, g_free);
  g_clear_pointer (&hierarchy->n_parts, g_free);
}

static guint32
parent_of (const KpiModel *model, const KpiAreas *areas, guint32 area)
{
  const char *parent = model->areas[area].parent;

  return *parent == '\0' ? KPI_NO_AREA : _kpi_areas_find (areas, parent);
}

/* The depth of each area below the top, found once for each: walks up until a depth is known, and
 * back down again. `depths` has KPI_NO_AREA where one is not known yet; `path` is scratch. */
static guint32
find_depth (const KpiModel *model, const KpiAreas *areas, guint32 area, guint32 *depths,
            guint32 *path)
{
  guint32 n = 0, depth;

  while (area != KPI_NO_AREA && depths[area] == KPI_NO_AREA) {
    path[n++] = area;
    area = parent_of (model, areas, area);
  }
  depth = area == KPI_NO_AREA ? 0 : depths[area] + 1;
  while (n > 0)
    depths[path[--n]] = depth++;
  return depth - 1;
}

/* The deepest parents first; siblings in the order of rows. */
static gint
compare_links (gconstpointer a, gconstpointer b, gpointer unused)
{
  const Link *left = a, *right = b;

  (void)unused;
  if (left->depth != right->depth)
    return KPI_ORDER (right->depth, left->depth);
  return left->parent != right->parent ? KPI_ORDER (left->parent, right->parent)
                                       : KPI_ORDER (left->area, right->area);
}

/* Lists who is a part of whom; returns how many there are. */
static gsize
list_links (const KpiModel *model, const KpiAreas *areas, Link *links, guint32 *depths,
            guint32 *path)
{
  gsize n = 0;

  for (guint32 a = 0; a < model->n_areas; a++)
    depths[a] = KPI_NO_AREA;
  for (guint32 a = 0; a < model->n_areas; a++) {
    guint32 parent = parent_of (model, areas, a);

    if (parent != KPI_NO_AREA)
      links[n++] = (Link){parent, find_depth (model, areas, parent, depths, path), a};
  }
  return n;
}

static gboolean
allocate (KpiHierarchy *hierarchy, gsize n_parents, gsize n_links)
{
  hierarchy->parents = g_try_new (guint32, n_parents + 1);
  hierarchy->first = g_try_new (guint32, n_parents + 1);
  hierarchy->children = g_try_new (guint32, n_links + 1);
  return hierarchy->parents != NULL && hierarchy->first != NULL && hierarchy->children != NULL;
}

static void
take_links (KpiHierarchy *hierarchy, const Link *links, gsize n_links)
{
  for (gsize i = 0; i < n_links; i++) {
    if (i == 0 || links[i].parent != links[i - 1].parent) {
      hierarchy->first[hierarchy->n_parents] = (guint32)i;
      hierarchy->parents[hierarchy->n_parents++] = links[i].parent;
    }
    hierarchy->children[i] = links[i].area;
  }
  hierarchy->first[hierarchy->n_parents] = (guint32)n_links;
}

gboolean
_kpi_hierarchy_fill (KpiHierarchy *hierarchy, const KpiModel *model, const KpiAreas *areas)
{
  KpiArena arena = {0};
  gsize n = model->n_areas, n_links;
  Link *links = KPI_ARENA_NEW (&arena, Link, n);
  guint32 *depths = KPI_ARENA_NEW (&arena, guint32, n), *path = KPI_ARENA_NEW (&arena, guint32, n);
  gboolean done = !arena.failed && allocate (hierarchy, n, n);

  if (done) {
    n_links = list_links (model, areas, links, depths, path);
    _kpi_sort (links, n_links, sizeof *links, compare_links, NULL);
    take_links (hierarchy, links, n_links);
  }
  _kpi_arena_clear (&arena);
  return done;
}

/* The area that a name meant when it became part of an heir, and ended; KPI_NO_AREA if none. */
static guint32
find_former (const KpiModel *model, const KpiAreas *areas, guint32 heir, const char *name)
{
  guint32 area = _kpi_areas_find (areas, name);

  while (area != KPI_NO_AREA && model->areas[area].until >= model->areas[heir].from)
    area =
        model->areas[area].before == G_MAXSIZE ? KPI_NO_AREA : (guint32)model->areas[area].before;
  return area;
}

/* Lists who became part of whom; `n_heirs` counts of how many areas each is part. `depth` is the
 * day of the merger. */
static gsize
list_formers (const KpiModel *model, const KpiAreas *areas, Link *links, guint32 *n_heirs)
{
  gsize n = 0;

  for (guint32 a = 0; a < model->n_areas; a++)
    for (char **was = model->areas[a].was; was != NULL && *was != NULL; was++) {
      guint32 former = find_former (model, areas, a, *was);

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
  return left->depth != right->depth ? KPI_ORDER (left->depth, right->depth)
                                     : compare_links (a, b, NULL);
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
take_past (KpiHierarchy *hierarchy, const KpiModel *model, KpiAreas *areas, const Link *links,
           gsize n_links)
{
  hierarchy->n_parts = g_try_new (guint32, model->n_areas + 1);
  areas->merged = g_try_malloc0 (model->n_areas);
  if (hierarchy->n_parts == NULL || areas->merged == NULL ||
      !allocate (hierarchy, model->n_areas, n_links))
    return FALSE;
  for (gsize i = 0; i < n_links; i++)
    areas->merged[links[i].area] = TRUE;
  take_links (hierarchy, links, n_links);
  for (guint32 p = 0; p < hierarchy->n_parents; p++) {
    guint32 area = hierarchy->parents[p];

    hierarchy->n_parts[p] = g_strv_length (model->areas[area].was);
    for (guint32 i = hierarchy->first[p]; i < hierarchy->first[p + 1]; i++)
      areas->begins[area] = MIN (areas->begins[area], areas->begins[hierarchy->children[i]]);
  }
  return TRUE;
}

gboolean
_kpi_hierarchy_fill_past (KpiHierarchy *hierarchy, const KpiModel *model, KpiAreas *areas)
{
  gsize n_names = areas->lives == NULL ? 0 : count_names (model), n_links;
  g_autofree Link *links = g_try_new (Link, n_names + 1);
  g_autofree guint32 *n_heirs = g_try_new0 (guint32, model->n_areas + 1);

  if (n_names == 0)
    return TRUE;
  if (links == NULL || n_heirs == NULL)
    return FALSE;
  n_links = list_formers (model, areas, links, n_heirs);
  n_links = leave_out_divided (links, n_links, n_heirs);
  _kpi_sort (links, n_links, sizeof *links, compare_mergers, NULL);
  return take_past (hierarchy, model, areas, links, n_links);
}
