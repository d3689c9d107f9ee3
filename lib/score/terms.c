/* SPDX-License-Identifier: MIT */
/* Reading the terms of a measure.
 *
 * Always true after a read: a term has a value in an area only where it has one of its own, one
 * that is made of its parts, or one that is carried; and unless values are lent, only where some
 * term of that area is not carried. */

#include <math.h>
#include <string.h>

#include "base/sort.h"
#include "score/terms.h"

static gboolean
needs_room (const KpiSeries *said)
{
  return said->over_time != KPI_OVER_TIME_NONE || _kpi_series_is_carried (said);
}

static gboolean
init_term (KpiTerms *terms, gsize t, guint32 series)
{
  KpiTermRow *row = &terms->terms[t];

  if (!_kpi_lineup_init (row, terms->run, series))
    return FALSE;
  if (needs_room (row->said)) {
    terms->rooms[t].raw = terms->raw;
    if (!_kpi_lineup_init (&terms->rooms[t].made, terms->run, series) ||
        !_kpi_lineup_init (&terms->rooms[t].part, terms->run, series))
      return FALSE;
  }
  return !_kpi_series_is_carried (row->said) ||
         _kpi_freshness_init (&terms->freshness[t], terms->run, row->series);
}

gboolean
_kpi_terms_init (KpiTerms *terms, KpiRun *run, const KpiMeasure *measure)
{
  *terms = (KpiTerms){.run = run, .measure = measure};
  terms->n_terms = measure->n_of + measure->n_to;
  terms->terms = g_try_new0 (KpiTermRow, terms->n_terms);
  terms->freshness = g_try_new0 (KpiFreshness, terms->n_terms);
  terms->rooms = g_try_new0 (KpiOverTimeRoom, terms->n_terms);
  terms->owns = g_try_malloc0 (MAX (run->roster->n_areas, 1));
  terms->raw = g_try_new (double, MAX (_kpi_names_length (run->data->areas), 1));
  terms->intervals = g_try_new (KpiInterval, terms->n_terms);
  terms->parts = g_try_new (KpiIntervalPart, terms->n_terms);
  if (terms->terms == NULL || terms->freshness == NULL || terms->rooms == NULL ||
      terms->owns == NULL || terms->raw == NULL || terms->intervals == NULL || terms->parts == NULL)
    return FALSE;
  for (gsize t = 0; t < terms->n_terms; t++) {
    const KpiTerm *term = t < measure->n_of ? &measure->of[t] : &measure->to[t - measure->n_of];

    if (!init_term (terms, t, term->series))
      return FALSE;
  }
  return TRUE;
}

void
_kpi_terms_clear (KpiTerms *terms)
{
  for (gsize t = 0; t < terms->n_terms; t++) {
    if (terms->terms != NULL)
      _kpi_lineup_clear (&terms->terms[t]);
    if (terms->freshness != NULL)
      _kpi_freshness_clear (&terms->freshness[t]);
    if (terms->rooms != NULL) {
      _kpi_lineup_clear (&terms->rooms[t].made);
      _kpi_lineup_clear (&terms->rooms[t].part);
    }
  }
  g_clear_pointer (&terms->terms, g_free);
  g_clear_pointer (&terms->freshness, g_free);
  g_clear_pointer (&terms->rooms, g_free);
  g_clear_pointer (&terms->owns, g_free);
  g_clear_pointer (&terms->raw, g_free);
  g_clear_pointer (&terms->intervals, g_free);
  g_clear_pointer (&terms->parts, g_free);
}

/* ---- Frequencies */

/* In a measure of one series its own periods are all there is, unless its value is lent. */
static gboolean
may_carry (const KpiTerms *terms, gsize t)
{
  return terms->freshness[t].n > 0 && (terms->n_terms > 1 || terms->lends);
}

static gboolean
may_own (const KpiTerms *terms, gsize t, KpiFrequency frequency)
{
  const KpiTermRow *row = &terms->terms[t];

  return _kpi_lineup_find_block (terms->run, row->series, frequency) != NULL ||
         _kpi_over_time_may_have (terms->run, row, frequency);
}

gboolean
_kpi_terms_have_frequency (const KpiTerms *terms, KpiFrequency frequency)
{
  gboolean owns = terms->lends;

  for (gsize t = 0; t < terms->n_terms; t++) {
    gboolean own = may_own (terms, t, frequency);

    if (!own && !may_carry (terms, t))
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

/* Whether the period itself may count on that day: as of a day, it is carried to there. */
static gboolean
is_fresh (const KpiTerms *terms, const KpiTermRow *row, const KpiPeriod *period)
{
  return !terms->run->as_of || !_kpi_series_is_carried (row->said) ||
         _kpi_carry_reaches (row->said, period->end, day_of (terms->run, period));
}

/* Reads what is the period's own: observed, or made of its parts. */
static gboolean
read_own (KpiTerms *terms, gsize t, const KpiPeriod *period)
{
  KpiTermRow *row = &terms->terms[t];
  const KpiBlock *block = _kpi_lineup_find_block (terms->run, row->series, period->frequency);
  gssize place = block == NULL ? -1 : _kpi_block_find_period (block, period);

  if (place < 0)
    _kpi_lineup_empty (row, terms->run);
  else if (!_kpi_lineup_read (row, terms->run, (KpiOrigin){block, (guint32)place}, terms->raw))
    return FALSE;
  return row->said->over_time == KPI_OVER_TIME_NONE ||
         _kpi_over_time_fill (row, terms->run, period, &terms->rooms[t]);
}

static gboolean
has_any (const KpiTerms *terms, const KpiTermRow *row)
{
  for (guint32 a = 0; a < terms->run->roster->n_areas; a++)
    if (!isnan (row->points[a]))
      return TRUE;
  return FALSE;
}

static void
note_owns (KpiTerms *terms, const KpiTermRow *row)
{
  for (guint32 a = 0; a < terms->run->roster->n_areas; a++)
    terms->owns[a] |= !isnan (row->points[a]);
}

static gboolean
read_term (KpiTerms *terms, gsize t, const KpiPeriod *period)
{
  KpiTermRow *row = &terms->terms[t];

  if (!is_fresh (terms, row, period))
    _kpi_lineup_empty (row, terms->run);
  else if (!read_own (terms, t, period))
    return FALSE;
  note_owns (terms, row);
  return !may_carry (terms, t) ||
         _kpi_carry_fill (row, terms->run, &terms->freshness[t], period,
                          day_of (terms->run, period), &terms->rooms[t].part, terms->raw);
}

/* Takes away what is carried in all of its terms. */
static void
drop_carried (KpiTerms *terms)
{
  for (guint32 a = 0; a < terms->run->roster->n_areas; a++)
    for (gsize t = 0; t < terms->n_terms && !terms->owns[a]; t++)
      terms->terms[t].points[a] = NAN;
}

gboolean
_kpi_terms_read (KpiTerms *terms, const KpiPeriod *period, gboolean *out_any)
{
  *out_any = TRUE;
  memset (terms->owns, 0, terms->run->roster->n_areas);
  for (gsize t = 0; t < terms->n_terms && *out_any; t++) {
    if (!read_term (terms, t, period))
      return FALSE;
    *out_any = has_any (terms, &terms->terms[t]);
  }
  if (!terms->lends)
    drop_carried (terms);
  return TRUE;
}

/* ---- What had ended */

static gint
compare_freshness (gconstpointer a, gconstpointer b, gpointer user_data)
{
  (void)user_data;
  return _kpi_freshness_compare (a, b);
}

/* Writes the periods of a term that had ended by a day; returns how many. Where `out` is NULL they
 * are but counted. */
static gsize
list_term (const KpiTerms *terms, gsize t, gint32 day, KpiPeriod *out)
{
  const KpiBlock *blocks = NULL;
  gsize n_blocks = 0, n = 0;

  if (terms->terms[t].series != KPI_NO_NAME)
    blocks = _kpi_dataset_get_blocks (terms->run->data, terms->terms[t].series, &n_blocks);
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

  for (gsize t = 0; t < terms->n_terms; t++)
    n += list_term (terms, t, day, NULL);
  *out_n = 0;
  periods = g_try_new (KpiPeriod, MAX (n, 1));
  if (periods == NULL)
    return NULL;
  for (gsize t = 0, at = 0; t < terms->n_terms; t++)
    at += list_term (terms, t, day, periods + at);
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
  const KpiRun *run = terms->run;
  KpiOrigin origin = terms->terms[term].origins[area];

  for (guint32 d = 0; origin.block != NULL && d < origin.block->n_areas; d++) {
    gsize found = run->roster->area_of[d] == area
                      ? _kpi_block_find (origin.block, origin.period, d, run->known)
                      : KPI_NO_CELL;

    if (found != KPI_NO_CELL)
      return _kpi_dataset_get_place (run->data, origin.block, found);
  }
  return KPI_NOWHERE; /* rolled up: no one line is to blame */
}
