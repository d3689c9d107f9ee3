/* SPDX-License-Identifier: MIT */
/* Checks.
 *
 * Always true: a check is a difference of series, so that bounds, missing terms and carrying need
 * no rules of their own: an identity says that it is 0, a part that it is at most 0. */

#include <string.h>

#include "base/number.h"
#include "base/text.h"
#include "model/check.h"
#include "model/measure.h"

/* Adds one more term, taken away or not. FALSE, and reported, without memory. */
static gboolean
add_term (const KpiCursor *at, KpiNames *series, double sign, KpiMeasure *difference)
{
  const char *text = _kpi_cursor_text (at);
  g_autofree char *name = _kpi_text_name (text, strlen (text));
  KpiTerm *terms = g_try_renew (KpiTerm, difference->of, difference->n_of + 1);
  guint32 number = _kpi_names_add (series, name);

  if (terms == NULL || number == KPI_NO_NAME)
    return _kpi_cursor_fail_memory (at);
  difference->of = terms;
  difference->of[difference->n_of++] = (KpiTerm){number, sign};
  return TRUE;
}

static void
read_tolerance (const KpiCursor *at, KpiCheck *check)
{
  char found[KPI_NUMBER_SIZE];

  if (at->node == NULL)
    return;
  check->tolerance = _kpi_cursor_number (at);
  if (check->tolerance >= 0)
    return;
  _kpi_number_format (check->tolerance, found);
  _kpi_cursor_error (at, KPI_ERROR_VALUE, "found %s, expected 0 or more", found);
}

/* `sum` and `equals`, or `part` and `of`. */
static void
read_check (const KpiCursor *at, KpiNames *series, KpiCheck *check)
{
  KpiCursor sum = _kpi_cursor_get (at, "sum"), equals = _kpi_cursor_get (at, "equals");
  KpiCursor part = _kpi_cursor_get (at, "part"), of = _kpi_cursor_get (at, "of");
  KpiCursor tolerance = _kpi_cursor_get (at, "tolerance");

  check->place = at->place;
  check->difference = (KpiMeasure){.form = KPI_MEASURE_SUM, .per = 1};
  check->is_part = part.node != NULL;
  if ((sum.node == NULL) == (part.node == NULL)) {
    _kpi_cursor_error (at, KPI_ERROR_MISSING,
                       "found %s sum and part, expected {sum: [...], equals: series} or "
                       "{part: series, of: series}",
                       sum.node == NULL ? "neither" : "both");
    return;
  }
  if (sum.node != NULL)
    _kpi_measure_read (at, "", series, &check->difference);
  if (sum.node != NULL)
    add_term (&equals, series, -1, &check->difference);
  else if (add_term (&part, series, 1, &check->difference))
    add_term (&of, series, -1, &check->difference);
  read_tolerance (&tolerance, check);
}

void
_kpi_checks_read (const KpiCursor *at, KpiModel *model)
{
  gsize n = _kpi_cursor_length (at);

  if (n == 0)
    return;
  model->checks = g_try_new0 (KpiCheck, n);
  if (model->checks == NULL) {
    _kpi_cursor_fail_memory (at);
    return;
  }
  model->n_checks = n;
  for (gsize i = 0; i < n; i++) {
    KpiCursor check = _kpi_cursor_entry (at, i);

    read_check (&check, model->series, &model->checks[i]);
  }
}

void
_kpi_checks_clear (KpiModel *model)
{
  for (gsize i = 0; i < model->n_checks; i++)
    _kpi_measure_clear (&model->checks[i].difference);
  g_free (model->checks);
}
