/* SPDX-License-Identifier: MIT */
#include "reading.h"

#include "data/observations/reread.h"

#define TEXT "area,series,period,value\nA,\"x\ny\",2025,1\nB,x,2025,2\n"

typedef struct {
  KpiIntake intake;
  KpiReadOptions options;
  KpiReread reread;
} Fixture;

/* Asks for two lines of a file of which `path` is the name. */
static void
run (Fixture *fixture, const char *path)
{
  fixture->options = (KpiReadOptions){',', '.', KPI_ROWS (KpiWhere)};
  _kpi_intake_init (&fixture->intake);
  _kpi_reread_init (&fixture->reread);
  g_ptr_array_add (fixture->intake.paths, g_strdup (path));
  g_ptr_array_add (fixture->intake.files, g_strdup (path));
  cr_assert (_kpi_reread_want (&fixture->reread, 0, 4));
  cr_assert (_kpi_reread_want (&fixture->reread, 0, 2));
  cr_assert (_kpi_reread_want (&fixture->reread, 0, 4));
  _kpi_reread_run (&fixture->reread, &fixture->intake, &fixture->options);
}

static void
clear (Fixture *fixture)
{
  _kpi_reread_clear (&fixture->reread);
  _kpi_intake_clear (&fixture->intake);
}

Test (reread, rows_come_back_with_their_places, .timeout = 10)
{
  g_autofree char *path = write_bytes (TEXT, strlen (TEXT));
  const KpiRereadRow *row;
  Fixture fixture;

  run (&fixture, path);
  unlink (path);
  row = _kpi_reread_find (&fixture.reread, 0, 2);
  cr_assert (row != NULL);
  cr_expect (eq (str, row->fields[1], "x\ny"));
  row = _kpi_reread_find (&fixture.reread, 0, 4);
  cr_assert (row != NULL);
  cr_expect (eq (str, row->fields[0], "B"));
  cr_expect (_kpi_reread_find (&fixture.reread, 0, 3) == NULL);
  cr_expect (_kpi_reread_find (&fixture.reread, 1, 2) == NULL);
  cr_expect (eq (u32, fixture.reread.headers[0].roles[KPI_ROLE_VALUE], 3));
  clear (&fixture);
}

Test (reread, a_file_that_is_gone_has_no_rows, .timeout = 10)
{
  Fixture fixture;

  run (&fixture, "/nowhere/x.csv");
  cr_expect (_kpi_reread_find (&fixture.reread, 0, 2) == NULL);
  clear (&fixture);
}

Test (reread, what_is_no_file_is_not_opened_again, .timeout = 10)
{
  Fixture fixture;

  run (&fixture, "/dev/null");
  cr_expect (_kpi_reread_find (&fixture.reread, 0, 2) == NULL);
  clear (&fixture);
}

Test (reread, a_file_that_has_shrunk, .timeout = 10)
{
  static const char text[] = "area,series,period,value\nA,x,2025,1\n";
  g_autofree char *path = write_bytes (text, strlen (text));
  Fixture fixture;

  run (&fixture, path);
  unlink (path);
  cr_expect (_kpi_reread_find (&fixture.reread, 0, 2) != NULL);
  cr_expect (_kpi_reread_find (&fixture.reread, 0, 4) == NULL);
  clear (&fixture);
}
