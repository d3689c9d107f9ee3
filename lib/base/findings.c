/* SPDX-License-Identifier: MIT */
/* Findings: what was wrong and where, kept one by one, so that an author sees all of it at once.
 *
 * Always true: at most KPI_MAX_FINDINGS + 1 findings of a severity are kept, and a list that lost
 * an error to that limit still says that it has errors. */

#include "base/findings-private.h"

#define MAX_COMPARISONS 1000000 /* of names, for all findings of a severity together */

typedef struct {
  KpiSeverity severity;
  KpiError code;
  guint order; /* while they are sorted: the first finding of the same file */
  guint line;
  guint column;
  char *file;
  char *path;
  char *text;
} Finding;

struct _KpiFindings {
  gatomicrefcount references;
  GArray *list;   /* of Finding */
  gsize count[2]; /* met, by severity, whether kept or not */
};

static void
finding_clear (gpointer data)
{
  Finding *finding = data;

  g_free (finding->file);
  g_free (finding->path);
  g_free (finding->text);
}

KpiFindings *
_kpi_findings_new (void)
{
  KpiFindings *findings = g_new0 (KpiFindings, 1);

  g_atomic_ref_count_init (&findings->references);
  findings->list = g_array_new (FALSE, FALSE, sizeof (Finding));
  g_array_set_clear_func (findings->list, finding_clear);
  return findings;
}

KpiFindings *
kpi_findings_ref (KpiFindings *findings)
{
  g_atomic_ref_count_inc (&findings->references);
  return findings;
}

void
kpi_findings_unref (KpiFindings *findings)
{
  if (!g_atomic_ref_count_dec (&findings->references))
    return;
  g_array_unref (findings->list);
  g_free (findings);
}

/* Takes `text`. */
static void
add (KpiFindings *findings, KpiSeverity severity, KpiError code, KpiPlace place, const char *path,
     char *text)
{
  Finding finding = {.severity = severity,
                     .code = code,
                     .line = place.line,
                     .column = place.column,
                     .file = g_strdup (place.file),
                     .path = g_strdup (path),
                     .text = text};
  gsize met = ++findings->count[severity];

  if (met == KPI_MAX_FINDINGS + 1) {
    finding_clear (&finding);
    finding = (Finding){.severity = severity, .code = KPI_ERROR_LIMIT};
    finding.text =
        g_strdup_printf ("there are more than %d; mend those above first", KPI_MAX_FINDINGS);
  }
  if (met <= KPI_MAX_FINDINGS + 1)
    g_array_append_val (findings->list, finding);
  else
    finding_clear (&finding);
}

void
_kpi_findings_add (KpiFindings *findings, KpiSeverity severity, KpiError code, KpiPlace place,
                   const char *path, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  add (findings, severity, code, place, path, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

void
_kpi_findings_append (KpiFindings *findings, const KpiFindings *more)
{
  for (guint i = 0; i < more->list->len; i++) {
    const Finding *finding = &g_array_index (more->list, Finding, i);
    KpiPlace place = {finding->file, finding->line, finding->column};

    add (findings, finding->severity, finding->code, place, finding->path,
         g_strdup (finding->text));
  }
}

gboolean
_kpi_findings_has_room (const KpiFindings *findings, KpiSeverity severity)
{
  return findings->count[severity] < KPI_MAX_FINDINGS;
}

gboolean
_kpi_findings_may_search (const KpiFindings *findings, KpiSeverity severity, gsize n_names)
{
  return _kpi_findings_has_room (findings, severity) &&
         n_names < MAX_COMPARISONS / (findings->count[severity] + 1);
}

gboolean
_kpi_findings_has_errors (const KpiFindings *findings)
{
  return findings->count[KPI_SEVERITY_ERROR] > 0;
}

/* Gives each finding the number of the first one that names the same file. */
static void
number_files (GArray *list)
{
  g_autoptr (GHashTable) first = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < list->len; i++) {
    Finding *finding = &g_array_index (list, Finding, i);
    char *file = finding->file != NULL ? finding->file : "";

    if (!g_hash_table_contains (first, file))
      g_hash_table_insert (first, file, GUINT_TO_POINTER (i));
    finding->order = GPOINTER_TO_UINT (g_hash_table_lookup (first, file));
  }
}

static gint
compare_places (gconstpointer a, gconstpointer b)
{
  const Finding *left = a, *right = b;

  if (left->order != right->order)
    return left->order < right->order ? -1 : 1;
  if (left->line != right->line)
    return left->line < right->line ? -1 : 1;
  return left->column < right->column ? -1 : left->column > right->column;
}

void
_kpi_findings_sort (KpiFindings *findings)
{
  number_files (findings->list);
  g_array_sort (findings->list, compare_places); /* stable, and at most some thousand */
}

gsize
kpi_findings_get_length (const KpiFindings *findings)
{
  return findings->list->len;
}

static const Finding *
get (const KpiFindings *findings, gsize index)
{
  return &g_array_index (findings->list, Finding, index);
}

KpiSeverity
kpi_findings_get_severity (const KpiFindings *findings, gsize index)
{
  return get (findings, index)->severity;
}

gint
kpi_findings_get_code (const KpiFindings *findings, gsize index)
{
  return get (findings, index)->code;
}

const char *
kpi_findings_get_file (const KpiFindings *findings, gsize index)
{
  return get (findings, index)->file;
}

guint
kpi_findings_get_line (const KpiFindings *findings, gsize index)
{
  return get (findings, index)->line;
}

guint
kpi_findings_get_column (const KpiFindings *findings, gsize index)
{
  return get (findings, index)->column;
}

const char *
kpi_findings_get_path (const KpiFindings *findings, gsize index)
{
  return get (findings, index)->path;
}

const char *
kpi_findings_get_text (const KpiFindings *findings, gsize index)
{
  return get (findings, index)->text;
}

char *
kpi_findings_format (const KpiFindings *findings, gsize index)
{
  const Finding *finding = get (findings, index);
  GString *line = g_string_new (NULL);

  if (finding->file != NULL) {
    g_string_append_printf (line, "%s:", finding->file);
    if (finding->line > 0)
      g_string_append_printf (line, "%u:", finding->line);
    if (finding->column > 0)
      g_string_append_printf (line, "%u:", finding->column);
    g_string_append_c (line, ' ');
  }
  g_string_append (line, finding->severity == KPI_SEVERITY_ERROR ? "error: " : "warning: ");
  if (finding->path != NULL && *finding->path != '\0')
    g_string_append_printf (line, "%s: ", finding->path);
  g_string_append (line, finding->text);
  return g_string_free (line, FALSE);
}
