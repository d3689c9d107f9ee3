/* SPDX-License-Identifier: MIT */
/* Sorting areas into lots, so that the scoring itself is a loop over numbers with nothing to ask.
 */

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
