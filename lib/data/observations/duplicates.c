/* SPDX-License-Identifier: MIT */
/* Second observations.
 *
 * Always true: nothing here runs for data without them. Each is reported against the first of its
 * kind, in the order in which they stand in the files. */

#include <string.h>

#include "base/sort.h"
#include "base/text.h"
#include "data/dataset/block.h"
#include "data/observations/duplicates.h"
#include "data/observations/reread.h"

#define MAX_NAMED 5  /* columns that a message names */
#define MAX_TYPED 60 /* bytes of a condition that it proposes */

typedef struct {
  const KpiEntry *first;
  const KpiEntry *second;
} Pair;

static gint
compare (gconstpointer a, gconstpointer b, gpointer user_data G_GNUC_UNUSED)
{
  const KpiEntry *p = ((const Pair *)a)->second, *q = ((const Pair *)b)->second;

  if (p->file != q->file)
    return KPI_ORDER (p->file, q->file);
  return p->line != q->line ? KPI_ORDER (p->line, q->line) : KPI_ORDER (p->column, q->column);
}

/* Lists the pairs, as many as findings are kept. FALSE if there is no memory. */
static gboolean
collect (const KpiEntries *entries, KpiRows *pairs)
{
  const KpiEntry *list = entries->list.data, *first = list;

  for (gsize i = 1; i < entries->list.n && pairs->n <= KPI_MAX_FINDINGS; i++) {
    if (!_kpi_entry_is_same (first, &list[i]))
      first = &list[i];
    else if (!_kpi_rows_append (pairs, &(Pair){first, &list[i]}))
      return FALSE;
  }
  _kpi_sort (pairs->data, pairs->n, sizeof (Pair), compare, NULL);
  return TRUE;
}

static guint32
column_of (const KpiHeader *header, const KpiIntake *intake, const KpiEntry *entry)
{
  return header->layout == KPI_LAYOUT_WIDE
             ? _kpi_header_find (header, _kpi_names_get (intake->series.names, entry->series))
             : header->roles[KPI_ROLE_VALUE];
}

/* Whether a text can be typed as it stands, between single quotes. */
static gboolean
can_be_typed (const char *text)
{
  gsize length = strlen (text);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (*at == '\'' || !g_unichar_isprint (g_utf8_get_char (at)))
      return FALSE;
  return length <= MAX_TYPED;
}

static void
append_differences (GString *text, const KpiHeader *header, const KpiRereadRow *first,
                    const KpiRereadRow *second)
{
  gsize n = 0, chooser = header->n_columns;

  for (gsize i = 0; i < header->n_columns; i++) {
    g_autofree char *quoted = NULL;

    if (strcmp (first->fields[i], second->fields[i]) == 0)
      continue;
    if (chooser == header->n_columns && !_kpi_header_has_role (header, i))
      chooser = i;
    quoted = _kpi_text_quote (header->names[i]);
    if (n < MAX_NAMED)
      g_string_append_printf (text, "%s%s", n == 0 ? "; the rows differ in " : ", ", quoted);
    n++;
  }
  if (n == 0)
    g_string_append (text, "; the rows are the same");
  if (n > MAX_NAMED)
    g_string_append_printf (text, " and %zu more", n - MAX_NAMED);
  if (chooser < header->n_columns && can_be_typed (header->names[chooser]) &&
      can_be_typed (second->fields[chooser]))
    g_string_append_printf (text, ": choose rows by --where '%s=%s'", header->names[chooser],
                            second->fields[chooser]);
}

/* "the first is in line 2", as seen from the second. */
static void
append_place (GString *text, const KpiIntake *intake, const Pair *pair)
{
  if (pair->first->file == KPI_NO_FILE)
    g_string_append (text, "the first was added before");
  else if (pair->first->file == pair->second->file)
    g_string_append_printf (text, "the first is in line %u", pair->first->line);
  else
    g_string_append_printf (text, "the first is in %s, line %u",
                            (char *)g_ptr_array_index (intake->files, pair->first->file),
                            pair->first->line);
}

static void
append_published (GString *text, gint32 published)
{
  const KpiPeriod day = _kpi_period_of_day (published);
  char spelling[KPI_PERIOD_SIZE];

  if (published == 0)
    return;
  _kpi_period_format (&day, spelling);
  g_string_append_printf (text, ", published on %s", spelling);
}

static void
report (const KpiIntake *intake, const KpiReread *reread, const Pair *pair)
{
  const KpiEntry *entry = pair->second;
  gboolean is_in_file = entry->file != KPI_NO_FILE;
  const KpiRereadRow *row = _kpi_reread_find (reread, entry->file, entry->line);
  const KpiRereadRow *other = _kpi_reread_find (reread, pair->first->file, pair->first->line);
  const KpiHeader *header = row != NULL ? &reread->headers[entry->file] : NULL;
  guint32 column = row != NULL ? column_of (header, intake, entry) : KPI_NO_COLUMN;
  KpiPlace place = {is_in_file ? g_ptr_array_index (intake->files, entry->file) : NULL, entry->line,
                    entry->column};
  g_autofree char *series = _kpi_text_quote (_kpi_names_get (intake->series.names, entry->series));
  g_autofree char *area = _kpi_text_quote (_kpi_names_get (intake->areas.names, entry->area));
  g_autoptr (GString) text = g_string_new (NULL);
  char period[KPI_PERIOD_SIZE];

  _kpi_period_format (_kpi_periods_get (intake->periods, entry->period), period);
  g_string_append_printf (text, "found a second observation of %s in %s, %s", series, area, period);
  append_published (text, _kpi_periods_get_published (intake->periods, entry->period));
  g_string_append (text, ", expected one; ");
  append_place (text, intake, pair);
  if (row != NULL && other != NULL && row->file == other->file && header->layout != KPI_LAYOUT_WIDE)
    append_differences (text, header, other, row);
  _kpi_findings_add (intake->findings, KPI_SEVERITY_ERROR, KPI_ERROR_DUPLICATE, place,
                     column != KPI_NO_COLUMN ? header->names[column] : NULL, "%s", text->str);
}

void
_kpi_duplicates_report (const KpiIntake *intake, const KpiReadOptions *options)
{
  KpiRows pairs = KPI_ROWS (Pair);
  KpiReread reread;
  gboolean enough;

  _kpi_reread_init (&reread);
  enough = collect (&intake->entries, &pairs);
  for (gsize i = 0; i < pairs.n && enough; i++) {
    const Pair *pair = &KPI_ROW (&pairs, Pair, i);

    enough = _kpi_reread_want (&reread, pair->first->file, pair->first->line) &&
             _kpi_reread_want (&reread, pair->second->file, pair->second->line);
  }
  if (pairs.n > 0)
    _kpi_reread_run (&reread, intake, options);
  for (gsize i = 0; i < pairs.n; i++)
    report (intake, &reread, &KPI_ROW (&pairs, Pair, i));
  if (!enough)
    _kpi_findings_add (intake->findings, KPI_SEVERITY_ERROR, KPI_ERROR_MEMORY, KPI_NOWHERE, NULL,
                       "no memory to look for second observations");
  _kpi_reread_clear (&reread);
  _kpi_rows_clear (&pairs);
}
