/* SPDX-License-Identifier: MIT */
/* Screening.
 *
 *   share of an indicator = areas of a level that have it / areas of that level
 *   share of an area      = indicators that it has / indicators that somebody of its level has
 *
 * in each period. Indicators go first, so that no area is blamed for what is left out anyhow. Data
 * are what was measured: counted once gaps are filled, nobody would ever lack any. What is left out
 * is in no fit, has no score, and takes no part in its trees, as if it had the weight 0.
 *
 * Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 2. */

#include <math.h>
#include <string.h>

#include "base/number.h"
#include "score/prepare/screen.h"

typedef struct {
  KpiRun *run;
  KpiSheet *sheets;
  KpiRows *screened;
  gsize period;
  guint32 *n_alive; /* by level: areas that are there, those of them that have the indicator */
  guint32 *n_having;
  guint32 *n_had; /* by area: indicators that it has, of those that somebody has */
  guint32 *n_of;
} Screening;

static gboolean
is_alive (const Screening *screening, guint32 area)
{
  const KpiRun *run = screening->run;

  return _kpi_areas_is_alive (run->areas, area, &run->periods[screening->period]);
}

/* The first cell of an indicator in the period; KPI_NO_CELL where it has none, or is in no tree. */
static gsize
first_cell (const Screening *screening, gsize indicator)
{
  const KpiSheet *sheet = &screening->sheets[indicator];
  guint32 slot;

  if (!screening->run->model->indicators[indicator].in_tree)
    return KPI_NO_CELL;
  slot = sheet->slots[screening->period];
  return slot == KPI_NO_SLOT ? KPI_NO_CELL : (gsize)slot * sheet->n_areas;
}

static void
count_having (Screening *screening, const KpiSheet *sheet, gsize first)
{
  const KpiAreas *areas = screening->run->areas;

  memset (screening->n_having, 0, areas->n_levels * sizeof *screening->n_having);
  for (guint32 a = 0; a < areas->n_areas; a++)
    screening->n_having[areas->levels[a]] +=
        is_alive (screening, a) && _kpi_sheet_is_measured (sheet, first + a);
}

static gboolean
leave_out (KpiSheet *sheet, gsize cell, KpiMark mark)
{
  if (!_kpi_sheet_need_imputed (sheet))
    return FALSE;
  sheet->imputed[cell] = NAN;
  return _kpi_sheet_mark (sheet, cell, mark);
}

static gboolean
leave_out_indicator (Screening *screening, gsize indicator, gsize first, guint32 level,
                     double share)
{
  const KpiAreas *areas = screening->run->areas;
  gboolean done = _kpi_rows_append (screening->screened, &(KpiScreened){.period = screening->period,
                                                                        .area = KPI_NO_AREA,
                                                                        .level = level,
                                                                        .indicator = indicator,
                                                                        .share = share});

  for (guint32 a = 0; done && a < areas->n_areas; a++)
    if (areas->levels[a] == level)
      done = leave_out (&screening->sheets[indicator], first + a, KPI_MARK_LEFT_OUT);
  return done;
}

static gboolean
screen_levels (Screening *screening, gsize indicator, gsize first)
{
  const KpiRun *run = screening->run;

  for (guint32 level = 0; level < run->areas->n_levels; level++) {
    double share = (double)screening->n_having[level] / screening->n_alive[level];

    if (share < run->model->screening.indicators &&
        !leave_out_indicator (screening, indicator, first, level, share))
      return FALSE;
  }
  return TRUE;
}

static void
count_had (Screening *screening, const KpiSheet *sheet, gsize first)
{
  const KpiAreas *areas = screening->run->areas;

  for (guint32 a = 0; a < areas->n_areas; a++) {
    if (screening->n_having[areas->levels[a]] == 0 ||
        _kpi_sheet_has_mark (sheet, first + a, KPI_MARK_LEFT_OUT))
      continue;
    screening->n_of[a]++;
    screening->n_had[a] += _kpi_sheet_is_measured (sheet, first + a);
  }
}

static gboolean
leave_out_area (Screening *screening, guint32 area, double share)
{
  const KpiRun *run = screening->run;
  gboolean done =
      _kpi_rows_append (screening->screened, &(KpiScreened){.period = screening->period,
                                                            .area = area,
                                                            .level = run->areas->levels[area],
                                                            .share = share});

  for (gsize i = 0; done && i < run->model->n_indicators; i++) {
    gsize first = first_cell (screening, i);

    if (first != KPI_NO_CELL)
      done = leave_out (&screening->sheets[i], first + area, KPI_MARK_AREA_OUT);
  }
  return done;
}

static gboolean
screen_areas (Screening *screening)
{
  for (guint32 a = 0; a < screening->run->areas->n_areas; a++) {
    double share = (double)screening->n_had[a] / screening->n_of[a]; /* NaN of nothing */

    if (is_alive (screening, a) && share < screening->run->model->screening.areas &&
        !leave_out_area (screening, a, share))
      return FALSE;
  }
  return TRUE;
}

static gboolean
screen_period (Screening *screening)
{
  const KpiRun *run = screening->run;
  const KpiAreas *areas = run->areas;

  memset (screening->n_alive, 0, areas->n_levels * sizeof *screening->n_alive);
  memset (screening->n_had, 0, areas->n_areas * sizeof *screening->n_had);
  memset (screening->n_of, 0, areas->n_areas * sizeof *screening->n_of);
  for (guint32 a = 0; a < areas->n_areas; a++)
    screening->n_alive[areas->levels[a]] += is_alive (screening, a) ? 1 : 0;
  for (gsize i = 0; i < run->model->n_indicators; i++) {
    gsize first = first_cell (screening, i);

    if (first == KPI_NO_CELL)
      continue;
    count_having (screening, &screening->sheets[i], first);
    if (!screen_levels (screening, i, first))
      return FALSE;
    count_had (screening, &screening->sheets[i], first);
  }
  return screen_areas (screening);
}

static char *
name_screened (const KpiRun *run, const KpiScreened *screened)
{
  char when[KPI_PERIOD_SIZE], share[KPI_NUMBER_SIZE];

  _kpi_period_format (&run->periods[screened->period], when);
  _kpi_number_format (screened->share, share);
  return g_strdup_printf ("%s in %s with %s",
                          screened->area != KPI_NO_AREA
                              ? _kpi_areas_get (run->areas, screened->area)
                              : run->model->indicators[screened->indicator].id,
                          when, share);
}

static void
warn (const Screening *screening, gboolean of_areas)
{
  const KpiRun *run = screening->run;
  const KpiScreened *first = NULL;
  g_autofree char *named = NULL;
  char least[KPI_NUMBER_SIZE];
  gsize n = 0;

  for (gsize i = screening->screened->n; i-- > 0;) {
    const KpiScreened *screened = &KPI_ROW (screening->screened, KpiScreened, i);

    if ((screened->area != KPI_NO_AREA) != of_areas)
      continue;
    first = screened;
    n++;
  }
  if (n == 0)
    return;
  named = name_screened (run, first);
  _kpi_number_format (of_areas ? run->model->screening.areas : run->model->screening.indicators,
                      least);
  _kpi_findings_add (run->findings, KPI_SEVERITY_WARNING, KPI_ERROR_MISSING, KPI_NOWHERE,
                     of_areas ? "screen.areas" : "screen.indicators",
                     "found too few data (%s%s), expected a share of at least %s; left out of the "
                     "trees: %" G_GSIZE_FORMAT,
                     named, n > 1 ? " and others" : "", least, n);
}

static gboolean
asks_any (const KpiModel *model)
{
  return model->screening.areas > 0 || model->screening.indicators > 0;
}

gboolean
_kpi_screen (KpiRun *run, KpiSheet *sheets, KpiRows *screened)
{
  const KpiAreas *areas = run->areas;
  KpiArena arena = {0};
  Screening screening = {.run = run, .sheets = sheets, .screened = screened};
  gboolean done;

  if (!asks_any (run->model))
    return TRUE;
  screening.n_alive = KPI_ARENA_NEW (&arena, guint32, areas->n_levels);
  screening.n_having = KPI_ARENA_NEW (&arena, guint32, areas->n_levels);
  screening.n_had = KPI_ARENA_NEW (&arena, guint32, areas->n_areas);
  screening.n_of = KPI_ARENA_NEW (&arena, guint32, areas->n_areas);
  done = !arena.failed;
  for (; done && screening.period < run->n_periods; screening.period++)
    done = screen_period (&screening);
  if (done) {
    warn (&screening, TRUE);
    warn (&screening, FALSE);
  }
  _kpi_arena_clear (&arena);
  return done;
}
