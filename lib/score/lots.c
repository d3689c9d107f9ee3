/* SPDX-License-Identifier: MIT */
/* Sorting areas into lots, so that the scoring itself is a loop over numbers with nothing to ask.
 */

#include <math.h>
#include <string.h>

#include "base/sort.h"
#include "score/lots.h"
#include "score/goals.h"

typedef struct {
  const KpiTarget *target;
  guint32 level;
  guint32 area;
} Seat;

void
_kpi_lots_clear (KpiLots *lots)
{
  g_clear_pointer (&lots->lots, g_free);
  g_clear_pointer (&lots->areas, g_free);
}

static gint
compare_seats (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Seat *left = a, *right = b;

  (void)user_data;
  if (left->level != right->level)
    return left->level < right->level ? -1 : 1;
  if (left->target != right->target) /* any fixed order will do: it decides no number */
    return (guintptr)left->target < (guintptr)right->target ? -1 : 1;
  return left->area < right->area ? -1 : left->area > right->area;
}

static Seat
seat (const KpiRoster *roster, const KpiModel *model, const KpiIndicator *indicator, guint32 area)
{
  const char *level = area < model->n_areas ? model->areas[area].level : "";

  return (Seat){_kpi_target_for (indicator, _kpi_roster_get (roster, area), level),
                roster->levels[area], area};
}

gboolean
_kpi_lots_init (KpiLots *lots, const KpiRoster *roster, const KpiModel *model,
                const KpiIndicator *indicator)
{
  guint32 n = roster->n_areas;
  g_autofree Seat *seats = g_try_new (Seat, MAX (n, 1));

  *lots =
      (KpiLots){.lots = g_try_new (KpiLot, MAX (n, 1)), .areas = g_try_new (guint32, MAX (n, 1))};
  if (seats == NULL || lots->lots == NULL || lots->areas == NULL)
    return FALSE;
  for (guint32 i = 0; i < n; i++)
    seats[i] = seat (roster, model, indicator, i);
  _kpi_sort (seats, n, sizeof *seats, compare_seats, NULL);
  for (guint32 i = 0; i < n; i++) {
    if (i == 0 || seats[i].level != seats[i - 1].level || seats[i].target != seats[i - 1].target)
      lots->lots[lots->n_lots++] = (KpiLot){seats[i].target, seats[i].level, i, i};
    lots->lots[lots->n_lots - 1].last = i + 1;
    lots->areas[i] = seats[i].area;
  }
  return TRUE;
}

/* The point of `>80` counts as just above 80 where the method jumps. */
static void
open_points (const KpiLots *lots, const KpiLot *lot, const KpiSheet *sheet, gsize row, double *out)
{
  for (guint32 i = lot->first; i < lot->last; i++) {
    double *value = &out[i - lot->first];

    *value = _kpi_open_value (*value, _kpi_sheet_point_open (sheet, row + lots->areas[i]));
  }
}

const double *
_kpi_lots_gather (const KpiLots *lots, const KpiLot *lot, const KpiSheet *sheet, guint32 slot,
                  guint8 without, gboolean opened, double *room)
{
  const double *numbers = _kpi_sheet_get_scored (sheet);
  gsize row = (gsize)slot * sheet->n_areas;

  if (sheet->marks == NULL && _kpi_lots_are_consecutive (lots, lot)) /* nor has it bounds, then */
    return numbers + row + lots->areas[lot->first];
  without |= numbers == sheet->value ? KPI_MARK_OUTSIDE : 0;
  for (guint32 i = lot->first; i < lot->last; i++) {
    gsize cell = row + lots->areas[i];
    gboolean is_marked = sheet->marks != NULL && (sheet->marks[cell] & without);

    room[i - lot->first] = is_marked ? NAN : numbers[cell];
  }
  if (opened && sheet->value_low != NULL)
    open_points (lots, lot, sheet, row, room);
  return room;
}

void
_kpi_lots_gather_ends (const KpiLots *lots, const KpiLot *lot, const KpiSheet *sheet, guint32 slot,
                       double *out_lows, double *out_highs)
{
  gsize row = (gsize)slot * sheet->n_areas;

  for (guint32 i = lot->first; i < lot->last; i++) {
    KpiInterval value = _kpi_sheet_prepared_interval (sheet, row + lots->areas[i]);

    _kpi_interval_open (&value, &out_lows[i - lot->first], &out_highs[i - lot->first]);
  }
}
