/* SPDX-License-Identifier: MIT */
/* Scoring the trees.
 *
 * A tree is a list of tasks, children before their parents: normalise an indicator, combine a
 * group. The tasks keep pace: all of them do one period before any does the next, so that what a
 * child hands to its parent is still at hand, and several workers do different periods at a time.
 * Only where a group learns its children's weights from all periods does each task go through all
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
} Task;

typedef struct {
  KpiRun *run;
  KpiSheet *sheets;
  guint32 *n_parents; /* by node */
  guint8 *scored;     /* by node: it is, or some task will do it */
  KpiArena arena;     /* of the tree in hand, likewise below */
  KpiRows tasks;      /* of Task */
  guint8 *present;    /* by period: whether it has rows there */
  gboolean keeps_pace;
  guint n_workers;
  KpiCombineScratch *scratches; /* by worker */
  gsize *periods;               /* those of the frequency in hand */
  gsize n_periods;
} Trees;

/* The tasks that are done together: first … last - 1. */
typedef struct {
  Trees *trees;
  gsize first;
  gsize last;
} Stretch;

static Task *
get_task (const Trees *trees, gsize i)
{
  return &KPI_ROW (&trees->tasks, Task, i);
}

static gboolean
add_task (Trees *trees, gsize node)
{
  const KpiModel *model = trees->run->model;
  gboolean is_leaf = _kpi_model_is_indicator (model, node);
  const KpiGroup *group = is_leaf ? NULL : _kpi_model_get_group (model, node);

  if (trees->scored[node])
    return TRUE;
  trees->scored[node] = TRUE;
  for (gsize c = 0; !is_leaf && c < group->n_children; c++)
    if (!add_task (trees, group->children[c]))
      return FALSE;
  return _kpi_rows_append (&trees->tasks, &(Task){.node = node, .is_leaf = is_leaf});
}

/* How the tree may be gone through. */
static void
judge_tasks (Trees *trees, KpiCombineNeeds *needs)
{
  const KpiModel *model = trees->run->model;
  gsize n_cells = (gsize)trees->run->areas->n_areas * trees->run->n_periods * trees->tasks.n;

  trees->keeps_pace = TRUE;
  trees->n_workers =
      MIN (_kpi_threads_count (trees->run->n_threads, n_cells), MAX (trees->run->n_periods, 1));
  for (gsize i = 0; i < trees->tasks.n; i++) {
    const Task *task = get_task (trees, i);

    if (task->is_leaf && !_kpi_normaliser_is_shareable (&model->indicators[task->node]))
      trees->n_workers = 1;
    if (task->is_leaf)
      continue;
    _kpi_combine_needs_add (needs, _kpi_model_get_group (model, task->node));
    trees->keeps_pace &= _kpi_model_get_group (model, task->node)->weighting == NULL;
  }
  if (!trees->keeps_pace)
    trees->n_workers = 1;
}

static gboolean
passes (const Trees *trees, const Task *task)
{
  const KpiSheet *sheet = &trees->sheets[task->node];

  return trees->keeps_pace && trees->run->shown_only && !trees->run->shown_nodes[task->node] &&
         trees->n_parents[task->node] == 1 && sheet->value_low == NULL;
}

static gboolean
init_task (Trees *trees, Task *task)
{
  KpiRun *run = trees->run;
  KpiSheet *sheet = &trees->sheets[task->node];

  sheet->passes = passes (trees, task);
  if (task->is_leaf)
    return _kpi_normaliser_init (&task->normaliser, &trees->arena, run,
                                 &run->model->indicators[task->node], sheet, trees->n_workers);
  return _kpi_combiner_init (&task->combiner, &trees->arena, run,
                             _kpi_model_get_group (run->model, task->node), trees->sheets, sheet,
                             trees->present, trees->n_workers);
}

static void
end_task (const Trees *trees, Task *task)
{
  if (task->is_leaf)
    _kpi_normaliser_end (&task->normaliser);
  else
    _kpi_combiner_warn (&task->combiner);
  if (trees->sheets[task->node].passes)
    _kpi_sheet_drop_scores (&trees->sheets[task->node]);
}

static gboolean
do_period (const Stretch *stretch, gsize period, guint worker)
{
  Trees *trees = stretch->trees;

  for (gsize i = stretch->first; i < stretch->last; i++) {
    Task *task = get_task (trees, i);
    gboolean done = TRUE;

    if (task->is_leaf)
      done = _kpi_normaliser_score (&task->normaliser, period, worker);
    else if (trees->present[period])
      done = _kpi_combiner_run (&task->combiner, &trees->scratches[worker], period);
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
    Task *task = get_task (trees, i);

    if (task->is_leaf && !_kpi_normaliser_learn (&task->normaliser, frequency))
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
do_tasks (Trees *trees)
{
  gsize n = trees->keeps_pace ? trees->tasks.n : 1; /* at a time */

  for (guint f = 0; f < KPI_N_FREQUENCIES; f++) {
    list_periods (trees, f);
    for (gsize i = 0; trees->n_periods > 0 && i < trees->tasks.n; i += n)
      if (!do_stretch (trees, i, i + n, f))
        return FALSE;
  }
  return TRUE;
}

static gboolean
init_tree (Trees *trees)
{
  KpiCombineNeeds needs = {0};
  gboolean done;

  judge_tasks (trees, &needs);
  trees->scratches = KPI_ARENA_NEW (&trees->arena, KpiCombineScratch, trees->n_workers);
  done = trees->scratches != NULL;
  for (guint worker = 0; done && worker < trees->n_workers; worker++)
    done = _kpi_combine_scratch_init (&trees->scratches[worker], &trees->arena, trees->run, &needs,
                                      worker);
  for (gsize i = 0; done && i < trees->tasks.n; i++)
    done = init_task (trees, get_task (trees, i));
  return done;
}

static void
end_tree (Trees *trees)
{
  for (gsize i = 0; i < trees->tasks.n; i++)
    end_task (trees, get_task (trees, i));
  _kpi_arena_clear (&trees->arena);
  g_clear_pointer (&trees->present, g_free);
  _kpi_rows_clear (&trees->tasks);
}

static gboolean
score_tree (Trees *trees, gsize root)
{
  gboolean done;

  trees->present = _kpi_presence_of_tree (trees->run, trees->sheets, root);
  done = trees->present != NULL && add_task (trees, trees->run->model->n_indicators + root) &&
         init_tree (trees) && do_tasks (trees);
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
                 .tasks = KPI_ROWS (Task)};

  if (n_parents != NULL && scored != NULL && periods != NULL && score_all (&trees))
    return TRUE;
  return _kpi_run_no_memory (run);
}
