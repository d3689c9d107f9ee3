/* SPDX-License-Identifier: MIT */
/* Replacing a file.
 *
 * Always true: under its name stands the old content or the whole new one, and after the end
 * nothing is left aside. Where the system can, the new content has no name until it is whole, so
 * that a process that is killed leaves nothing either. A file that is replaced keeps its mode; a
 * new one gets what the umask leaves. */

#define _GNU_SOURCE /* O_TMPFILE */

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "base/findings-private.h"
#include "base/replace.h"

static gboolean
fail (const KpiReplacement *replacement, int reason, GError **error)
{
  g_autoptr (KpiFindings) findings = _kpi_findings_new ();

  _kpi_findings_add (findings, KPI_SEVERITY_ERROR, KPI_ERROR_FILE,
                     (KpiPlace){.file = replacement->path}, NULL, "cannot be written: %s",
                     g_strerror (reason));
  return _kpi_findings_fail (findings, error);
}

static void
end (KpiReplacement *replacement)
{
  g_clear_pointer (&replacement->target, free); /* of realpath() */
  g_clear_pointer (&replacement->aside, g_free);
  replacement->descriptor = -1;
}

/* /dev/stdout is a link that may lead to an ordinary file: the one that the shell has opened, which
 * must not be replaced under its feet. A link that leads nowhere yet is to make its target. */
static gboolean
is_written_in_place (const char *path, const struct stat *old)
{
  if (g_str_has_prefix (path, "/dev/") || g_str_has_prefix (path, "/proc/"))
    return TRUE;
  return old != NULL ? !S_ISREG (old->st_mode) : g_file_test (path, G_FILE_TEST_IS_SYMLINK);
}

static gboolean
open_in_place (KpiReplacement *replacement, GError **error)
{
  /* Appending, because what the shell has opened by `>>` has content to keep. */
  replacement->descriptor =
      g_open (replacement->path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0666);
  return replacement->descriptor >= 0 || fail (replacement, errno, error);
}

#ifdef O_TMPFILE
static void
spell_descriptor (int descriptor, char way[32])
{
  g_snprintf (way, 32, "/proc/self/fd/%d", descriptor);
}

/* A file without a name; -1 where the filesystem has none, or where none could be given later. */
static int
open_unnamed (const char *folder)
{
  int descriptor = g_open (folder, O_TMPFILE | O_WRONLY | O_CLOEXEC, 0666);
  char way[32];

  if (descriptor < 0)
    return -1;
  spell_descriptor (descriptor, way);
  if (g_access (way, F_OK) == 0)
    return descriptor;
  close (descriptor);
  return -1;
}

/* Gives the new content its name aside, from which it takes its place: a link replaces no file. */
static gboolean
give_name (KpiReplacement *replacement)
{
  char *digits = replacement->aside + strlen (replacement->aside) - 6;
  char way[32];

  spell_descriptor (replacement->descriptor, way);
  for (guint i = 0; i < 100; i++) {
    g_snprintf (digits, 7, "%06x", g_random_int () & 0xffffff);
    if (linkat (AT_FDCWD, way, AT_FDCWD, replacement->aside, AT_SYMLINK_FOLLOW) == 0) {
      replacement->unnamed = FALSE;
      return TRUE;
    }
    if (errno != EEXIST)
      return FALSE;
  }
  return FALSE;
}
#else
static int
open_unnamed (const char *folder G_GNUC_UNUSED)
{
  return -1;
}

static gboolean
give_name (KpiReplacement *replacement G_GNUC_UNUSED)
{
  return FALSE;
}
#endif

static gboolean
open_aside (KpiReplacement *replacement, const struct stat *old, GError **error)
{
  const char *place = replacement->target != NULL ? replacement->target : replacement->path;
  g_autofree char *folder = g_path_get_dirname (place);

  replacement->aside = g_build_filename (folder, ".kpiscore-XXXXXX", NULL);
  replacement->descriptor = open_unnamed (folder);
  replacement->unnamed = replacement->descriptor >= 0;
  if (!replacement->unnamed)
    replacement->descriptor = g_mkstemp_full (replacement->aside, O_WRONLY | O_CLOEXEC, 0666);
  if (replacement->descriptor < 0)
    return fail (replacement, errno, error);
  if (old != NULL)
    (void)!fchmod (replacement->descriptor, old->st_mode & 0777); /* some filesystems have none */
  return TRUE;
}

gboolean
_kpi_replacement_begin (KpiReplacement *replacement, const char *path, GError **error)
{
  struct stat status;
  const struct stat *old = stat (path, &status) == 0 ? &status : NULL;
  gboolean opened;

  *replacement = (KpiReplacement){.path = path, .descriptor = -1};
  if (is_written_in_place (path, old)) {
    opened = open_in_place (replacement, error);
  } else {
    replacement->target = realpath (path, NULL); /* NULL where there is no file yet */
    opened = open_aside (replacement, old, error);
  }
  if (!opened)
    end (replacement);
  return opened;
}

gboolean
_kpi_replacement_write (const char *bytes, gsize length, gpointer user_data, GError **error)
{
  KpiReplacement *replacement = user_data;

  while (length > 0) {
    gssize written = write (replacement->descriptor, bytes, length);

    if (written < 0 && errno == EINTR)
      continue;
    if (written < 0)
      return fail (replacement, errno, error);
    bytes += written;
    length -= (gsize)written;
  }
  return TRUE;
}

static gboolean
take_place (KpiReplacement *replacement, GError **error)
{
  const char *place = replacement->target != NULL ? replacement->target : replacement->path;

  if (replacement->aside == NULL || g_rename (replacement->aside, place) == 0)
    return TRUE;
  fail (replacement, errno, error);
  g_unlink (replacement->aside);
  return FALSE;
}

gboolean
_kpi_replacement_commit (KpiReplacement *replacement, GError **error)
{
  gboolean done;

  if (replacement->unnamed && !give_name (replacement)) {
    fail (replacement, errno, error);
    _kpi_replacement_abandon (replacement);
    return FALSE;
  }
  /* Some filesystems say only now that the disk is full. */
  if (close (replacement->descriptor) != 0 && errno != EINTR) {
    fail (replacement, errno, error);
    replacement->descriptor = -1;
    _kpi_replacement_abandon (replacement);
    return FALSE;
  }
  done = take_place (replacement, error);
  end (replacement);
  return done;
}

void
_kpi_replacement_abandon (KpiReplacement *replacement)
{
  if (replacement->descriptor >= 0)
    close (replacement->descriptor);
  if (replacement->aside != NULL && !replacement->unnamed)
    g_unlink (replacement->aside);
  end (replacement);
}
