/* SPDX-License-Identifier: MIT */
#include <math.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "score/run/sheet.h"

/* Of as many areas in one period. */
static KpiSheet
sheet_of (double *values, guint32 n_areas)
{
  KpiSheet sheet = {0};

  cr_assert (_kpi_sheet_init (&sheet, n_areas, (const guint8[]){TRUE}, 1));
  sheet.value = values;
  return sheet;
}

Test (sheet, every_mark_is_kept, .timeout = 10)
{
  double values[] = {1, 2};
  KpiSheet sheet = sheet_of (values, 2);

  for (guint mark = 1; mark < KPI_MARK_END; mark <<= 1) {
    cr_assert (_kpi_sheet_mark (&sheet, 1, mark));
    cr_expect (_kpi_sheet_has_mark (&sheet, 1, mark), "mark %u", mark);
    cr_expect (not(_kpi_sheet_has_mark (&sheet, 0, mark)), "mark %u", mark);
  }
  cr_expect (eq (int, sheet.marks[1], KPI_MARK_END - 1));
  _kpi_sheet_clear (&sheet);
}

Test (sheet, no_mark_makes_no_array, .timeout = 10)
{
  double values[] = {1};
  KpiSheet sheet = sheet_of (values, 1);

  cr_assert (_kpi_sheet_mark (&sheet, 0, 0));
  cr_expect (sheet.marks == NULL);
  _kpi_sheet_clear (&sheet);
}

Test (sheet, dropped_scores_leave_the_values, .timeout = 10)
{
  double values[] = {1, NAN};
  KpiSheet sheet = sheet_of (values, 2);

  sheet.score = _kpi_sheet_new_scores (&sheet, 1);
  cr_assert (_kpi_sheet_need_imputed (&sheet));
  _kpi_sheet_drop_scores (&sheet);
  cr_expect (sheet.score == NULL);
  cr_expect (sheet.imputed[0] == 1 && isnan (sheet.imputed[1]));
  _kpi_sheet_clear (&sheet);
}
