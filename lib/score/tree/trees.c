/* SPDX-License-Identifier: MIT */
/* Scoring the trees.
 *
 * A tree is a list of steps, children before their parents: normalise an indicator, combine a
 * group. The steps keep pace: all of them do one period before any does the next, so that what a
 * child hands to its parent is still at hand, and several workers do different periods at a time.
 * Only where a group learns its children's weights from all periods does each step go through all
 * of them by itself.
 *
 * Always true: a node whose scores nobody asks to see, and no other tree, passes them on period by
 * period and keeps none. The memory of a run is then that of what it shows. */

#include "base/rows.h"
#include "base/threads.h"
#include "score/tree/combine.h"
#include "score/tree/normalise.h"
#include "score/tree/presence.h"
#include "score/tree/trees.h"

typedef struct {
  gsize node;
  gboolean is_leaf;
  KpiNormaliser normaliser; /* of a leaf */
  KpiCombiner combiner;     /* of a group */
} Step;

typedef struct {
  KpiRun *run;
  KpiSheet *sheets;
  guint32 *n_parents; /* by node */
  guint8 *scored;     /* by node: it is, or some step will do it */
  KpiRows steps;      /* of Step: of the tree in hand, likewise below */
  guint8 *present;    /* by period: whether it has rows there */
  gboolean in_step;
  guint n_workers;
  KpiCombineRoom *rooms; /* by worker */
  gsize *periods;        /* those of the frequency in hand */
  gsize n_periods;
} Trees;

/* The steps that are done together: first … last - 1. */
typedef struct {
  Trees *trees;
  gsize first;
  gsize last;
} Stretch;

static Step *
get_step (const Trees *trees, gsize i)
{
  return &KPI_ROW (&trees->steps, Step, i);
}

/* ---- The steps of a tree */

static gboolean
add_step (Trees *trees, gsize node)
{
  const KpiModel *model = trees->run->model;
  gboolean is_leaf = _kpi_model_is_indicator (model, node);
  const KpiGroup *group = is_leaf ? NULL : _kpi_model_get_group (model, node);
  Step *step;

  if (trees->scored[node])
    return TRUE;
  trees->scored[node] = TRUE;
  for (gsize c = 0; !is_leaf && c < group->n_children; c++)
    if (!add_step (trees, group->children[c]))
      return FALSE;
  step = _kpi_rows_add (&trees->steps);
  if (step != NULL)
    *step = (Step){.node = node, .is_leaf = is_leaf};
  return step != NULL;
}

/* How the tree may be gone through. */
static void
judge_steps (Trees *trees, KpiCombineNeeds *needs)
{
  const KpiModel *model = trees->run->model;
  gsize n_cells = (gsize)trees->run->areas->n_areas * trees->run->n_periods * trees->steps.n;

  trees->in_step = TRUE;
  trees->n_workers =
      MIN (_kpi_threads_count (trees->run->n_threads, n_cells), MAX (trees->run->n_periods, 1));
  for (gsize i = 0; i < trees->steps.n; i++) {
    const Step *step = get_step (trees, i);

    if (step->is_leaf && !_kpi_normaliser_is_shareable (&model->indicators[step->node]))
      trees->n_workers = 1;
    if (step->is_leaf)
      continue;
    _kpi_combine_needs_add (needs, _kpi_model_get_group (model, step->node));
    trees->in_step &= _kpi_model_get_group (model, step->node)->weighting == NULL;
  }
  if (!trees->in_step)
    trees->n_workers = 1;
}

static gboolean
passes (const Trees *trees, const Step *step)
{
  const KpiSheet *sheet = &trees->sheets[step->node];

  return trees->in_step && trees->run->shown_only && !trees->run->shown_nodes[step->node] &&
         trees->n_parents[step->node] == 1 && sheet->value_low == NULL;
}

static gboolean
init_step (Trees *trees, Step *step)
{
  KpiRun *run = trees->run;
  KpiSheet *sheet = &trees->sheets[step->node];

  sheet->passes = passes (trees, step);
  if (step->is_leaf)
    return _kpi_normaliser_init (&step->normaliser, run, &run->model->indicators[step->node], sheet,
                                 trees->n_workers);
  return _kpi_combiner_init (&step->combiner, run, _kpi_model_get_group (run->model, step->node),
                             trees->sheets, sheet, trees->present, trees->n_workers);
}

static void
end_step (const Trees *trees, Step *step)
{
  if (step->is_leaf)
    _kpi_normaliser_end (&step->normaliser);
  else
    _kpi_combiner_end (&step->combiner);
  if (trees->sheets[step->node].passes)
    _kpi_sheet_drop_scores (&trees->sheets[step->node]);
}

/* ---- Going through them */

static gboolean
do_period (const Stretch *stretch, gsize period, guint worker)
{
  Trees *trees = stretch->trees;

  for (gsize i = stretch->first; i < stretch->last; i++) {
    Step *step = get_step (trees, i);
    gboolean done = TRUE;

    if (step->is_leaf)
      done = _kpi_normaliser_score (&step->normaliser, period, worker);
    else if (trees->present[period])
      done = _kpi_combiner_run (&step->combiner, &trees->rooms[worker], period);
    if (!done)
      return FALSE;
  }
  return TRUE;
}

static gboolean
do_periods (gsize first, gsize last, guint worker, gpointer user_data)
{
  const Stretch *stretch = user_data;

  for (gsize i = first; i < last; i++)
    if (!do_period (stretch, stretch->trees->periods[i], worker))
      return FALSE;
  return TRUE;
}

static gboolean
do_stretch (Trees *trees, gsize first, gsize last, KpiFrequency frequency)
{
  Stretch stretch = {trees, first, last};

  for (gsize i = first; i < last; i++) {
    Step *step = get_step (trees, i);

    if (step->is_leaf && !_kpi_normaliser_learn (&step->normaliser, frequency))
      return FALSE;
  }
  return _kpi_threads_run (trees->n_workers, trees->n_periods, 1, do_periods, &stretch);
}

static void
list_periods (Trees *trees, KpiFrequency frequency)
{
  trees->n_periods = 0;
  for (gsize p = 0; p < trees->run->n_periods; p++)
    if (trees->run->periods[p].frequency == frequency)
      trees->periods[trees->n_periods++] = p;
}

static gboolean
do_steps (Trees *trees)
{
  gsize n = trees->in_step ? trees->steps.n : 1; /* at a time */

  for (guint f = 0; f < KPI_N_FREQUENCIES; f++) {
    list_periods (trees, f);
    for (gsize i = 0; trees->n_periods > 0 && i < trees->steps.n; i += n)
      if (!do_stretch (trees, i, i + n, f))
        return FALSE;
  }
  return TRUE;
}

/* ---- Trees */

static gboolean
init_tree (Trees *trees)
{
  KpiCombineNeeds needs = {0};
  gboolean done = TRUE;

  judge_steps (trees, &needs);
  trees->rooms = g_try_new0 (KpiCombineRoom, trees->n_workers);
  for (guint worker = 0; trees->rooms != NULL && done && worker < trees->n_workers; worker++)
    done = _kpi_combine_room_init (&trees->rooms[worker], trees->run, &needs, worker);
  for (gsize i = 0; done && i < trees->steps.n; i++)
    done = init_step (trees, get_step (trees, i));
  return trees->rooms != NULL && done;
}

static void
end_tree (Trees *trees)
{
  for (gsize i = 0; i < trees->steps.n; i++)
    end_step (trees, get_step (trees, i));
  for (guint worker = 0; trees->rooms != NULL && worker < trees->n_workers; worker++)
    _kpi_combine_room_clear (&trees->rooms[worker]);
  g_clear_pointer (&trees->rooms, g_free);
  g_clear_pointer (&trees->present, g_free);
  _kpi_rows_clear (&trees->steps);
}

static gboolean
score_tree (Trees *trees, gsize root)
{
  gboolean done;

  trees->present = _kpi_presence_of_tree (trees->run, trees->sheets, root);
  done = trees->present != NULL && add_step (trees, trees->run->model->n_indicators + root) &&
         init_tree (trees) && do_steps (trees);
  end_tree (trees);
  return done;
}

/* Indicators in no tree, and all of them where nothing but learning is asked. */
static gboolean
score_loose (const Trees *trees)
{
  const KpiModel *model = trees->run->model;

  for (gsize i = 0; i < model->n_indicators; i++)
    if (model->indicators[i].shown &&
        (!model->indicators[i].in_tree || trees->run->learned != NULL) &&
        !_kpi_normalise_indicator (trees->run, &model->indicators[i], &trees->sheets[i]))
      return FALSE;
  return TRUE;
}

static void
count_parents (const Trees *trees)
{
  const KpiModel *model = trees->run->model;

  for (gsize g = 0; g < model->n_groups; g++)
    for (gsize c = 0; c < model->groups[g].n_children; c++)
      trees->n_parents[model->groups[g].children[c]]++;
}

static gboolean
score_all (Trees *trees)
{
  const KpiModel *model = trees->run->model;

  if (!score_loose (trees))
    return FALSE;
  count_parents (trees);
  for (gsize g = 0; trees->run->learned == NULL && g < model->n_groups; g++)
    if (model->groups[g].kind == KPI_NODE_INDEX && !score_tree (trees, g))
      return FALSE;
  return TRUE;
}

gboolean
_kpi_trees_score (KpiRun *run, KpiSheet *sheets)
{
  gsize n_nodes = MAX (kpi_model_get_n_nodes (run->model), 1);
  g_autofree guint32 *n_parents = g_try_new0 (guint32, n_nodes);
  g_autofree guint8 *scored = g_try_malloc0 (n_nodes);
  g_autofree gsize *periods = g_try_new (gsize, MAX (run->n_periods, 1));
  Trees trees = {.run = run,
                 .sheets = sheets,
                 .n_parents = n_parents,
                 .scored = scored,
                 .periods = periods,
                 .steps = KPI_ROWS (Step)};

  if (n_parents != NULL && scored != NULL && periods != NULL && score_all (&trees))
    return TRUE;
  return _kpi_run_no_memory (run);
}
