/* SPDX-License-Identifier: MIT */
/* Reading the terms of a measure.
 *
 * Always true after a read: a term has a value in an area only where it has one of its own, one
 * that is made of its parts, or one that is carried; and unless values are lent, only where some
 * term of that area is not carried. */

#include <math.h>

#include "base/sort.h"
#include "score/measure/change.h"
#include "score/measure/terms.h"

static gboolean
needs_room (const KpiSeries *said)
{
  return said->over_time != KPI_OVER_TIME_NONE || _kpi_series_is_carried (said);
}

static gboolean
init_row (KpiTerms *terms, gsize r)
{
  KpiTermRow *row = &terms->rows[r];
  guint32 series = terms->parts[r].series;

  if (!_kpi_lineup_init (row, terms->run, series))
    return FALSE;
  if (needs_room (row->said)) {
    terms->rooms[r].readings = terms->readings;
    if (!_kpi_lineup_init (&terms->rooms[r].made, terms->run, series) ||
        !_kpi_lineup_init (&terms->rooms[r].part, terms->run, series))
      return FALSE;
  }
  return !_kpi_series_is_carried (row->said) ||
         _kpi_freshness_init (&terms->freshness[r], terms->run, row->series);
}

/* Finds the distinct series: a row is as long as there are areas, and a million of them may be
 * asked for. */
static gboolean
init_parts (KpiTerms *terms)
{
  g_autofree guint32 *part_of = g_try_new (guint32, terms->n_terms);

  terms->parts = g_try_new (KpiBoundsPart, terms->n_terms);
  terms->terms = g_try_new (KpiTermRow *, terms->n_terms);
  if (part_of == NULL || terms->parts == NULL || terms->terms == NULL)
    return FALSE;
  terms->n_rows = _kpi_bounds_gather (terms->measure, terms->parts, part_of);
  terms->rows = g_try_new0 (KpiTermRow, terms->n_rows);
  for (gsize t = 0; terms->rows != NULL && t < terms->n_terms; t++)
    terms->terms[t] = &terms->rows[part_of[t]];
  return terms->rows != NULL;
}

gboolean
_kpi_terms_init (KpiTerms *terms, KpiRun *run, const KpiMeasure *measure)
{
  gsize n_areas = MAX (run->areas->n_areas, 1);

  *terms = (KpiTerms){.run = run, .measure = measure, .n_terms = measure->n_of + measure->n_to};
  if (!init_parts (terms))
    return FALSE;
  terms->freshness = g_try_new0 (KpiFreshness, terms->n_rows);
  terms->rooms = g_try_new0 (KpiOverTimeRoom, terms->n_rows);
  terms->owns = g_try_malloc0 (n_areas);
  terms->owners = g_try_new (guint32, n_areas);
  terms->readings = g_try_new (KpiReading, MAX (_kpi_names_length (run->data->areas), 1));
  if (terms->freshness == NULL || terms->rooms == NULL || terms->owns == NULL ||
      terms->owners == NULL || terms->readings == NULL)
    return FALSE;
  for (gsize r = 0; r < terms->n_rows; r++)
    if (!init_row (terms, r))
      return FALSE;
  return TRUE;
}

void
_kpi_terms_clear (KpiTerms *terms)
{
  for (gsize r = 0; r < terms->n_rows; r++) {
    if (terms->rows != NULL)
      _kpi_lineup_clear (&terms->rows[r]);
    if (terms->freshness != NULL)
      _kpi_freshness_clear (&terms->freshness[r]);
    if (terms->rooms != NULL) {
      _kpi_lineup_clear (&terms->rooms[r].made);
      _kpi_lineup_clear (&terms->rooms[r].part);
    }
  }
  g_clear_pointer (&terms->rows, g_free);
  g_clear_pointer (&terms->terms, g_free);
  g_clear_pointer (&terms->freshness, g_free);
  g_clear_pointer (&terms->rooms, g_free);
  g_clear_pointer (&terms->owns, g_free);
  g_clear_pointer (&terms->owners, g_free);
  g_clear_pointer (&terms->readings, g_free);
  g_clear_pointer (&terms->parts, g_free);
}

/* ---- Frequencies */

static gboolean
is_change (const KpiTerms *terms)
{
  return terms->measure->form == KPI_MEASURE_CHANGE;
}

/* In a measure of one series its own periods are all there is, unless its value is lent. A change
 * is lent as a whole (measure.c): from ends that are older than they seem it would be another. */
static gboolean
may_carry (const KpiTerms *terms, gsize r)
{
  if (is_change (terms) || terms->keeps_own)
    return FALSE;
  return terms->freshness[r].n > 0 && (terms->n_rows > 1 || terms->lends);
}

static gboolean
may_own (const KpiTerms *terms, gsize r, KpiFrequency frequency)
{
  const KpiTermRow *row = &terms->rows[r];

  return _kpi_lineup_find_block (terms->run, row->series, frequency) != NULL ||
         _kpi_over_time_may_have (terms->run, row, frequency);
}

gboolean
_kpi_terms_have_frequency (const KpiTerms *terms, KpiFrequency frequency)
{
  gboolean owns = terms->lends;

  if (is_change (terms) && terms->lends)
    return terms->freshness[0].n > 0;
  for (gsize r = 0; r < terms->n_rows; r++) {
    gboolean own = may_own (terms, r, frequency);

    if (!own && !may_carry (terms, r))
      return FALSE;
    owns |= own;
  }
  return owns;
}

/* ---- Reading */

/* The day on which what is read has to be fresh enough. */
static gint32
day_of (const KpiRun *run, const KpiPeriod *period)
{
  return run->as_of ? MAX (run->periods[0].end, period->end) : period->end;
}

/* Whether the period itself may count on that day: as of a day, it is carried to there. What a
 * change is seen against is old by its nature. */
static gboolean
is_fresh (const KpiTerms *terms, const KpiTermRow *row, const KpiPeriod *period)
{
  gboolean is_before = is_change (terms) && row == &terms->rows[1];

  return !terms->run->as_of || is_before || terms->keeps_own ||
         !_kpi_series_is_carried (row->said) ||
         _kpi_carry_reaches (row->said, period->end, day_of (terms->run, period));
}

/* Reads what is the period's own: observed, or made of its parts. */
static gboolean
read_own (KpiTerms *terms, gsize r, const KpiPeriod *period)
{
  KpiTermRow *row = &terms->rows[r];
  const KpiBlock *block = _kpi_lineup_find_block (terms->run, row->series, period->frequency);
  gssize place = block == NULL ? -1 : _kpi_block_find_period (block, period);

  if (place < 0)
    _kpi_lineup_empty (row);
  else if (!_kpi_lineup_read (row, terms->run, (KpiOrigin){block, (guint32)place}, terms->readings))
    return FALSE;
  return row->said->over_time == KPI_OVER_TIME_NONE ||
         _kpi_over_time_fill (row, terms->run, period, &terms->rooms[r]);
}

static void
forget_owners (KpiTerms *terms)
{
  for (guint32 i = 0; i < terms->n_owners; i++)
    terms->owns[terms->owners[i]] = FALSE;
  terms->n_owners = 0;
}

static void
note_owners (KpiTerms *terms, const KpiTermRow *row)
{
  for (guint32 i = 0; i < row->n_areas; i++) {
    guint32 area = row->areas[i];

    if (terms->owns[area])
      continue;
    terms->owns[area] = TRUE;
    terms->owners[terms->n_owners++] = area;
  }
}

/* The period that a row is read for; FALSE where there is none. */
static gboolean
period_of (const KpiTerms *terms, gsize r, const KpiPeriod *period, KpiPeriod *out_period)
{
  *out_period = *period;
  return !is_change (terms) || r == 0 ||
         _kpi_change_get_before (terms->measure, period, out_period);
}

static gboolean
read_row (KpiTerms *terms, gsize r, const KpiPeriod *of)
{
  KpiTermRow *row = &terms->rows[r];
  const KpiPeriod *period = &row->period;

  if (!period_of (terms, r, of, &row->period) || !is_fresh (terms, row, period))
    _kpi_lineup_empty (row);
  else if (!read_own (terms, r, period))
    return FALSE;
  note_owners (terms, row);
  return !may_carry (terms, r) ||
         _kpi_carry_fill (row, terms->run, &terms->freshness[r], period,
                          day_of (terms->run, period), &terms->rooms[r].part, terms->readings);
}

/* Takes away what is carried in all of its terms. */
static void
drop_carried (KpiTerms *terms)
{
  for (gsize r = 0; r < terms->n_rows; r++) {
    KpiTermRow *row = &terms->rows[r];

    for (guint32 i = 0; may_carry (terms, r) && i < row->n_areas; i++)
      if (!terms->owns[row->areas[i]])
        row->points[row->areas[i]] = NAN;
    _kpi_lineup_tidy (row);
  }
}

gboolean
_kpi_terms_read (KpiTerms *terms, const KpiPeriod *period, gboolean *out_any)
{
  *out_any = TRUE;
  forget_owners (terms);
  for (gsize r = 0; r < terms->n_rows && *out_any; r++) {
    if (!read_row (terms, r, period))
      return FALSE;
    *out_any = terms->rows[r].n_areas > 0;
  }
  if (!terms->lends)
    drop_carried (terms);
  return TRUE;
}

KpiInterval
_kpi_terms_interval (KpiTerms *terms, guint32 area)
{
  for (gsize r = 0; r < terms->n_rows; r++)
    terms->parts[r].interval = _kpi_lineup_interval (&terms->rows[r], area);
  return _kpi_bounds_of_measure (terms->measure, terms->parts, terms->n_rows);
}

/* ---- What had ended */

static gint
compare_freshness (gconstpointer a, gconstpointer b, gpointer user_data)
{
  (void)user_data;
  return _kpi_freshness_compare (a, b);
}

/* Writes the periods of a row that had ended by a day; returns how many. Where `out` is NULL they
 * are but counted. */
static gsize
list_row (const KpiTerms *terms, gsize r, gint32 day, KpiPeriod *out)
{
  const KpiBlock *blocks = NULL;
  gsize n_blocks = 0, n = 0;

  if (terms->rows[r].series != KPI_NO_NAME)
    blocks = _kpi_dataset_get_blocks (terms->run->data, terms->rows[r].series, &n_blocks);
  for (gsize i = 0; i < n_blocks; i++)
    for (guint32 p = 0; p < blocks[i].n_periods; p++) {
      if (blocks[i].periods[p].end > day)
        continue;
      if (out != NULL)
        out[n] = blocks[i].periods[p];
      n++;
    }
  return n;
}

KpiPeriod *
_kpi_terms_list_ended (const KpiTerms *terms, gint32 day, gsize *out_n)
{
  KpiPeriod *periods;
  gsize n = 0, n_distinct = 0;

  for (gsize r = 0; r < terms->n_rows; r++)
    n += list_row (terms, r, day, NULL);
  *out_n = 0;
  periods = g_try_new (KpiPeriod, MAX (n, 1));
  if (periods == NULL)
    return NULL;
  for (gsize r = 0, at = 0; r < terms->n_rows; r++)
    at += list_row (terms, r, day, periods + at);
  _kpi_sort (periods, n, sizeof *periods, compare_freshness, NULL);
  for (gsize i = 0; i < n; i++)
    if (n_distinct == 0 || _kpi_period_compare (&periods[i], &periods[n_distinct - 1]) != 0)
      periods[n_distinct++] = periods[i];
  *out_n = n_distinct;
  return periods;
}

/* ---- Places */

KpiPlace
_kpi_terms_get_place (const KpiTerms *terms, gsize term, guint32 area)
{
  return _kpi_lineup_get_place (terms->run, terms->terms[term]->origins[area], area);
}
