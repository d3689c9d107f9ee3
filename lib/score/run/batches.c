/* SPDX-License-Identifier: MIT */
/* Sorting areas into batches, so that the scoring itself is a loop over numbers with nothing to
 * ask.
 */

#include "base/sort.h"
#include "score/run/batches.h"
#include "score/run/goals.h"

typedef struct {
  const KpiTarget *target;
  guint32 level;
  guint32 area;
} Assignment;

static gint
compare_assignments (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Assignment *left = a, *right = b;

  (void)user_data;
  if (left->level != right->level)
    return KPI_ORDER (left->level, right->level);
  if (left->target != right->target) /* any fixed order will do: it decides no number */
    return KPI_ORDER ((guintptr)left->target, (guintptr)right->target);
  return KPI_ORDER (left->area, right->area);
}

gboolean
_kpi_batches_init (KpiBatches *batches, KpiArena *arena, const KpiAreas *areas,
                   const KpiModel *model, const KpiIndicator *indicator)
{
  guint32 n = areas->n_areas;
  g_autofree Assignment *assigned = g_try_new (Assignment, MAX (n, 1));

  *batches = (KpiBatches){.batches = KPI_ARENA_NEW (arena, KpiBatch, n),
                          .areas = KPI_ARENA_NEW (arena, guint32, n)};
  if (assigned == NULL || arena->failed)
    return FALSE;
  for (guint32 a = 0; a < n; a++)
    assigned[a] = (Assignment){_kpi_target_in (indicator, model, areas, a), areas->levels[a], a};
  _kpi_sort (assigned, n, sizeof *assigned, compare_assignments, NULL);
  for (guint32 i = 0; i < n; i++) {
    if (i == 0 || assigned[i].level != assigned[i - 1].level ||
        assigned[i].target != assigned[i - 1].target)
      batches->batches[batches->n_batches++] =
          (KpiBatch){assigned[i].target, assigned[i].level, i, i};
    batches->batches[batches->n_batches - 1].last = i + 1;
    batches->areas[i] = assigned[i].area;
  }
  return TRUE;
}
