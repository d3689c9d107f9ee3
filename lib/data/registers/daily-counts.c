/* SPDX-License-Identifier: MIT */
/* Counts from day to day, in pages of a few days, or of a few of the intervals that the days asked
 * for make, which are fewer.
 *
 * A page takes the memory of its days whether or not something happens on them, so that memory goes
 * by areas and days and not by items; and pages are short, so that an area with one item takes
 * little. Always true: once finished, a page's counts are those since the lane began. */

#include <string.h>

#include "data/registers/daily-counts.h"

#define LENGTH 8

typedef struct {
  guint64 key; /* the lane, then the number of the page */
  guint32 counts[LENGTH][KPI_N_EVENTS];
} Page;

static guint64
key_of (guint32 lane, gsize interval)
{
  return (guint64)lane << 32 | (guint32)(interval / LENGTH);
}

void
_kpi_daily_counts_init (KpiDailyCounts *counts, KpiCutoffs cutoffs)
{
  *counts = (KpiDailyCounts){.cutoffs = cutoffs};
  _kpi_map_init (&counts->pages, sizeof (Page));
}

void
_kpi_daily_counts_clear (KpiDailyCounts *counts)
{
  _kpi_map_clear (&counts->pages);
}

gboolean
_kpi_daily_counts_add (KpiDailyCounts *counts, guint32 lane, gint32 day, KpiEvent event)
{
  gsize interval = _kpi_cutoffs_find (&counts->cutoffs, day);
  Page *page;

  if (interval >= _kpi_cutoffs_length (&counts->cutoffs))
    return TRUE;
  page = _kpi_map_add (&counts->pages, key_of (lane, interval));
  if (page == NULL)
    return FALSE;
  page->counts[interval % LENGTH][event]++;
  return TRUE;
}

/* Adds to each interval what came before it: `before` holds that, and is brought up to date. */
static void
accumulate (Page *page, guint32 before[KPI_N_EVENTS])
{
  for (guint d = 0; d < LENGTH; d++)
    for (guint e = 0; e < KPI_N_EVENTS; e++)
      page->counts[d][e] = before[e] += page->counts[d][e];
}

gboolean
_kpi_daily_counts_finish (KpiDailyCounts *counts)
{
  guint32 before[KPI_N_EVENTS] = {0};
  guint64 lane = G_MAXUINT64;

  if (!_kpi_map_sort (&counts->pages))
    return FALSE;
  for (gsize i = 0; i < counts->pages.rows.n; i++) {
    Page *page = _kpi_map_get (&counts->pages, i);

    if (page->key >> 32 != lane)
      memset (before, 0, sizeof before);
    lane = page->key >> 32;
    accumulate (page, before);
  }
  return TRUE;
}

void
_kpi_daily_counts_get (const KpiDailyCounts *counts, guint32 lane, gint32 day,
                       guint32 out_counts[KPI_N_EVENTS])
{
  gsize interval = _kpi_cutoffs_find (&counts->cutoffs, day);
  guint64 key = key_of (lane, interval);
  gsize place = _kpi_map_seek (&counts->pages, key + 1);
  const Page *page = place > 0 ? _kpi_map_get (&counts->pages, place - 1) : NULL;

  memset (out_counts, 0, KPI_N_EVENTS * sizeof *out_counts);
  if (page == NULL || page->key >> 32 != lane)
    return;
  memcpy (out_counts, page->counts[page->key == key ? interval % LENGTH : LENGTH - 1],
          KPI_N_EVENTS * sizeof *out_counts);
}
