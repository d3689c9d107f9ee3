/* SPDX-License-Identifier: MIT */
/* Scoring the trees, depth first.
 *
 * Always true: a leaf is normalised when its first parent comes to it; and where what is shown is
 * all that is kept, a node is dropped when its last parent has been combined, so that the memory of
 * a run is that of what it shows and of one way through the tree. */

#include "score/combine.h"
#include "score/normalise.h"
#include "score/presence.h"
#include "score/trees.h"

typedef struct {
  KpiRun *run;
  KpiSheet *sheets;
  guint8 *present;  /* by period: whether the tree in hand has rows there */
  guint32 *waiting; /* by node: parents that are still to be combined */
} Trees;

static gboolean
normalise (const Trees *trees, gsize node)
{
  return _kpi_normalise_indicator (trees->run, &trees->run->model->indicators[node],
                                   &trees->sheets[node]);
}

static void
count_parents (const Trees *trees)
{
  const KpiModel *model = trees->run->model;

  for (gsize g = 0; g < model->n_groups; g++)
    for (gsize c = 0; c < model->groups[g].n_children; c++)
      trees->waiting[model->groups[g].children[c]]++;
}

/* The children of a combined group that nobody waits for any more, nor asks to see. */
static void
let_go (const Trees *trees, const KpiGroup *group)
{
  for (gsize c = 0; trees->run->shown_only && c < group->n_children; c++) {
    gsize child = group->children[c];

    if (--trees->waiting[child] == 0 && !trees->run->shown_nodes[child])
      _kpi_sheet_drop_scores (&trees->sheets[child]);
  }
}

static gboolean
score_group (const Trees *trees, gsize node)
{
  const KpiModel *model = trees->run->model;
  const KpiGroup *group = _kpi_model_get_group (model, node);

  for (gsize c = 0; c < group->n_children; c++) {
    gsize child = group->children[c];
    gboolean is_leaf = _kpi_model_is_indicator (model, child);

    if (is_leaf ? trees->sheets[child].score == NULL && !normalise (trees, child)
                : !score_group (trees, child))
      return FALSE;
  }
  if (!_kpi_combine_group (trees->run, group, trees->sheets, &trees->sheets[node], trees->present))
    return FALSE;
  let_go (trees, group);
  return TRUE;
}

static gboolean
score_tree (Trees *trees, gsize root)
{
  gboolean done;

  trees->present = _kpi_presence_of_tree (trees->run, trees->sheets, root);
  done = trees->present != NULL && score_group (trees, trees->run->model->n_indicators + root);
  g_clear_pointer (&trees->present, g_free);
  return done;
}

/* Indicators in no tree, and all of them where nothing but learning is asked. */
static gboolean
score_loose (const Trees *trees)
{
  const KpiModel *model = trees->run->model;

  for (gsize i = 0; i < model->n_indicators; i++)
    if (model->indicators[i].shown &&
        (!model->indicators[i].in_tree || trees->run->learned != NULL) && !normalise (trees, i))
      return FALSE;
  return TRUE;
}

gboolean
_kpi_trees_score (KpiRun *run, KpiSheet *sheets)
{
  const KpiModel *model = run->model;
  g_autofree guint32 *waiting = g_try_new0 (guint32, MAX (kpi_model_get_n_nodes (run->model), 1));
  Trees trees = {.run = run, .sheets = sheets, .waiting = waiting};
  gboolean done = waiting != NULL && score_loose (&trees);

  if (done)
    count_parents (&trees);
  for (gsize g = 0; done && run->learned == NULL && g < model->n_groups; g++)
    if (model->groups[g].kind == KPI_NODE_INDEX)
      done = score_tree (&trees, g);
  return done || _kpi_run_no_memory (run);
}
