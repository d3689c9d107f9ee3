/* SPDX-License-Identifier: MIT */
/* Counting items.
 *
 *   opened, on_time, late        events: by the end of the day in hand, or within the period
 *   closed                       on_time + late
 *   open, overdue                stocks: as they stand at the end of the day, either way
 *   closed_rate                  100 . closed / opened
 *   on_time_rate                 100 . on_time / closed
 *   timely_rate                  100 . on_time / (closed + overdue): leaving late work open must not
 *                                pay
 *   overdue_rate                 100 . overdue / open
 *   median_days, p90_days        from opening to closing, of what is closed
 *
 * What divides by 0 is missing. An area without items has zeros, since a register lists all there
 * are; before the first item of the whole register there is no value. A parent that is rolled up
 * has its own items and all those of the areas below it, as if they were one register. */

#include <math.h>

#include "score/measure/register-counts.h"
#include "score/run/registers.h"
#include "score/run/outside.h"
#include "score/run/remarks.h"

typedef struct {
  KpiRun *run;
  const KpiIndicator *indicator;
  const KpiRunRegister *of;
  guint32 filter;
  KpiSheet *sheet;
  guint32 *parent_of; /* by area: its place among the hierarchy's parents, or KPI_NO_AREA; NULL
                         where nothing is rolled up */
  KpiRows members;    /* of guint32: areas of the register that make up the area in hand */
  KpiRows waiting;    /* of guint32: areas whose own are still to be listed */
  gboolean remarks;   /* whether overdue items are told here: not by each count of them */
} Counting;

static gboolean
add_children (Counting *counting, guint32 area)
{
  const KpiHierarchy *hierarchy = counting->run->hierarchy;
  guint32 parent = counting->parent_of != NULL ? counting->parent_of[area] : KPI_NO_AREA;

  if (parent == KPI_NO_AREA)
    return TRUE;
  for (guint32 c = hierarchy->first[parent]; c < hierarchy->first[parent + 1]; c++)
    if (!_kpi_rows_append (&counting->waiting, &hierarchy->children[c]))
      return FALSE;
  return TRUE;
}

/* Lists the areas of the register that are an area, and those of the areas below it. Who is below
 * waits in a list: a hierarchy may be deeper than a stack. */
static gboolean
gather (Counting *counting, guint32 area)
{
  const KpiRunRegister *of = counting->of;

  counting->waiting.n = counting->members.n = 0;
  if (!_kpi_rows_append (&counting->waiting, &area))
    return FALSE;
  while (counting->waiting.n > 0) {
    guint32 next = KPI_ROW (&counting->waiting, guint32, --counting->waiting.n);

    for (guint32 m = of->first[next]; m < of->first[next + 1]; m++)
      if (!_kpi_rows_append (&counting->members, &of->members[m]))
        return FALSE;
    if (!add_children (counting, next))
      return FALSE;
  }
  return TRUE;
}

static gboolean
init_parents (Counting *counting)
{
  const KpiHierarchy *hierarchy = counting->run->hierarchy;
  guint32 n = counting->run->areas->n_areas;

  if (counting->indicator->rollup.form == KPI_ROLLUP_NONE)
    return TRUE;
  counting->parent_of = g_try_new (guint32, MAX (n, 1));
  if (counting->parent_of == NULL)
    return FALSE;
  for (guint32 a = 0; a < n; a++)
    counting->parent_of[a] = KPI_NO_AREA;
  for (guint32 p = 0; p < hierarchy->n_parents; p++)
    counting->parent_of[hierarchy->parents[p]] = p;
  return TRUE;
}

static double
rate (double part, double whole)
{
  return whole == 0 ? NAN : 100 * part / whole;
}

static KpiEvents
count_events (const Counting *counting, gint32 day)
{
  KpiEvents events = {{0}};

  for (gsize m = 0; m < counting->members.n; m++)
    _kpi_register_count (counting->of->items, counting->filter,
                         KPI_ROW (&counting->members, guint32, m), day, &events);
  return events;
}

static double
overdue_of (const KpiEvents *events)
{
  return (double)(events->n[KPI_EVENT_OVERDUE] - events->n[KPI_EVENT_LATE]);
}

static double
open_of (const KpiEvents *events)
{
  return (double)(events->n[KPI_EVENT_OPENED] - events->n[KPI_EVENT_ON_TIME] -
                  events->n[KPI_EVENT_LATE]);
}

static double
count_items (const Counting *counting, KpiItemCount count, const KpiPeriod *period)
{
  gboolean in_period = counting->indicator->measure.items->in_period;
  KpiEvents now = count_events (counting, period->end);
  KpiEvents before = in_period ? count_events (counting, period->start - 1) : (KpiEvents){{0}};
  double opened = (double)(now.n[KPI_EVENT_OPENED] - before.n[KPI_EVENT_OPENED]);
  double on_time = (double)(now.n[KPI_EVENT_ON_TIME] - before.n[KPI_EVENT_ON_TIME]);
  double late = (double)(now.n[KPI_EVENT_LATE] - before.n[KPI_EVENT_LATE]);
  double overdue = overdue_of (&now);

  switch (count) {
  case KPI_COUNT_OPENED:
    return opened;
  case KPI_COUNT_CLOSED:
    return on_time + late;
  case KPI_COUNT_OPEN:
    return open_of (&now);
  case KPI_COUNT_ON_TIME:
    return on_time;
  case KPI_COUNT_LATE:
    return late;
  case KPI_COUNT_OVERDUE:
    return overdue;
  case KPI_COUNT_CLOSED_RATE:
    return rate (on_time + late, opened);
  case KPI_COUNT_ON_TIME_RATE:
    return rate (on_time, on_time + late);
  case KPI_COUNT_TIMELY_RATE:
    return rate (on_time, on_time + late + overdue);
  case KPI_COUNT_OVERDUE_RATE:
  default:
    return rate (overdue, open_of (&now));
  }
}

/* A quantile of the days that items took; NaN where none was closed. FALSE if there is no memory.
 */
static gboolean
measure_length (const Counting *counting, double share, const KpiPeriod *period, double *out_days)
{
  gint32 after = counting->indicator->measure.items->in_period ? period->start - 1 : 0;
  KpiLengths lengths = KPI_LENGTHS;
  gboolean enough = TRUE;

  for (gsize m = 0; m < counting->members.n && enough; m++)
    enough = _kpi_register_collect (counting->of->items, counting->filter,
                                    KPI_ROW (&counting->members, guint32, m), after, period->end,
                                    &lengths);
  *out_days = _kpi_lengths_quantile (&lengths, share);
  _kpi_rows_clear (&lengths.lengths);
  return enough;
}

static gboolean
measure_members (const Counting *counting, const KpiPeriod *period, double *out_value)
{
  KpiItemCount count = counting->indicator->measure.items->count;

  if (count == KPI_COUNT_MEDIAN_DAYS)
    return measure_length (counting, 0.5, period, out_value);
  if (count == KPI_COUNT_P90_DAYS)
    return measure_length (counting, 0.9, period, out_value);
  *out_value = count_items (counting, count, period);
  return TRUE;
}

static gboolean
put_cell (Counting *counting, guint32 slot, guint32 area, const KpiPeriod *period, double value)
{
  const double *valid = counting->indicator->valid;
  KpiSheet *sheet = counting->sheet;
  gsize cell = (gsize)slot * sheet->n_areas + area;
  gboolean outside = value < valid[0] || value > valid[1];
  gboolean rolled_up = counting->parent_of != NULL && counting->parent_of[area] != KPI_NO_AREA;

  sheet->value[cell] = value;
  if (isnan (value))
    return TRUE;
  sheet->frequencies |= 1u << period->frequency;
  if (outside)
    _kpi_outside_report (counting->run, counting->indicator, area, period, value, FALSE,
                         (KpiPlace){counting->of->items->file, 0, 0});
  return _kpi_sheet_mark (sheet, cell,
                          (outside ? KPI_MARK_OUTSIDE : 0) | (rolled_up ? KPI_MARK_ROLLED_UP : 0));
}

/* Whether no indicator before this one counts the same items. */
static gboolean
is_first (const KpiRun *run, gsize number)
{
  for (gsize i = 0; i < number; i++)
    if (run->model->indicators[i].shown &&
        _kpi_registers_same_items (run->model, run->registers->filter_of, i, number))
      return FALSE;
  return TRUE;
}

static void
remark_overdue (const Counting *counting, guint32 area, const KpiPeriod *period)
{
  KpiEvents events = count_events (counting, period->end);

  if (overdue_of (&events) > 0)
    _kpi_remarks_add (counting->run, (KpiRemark){.kind = KPI_REMARK_ITEMS,
                                                 .area = area,
                                                 .subject = _kpi_remarks_subject (
                                                     counting->run, counting->indicator),
                                                 .period = *period,
                                                 .found = overdue_of (&events),
                                                 .expected = open_of (&events)});
}

static gboolean
measure_area (Counting *counting, guint32 area)
{
  if (!gather (counting, area))
    return FALSE;
  for (gsize p = 0; p < counting->run->n_periods; p++) {
    const KpiPeriod *period = &counting->run->periods[p];
    guint32 slot = counting->sheet->slots[p];
    double value;

    if (slot == KPI_NO_SLOT || !_kpi_areas_is_alive (counting->run->areas, area, period))
      continue;
    if (!measure_members (counting, period, &value) ||
        !put_cell (counting, slot, area, period, value))
      return FALSE;
    if (counting->remarks)
      remark_overdue (counting, area, period);
  }
  return TRUE;
}

/* The periods in which there can be values: none without a register. */
static gboolean
init_sheet (Counting *counting)
{
  const KpiRun *run = counting->run;
  const KpiRegister *items = counting->of->items;
  gint32 first_day = items != NULL ? items->first_day : 0;
  g_autofree guint8 *wanted = g_try_malloc0 (MAX (run->n_periods, 1));

  if (wanted == NULL)
    return FALSE;
  for (gsize p = 0; p < run->n_periods; p++)
    wanted[p] = first_day > 0 && run->periods[p].end >= first_day;
  if (!_kpi_sheet_init (counting->sheet, run->areas->n_areas, wanted, run->n_periods))
    return FALSE;
  counting->sheet->value = _kpi_sheet_new_numbers (counting->sheet);
  return counting->sheet->value != NULL;
}

gboolean
_kpi_register_counts_measure (KpiRun *run, const KpiIndicator *indicator, KpiSheet *sheet)
{
  gsize number = (gsize)(indicator - run->model->indicators);
  Counting counting = {.run = run,
                       .indicator = indicator,
                       .of = &run->registers->registers[indicator->measure.items->items],
                       .filter = run->registers->filter_of[number],
                       .sheet = sheet,
                       .members = KPI_ROWS (guint32),
                       .waiting = KPI_ROWS (guint32),
                       .remarks = is_first (run, number)};
  gboolean done = init_sheet (&counting) && init_parents (&counting);

  for (guint32 a = 0; a < sheet->n_areas && counting.of->items != NULL && done; a++)
    done = measure_area (&counting, a);
  g_free (counting.parent_of);
  _kpi_rows_clear (&counting.members);
  _kpi_rows_clear (&counting.waiting);
  return done;
}
