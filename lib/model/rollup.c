/* SPDX-License-Identifier: MIT */
/* Roll-ups as the model says them.
 *
 * Always true: a sum stands beside a measure that may be added up, and a ratio beside one that is a
 * ratio. */

#include <string.h>

#include "base/number.h"
#include "base/text.h"
#include "model/rollup.h"
#include "model/schema/words.h"

static void
read_weight (const KpiCursor *at, KpiNames *series, KpiRollup *rollup)
{
  const char *text = _kpi_cursor_text (at);
  g_autofree char *name = _kpi_text_name (text, strlen (text));

  rollup->form = KPI_ROLLUP_MEAN;
  rollup->weight = _kpi_names_add (series, name);
  if (rollup->weight == KPI_NO_NAME)
    _kpi_cursor_fail_memory (at);
}

static void
read_at_least (const KpiCursor *at, KpiRollup *rollup)
{
  char found[KPI_NUMBER_SIZE];

  rollup->at_least = _kpi_cursor_number (at);
  if (rollup->at_least >= 0 && rollup->at_least <= 1)
    return;
  _kpi_number_format (rollup->at_least, found);
  _kpi_cursor_error (at, KPI_ERROR_VALUE, "found %s, expected a share from 0 to 1", found);
}

static void
read_mapping (const KpiCursor *at, KpiNames *series, KpiRollup *rollup)
{
  KpiCursor mean = _kpi_cursor_get (at, "mean"), method = _kpi_cursor_get (at, "method");
  KpiCursor at_least = _kpi_cursor_get (at, "at_least");

  if (mean.node != NULL && method.node != NULL)
    _kpi_cursor_error_at_key (&method, KPI_ERROR_CONFLICT,
                              "found method beside mean, expected one of them");
  if (mean.node == NULL && method.node == NULL)
    _kpi_cursor_error (at, KPI_ERROR_MISSING,
                       "found neither method nor mean, expected {mean: series} or {method: sum}");
  rollup->form = (KpiRollupForm)_kpi_cursor_choice (&method, _kpi_rollup_words);
  if (mean.node != NULL)
    read_weight (&mean, series, rollup);
  /* A sum of some children is no sum of all, unless the author says that it will do. */
  rollup->at_least = rollup->form == KPI_ROLLUP_SUM ? 1 : 0;
  if (at_least.node != NULL)
    read_at_least (&at_least, rollup);
}

/* Registers are merged, whatever is counted in them. */
static void
judge_register (const KpiCursor *at, const KpiIndicator *indicator)
{
  if (indicator->rollup.form > KPI_ROLLUP_RATIO)
    _kpi_cursor_error (at, KPI_ERROR_CONFLICT,
                       "found a roll-up of values for a measure of a register, expected sum or "
                       "ratio: the items of parts are counted as one register");
}

static void
judge (const KpiCursor *at, const KpiIndicator *indicator)
{
  gboolean is_ratio = indicator->measure.form == KPI_MEASURE_RATIO;

  if (indicator->measure.form == KPI_MEASURE_REGISTER) {
    judge_register (at, indicator);
    return;
  }
  if (indicator->rollup.form == KPI_ROLLUP_SUM && is_ratio)
    _kpi_cursor_error (at, KPI_ERROR_CONFLICT,
                       "found sum for a measure that is a ratio, expected ratio: a sum of ratios "
                       "means nothing");
  if (indicator->rollup.form == KPI_ROLLUP_RATIO && !is_ratio)
    _kpi_cursor_error (at, KPI_ERROR_CONFLICT,
                       "found ratio for a measure that is none, expected sum, mean, min or max");
}

void
_kpi_rollup_read (const KpiCursor *at, KpiNames *series, KpiIndicator *indicator)
{
  KpiRollup *rollup = &indicator->rollup;

  *rollup = (KpiRollup){.form = KPI_ROLLUP_NONE, .weight = KPI_NO_NAME};
  if (at->node == NULL)
    return;
  if (at->node->kind == KPI_YAML_MAPPING) {
    read_mapping (at, series, rollup);
  } else {
    rollup->form = (KpiRollupForm)_kpi_cursor_choice (at, _kpi_rollup_words);
    rollup->at_least = rollup->form == KPI_ROLLUP_SUM ? 1 : 0;
  }
  judge (at, indicator);
}
