/* SPDX-License-Identifier: MIT */
/* Measures.
 *
 * Always true: a measure has at least one term in `of`, and a ratio at least one in `to`. A change
 * has its series in both: now, and a span before. */

#include <string.h>

#include "base/text.h"
#include "model/measure.h"
#include "model/register.h"
#include "model/schema/words.h"

/* Reads a term, `a` or `-a`. A series is named as in the data, where not all names are ids. */
static void
read_term (const KpiCursor *at, KpiNames *series, KpiTerm *out)
{
  const char *text = _kpi_cursor_text (at);
  const char *rest = *text == '-' ? text + 1 : text;
  g_autofree char *name = _kpi_text_name (rest, strlen (rest));

  if (*name == '\0') {
    _kpi_cursor_error (at, KPI_ERROR_VALUE, "found no name, expected a series, or -series");
    return;
  }
  *out = (KpiTerm){_kpi_names_add (series, name), *text == '-' ? -1 : 1};
  if (out->series == KPI_NO_NAME)
    _kpi_cursor_fail_memory (at);
}

static void
read_terms (const KpiCursor *at, KpiNames *series, KpiTerm **out_terms, gsize *out_n)
{
  gsize n = _kpi_cursor_length (at);

  if (n > KPI_MAX_TERMS) {
    _kpi_cursor_error (at, KPI_ERROR_LIMIT, "found %" G_GSIZE_FORMAT " series, expected at most %d",
                       n, KPI_MAX_TERMS);
    return;
  }
  *out_terms = g_try_new0 (KpiTerm, n);
  if (*out_terms == NULL) {
    _kpi_cursor_fail_memory (at);
    return;
  }
  *out_n = n;
  for (gsize i = 0; i < n; i++) {
    KpiCursor term = _kpi_cursor_entry (at, i);

    read_term (&term, series, &(*out_terms)[i]);
  }
}

static void
read_ratio (const KpiCursor *at, KpiNames *series, KpiMeasure *out)
{
  KpiCursor of = _kpi_cursor_get (at, "of"), to = _kpi_cursor_get (at, "to");
  KpiCursor per = _kpi_cursor_get (at, "per");

  out->form = KPI_MEASURE_RATIO;
  read_terms (&of, series, &out->of, &out->n_of);
  read_terms (&to, series, &out->to, &out->n_to);
  if (per.node != NULL)
    out->per = _kpi_cursor_number (&per);
  if (out->per == 0)
    _kpi_cursor_error (&per, KPI_ERROR_VALUE, "found 0, expected a number such as 1, 100 or 1000");
}

static KpiTerm *
one_term (const KpiCursor *at, const char *name, KpiNames *series)
{
  KpiTerm *term = g_new (KpiTerm, 1);

  *term = (KpiTerm){_kpi_names_add (series, name), 1};
  if (term->series == KPI_NO_NAME)
    _kpi_cursor_fail_memory (at);
  return term;
}

static void
read_own (const KpiCursor *at, const char *own, KpiNames *series, KpiMeasure *out)
{
  out->form = KPI_MEASURE_SERIES;
  out->of = one_term (at, own, series);
  out->n_of = 1;
}

static void
read_change (const KpiCursor *at, KpiNames *series, KpiMeasure *out)
{
  KpiCursor change = _kpi_cursor_get (at, "change"), over = _kpi_cursor_get (at, "over");
  KpiCursor as = _kpi_cursor_get (at, "as");
  const char *text = _kpi_cursor_text (&change);
  g_autofree char *name = _kpi_text_name (text, strlen (text));

  out->form = KPI_MEASURE_CHANGE;
  out->of = one_term (&change, name, series);
  out->to = one_term (&change, name, series);
  out->n_of = out->n_to = 1;
  if (over.node != NULL)
    _kpi_duration_parse (_kpi_cursor_text (&over), &out->over);
  if (as.node != NULL)
    out->change = (KpiChange)_kpi_cursor_choice (&as, _kpi_change_words);
}

void
_kpi_measure_read (const KpiCursor *at, const char *own, KpiNames *series, KpiMeasure *out)
{
  KpiCursor sum = _kpi_cursor_get (at, "sum"), ratio = _kpi_cursor_get (at, "ratio");

  *out = (KpiMeasure){.form = KPI_MEASURE_SUM, .per = 1};
  if (at->node == NULL)
    read_own (at, own, series, out);
  else if (ratio.node != NULL)
    read_ratio (&ratio, series, out);
  else if (_kpi_cursor_get (at, "change").node != NULL)
    read_change (at, series, out);
  else
    read_terms (&sum, series, &out->of, &out->n_of);
}

void
_kpi_measure_clear (KpiMeasure *measure)
{
  g_free (measure->of);
  g_free (measure->to);
  _kpi_item_measure_free (measure->items);
  *measure = (KpiMeasure){0};
}
