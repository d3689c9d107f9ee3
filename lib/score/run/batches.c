/* SPDX-License-Identifier: MIT */
/* Sorting areas into batches, so that the scoring itself is a loop over numbers with nothing to
 * ask.
 */

#include <math.h>
#include <string.h>

#include "base/sort.h"
#include "score/run/batches.h"
#include "score/run/goals.h"

typedef struct {
  const KpiTarget *target;
  guint32 level;
  guint32 area;
} Seat;

void
_kpi_batches_clear (KpiBatches *batches)
{
  g_clear_pointer (&batches->batches, g_free);
  g_clear_pointer (&batches->areas, g_free);
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
seat (const KpiAreas *areas, const KpiModel *model, const KpiIndicator *indicator, guint32 area)
{
  const char *level = area < model->n_areas ? model->areas[area].level : "";

  return (Seat){_kpi_target_for (indicator, _kpi_areas_get (areas, area), level),
                areas->levels[area], area};
}

gboolean
_kpi_batches_init (KpiBatches *batches, const KpiAreas *areas, const KpiModel *model,
                   const KpiIndicator *indicator)
{
  guint32 n = areas->n_areas;
  g_autofree Seat *seats = g_try_new (Seat, MAX (n, 1));

  *batches = (KpiBatches){.batches = g_try_new (KpiBatch, MAX (n, 1)),
                          .areas = g_try_new (guint32, MAX (n, 1))};
  if (seats == NULL || batches->batches == NULL || batches->areas == NULL)
    return FALSE;
  for (guint32 i = 0; i < n; i++)
    seats[i] = seat (areas, model, indicator, i);
  _kpi_sort (seats, n, sizeof *seats, compare_seats, NULL);
  for (guint32 i = 0; i < n; i++) {
    if (i == 0 || seats[i].level != seats[i - 1].level || seats[i].target != seats[i - 1].target)
      batches->batches[batches->n_batches++] = (KpiBatch){seats[i].target, seats[i].level, i, i};
    batches->batches[batches->n_batches - 1].last = i + 1;
    batches->areas[i] = seats[i].area;
  }
  return TRUE;
}
