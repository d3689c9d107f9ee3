/* SPDX-License-Identifier: MIT */
/* `for`: targets for single areas and levels.
 *
 * Always true of what was read without a report: each override holds a whole target, and no two of
 * them are for the same area or level. */

#include <math.h>
#include <string.h>

#include "base/text.h"
#include "model/area.h"
#include "base/sort.h"
#include "model/override.h"

#define LEVEL_PREFIX "level:"

/* An override while it is read. */
typedef struct {
  KpiCursor at;
  KpiTargetDraft draft;
  gboolean right;
} Draft;

typedef struct {
  const KpiModel *model;
  KpiIndicator *indicator;
  const KpiTarget *base;
  const KpiTargetContext *context;
  KpiNames *names; /* whom each override is for: an area's id, or "level:" and a level */
  Draft *drafts;   /* beside them, and beside the indicator's overrides */
} Reader;

/* Reports a name that the model's areas do not have. */
static void
report_unknown (const KpiCursor *at, const char *name, const char *what, const KpiNames *names,
                KpiSeverity severity)
{
  g_autofree char *found = _kpi_text_quote (name);
  g_autofree char *hint = _kpi_cursor_hint (at, name, names);

  if (severity == KPI_SEVERITY_WARNING)
    _kpi_cursor_warn (at, KPI_ERROR_UNUSED, "found %s, which is no %s%s", found, what, hint);
  else
    _kpi_cursor_error_at_key (at, KPI_ERROR_UNKNOWN, "found %s, which is no %s%s", found, what,
                              hint);
}

/* The level that a key names; NULL, and reported, if it names none. A level without areas may be
 * meant for other boards that share the file. */
static char *
read_level (const KpiCursor *at, const KpiModel *model)
{
  g_autofree char *level = _kpi_area_name (at->key + strlen (LEVEL_PREFIX));

  if (*level == '\0') {
    _kpi_cursor_error_at_key (at, KPI_ERROR_VALUE, "found no level, expected level:NAME");
    return NULL;
  }
  if (model->n_areas > 0 && _kpi_names_find (model->levels, level) == KPI_NO_NAME)
    report_unknown (at, level, "level of a listed area", model->levels, KPI_SEVERITY_WARNING);
  return g_steal_pointer (&level);
}

/* The id of the area that a key names; NULL, and reported, if it names none. */
static char *
read_area (const KpiCursor *at, const KpiModel *model)
{
  g_autofree char *name = _kpi_area_name (at->key);
  gsize area;

  if (model->n_areas == 0)
    return g_steal_pointer (&name);
  area = _kpi_model_find_area (model, name);
  if (area != G_MAXSIZE)
    return g_strdup (model->areas[area].id);
  report_unknown (at, name, "listed area", model->area_names, KPI_SEVERITY_ERROR);
  return NULL;
}

/* Takes the next number for whom an override is for. FALSE, and reported, if it has one. */
static gboolean
claim (const KpiCursor *at, KpiNames *names, const KpiTargetOverride *override)
{
  gboolean is_level = override->level != NULL;
  g_autofree char *whom =
      g_strconcat (is_level ? LEVEL_PREFIX : "", is_level ? override->level : override->area, NULL);
  guint32 n = _kpi_names_length (names), number = _kpi_names_add (names, whom);

  if (number == KPI_NO_NAME)
    return _kpi_cursor_fail_memory (at);
  if (number == n)
    return TRUE;
  g_clear_pointer (&whom, g_free);
  whom = _kpi_text_quote (_kpi_names_get (names, number));
  _kpi_cursor_error_at_key (at, KPI_ERROR_DUPLICATE, "found a second override for %s, expected one",
                            whom);
  return FALSE;
}

static void
read_override (const KpiCursor *at, Reader *reader)
{
  gsize number = reader->indicator->n_overrides;
  KpiTargetOverride *override = &reader->indicator->overrides[number];
  Draft *draft = &reader->drafts[number];

  draft->at = *at;
  draft->right = _kpi_target_read (at, &draft->draft);
  if (g_str_has_prefix (at->key, LEVEL_PREFIX))
    override->level = read_level (at, reader->model);
  else
    override->area = read_area (at, reader->model);
  if ((override->level != NULL || override->area != NULL) && claim (at, reader->names, override)) {
    reader->indicator->n_overrides++;
    return;
  }
  g_clear_pointer (&override->level, g_free);
  g_clear_pointer (&override->area, g_free);
  _kpi_target_clear (&draft->draft.target);
}

static gboolean
inherit (Draft *draft, const KpiTarget *base)
{
  return _kpi_target_inherit (&draft->draft, base) || _kpi_cursor_fail_memory (&draft->at);
}

/* What an area's override lies over: that of its level, if there is one. A level's lies over the
 * target by default; its area is NULL. */
static const KpiTarget *
get_base (const Reader *reader, const char *area)
{
  gsize number = area != NULL ? _kpi_model_find_area (reader->model, area) : G_MAXSIZE;
  g_autofree char *whom = NULL;
  guint32 level;

  if (number == G_MAXSIZE)
    return reader->base;
  whom = g_strconcat (LEVEL_PREFIX, reader->model->areas[number].level, NULL);
  level = _kpi_names_find (reader->names, whom);
  return level != KPI_NO_NAME ? &reader->drafts[level].draft.target : reader->base;
}

/* Levels first: areas inherit from them. */
static void
inherit_all (Reader *reader)
{
  const KpiIndicator *indicator = reader->indicator;

  for (gsize i = 0; i < indicator->n_overrides; i++)
    if (indicator->overrides[i].level != NULL)
      inherit (&reader->drafts[i], reader->base);
  for (gsize i = 0; i < indicator->n_overrides; i++)
    if (indicator->overrides[i].area != NULL)
      inherit (&reader->drafts[i], get_base (reader, indicator->overrides[i].area));
}

/* A demand may not turn the indicator round. Without a demand by default, which is reported, it
 * cannot be told which way that is. */
static void
check_sense (const Reader *reader, const Draft *draft)
{
  KpiBetter better = reader->context->better, sense;

  if (isnan (reader->base->goal.low) || !(draft->draft.says & KPI_SAYS_DEMAND) ||
      !_kpi_target_get_sense (&draft->draft.target, &sense) || sense == better)
    return;
  _kpi_cursor_error (&draft->at, KPI_ERROR_CONFLICT,
                     "found a demand by which %s is better, but of this indicator %s is",
                     sense == KPI_BETTER_HIGHER ? "higher" : "lower",
                     better == KPI_BETTER_HIGHER ? "higher" : "lower");
}

/* Whether an override is to be judged: what it inherits wrong is reported where that stands. */
static gboolean
is_whole (const Draft *draft)
{
  if (!draft->right)
    return FALSE;
  return !isnan (draft->draft.target.goal.low) || (draft->draft.says & KPI_SAYS_DEMAND);
}

static void
complete (Reader *reader, gsize number)
{
  Draft *draft = &reader->drafts[number];

  _kpi_target_remember (&draft->at, get_base (reader, reader->indicator->overrides[number].area),
                        &draft->draft.target);
  if (is_whole (draft)) {
    _kpi_target_judge (&draft->at, &draft->draft, reader->context);
    check_sense (reader, draft);
  }
  reader->indicator->overrides[number].target = draft->draft.target;
}

/* Those for an area first, bytewise: a province sets a target for each of its communes, and each is
 * then found by bisection. */
static gint
compare_overrides (gconstpointer a, gconstpointer b, gpointer unused)
{
  const KpiTargetOverride *left = a, *right = b;

  (void)unused;
  if ((left->area == NULL) != (right->area == NULL))
    return left->area == NULL ? 1 : -1;
  return left->area != NULL ? strcmp (left->area, right->area) : strcmp (left->level, right->level);
}

static void
sort_overrides (KpiIndicator *indicator)
{
  _kpi_sort (indicator->overrides, indicator->n_overrides, sizeof *indicator->overrides,
             compare_overrides, NULL);
  for (gsize i = 0; i < indicator->n_overrides; i++)
    indicator->n_area_overrides += indicator->overrides[i].area != NULL;
}

void
_kpi_overrides_read (const KpiCursor *at, const KpiTarget *base, const KpiTargetContext *context,
                     const KpiModel *model, KpiIndicator *indicator)
{
  gsize n = _kpi_cursor_length (at);
  g_autoptr (KpiNames) names = _kpi_names_new ();
  g_autofree Draft *drafts = g_try_new0 (Draft, n);
  Reader reader = {model, indicator, base, context, names, drafts};

  if (n == 0)
    return;
  indicator->overrides = g_try_new0 (KpiTargetOverride, n);
  if (indicator->overrides == NULL || drafts == NULL) {
    _kpi_cursor_fail_memory (at);
    return;
  }
  for (gsize i = 0; i < n; i++) {
    KpiCursor entry = _kpi_cursor_entry (at, i);

    if (entry.node != NULL)
      read_override (&entry, &reader);
  }
  inherit_all (&reader);
  for (gsize i = 0; i < indicator->n_overrides; i++)
    complete (&reader, i);
  sort_overrides (indicator);
}

void
_kpi_overrides_clear (KpiIndicator *indicator)
{
  for (gsize i = 0; i < indicator->n_overrides; i++) {
    g_free (indicator->overrides[i].area);
    g_free (indicator->overrides[i].level);
    _kpi_target_clear (&indicator->overrides[i].target);
  }
  g_free (indicator->overrides);
}
