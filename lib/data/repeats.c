/* SPDX-License-Identifier: MIT */
/* Repeated hashes.
 *
 * Eight bytes a hash, up to a limit; beyond it sorted runs go to a temporary file without a name
 * and are merged at the end. Sorting is in place, by radix: hashes spread evenly, so that each step
 * leaves parts of much the same length. Always true: memory does not grow past the limit. */

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "data/repeats.h"

#define FEW 32 /* so few are sorted by insertion */

void
_kpi_repeats_init (KpiRepeats *repeats, gsize most_kept)
{
  *repeats =
      (KpiRepeats){.hashes = KPI_ROWS (guint64), .most_kept = most_kept, .runs = KPI_ROWS (gsize)};
}

void
_kpi_repeats_clear (KpiRepeats *repeats)
{
  _kpi_rows_clear (&repeats->hashes);
  _kpi_rows_clear (&repeats->runs);
  if (repeats->file != NULL)
    fclose (repeats->file);
  repeats->file = NULL;
}

/* ---- Sorting */

static void
sort_few (guint64 *hashes, gsize n)
{
  for (gsize i = 1; i < n; i++) {
    guint64 hash = hashes[i];
    gsize at = i;

    for (; at > 0 && hashes[at - 1] > hash; at--)
      hashes[at] = hashes[at - 1];
    hashes[at] = hash;
  }
}

/* Brings each hash to the part of its byte at `shift`: parts go from ends[b - 1] to ends[b]. */
static void
part (guint64 *hashes, gsize n, guint shift, gsize ends[256])
{
  gsize next[256], end = 0;

  memset (ends, 0, 256 * sizeof *ends);
  for (gsize i = 0; i < n; i++)
    ends[hashes[i] >> shift & 255]++;
  for (guint b = 0; b < 256; b++) {
    next[b] = end;
    ends[b] = end += ends[b];
  }
  for (guint b = 0; b < 256; b++)
    while (next[b] < ends[b]) {
      guint64 hash = hashes[next[b]];
      guint home = hash >> shift & 255;

      while (home != b) {
        guint64 other = hashes[next[home]];

        hashes[next[home]++] = hash;
        hash = other;
        home = hash >> shift & 255;
      }
      hashes[next[b]++] = hash;
    }
}

static void
sort (guint64 *hashes, gsize n, guint shift)
{
  gsize ends[256], start = 0;

  if (n <= FEW) {
    sort_few (hashes, n);
    return;
  }
  part (hashes, n, shift, ends);
  for (guint b = 0; b < 256 && shift > 0; b++) {
    sort (hashes + start, ends[b] - start, shift - 8);
    start = ends[b];
  }
}

/* ---- Runs */

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

/* Moves what is kept to the file, as a sorted run. */
static gboolean
write_run (KpiRepeats *repeats)
{
  KpiRows *hashes = &repeats->hashes;
  gsize *n = _kpi_rows_add (&repeats->runs);

  errno = 0;
  if (n == NULL)
    return FALSE;
  if (repeats->file == NULL && !open_file (repeats))
    return FALSE;
  sort (hashes->data, hashes->n, 56);
  *n = hashes->n;
  if (fwrite (hashes->data, sizeof (guint64), hashes->n, repeats->file) != hashes->n)
    return FALSE;
  hashes->n = 0;
  return TRUE;
}

gboolean
_kpi_repeats_add (KpiRepeats *repeats, guint64 hash)
{
  guint64 *row;

  if (repeats->hashes.n >= repeats->most_kept && !write_run (repeats))
    return FALSE;
  errno = 0;
  row = _kpi_rows_add (&repeats->hashes);
  if (row != NULL)
    *row = hash;
  return row != NULL;
}

/* One run while it is merged: a window on it. */
typedef struct {
  guint64 *window;
  gsize n, at;  /* of the window */
  gsize offset; /* in the file, of what follows the window */
  gsize left;   /* hashes that follow it */
} Run;

/* Brings the next hash of a run into its window; FALSE at its end. `*failed` if the file fails. */
static gboolean
refill (Run *run, int file, gsize room, gboolean *failed)
{
  gsize n = MIN (run->left, room), done = 0;

  while (done < n * sizeof (guint64)) {
    gssize got = pread (file, (guint8 *)run->window + done, n * sizeof (guint64) - done,
                        (off_t)(run->offset * sizeof (guint64) + done));

    if (got <= 0 && !(got < 0 && errno == EINTR)) {
      *failed = TRUE;
      return FALSE;
    }
    done += got > 0 ? (gsize)got : 0;
  }
  run->n = n;
  run->at = 0;
  run->offset += n;
  run->left -= n;
  return n > 0;
}

static guint64
peek (const Run *run)
{
  return run->window[run->at];
}

/* Restores the order of a heap below a run that may have become too great for its place. */
static void
sift (Run *heap, gsize i, gsize n)
{
  for (gsize child; (child = 2 * i + 1) < n; i = child) {
    Run run = heap[i];

    if (child + 1 < n && peek (&heap[child + 1]) < peek (&heap[child]))
      child++;
    if (peek (&run) <= peek (&heap[child]))
      return;
    heap[i] = heap[child];
    heap[child] = run;
  }
}

/* Takes hashes in ascending order and keeps those that are repeated. */
typedef struct {
  KpiRows *out;
  gsize most;
  guint64 last;
  gboolean has_last;
} Taker;

static gboolean
take (Taker *taker, guint64 hash)
{
  gboolean is_repeat = taker->has_last && taker->last == hash;
  gboolean is_told = taker->out->n > 0 && KPI_ROW (taker->out, guint64, taker->out->n - 1) == hash;
  guint64 *row;

  taker->last = hash;
  taker->has_last = TRUE;
  if (!is_repeat || is_told || taker->out->n == taker->most)
    return TRUE;
  row = _kpi_rows_add (taker->out);
  if (row != NULL)
    *row = hash;
  return row != NULL;
}

static gboolean
merge (Run *heap, gsize n, int file, gsize room, Taker *taker)
{
  gboolean failed = FALSE;

  while (n > 0) {
    Run *top = &heap[0];

    if (!take (taker, top->window[top->at++]))
      return FALSE;
    if (top->at == top->n && !refill (top, file, room, &failed)) {
      if (failed)
        return FALSE;
      heap[0] = heap[--n];
    }
    sift (heap, 0, n);
  }
  return TRUE;
}

/* Gives each run its share of the memory that the hashes had, and merges them. */
static gboolean
merge_runs (KpiRepeats *repeats, Taker *taker)
{
  gsize n = repeats->runs.n, room = MAX (repeats->most_kept / n, 1), offset = 0;
  g_autofree Run *heap = g_try_new (Run, n);
  g_autofree guint64 *windows = NULL;
  int file = fileno (repeats->file);
  gboolean failed = FALSE;

  _kpi_rows_clear (&repeats->hashes);
  windows = g_try_new (guint64, n * room);
  errno = 0;
  if (heap == NULL || windows == NULL || fflush (repeats->file) != 0)
    return FALSE;
  for (gsize i = 0; i < n; i++) {
    gsize length = KPI_ROW (&repeats->runs, gsize, i);

    heap[i] = (Run){.window = windows + i * room, .offset = offset, .left = length};
    offset += length;
    if (!refill (&heap[i], file, room, &failed))
      return FALSE;
  }
  for (gsize i = n; i-- > 0;)
    sift (heap, i, n);
  return merge (heap, n, file, room, taker);
}

gboolean
_kpi_repeats_finish (KpiRepeats *repeats, gsize most, KpiRows *out_hashes)
{
  Taker taker = {.out = out_hashes, .most = most};
  const guint64 *hashes;

  if (repeats->runs.n > 0)
    return (repeats->hashes.n == 0 || write_run (repeats)) && merge_runs (repeats, &taker);
  sort (repeats->hashes.data, repeats->hashes.n, 56);
  hashes = repeats->hashes.data;
  errno = 0;
  for (gsize i = 0; i < repeats->hashes.n; i++)
    if (!take (&taker, hashes[i]))
      return FALSE;
  return TRUE;
}
