/* SPDX-License-Identifier: MIT */
/* Measures.
 *
 * Always true: a measure has at least one term in `of`, and a ratio at least one in `to`. */

#include <string.h>

#include "base/text.h"
#include "model/measure.h"

/* Reads a term, `a` or `-a`. A series is named as in the data, where not all names are ids. */
static gboolean
read_term (const KpiCursor *at, KpiNames *series, KpiTerm *out)
{
  const char *text = _kpi_cursor_text (at);
  const char *rest = *text == '-' ? text + 1 : text;
  g_autofree char *name = _kpi_text_name (rest, strlen (rest));

  if (*name == '\0') {
    g_autofree char *found = _kpi_text_quote (text);

    _kpi_cursor_error (at, KPI_ERROR_VALUE, "found %s, expected a series, or -series", found);
    return FALSE;
  }
  *out = (KpiTerm){_kpi_names_add (series, name), *text == '-' ? -1 : 1};
  return out->series != KPI_NO_NAME || _kpi_cursor_fail_memory (at);
}

static gboolean
read_terms (const KpiCursor *at, KpiNames *series, KpiTerm **out_terms, gsize *out_n)
{
  gsize n = _kpi_cursor_length (at);
  gboolean right = TRUE;

  *out_terms = g_try_new0 (KpiTerm, n);
  if (*out_terms == NULL)
    return _kpi_cursor_fail_memory (at);
  *out_n = n;
  for (gsize i = 0; i < n; i++) {
    KpiCursor term = _kpi_cursor_entry (at, i);

    right = read_term (&term, series, &(*out_terms)[i]) && right;
  }
  return right;
}

static gboolean
read_ratio (const KpiCursor *at, KpiNames *series, KpiMeasure *out)
{
  KpiCursor of = _kpi_cursor_get (at, "of"), to = _kpi_cursor_get (at, "to");
  KpiCursor per = _kpi_cursor_get (at, "per");
  gboolean right = read_terms (&of, series, &out->of, &out->n_of);

  right = read_terms (&to, series, &out->to, &out->n_to) && right;
  out->form = KPI_MEASURE_RATIO;
  if (per.node != NULL)
    out->per = _kpi_cursor_number (&per);
  if (out->per == 0) {
    _kpi_cursor_error (&per, KPI_ERROR_VALUE, "found 0, expected a number such as 1, 100 or 1000");
    return FALSE;
  }
  return right;
}

/* The series of the indicator's own id. */
static gboolean
read_own (const KpiCursor *at, const char *own, KpiNames *series, KpiMeasure *out)
{
  guint32 number = _kpi_names_add (series, own);

  out->of = g_new (KpiTerm, 1);
  out->n_of = 1;
  out->of[0] = (KpiTerm){number, 1};
  return number != KPI_NO_NAME || _kpi_cursor_fail_memory (at);
}

gboolean
_kpi_measure_read (const KpiCursor *at, const char *own, KpiNames *series, KpiMeasure *out)
{
  KpiCursor sum = _kpi_cursor_get (at, "sum"), ratio = _kpi_cursor_get (at, "ratio");

  *out = (KpiMeasure){.form = KPI_MEASURE_SERIES, .per = 1};
  if (at->node == NULL)
    return read_own (at, own, series, out);
  if (ratio.node != NULL)
    return read_ratio (&ratio, series, out);
  out->form = KPI_MEASURE_SUM;
  return read_terms (&sum, series, &out->of, &out->n_of);
}

void
_kpi_measure_clear (KpiMeasure *measure)
{
  g_free (measure->of);
  g_free (measure->to);
  *measure = (KpiMeasure){0};
}
