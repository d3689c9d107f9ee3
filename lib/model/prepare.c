/* SPDX-License-Identifier: MIT */
/* Screening, imputation and treatment as the model says them.
 *
 * Always true of what was read without a report: an indicator that is treated has a score that is
 * fitted to its values, since numbers of the model such as posts and targets are not treated; one
 * that is imputed by row stands in a tree, among siblings. */

#include <math.h>

#include "base/number.h"
#include "method/methods.h"
#include "model/options.h"
#include "model/prepare.h"

static gboolean
read_impute (const KpiCursor *at, KpiImputing *out)
{
  KpiCursor name = _kpi_options_get_method (at);
  const KpiImputingMethod *method =
      _kpi_methods_find (KPI_METHODS_IMPUTING, _kpi_cursor_text (&name));

  *out = (KpiImputing){.method = method};
  return _kpi_options_read (at, method->options, out->options);
}

static void
read_own_impute (const KpiCursor *at, const KpiCursor *otherwise, KpiIndicator *indicator)
{
  KpiCursor own = _kpi_cursor_get (at, "impute");
  const KpiCursor *said = own.node != NULL ? &own : otherwise;

  indicator->imputing = (KpiImputing){.method = _kpi_methods_get (KPI_METHODS_IMPUTING, 0)};
  if (said->node == NULL || !read_impute (said, &indicator->imputing))
    return;
  if (own.node != NULL && _kpi_imputing_is_by_row (&indicator->imputing) && !indicator->in_tree)
    _kpi_cursor_error (&own, KPI_ERROR_CONFLICT,
                       "found by: row for an indicator that stands in no tree, expected siblings "
                       "in a group of the index");
}

/* A limit, or how many: of numbers below 0 none says anything. */
static gboolean
read_count (const KpiCursor *at, const char *key, double *out)
{
  KpiCursor number = _kpi_cursor_get (at, key);
  char found[KPI_NUMBER_SIZE];

  if (number.node == NULL)
    return TRUE;
  *out = _kpi_cursor_number (&number);
  if (*out >= 0)
    return TRUE;
  _kpi_number_format (*out, found);
  _kpi_cursor_error (&number, KPI_ERROR_VALUE, "found %s, expected 0 or more", found);
  return FALSE;
}

static gboolean
read_points (const KpiCursor *at, gsize *out)
{
  KpiCursor number = _kpi_cursor_get (at, "winsorise");
  double points = (double)*out;
  char found[KPI_NUMBER_SIZE];

  if (!read_count (at, "winsorise", &points))
    return FALSE;
  *out = (gsize)MIN (points, G_MAXUINT32);
  if (points == floor (points))
    return TRUE;
  _kpi_number_format (points, found);
  _kpi_cursor_error (&number, KPI_ERROR_VALUE, "found %s, expected a whole number of points",
                     found);
  return FALSE;
}

static gboolean
read_treat (const KpiCursor *at, KpiTreating *out)
{
  KpiCursor then = _kpi_cursor_get (at, "then");

  *out = KPI_TREATING;
  out->then =
      _kpi_methods_get (KPI_METHODS_TREATING, _kpi_cursor_choice (&then, _kpi_treating_names));
  return read_points (at, &out->winsorise) & read_count (at, "skew", &out->skew) &
         read_count (at, "kurtosis", &out->kurtosis);
}

static gboolean
may_be_treated (const KpiIndicator *indicator)
{
  const KpiScoring *scoring = &indicator->scoring;

  return indicator->has_score && scoring->method != NULL &&
         scoring->method->learns != KPI_LEARNS_NOTHING && !_kpi_scoring_needs_target (scoring);
}

static void
read_own_treat (const KpiCursor *at, const KpiCursor *otherwise, KpiIndicator *indicator)
{
  KpiCursor own = _kpi_cursor_get (at, "treat");
  const KpiCursor *said = own.node != NULL ? &own : otherwise;

  if (said->node == NULL || !read_treat (said, &indicator->treating))
    return;
  indicator->treats = may_be_treated (indicator) && _kpi_treating_acts (&indicator->treating);
  if (own.node != NULL && !may_be_treated (indicator))
    _kpi_cursor_error_at_key (&own, KPI_ERROR_CONFLICT,
                              "found treat for %s, expected a score that is fitted to the values, "
                              "such as minmax: posts and targets are not treated",
                              indicator->has_score ? indicator->scoring.method->name
                                                   : "an indicator without a score");
}

/* What is wrong in the defaults is reported once, not once for each indicator. */
static KpiCursor
get_default_impute (const KpiCursor *defaults)
{
  KpiCursor at = _kpi_cursor_get (defaults, "impute");
  KpiImputing imputing;

  if (at.node == NULL)
    return at;
  if (!read_impute (&at, &imputing))
    at.node = NULL;
  _kpi_option_values_clear (imputing.options);
  return at;
}

static KpiCursor
get_default_treat (const KpiCursor *defaults)
{
  KpiCursor at = _kpi_cursor_get (defaults, "treat");
  KpiTreating treating;

  if (at.node != NULL && !read_treat (&at, &treating))
    at.node = NULL;
  return at;
}

void
_kpi_prepare_read (const KpiCursor *indicators, const KpiCursor *defaults, KpiModel *model)
{
  KpiCursor impute = get_default_impute (defaults), treat = get_default_treat (defaults);
  gsize number = 0;

  for (gsize i = 0; i < _kpi_cursor_length (indicators); i++) {
    KpiCursor indicator = _kpi_cursor_entry (indicators, i);

    if (indicator.node == NULL)
      continue;
    if (!indicator.node->is_hollow) {
      read_own_impute (&indicator, &impute, &model->indicators[number]);
      read_own_treat (&indicator, &treat, &model->indicators[number]);
    }
    number++;
  }
}

void
_kpi_prepare_clear (KpiIndicator *indicator)
{
  _kpi_option_values_clear (indicator->imputing.options);
}

static double
read_share (const KpiCursor *at, const char *key)
{
  KpiCursor share = _kpi_cursor_get (at, key);

  return _kpi_cursor_number_within (&share, 0, 1, 0, "a share from 0 to 1");
}

void
_kpi_screen_read (const KpiCursor *at, KpiScreening *out)
{
  out->areas = read_share (at, "areas");
  out->indicators = read_share (at, "indicators");
}
