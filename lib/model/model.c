/* SPDX-License-Identifier: MIT */
/* Models: from the merged document to one that is checked, and what its getters tell.
 *
 * Always true: a KpiModel that was handed out has no errors among its findings, and nobody changes
 * it. While it is read it may be half filled; it can be ended at any point. */

#include <string.h>

#include "model/area.h"
#include "model/check.h"
#include "model/combine.h"
#include "model/indicator.h"
#include "model/prepare.h"
#include "model/register.h"
#include "model/score.h"
#include "model/series.h"
#include "model/schema/source.h"
#include "model/status.h"
#include "model/title.h"
#include "model/tree.h"

static KpiModel *
model_new (void)
{
  KpiModel *model = g_new0 (KpiModel, 1);

  g_atomic_ref_count_init (&model->references);
  model->area_names = _kpi_names_new ();
  model->levels = _kpi_names_new ();
  model->series = _kpi_names_new ();
  model->nodes = _kpi_names_new ();
  model->removed = _kpi_names_new ();
  model->removals = KPI_ROWS (KpiPlace);
  model->register_names = _kpi_names_new ();
  model->files = g_ptr_array_new_with_free_func (g_free);
  model->paths = g_ptr_array_new_with_free_func (g_free);
  model->findings = _kpi_findings_new ();
  return model;
}

KpiModel *
kpi_model_ref (KpiModel *model)
{
  g_atomic_ref_count_inc (&model->references);
  return model;
}

void
kpi_model_unref (KpiModel *model)
{
  if (!g_atomic_ref_count_dec (&model->references))
    return;
  _kpi_area_clear_all (model);
  _kpi_indicators_clear (model);
  _kpi_checks_clear (model);
  _kpi_trees_clear (model);
  _kpi_series_clear (model);
  _kpi_title_clear (&model->title);
  _kpi_names_free (model->area_names);
  _kpi_names_free (model->levels);
  _kpi_names_free (model->series);
  _kpi_names_free (model->nodes);
  _kpi_names_free (model->removed);
  _kpi_rows_clear (&model->removals);
  _kpi_registers_clear (model);
  _kpi_names_free (model->register_names);
  g_ptr_array_unref (model->files);
  g_ptr_array_unref (model->paths);
  kpi_findings_unref (model->findings);
  g_free (model->id);
  g_free (model);
}

/* `defaults.score`; nothing where it is wrong, so that it is reported once and not once for each
 * indicator that it would score. */
static KpiCursor
get_default_score (const KpiCursor *defaults)
{
  KpiCursor at = _kpi_cursor_get (defaults, "score");
  KpiScoring scoring;

  if (at.node == NULL)
    return at;
  if (!_kpi_score_read (&at, &scoring))
    at.node = NULL;
  _kpi_option_values_clear (scoring.options);
  return at;
}

/* What leaves nothing to score is more likely a slip than a wish. Beside errors it says nothing:
 * what they left out may have been the content. */
static void
check_content (const KpiCursor *at, const KpiModel *model)
{
  if (_kpi_findings_has_errors (model->findings))
    return;
  if (model->n_indicators == 0) {
    _kpi_cursor_error (at, KPI_ERROR_MISSING, "found no indicators, expected at least one");
    return;
  }
  for (gsize i = 0; i < model->n_indicators; i++)
    if (model->indicators[i].shown)
      return;
  _kpi_cursor_warn (at, KPI_ERROR_UNUSED,
                    "found no tree, and no indicator but those of the catalogue: nothing is shown");
}

/* The order matters: trees name indicators, targets name areas, whether an indicator has a score
 * depends on the trees, and something can be said of series that indicators or checks name. */
static void
fill (KpiModel *model, const KpiYaml *root)
{
  KpiCursor at = _kpi_cursor_root (root, model->findings);
  KpiCursor id = _kpi_cursor_get (&at, "id"), title = _kpi_cursor_get (&at, "title");
  KpiCursor areas = _kpi_cursor_get (&at, "areas"), index = _kpi_cursor_get (&at, "index");
  KpiCursor indicators = _kpi_cursor_get (&at, "indicators");
  KpiCursor defaults = _kpi_cursor_get (&at, "defaults");
  KpiCursor registers = _kpi_cursor_get (&at, "registers");
  KpiCursor status = _kpi_cursor_get (&at, "status"), screen = _kpi_cursor_get (&at, "screen");
  KpiCursor series = _kpi_cursor_get (&at, "series"), every = _kpi_cursor_get (&at, "every");
  KpiCursor checks = _kpi_cursor_get (&at, "checks");
  KpiCursor score = get_default_score (&defaults);

  _kpi_cursor_copy (&id, _kpi_cursor_text (&id), &model->id);
  if (title.node != NULL && title.node->built_in && !root->built_in)
    title.node = NULL; /* the catalogue's name is not that of the model that extends it */
  _kpi_title_read (&title, &model->title);
  _kpi_area_read_all (&areas, model);
  _kpi_registers_read (&registers, model);
  _kpi_status_read (&status, &model->pacing);
  if (!_kpi_indicators_number (&indicators, model))
    return;
  _kpi_trees_read (&index, &defaults, model);
  _kpi_indicators_read (&indicators, &score, model);
  _kpi_prepare_read (&indicators, &defaults, model);
  _kpi_screen_read (&screen, &model->screening);
  _kpi_checks_read (&checks, model);
  _kpi_series_read (&series, model);
  _kpi_every_read (&every, model);
  check_content (&at, model);
}

/* Fills the model from `root`, which it takes and which is NULL if a file could not be read. Where
 * there are errors already it goes on all the same, to report them all. Takes the model too, and
 * returns it if nothing is wrong. */
static KpiModel *
finish (KpiModel *model, KpiYaml *root, GError **error)
{
  if (root != NULL) {
    fill (model, root);
    _kpi_yaml_unref (root);
  }
  if (!_kpi_findings_has_errors (model->findings))
    return model;
  _kpi_findings_sort (model->findings);
  _kpi_findings_fail (model->findings, error);
  kpi_model_unref (model);
  return NULL;
}

KpiModel *
kpi_model_load (const char *path, GError **error)
{
  return kpi_model_load_overlaid (&path, 1, error);
}

KpiModel *
kpi_model_load_overlaid (const char *const *paths, gsize n_paths, GError **error)
{
  KpiModel *model;

  if (n_paths == 0) {
    _kpi_error_set (error, KPI_ERROR_ARGUMENT, "found no model file, expected at least one");
    return NULL;
  }
  model = model_new ();
  return finish (
      model, _kpi_source_load (paths, n_paths, model->files, model->paths, model->findings), error);
}

KpiModel *
kpi_model_parse (const char *text, gssize length, GError **error)
{
  KpiModel *model = model_new ();
  gsize n = length < 0 ? strlen (text) : (gsize)length;

  return finish (model, _kpi_source_parse (text, n, model->files, model->paths, model->findings),
                 error);
}

const char *
kpi_model_get_id (const KpiModel *model)
{
  return model->id;
}

const char *
kpi_model_get_title (const KpiModel *model, const char *language)
{
  return _kpi_title_get (&model->title, language, model->id);
}

KpiFindings *
kpi_model_get_findings (const KpiModel *model)
{
  return model->findings;
}

gsize
kpi_model_get_n_nodes (const KpiModel *model)
{
  return model->n_indicators + model->n_groups;
}

const char *
kpi_model_get_node_id (const KpiModel *model, gsize node)
{
  if (_kpi_model_is_indicator (model, node))
    return model->indicators[node].id;
  return _kpi_model_get_group (model, node)->id;
}

KpiNodeKind
kpi_model_get_node_kind (const KpiModel *model, gsize node)
{
  if (_kpi_model_is_indicator (model, node))
    return KPI_NODE_INDICATOR;
  return _kpi_model_get_group (model, node)->kind;
}

const char *
kpi_model_get_node_title (const KpiModel *model, gsize node, const char *language)
{
  const KpiTitle *title = _kpi_model_is_indicator (model, node)
                              ? &model->indicators[node].title
                              : &_kpi_model_get_group (model, node)->title;

  return _kpi_title_get (title, language, kpi_model_get_node_id (model, node));
}

const char *
kpi_model_get_node_unit (const KpiModel *model, gsize node)
{
  return _kpi_model_is_indicator (model, node) ? model->indicators[node].unit : "";
}
