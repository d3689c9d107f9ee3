/* SPDX-License-Identifier: MIT */
/* A fit is learned by a run that scores nothing; then, where weights are derived of scores, by one
 * that scores by what was learned so far. */

#include "score/card/score.h"
#include "score/run/options-private.h"

KpiFit *
kpi_fit_new (KpiModel *model, KpiDataset *data, const KpiScoreOptions *options, GError **error)
{
  g_autoptr (KpiFindings) findings = _kpi_findings_new ();
  g_autoptr (KpiFit) fit = NULL;

  if (options != NULL && options->fit != NULL) {
    _kpi_error_set (error, KPI_ERROR_ARGUMENT,
                    "fit: found a fit among the options of what is to learn one, expected none");
    return NULL;
  }
  fit = _kpi_fit_empty (kpi_model_get_id (model));
  if (fit == NULL) {
    _kpi_error_set (error, KPI_ERROR_MEMORY, "no memory for a fit");
    return NULL;
  }
  if (!_kpi_model_learn (model, data, options, fit, error))
    return NULL;
  if (!_kpi_fit_finish (fit, findings)) {
    _kpi_findings_fail (findings, error);
    return NULL;
  }
  return _kpi_model_weigh (model, data, options, fit, error) ? g_steal_pointer (&fit) : NULL;
}
