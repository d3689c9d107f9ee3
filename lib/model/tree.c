/* SPDX-License-Identifier: MIT */
/* Trees.
 *
 * Always true: groups are numbered from the root down before any leaf is resolved, so that a leaf
 * that names a group is known to. Recursion is as deep as the document, KPI_MAX_MODEL_DEPTH. */

#include <math.h>
#include <string.h>

#include "base/text.h"
#include "method/methods.h"
#include "model/combine.h"
#include "model/title.h"
#include "model/tree.h"
#include "model/schema/words.h"

/* What a group does about missing children; each of the two is inherited on its own. */
typedef struct {
  KpiMissingPolicy policy;
  double at_least;
} Missing;

typedef struct {
  KpiModel *model;
  KpiCursor combine; /* for a group that does not say */
  KpiRows groups;    /* of KpiGroup, while they are numbered */
  gsize next;        /* the group that is read next: they come as they were numbered */
  gsize *named_by;   /* by indicator: 1 + the group that named it last */
} Reader;

static gboolean
is_group (const KpiCursor *at)
{
  KpiCursor of = _kpi_cursor_get (at, "of");

  return of.node != NULL;
}

static gboolean
claim (const KpiCursor *at, KpiModel *model, const char *id)
{
  guint32 owner = _kpi_names_find (model->nodes, id);
  g_autofree char *found = NULL;

  if (owner == KPI_NO_NAME)
    return _kpi_names_add (model->nodes, id) != KPI_NO_NAME || _kpi_cursor_fail_memory (at);
  found = _kpi_text_quote (id);
  _kpi_cursor_error (at, KPI_ERROR_DUPLICATE,
                     "found %s, which is %s already; expected an id of its own", found,
                     owner < model->n_indicators ? "an indicator" : "a group");
  return TRUE;
}

/* Numbers a group and those below it. FALSE, and reported, without memory. */
static gboolean
number_groups (const KpiCursor *at, Reader *reader, KpiNodeKind kind)
{
  KpiGroup *group = _kpi_rows_add (&reader->groups);
  KpiCursor id = _kpi_cursor_get (at, "id"), of = _kpi_cursor_get (at, "of");

  if (group == NULL)
    return _kpi_cursor_fail_memory (at);
  group->kind = kind;
  group->place = id.place;
  if (!_kpi_cursor_copy (&id, _kpi_cursor_text (&id), &group->id))
    return FALSE;
  if (!claim (&id, reader->model, group->id))
    return FALSE;
  for (gsize i = 0; i < _kpi_cursor_length (&of); i++) {
    KpiCursor child = _kpi_cursor_entry (&of, i);

    if (is_group (&child) && !number_groups (&child, reader, KPI_NODE_GROUP))
      return FALSE;
  }
  return TRUE;
}

static Missing
read_missing (const KpiCursor *at, Missing inherited)
{
  KpiCursor policy = _kpi_cursor_get (at, "policy"), at_least = _kpi_cursor_get (at, "at_least");
  Missing missing = inherited;

  if (policy.node != NULL)
    missing.policy = (KpiMissingPolicy)_kpi_cursor_choice (&policy, _kpi_missing_words);
  if (at_least.node != NULL)
    missing.at_least = _kpi_cursor_number_within (&at_least, 0, 1, 0, "a share from 0 to 1");
  return missing;
}

static const KpiWeightingMethod *
read_weighting (const KpiCursor *at)
{
  if (at->node == NULL)
    return NULL;
  return _kpi_methods_get (KPI_METHODS_WEIGHTING, _kpi_cursor_choice (at, _kpi_weighting_names));
}

/* A weight that is given beside derived ones would be passed over in silence. */
static double
read_weight (const KpiCursor *child, const KpiGroup *group)
{
  KpiCursor at = _kpi_cursor_get (child, "weight");

  if (at.node != NULL && group->weighting != NULL) {
    _kpi_cursor_error (&at, KPI_ERROR_CONFLICT,
                       "found a weight, expected none: those of %s are derived (weights: %s)",
                       group->id, group->weighting->name);
    return 1;
  }
  return _kpi_cursor_number_within (&at, 0, INFINITY, 1, "a weight of 0 or more");
}

static void
report_removed (const KpiCursor *at, const KpiModel *model, guint32 removed)
{
  g_autofree char *found = _kpi_text_quote (_kpi_names_get (model->removed, removed));
  KpiPlace place = KPI_ROW (&model->removals, KpiPlace, removed);

  _kpi_cursor_error (at, KPI_ERROR_UNKNOWN,
                     "found %s, which %s:%u takes away; expected an indicator", found, place.file,
                     place.line);
}

static void
report_no_indicator (const KpiCursor *at, const KpiModel *model, const char *id)
{
  gboolean is_node = _kpi_names_find (model->nodes, id) != KPI_NO_NAME;
  g_autofree char *found = _kpi_text_quote (id);
  g_autofree char *hint = is_node ? g_strdup ("") : _kpi_cursor_hint (at, id, model->nodes);

  _kpi_cursor_error (at, KPI_ERROR_UNKNOWN, "found %s, which is %s; expected an indicator%s", found,
                     is_node ? "a group" : "not defined", hint);
}

/* The number of the indicator that a leaf names; 0, and reported, if it names none, or one that
 * stands in this group already. */
static gsize
resolve_leaf (const KpiCursor *child, Reader *reader, gsize group)
{
  KpiModel *model = reader->model;
  gboolean is_mapping = child->node->kind == KPI_YAML_MAPPING;
  KpiCursor at = is_mapping ? _kpi_cursor_get (child, "id") : *child;
  guint32 number = _kpi_names_find (model->nodes, _kpi_cursor_text (&at));
  g_autofree char *found = NULL;

  if (number >= model->n_indicators) { /* as KPI_NO_NAME is */
    guint32 removed = _kpi_names_find (model->removed, _kpi_cursor_text (&at));

    if (removed != KPI_NO_NAME)
      report_removed (&at, model, removed);
    else
      report_no_indicator (&at, model, _kpi_cursor_text (&at));
    return 0;
  }
  if (reader->named_by[number] == group + 1) {
    found = _kpi_text_quote (_kpi_cursor_text (&at));
    _kpi_cursor_error (&at, KPI_ERROR_DUPLICATE, "found %s a second time in one group", found);
  }
  reader->named_by[number] = group + 1;
  model->indicators[number].in_tree = TRUE;
  return number;
}

static void
check_weights (const KpiCursor *at, const KpiGroup *group)
{
  double sum = 0;

  for (gsize i = 0; i < group->n_children; i++)
    sum += group->weights[i];
  if (sum > 0 && sum <= G_MAXDOUBLE)
    return;
  _kpi_cursor_error (at, KPI_ERROR_VALUE, "found weights that add up to %s, expected %s",
                     sum > 0 ? "more than a number can hold" : "0",
                     sum > 0 ? "smaller ones" : "at least one above 0");
}

static void
check_combining (const KpiCursor *at, const KpiGroup *group)
{
  const KpiCombiningMethod *method = group->combining.method;
  gboolean is_turned = group->better == KPI_BETTER_LOWER;
  KpiJudgement judgement = {0};
  gsize n_children = 0;

  for (gsize i = 0; i < group->n_children; i++)
    n_children += group->weights[i] > 0;
  if (method->compares && is_turned)
    judgement = (KpiJudgement){KPI_SEVERITY_ERROR,
                               "found better: lower over a method that counts areas beaten, which "
                               "has no span to be turned within; expected higher"};
  else if (group->weighting != NULL && group->weighting->per_area && !method->adds_up)
    judgement = (KpiJudgement){KPI_SEVERITY_ERROR,
                               "found it beside weights: bod, which sums weight times score; "
                               "expected arithmetic"};
  else if (method->judge != NULL)
    judgement = method->judge (&group->combining, n_children);
  if (judgement.text != NULL)
    _kpi_cursor_error (at, KPI_ERROR_VALUE, "%s", judgement.text);
}

static gboolean
make_room (const KpiCursor *at, KpiGroup *group)
{
  gsize n = _kpi_cursor_length (at);

  group->children = g_try_new0 (gsize, n);
  group->weights = g_try_new0 (double, n);
  if (group->children == NULL || group->weights == NULL)
    return _kpi_cursor_fail_memory (at);
  group->n_children = n;
  return TRUE;
}

static void read_group (const KpiCursor *at, Reader *reader, Missing inherited);

/* Leaves first: `named_by` holds one group for each indicator, and those below write to it too. */
static void
read_children (const KpiCursor *at, Reader *reader, gsize number, Missing missing)
{
  KpiGroup *group = &reader->model->groups[number];

  if (!make_room (at, group))
    return;
  for (gsize i = 0; i < group->n_children; i++) {
    KpiCursor child = _kpi_cursor_entry (at, i);

    group->weights[i] = read_weight (&child, group);
    if (!is_group (&child))
      group->children[i] = resolve_leaf (&child, reader, number);
  }
  check_weights (at, group);
  for (gsize i = 0; i < group->n_children; i++) {
    KpiCursor child = _kpi_cursor_entry (at, i);

    if (!is_group (&child))
      continue;
    group->children[i] = reader->model->n_indicators + reader->next;
    read_group (&child, reader, missing);
  }
}

static void
read_group (const KpiCursor *at, Reader *reader, Missing inherited)
{
  gsize number = reader->next++;
  KpiGroup *group = &reader->model->groups[number];
  KpiCursor title = _kpi_cursor_get (at, "title"), of = _kpi_cursor_get (at, "of");
  KpiCursor combine = _kpi_cursor_get (at, "combine"), missing = _kpi_cursor_get (at, "missing");
  KpiCursor better = _kpi_cursor_get (at, "better"), out_of = _kpi_cursor_get (at, "out_of");
  KpiCursor weights = _kpi_cursor_get (at, "weights");
  Missing own = read_missing (&missing, inherited);

  _kpi_title_read (&title, &group->title);
  _kpi_combine_read (combine.node != NULL ? &combine : &reader->combine, &group->combining);
  group->missing = own.policy;
  group->at_least = own.at_least;
  group->better = (KpiBetter)_kpi_cursor_choice (&better, _kpi_better_words);
  group->out_of =
      _kpi_cursor_number_within (&out_of, KPI_ABOVE_0, INFINITY, 100, "a number above 0");
  group->weighting = read_weighting (&weights);
  read_children (&of, reader, number, own);
  if (group->weighting != NULL && group->weighting->blind) /* children have 1 each as it is */
    group->weighting = NULL;
  check_combining (combine.node != NULL ? &combine : at, group);
}

static gboolean
number_trees (const KpiCursor *at, Reader *reader)
{
  if (at->node->kind == KPI_YAML_MAPPING)
    return number_groups (at, reader, KPI_NODE_INDEX);
  for (gsize i = 0; i < _kpi_cursor_length (at); i++) {
    KpiCursor tree = _kpi_cursor_entry (at, i);

    if (!number_groups (&tree, reader, KPI_NODE_INDEX))
      return FALSE;
  }
  return TRUE;
}

static void
read_trees (const KpiCursor *at, Reader *reader, Missing missing)
{
  if (at->node->kind == KPI_YAML_MAPPING) {
    read_group (at, reader, missing);
    return;
  }
  for (gsize i = 0; i < _kpi_cursor_length (at); i++) {
    KpiCursor tree = _kpi_cursor_entry (at, i);

    read_group (&tree, reader, missing);
  }
}

/* `defaults.combine`; nothing where it is wrong, so that it is reported once and not once for each
 * group that it would combine. */
static KpiCursor
get_default_combine (const KpiCursor *defaults)
{
  KpiCursor at = _kpi_cursor_get (defaults, "combine");
  KpiCombining combining;

  if (!_kpi_combine_read (&at, &combining))
    at.node = NULL;
  _kpi_option_values_clear (combining.options);
  return at;
}

void
_kpi_trees_read (const KpiCursor *at, const KpiCursor *defaults, KpiModel *model)
{
  Reader reader = {
      .model = model, .combine = get_default_combine (defaults), .groups = KPI_ROWS (KpiGroup)};
  KpiCursor missing = _kpi_cursor_get (defaults, "missing");
  Missing inherited = read_missing (&missing, (Missing){KPI_MISSING_REWEIGH, 0});
  gboolean numbered;

  if (at->node == NULL)
    return;
  numbered = number_trees (at, &reader);
  model->groups = reader.groups.data;
  model->n_groups = reader.groups.n;
  reader.named_by = g_try_new0 (gsize, model->n_indicators + 1);
  if (reader.named_by == NULL)
    _kpi_cursor_fail_memory (at);
  else if (numbered)
    read_trees (at, &reader, inherited);
  g_free (reader.named_by);
}

void
_kpi_trees_clear (KpiModel *model)
{
  for (gsize i = 0; i < model->n_groups; i++) {
    KpiGroup *group = &model->groups[i];

    g_free (group->id);
    _kpi_title_clear (&group->title);
    _kpi_option_values_clear (group->combining.options);
    g_free (group->children);
    g_free (group->weights);
  }
  g_free (model->groups);
}
