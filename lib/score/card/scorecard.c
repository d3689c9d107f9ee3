/* SPDX-License-Identifier: MIT */
/* The scorecard as a table of rows and columns.
 *
 * Always true: row numbers run over shown periods, then areas, then the period's nodes; what is
 * infinite inside (a bound that nothing bounds) is NaN outside. */

#include <math.h>

#include "base/sort.h"
#include "score/card/scorecard-private.h"
#include "score/run/goals.h"
#include "score/card/pace.h"
#include "score/card/status.h"

KpiScorecard *
kpi_scorecard_ref (KpiScorecard *card)
{
  g_atomic_ref_count_inc (&card->references);
  return card;
}

void
kpi_scorecard_unref (KpiScorecard *card)
{
  if (card == NULL || !g_atomic_ref_count_dec (&card->references))
    return;
  for (gsize i = 0; card->sheets != NULL && i < kpi_model_get_n_nodes (card->model); i++)
    _kpi_sheet_clear (&card->sheets[i]);
  for (gsize i = 0; i < card->n_shown; i++) {
    g_free (card->shown[i].nodes);
    if (card->shown[i].areas != card->shown_areas)
      g_free (card->shown[i].areas);
  }
  _kpi_areas_clear (&card->areas);
  _kpi_rows_clear (&card->remarks.rows);
  _kpi_rows_clear (&card->screened);
  g_free (card->filter_of);
  g_free (card->sheets);
  g_free (card->shown);
  g_free (card->shown_areas);
  g_free (card->periods);
  kpi_findings_unref (card->findings);
  g_clear_pointer (&card->data, kpi_dataset_unref);
  kpi_model_unref (card->model);
  g_free (card);
}

gsize
kpi_scorecard_get_n_rows (const KpiScorecard *card)
{
  return card->n_rows;
}

KpiModel *
kpi_scorecard_get_model (const KpiScorecard *card)
{
  return card->model;
}

KpiFindings *
kpi_scorecard_get_findings (const KpiScorecard *card)
{
  return card->findings;
}

static gint
compare_first_row (gconstpointer shown, gconstpointer row, gpointer user_data)
{
  (void)user_data;
  return KPI_ORDER (((const KpiCardPeriod *)shown)->first_row, *(const gsize *)row);
}

/* The last shown period that starts at or before a row; those without rows are passed over. */
static const KpiCardPeriod *
find_shown (const KpiScorecard *card, gsize row)
{
  gsize next = row + 1;

  return &card->shown[_kpi_sort_lower_bound (card->shown, card->n_shown, sizeof *card->shown, &next,
                                             compare_first_row, NULL) -
                      1];
}

KpiCardRow
_kpi_scorecard_get_row (const KpiScorecard *card, gsize number)
{
  KpiCardRow row = {.shown = find_shown (card, number), .cell = KPI_NO_CELL};
  gsize rest = number - row.shown->first_row;
  guint32 slot;

  row.area = row.shown->areas[rest / row.shown->n_nodes];
  row.node = row.shown->nodes[rest % row.shown->n_nodes];
  row.sheet = &card->sheets[row.node];
  slot = row.sheet->slots[row.shown->period];
  if (slot != KPI_NO_SLOT)
    row.cell = (gsize)slot * row.sheet->n_areas + row.area;
  return row;
}

const KpiTarget *
_kpi_scorecard_get_target (const KpiScorecard *card, const KpiCardRow *row)
{
  const KpiModel *model = card->model;

  if (!_kpi_model_is_indicator (model, row->node))
    return NULL;
  return _kpi_target_in (&model->indicators[row->node], model, &card->areas, row->area);
}

/* Of groups and indexes nothing is required. */
static KpiCourse
course_of (const KpiScorecard *card, const KpiCardRow *row)
{
  const KpiModel *model = card->model;

  if (!_kpi_model_is_indicator (model, row->node))
    return (KpiCourse){NAN, NAN, NAN, 0, KPI_STATUS_NO_TARGET};
  return _kpi_course_of (&model->pacing, &model->indicators[row->node],
                         _kpi_scorecard_get_target (card, row), row->sheet, row->area, row->cell,
                         card->periods[row->shown->period].end);
}

static double
target_number (const KpiTarget *target)
{
  if (target == NULL)
    return NAN;
  return target->goal.low == target->goal.high ? target->goal.low : NAN;
}

/* A number of the sheet, or of `otherwise` where that array says nothing of its own. */
static double
number (const KpiCardRow *row, const double *array, const double *otherwise)
{
  double value;

  if (array == NULL)
    array = otherwise;
  if (array == NULL || row->cell == KPI_NO_CELL)
    return NAN;
  value = array[row->cell];
  return isinf (value) ? NAN : value;
}

static KpiInterval
value_of (const KpiScorecard *card, const KpiCardRow *row)
{
  if (row->cell == KPI_NO_CELL || row->sheet->value == NULL)
    return KPI_EXACT (NAN);
  return _kpi_stage_interval (card->stage, row->sheet, row->cell);
}

static double
point_of (const KpiScorecard *card, const KpiCardRow *row)
{
  if (row->cell == KPI_NO_CELL || row->sheet->value == NULL)
    return NAN;
  return _kpi_stage_value (card->stage, row->sheet, row->cell);
}

/* What nothing bounds inside is nothing outside. */
static double
shown (double value)
{
  return isinf (value) ? NAN : value;
}

static double
rank_number (const KpiCardRow *row, const guint32 *ranks, const guint32 *otherwise)
{
  if (ranks == NULL)
    ranks = otherwise;
  if (ranks == NULL || row->cell == KPI_NO_CELL || ranks[row->cell] == 0)
    return NAN;
  return ranks[row->cell];
}

static double
coverage (const KpiCardRow *row)
{
  if (row->cell == KPI_NO_CELL)
    return 0;
  return _kpi_sheet_coverage (row->sheet, (guint32)(row->cell / row->sheet->n_areas), row->area);
}

/* `out_of` scales what is shown of its own node. */
static double
shown_score (const KpiScorecard *card, const KpiCardRow *row, const double *array)
{
  double score = number (row, array, row->sheet->score);
  double out_of = _kpi_model_is_indicator (card->model, row->node)
                      ? 100
                      : _kpi_model_get_group (card->model, row->node)->out_of;

  return out_of == 100 ? score : score * out_of / 100;
}

double
kpi_scorecard_get_number (const KpiScorecard *card, gsize number_of_row, KpiColumn column)
{
  KpiCardRow row = _kpi_scorecard_get_row (card, number_of_row);
  const KpiSheet *sheet = row.sheet;

  switch (column) {
  case KPI_COLUMN_VALUE:
    return shown (point_of (card, &row));
  case KPI_COLUMN_VALUE_LOW:
    return shown (value_of (card, &row).low);
  case KPI_COLUMN_VALUE_HIGH:
    return shown (value_of (card, &row).high);
  case KPI_COLUMN_TARGET:
    return target_number (_kpi_scorecard_get_target (card, &row));
  case KPI_COLUMN_SCORE:
    return shown_score (card, &row, sheet->score);
  case KPI_COLUMN_SCORE_LOW:
    return shown_score (card, &row, sheet->score_low);
  case KPI_COLUMN_SCORE_HIGH:
    return shown_score (card, &row, sheet->score_high);
  case KPI_COLUMN_RANK:
    return rank_number (&row, sheet->rank, NULL);
  case KPI_COLUMN_RANK_BEST:
    return rank_number (&row, sheet->rank_best, sheet->rank);
  case KPI_COLUMN_RANK_WORST:
    return rank_number (&row, sheet->rank_worst, sheet->rank);
  case KPI_COLUMN_COVERAGE:
    return coverage (&row);
  case KPI_COLUMN_REQUIRED:
    return course_of (card, &row).required;
  case KPI_COLUMN_PACE:
    return course_of (card, &row).pace;
  case KPI_COLUMN_PROJECTED:
    return course_of (card, &row).projected;
  default: /* texts */
    return NAN;
  }
}

char *
kpi_scorecard_get_met_on (const KpiScorecard *card, gsize number_of_row)
{
  KpiCardRow row = _kpi_scorecard_get_row (card, number_of_row);
  KpiPeriod day = _kpi_period_of_day (course_of (card, &row).met_on);
  char spelling[KPI_PERIOD_SIZE];

  if (day.start == 0)
    return NULL;
  _kpi_period_format (&day, spelling);
  return g_strdup (spelling);
}

KpiInterval
_kpi_scorecard_get_interval (const KpiScorecard *card, gsize number_of_row)
{
  KpiCardRow row = _kpi_scorecard_get_row (card, number_of_row);

  return value_of (card, &row);
}

KpiStatus
kpi_scorecard_get_status (const KpiScorecard *card, gsize number_of_row)
{
  KpiCardRow row = _kpi_scorecard_get_row (card, number_of_row);
  KpiInterval value;

  if (!_kpi_model_is_indicator (card->model, row.node))
    return KPI_STATUS_NONE;
  if (row.cell == KPI_NO_CELL || !_kpi_sheet_is_measured (row.sheet, row.cell))
    return KPI_STATUS_NO_DATA;
  value = _kpi_sheet_interval (row.sheet, row.cell);
  return _kpi_status_of (&value, _kpi_scorecard_get_target (card, &row),
                         card->periods[row.shown->period].end, course_of (card, &row).status);
}

const char *
kpi_scorecard_get_text (const KpiScorecard *card, gsize number_of_row, KpiColumn column)
{
  static const char *const kinds[] = {"indicator", "group", "index"};
  KpiCardRow row = _kpi_scorecard_get_row (card, number_of_row);

  switch (column) {
  case KPI_COLUMN_AREA:
    return _kpi_areas_get (&card->areas, row.area);
  case KPI_COLUMN_PERIOD:
    return row.shown->spelling;
  case KPI_COLUMN_NODE:
    return kpi_model_get_node_id (card->model, row.node);
  case KPI_COLUMN_KIND:
    return kinds[kpi_model_get_node_kind (card->model, row.node)];
  case KPI_COLUMN_STATUS:
    return kpi_status_get_name (kpi_scorecard_get_status (card, number_of_row));
  default:
    return "";
  }
}
