/* SPDX-License-Identifier: MIT */
/* Repeated hashes.
 *
 * Hashes are dealt to parts by their first byte, over which they spread evenly. A part that has
 * grown to its share of the limit goes to a temporary file without a name, as one block; in the end
 * the parts are looked through one after another, each in a table of its own that is small enough
 * for the processor's cache. Always true: the hashes that are kept never exceed the limit, and the
 * table holds different ones only. */

#include <errno.h>
#include <unistd.h>

#include "base/sort.h"
#include "data/registers/map.h"
#include "data/registers/repeats.h"

typedef struct {
  guint64 hash;
  guint32 n;
} Row;

void
_kpi_repeats_init (KpiRepeats *repeats, gsize most_kept)
{
  *repeats = (KpiRepeats){.block = MAX (most_kept / KPI_N_PARTS, 1), .blocks = KPI_ROWS (guint8)};
  for (guint p = 0; p < KPI_N_PARTS; p++)
    repeats->parts[p] = KPI_ROWS (guint64);
}

void
_kpi_repeats_clear (KpiRepeats *repeats)
{
  for (guint p = 0; p < KPI_N_PARTS; p++)
    _kpi_rows_clear (&repeats->parts[p]);
  _kpi_rows_clear (&repeats->blocks);
  if (repeats->file != NULL)
    fclose (repeats->file);
  repeats->file = NULL;
}

/* Opens a file in the folder for such files ($TMPDIR) and takes its name away at once, so that it
 * is gone whatever becomes of this process. */
static gboolean
open_file (KpiRepeats *repeats)
{
  g_autofree char *name = NULL;
  int file = g_file_open_tmp ("kpiscore-XXXXXX", &name, NULL);

  if (file < 0)
    return FALSE;
  unlink (name);
  repeats->file = fdopen (file, "w+b");
  if (repeats->file == NULL)
    close (file);
  return repeats->file != NULL;
}

/* Moves what a part has kept to the file, as the next block. */
static gboolean
write_block (KpiRepeats *repeats, guint8 part)
{
  KpiRows *kept = &repeats->parts[part];

  if (!_kpi_rows_append (&repeats->blocks, &part) ||
      (repeats->file == NULL && !open_file (repeats)) ||
      fwrite (kept->data, sizeof (guint64), kept->n, repeats->file) != kept->n)
    return FALSE;
  kept->n = 0;
  return TRUE;
}

gboolean
_kpi_repeats_add (KpiRepeats *repeats, guint64 hash)
{
  guint8 part = hash >> 56;

  errno = 0;
  return (repeats->parts[part].n < repeats->block || write_block (repeats, part)) &&
         _kpi_rows_append (&repeats->parts[part], &hash);
}

/* Counts hashes, and adds each that comes for the second time to `out`. */
static gboolean
count (KpiMap *table, const guint64 *hashes, gsize n, KpiRows *out)
{
  for (gsize i = 0; i < n; i++) {
    Row *row = _kpi_map_add (table, hashes[i]);

    if (row == NULL)
      return FALSE;
    row->n = MIN (row->n + 1, 3);
    if (row->n == 2 && !_kpi_rows_append (out, &hashes[i]))
      return FALSE;
  }
  return TRUE;
}

static gboolean
read_block (const KpiRepeats *repeats, gsize number, guint64 *window)
{
  gsize size = repeats->block * sizeof *window, done = 0;

  while (done < size) {
    gssize got = pread (fileno (repeats->file), (guint8 *)window + done, size - done,
                        (off_t)(number * size + done));

    if (got <= 0 && !(got < 0 && errno == EINTR))
      return FALSE;
    done += got > 0 ? (gsize)got : 0;
  }
  return TRUE;
}

static gboolean
look_through (const KpiRepeats *repeats, guint8 part, guint64 *window, KpiRows *out)
{
  const KpiRows *kept = &repeats->parts[part];
  gsize before = out->n;
  KpiMap table;
  gboolean good;

  _kpi_map_init (&table, sizeof (Row));
  good = count (&table, kept->data, kept->n, out);
  for (gsize b = 0; b < repeats->blocks.n && good; b++)
    if (KPI_ROW (&repeats->blocks, guint8, b) == part)
      good = read_block (repeats, b, window) && count (&table, window, repeats->block, out);
  _kpi_map_clear (&table);
  if (out->n > before)
    _kpi_sort ((guint64 *)out->data + before, out->n - before, sizeof (guint64), _kpi_order_guint64,
               NULL);
  return good;
}

gboolean
_kpi_repeats_finish (KpiRepeats *repeats, gsize most, KpiRows *out_hashes)
{
  g_autofree guint64 *window = NULL;

  errno = 0;
  if (repeats->file != NULL) {
    window = g_try_new (guint64, repeats->block);
    if (window == NULL || fflush (repeats->file) != 0)
      return FALSE;
  }
  for (guint p = 0; p < KPI_N_PARTS && out_hashes->n < most; p++)
    if (!look_through (repeats, (guint8)p, window, out_hashes))
      return FALSE;
  out_hashes->n = MIN (out_hashes->n, most);
  return TRUE;
}
