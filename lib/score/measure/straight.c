/* SPDX-License-Identifier: MIT */
/* Measuring straight from a block.
 *
 * Most indicators of an index are one series each, dense, exact, of areas that always were. What
 * they measure is what the block holds, so that nothing is asked cell by cell; where the block's
 * areas and periods are those of the sheet not even a copy is made. The dataset outlives the sheet.
 */

#include <math.h>
#include <string.h>

#include "score/measure/aligned-term.h"
#include "score/measure/straight.h"

/* The one block of a series that is dense and says nothing beside its numbers; NULL if there is
 * more to it. */
static const KpiBlock *
find_plain_block (const KpiRun *run, guint32 series)
{
  const KpiBlock *blocks;
  gsize n_blocks = 0;

  if (series == KPI_NO_NAME)
    return NULL;
  blocks = _kpi_dataset_get_blocks (run->data, series, &n_blocks);
  if (n_blocks != 1 || blocks->keys != NULL || blocks->bounds != NULL || blocks->n_older > 0)
    return NULL;
  return blocks;
}

static gboolean
are_plain (const KpiAreas *areas)
{
  return !areas->shared && areas->lives == NULL && areas->merged == NULL;
}

/* The block whose numbers are the indicator's values as they stand; NULL if it takes more. */
static const KpiBlock *
find_block (const KpiRun *run, const KpiIndicator *indicator)
{
  const KpiMeasure *measure = &indicator->measure;
  const KpiSeries *rules;

  if (run->as_of || run->known != KPI_KNOWN_AT_LAST || !are_plain (run->areas) ||
      measure->form != KPI_MEASURE_SERIES || measure->of[0].sign < 0 ||
      indicator->rollup.form != KPI_ROLLUP_NONE)
    return NULL;
  rules = _kpi_model_get_series (run->model, measure->of[0].series);
  if (_kpi_series_is_carried (rules) || rules->over_time != KPI_OVER_TIME_NONE)
    return NULL;
  return find_plain_block (run, run->series_of[measure->of[0].series]);
}

static gboolean
are_valid (const KpiBlock *block, const double valid[2])
{
  gsize n_outside = 0;

  if (isinf (valid[0]) && isinf (valid[1]))
    return TRUE;
  for (gsize i = 0; i < block->n_cells; i++)
    n_outside += block->values[i] < valid[0] || block->values[i] > valid[1];
  return n_outside == 0;
}

static gboolean
has_same_areas (const KpiRun *run, const KpiBlock *block)
{
  const KpiAreas *areas = run->areas;

  if (block->n_areas != areas->n_areas)
    return FALSE;
  for (guint32 a = 0; a < block->n_areas; a++)
    if (areas->area_of[a] != a)
      return FALSE;
  return TRUE;
}

static gboolean
has_same_periods (const KpiRun *run, const KpiBlock *block, const KpiSheet *sheet)
{
  if (block->n_periods != sheet->n_slots)
    return FALSE;
  for (gsize p = 0; p < run->n_periods; p++)
    if (sheet->slots[p] != KPI_NO_SLOT &&
        _kpi_period_compare (&run->periods[p], &block->periods[sheet->slots[p]]) != 0)
      return FALSE;
  return TRUE;
}

static void
copy_row (const KpiRun *run, const double *from, guint32 n, double *to)
{
  for (guint32 d = 0; d < n; d++)
    if (run->areas->area_of[d] != KPI_NO_AREA)
      to[run->areas->area_of[d]] = from[d];
}

static void
copy_rows (const KpiRun *run, const KpiBlock *block, KpiSheet *sheet)
{
  for (gsize p = 0; p < run->n_periods; p++) {
    gssize place = _kpi_block_find_period (block, &run->periods[p]);

    if (sheet->slots[p] != KPI_NO_SLOT && place >= 0)
      copy_row (run, block->values + (gsize)place * block->n_areas, block->n_areas,
                sheet->value + (gsize)sheet->slots[p] * sheet->n_areas);
  }
}

static gboolean
init_slots (const KpiRun *run, const KpiBlock *block, KpiSheet *sheet)
{
  g_autofree guint8 *wanted = g_try_malloc (MAX (run->n_periods, 1));

  for (gsize p = 0; wanted != NULL && p < run->n_periods; p++)
    wanted[p] = run->periods[p].frequency == block->frequency;
  return wanted != NULL && _kpi_sheet_init (sheet, run->areas->n_areas, wanted, run->n_periods);
}

static gboolean
take_values (const KpiRun *run, const KpiBlock *block, KpiSheet *sheet)
{
  if (has_same_areas (run, block) && has_same_periods (run, block, sheet)) {
    sheet->value = block->values;
    return TRUE;
  }
  sheet->value = _kpi_sheet_new_numbers (sheet);
  if (sheet->value == NULL)
    return FALSE;
  copy_rows (run, block, sheet);
  return TRUE;
}

gboolean
_kpi_straight_measure (const KpiRun *run, const KpiIndicator *indicator, KpiSheet *sheet,
                       gboolean *out_done)
{
  const KpiBlock *block = find_block (run, indicator);

  *out_done = block != NULL && are_valid (block, indicator->valid);
  if (!*out_done)
    return TRUE;
  if (!init_slots (run, block, sheet) || !take_values (run, block, sheet))
    return FALSE;
  if (_kpi_row_has_any (sheet->value, _kpi_sheet_n_cells (sheet)))
    sheet->frequencies = 1u << block->frequency;
  return TRUE;
}
