/* SPDX-License-Identifier: MIT */
/* Observations as they were read, before they are put in blocks. */
#pragma once

#include "base/rows.h"
#include "data/dataset/periods.h"

/* One observation; 32 bytes, since a million of them stand here at once. */
typedef struct {
  union {
    double value;
    gsize bounds; /* with has_bounds: its place among them */
  };
  guint32 series;
  guint32 area;
  guint32 period; /* the number of the period; its rank once sorted */
  guint32 line;   /* of the value, as is the column; 0 where it came from no file */
  guint16 column; /* 0 beyond 65,535 characters */
  guint16 file;
  char status;
  guint8 has_bounds;
} KpiEntry;

typedef struct {
  double value; /* of the entry itself */
  union {
    double low;
    guint32 word; /* with KPI_CELL_WORD: its number */
  };
  double high;
  guint8 flags; /* KpiCellFlags */
} KpiEntryBounds;

typedef struct {
  KpiRows list;   /* of KpiEntry */
  KpiRows bounds; /* of KpiEntryBounds */
} KpiEntries;

void _kpi_entries_init (KpiEntries *entries);
void _kpi_entries_clear (KpiEntries *entries);

/* Adds an observation, with its bounds where that is not NULL; they get its value. FALSE if there
 * is no memory. */
gboolean _kpi_entries_add (KpiEntries *entries, KpiEntry entry, const KpiEntryBounds *bounds);

/* Sorts by series, period, area, day of publication, file and line. `ranks` take the places of the
 * periods' numbers, and `periods` are sorted. FALSE if there is no memory. */
gboolean _kpi_entries_sort (KpiEntries *entries, guint32 n_series, const guint32 *ranks,
                            KpiPeriods *periods);

/* The bounds of an entry; NULL where it has none. */
static inline const KpiEntryBounds *
_kpi_entries_get_bounds (const KpiEntries *entries, const KpiEntry *entry)
{
  return entry->has_bounds ? &KPI_ROW (&entries->bounds, KpiEntryBounds, entry->bounds) : NULL;
}

static inline double
_kpi_entries_get_value (const KpiEntries *entries, const KpiEntry *entry)
{
  return entry->has_bounds ? _kpi_entries_get_bounds (entries, entry)->value : entry->value;
}

/* Whether both are observations of the same series, period and area, published on the same day. */
gboolean _kpi_entry_is_same (const KpiEntry *a, const KpiEntry *b);

/* Drops all but the first n, and gives memory back as that adds up. */
void _kpi_entries_truncate (KpiEntries *entries, gsize n);
