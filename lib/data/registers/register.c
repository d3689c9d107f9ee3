/* SPDX-License-Identifier: MIT */
/* Registers.
 *
 * Rows stream through one tokenizer, the same that reads observations, and leave nothing but
 * counts: memory goes by areas and days. Always true: what is counted by a day hangs on nothing
 * that happened later. A lane is an area under one filter. */

#include "base/period.h"
#include "base/text.h"
#include "data/file/csv.h"
#include "data/registers/register-filter.h"
#include "data/registers/register-ids.h"
#include "data/registers/register.h"

typedef struct {
  const KpiRegisterPlan *plan;
  KpiRegister *items;
  KpiRegisterHeader header;
  KpiItemReader reader;
  KpiItemIds ids;
  KpiJudges judges;
  guint8 *passes; /* scratch, by filter */
  gboolean checks_ids;
} Reading;

/* The number of an area that a field names; KPI_NO_NAME if there is no memory. */
static guint32
number_area (KpiRegister *items, const char *name, const KpiCsvField *field)
{
  guint32 area = _kpi_names_add (items->areas, name);
  KpiFirst *first;

  if (area == KPI_NO_NAME || area < items->firsts.n)
    return area;
  first = _kpi_rows_add (&items->firsts);
  if (first == NULL)
    return KPI_NO_NAME;
  first->line = field->line;
  first->column = field->column;
  return area;
}

static void
widen (KpiRegister *items, const KpiItem *item)
{
  if (items->first_day == 0 || item->opened < items->first_day)
    items->first_day = item->opened;
  items->last_day = MAX (items->last_day, MAX (item->opened, item->closed));
}

/* Counts an item under one filter. An item is overdue from the day behind its due date until the
 * day on which it is closed, late: what became overdue less what was closed late is overdue still.
 */
static gboolean
count_item (Reading *reading, guint32 lane, const KpiItem *item, gboolean with_lengths)
{
  KpiDailyCounts *counts = &reading->items->counts;
  gboolean is_closed = item->closed > 0;
  gboolean is_late = is_closed && item->due > 0 && item->closed > item->due;
  gboolean gets_overdue = item->due > 0 && (is_late || !is_closed);

  if (!_kpi_daily_counts_add (counts, lane, item->opened, KPI_EVENT_OPENED))
    return FALSE;
  if (gets_overdue &&
      !_kpi_daily_counts_add (counts, lane, MAX (item->due + 1, item->opened), KPI_EVENT_OVERDUE))
    return FALSE;
  if (!is_closed)
    return TRUE;
  return _kpi_daily_counts_add (counts, lane, item->closed,
                                is_late ? KPI_EVENT_LATE : KPI_EVENT_ON_TIME) &&
         (!with_lengths ||
          _kpi_spans_add (&reading->items->spans, lane, item->closed, item->closed - item->opened));
}

static gboolean
passes_any (const Reading *reading)
{
  for (gsize f = 0; f < reading->plan->n_filters; f++)
    if (reading->passes[f])
      return TRUE;
  return FALSE;
}

/* Counts an item under all filters that it passes. An area none of whose items pass is not spoken
 * of. FALSE if there is no memory. */
static gboolean
count_passed (Reading *reading, const char *area_name, const KpiCsvField *fields,
              const KpiItem *item)
{
  const KpiCsvField *field = &fields[reading->header.columns[KPI_ITEM_AREA]];
  guint32 n_filters = (guint32)reading->plan->n_filters, area;
  KpiFirst *first;

  if (!passes_any (reading))
    return TRUE;
  area = number_area (reading->items, area_name, field);
  if (area >= KPI_NO_NAME / n_filters)
    return FALSE;
  first = &KPI_ROW (&reading->items->firsts, KpiFirst, area);
  if (first->day == 0 || item->opened < first->day)
    first->day = item->opened;
  for (guint32 f = 0; f < n_filters; f++)
    if (reading->passes[f] &&
        !count_item (reading, area * n_filters + f, item, reading->plan->filters[f].with_lengths))
      return FALSE;
  return TRUE;
}

/* Takes one row. FALSE if there is no memory. */
static gboolean
take_row (Reading *reading, const KpiCsvField *fields)
{
  g_autofree char *owned = NULL;
  const char *area = _kpi_item_read_name (&reading->reader, fields, KPI_ITEM_AREA, &owned);
  KpiItem item;

  if (reading->checks_ids)
    _kpi_item_ids_add (&reading->ids, fields);
  if (!_kpi_item_read (&reading->reader, fields, &item) || area == NULL)
    return TRUE;
  widen (reading->items, &item);
  return _kpi_judges_ask (&reading->judges, fields, reading->passes) &&
         count_passed (reading, area, fields, &item);
}

static gboolean
fail_memory (const Reading *reading)
{
  _kpi_findings_add (reading->reader.findings, KPI_SEVERITY_ERROR, KPI_ERROR_MEMORY,
                     (KpiPlace){reading->items->file, 0, 0}, NULL,
                     "no memory to count the items of so many areas and days");
  return FALSE;
}

/* Reads the rows behind the header. FALSE if there is no memory. */
static gboolean
read_rows (Reading *reading, KpiCsv *csv)
{
  KpiCsvField *fields;

  while (_kpi_csv_next (csv, &fields))
    if (!take_row (reading, fields))
      return FALSE;
  return TRUE;
}

static gboolean
read_file (Reading *reading, KpiCsv *csv)
{
  const KpiRegisterPlan *plan = reading->plan;
  KpiCsvField *fields;

  if (!_kpi_csv_next (csv, &fields)) {
    if (kpi_findings_get_length (reading->reader.findings) == 0)
      _kpi_findings_add (reading->reader.findings, KPI_SEVERITY_ERROR, KPI_ERROR_MISSING,
                         (KpiPlace){reading->items->file, 1, 1}, NULL,
                         "found an empty file, expected a header");
    return FALSE;
  }
  if (!_kpi_register_header_read (&reading->header, plan, fields, _kpi_csv_get_n_fields (csv),
                                  reading->items->file, reading->reader.findings))
    return FALSE;
  reading->checks_ids = plan->unique && reading->header.columns[KPI_ITEM_ID] != KPI_NO_COLUMN;
  reading->passes = g_try_new0 (guint8, plan->n_filters + 1);
  if (reading->passes == NULL || !_kpi_judges_init (&reading->judges, plan, &reading->header) ||
      !read_rows (reading, csv))
    return fail_memory (reading);
  if (reading->checks_ids)
    _kpi_item_ids_report (&reading->ids, plan->path);
  return (_kpi_daily_counts_finish (&reading->items->counts) &&
          _kpi_spans_finish (&reading->items->spans)) ||
         fail_memory (reading);
}

static KpiRegister *
register_new (const KpiRegisterPlan *plan)
{
  KpiRegister *items = g_new0 (KpiRegister, 1);

  items->file = g_filename_display_name (plan->path);
  items->areas = _kpi_names_new ();
  items->firsts = KPI_ROWS (KpiFirst);
  items->n_filters = plan->n_filters;
  _kpi_daily_counts_init (&items->counts, plan->cutoffs);
  _kpi_spans_init (&items->spans, plan->cutoffs, KPI_MOST_EXACT_SPANS);
  return items;
}

KpiRegister *
_kpi_register_read (const KpiRegisterPlan *plan, KpiFindings *findings)
{
  g_autoptr (KpiFindings) own = _kpi_findings_new ();
  g_autoptr (KpiRegister) items = register_new (plan);
  g_autoptr (KpiCsv) csv = _kpi_csv_open (plan->path, items->file, ',', own);
  Reading reading = {.plan = plan, .items = items};
  gboolean done;

  reading.reader = (KpiItemReader){&reading.header, plan->dates, items->file, own};
  _kpi_item_ids_init (&reading.ids, &reading.reader, KPI_MOST_HASHES_KEPT);
  done = csv != NULL && read_file (&reading, csv);
  _kpi_findings_append (findings, own);
  _kpi_judges_clear (&reading.judges);
  _kpi_item_ids_clear (&reading.ids);
  _kpi_register_header_clear (&reading.header);
  g_free (reading.passes);
  return done ? g_steal_pointer (&items) : NULL;
}

void
_kpi_register_free (KpiRegister *items)
{
  g_free (items->file);
  _kpi_names_free (items->areas);
  _kpi_rows_clear (&items->firsts);
  _kpi_daily_counts_clear (&items->counts);
  _kpi_spans_clear (&items->spans);
  g_free (items);
}

static guint32
lane_of (const KpiRegister *items, gsize filter, guint32 area)
{
  return area * (guint32)items->n_filters + (guint32)filter;
}

void
_kpi_register_count (const KpiRegister *items, gsize filter, guint32 area, gint32 day,
                     KpiEvents *events)
{
  guint32 counts[KPI_N_EVENTS];

  _kpi_daily_counts_get (&items->counts, lane_of (items, filter, area), day, counts);
  for (gsize e = 0; e < KPI_N_EVENTS; e++)
    events->n[e] += counts[e];
}

gboolean
_kpi_register_collect (const KpiRegister *items, gsize filter, guint32 area, gint32 after,
                       gint32 until, KpiLengths *lengths)
{
  return _kpi_spans_collect (&items->spans, lane_of (items, filter, area), after, until, lengths);
}
