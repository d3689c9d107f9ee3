/* SPDX-License-Identifier: MIT */
/* KPI_ERROR: an extended GError that carries its findings.
 *
 * Always true: an error of this domain has findings, at least one of them an error, and its message
 * is all of the errors, a line each. */

#include "base/findings-private.h"
#include "base/text.h"

typedef struct {
  KpiFindings *findings;
} KpiErrorPrivate;

static void
kpi_error_private_init (KpiErrorPrivate *private)
{
  private->findings = NULL;
}

static void
kpi_error_private_copy (const KpiErrorPrivate *from, KpiErrorPrivate *to)
{
  to->findings = from->findings != NULL ? kpi_findings_ref (from->findings) : NULL;
}

static void
kpi_error_private_clear (KpiErrorPrivate *private)
{
  g_clear_pointer (&private->findings, kpi_findings_unref);
}

G_DEFINE_EXTENDED_ERROR (KpiError, kpi_error)

static const char *const names[] = {
    [KPI_ERROR_FILE] = "file",           [KPI_ERROR_SYNTAX] = "syntax",
    [KPI_ERROR_ENCODING] = "encoding",   [KPI_ERROR_LIMIT] = "limit",
    [KPI_ERROR_MEMORY] = "memory",       [KPI_ERROR_UNKNOWN] = "unknown",
    [KPI_ERROR_DUPLICATE] = "duplicate", [KPI_ERROR_MISSING] = "missing",
    [KPI_ERROR_TYPE] = "type",           [KPI_ERROR_VALUE] = "value",
    [KPI_ERROR_CONFLICT] = "conflict",   [KPI_ERROR_CYCLE] = "cycle",
    [KPI_ERROR_NOT_BUILT] = "not-built", [KPI_ERROR_UNUSED] = "unused",
    [KPI_ERROR_UNDEFINED] = "undefined", [KPI_ERROR_ARGUMENT] = "argument",
};

const char *
kpi_error_get_name (gint code)
{
  return code >= 0 && code < (gint)G_N_ELEMENTS (names) ? names[code] : NULL;
}

const char *
kpi_error_find_nearest (const char *wrong, const char *const *known)
{
  KpiNearest nearest = KPI_NEAREST (wrong);

  for (; *known != NULL; known++)
    _kpi_nearest_offer (&nearest, *known);
  return nearest.nearest;
}

KpiFindings *
kpi_error_get_findings (const GError *error)
{
  return error->domain == KPI_ERROR ? kpi_error_get_private (error)->findings : NULL;
}

gboolean
_kpi_findings_fail (KpiFindings *findings, GError **error)
{
  g_autoptr (GString) message = g_string_new (NULL);
  gint code = -1;

  for (gsize i = 0; i < kpi_findings_get_length (findings); i++) {
    g_autofree char *line = NULL;

    if (kpi_findings_get_severity (findings, i) != KPI_SEVERITY_ERROR)
      continue;
    if (code < 0)
      code = kpi_findings_get_code (findings, i);
    else
      g_string_append_c (message, '\n');
    line = kpi_findings_format (findings, i);
    g_string_append (message, line);
  }
  if (error != NULL) {
    *error = g_error_new_literal (KPI_ERROR, code, message->str);
    kpi_error_get_private (*error)->findings = kpi_findings_ref (findings);
  }
  return FALSE;
}

gboolean
_kpi_error_set (GError **error, KpiError code, const char *format, ...)
{
  g_autoptr (KpiFindings) findings = _kpi_findings_new ();
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  _kpi_findings_add (findings, KPI_SEVERITY_ERROR, code, KPI_NOWHERE, NULL, "%s", text);
  return _kpi_findings_fail (findings, error);
}
