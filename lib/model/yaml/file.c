/* SPDX-License-Identifier: MIT */
/* Files that a model is read from.
 *
 * Always true: only regular files are read, so that no model waits at a pipe or drains a device,
 * and never more of one than a model may be long. */

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <kpiscore/model.h>

#include "base/text.h"
#include "model/yaml/file.h"

char *
_kpi_file_folder (const char *path)
{
  const char *slash = strrchr (path, G_DIR_SEPARATOR);

  return slash != NULL ? g_strndup (path, (gsize)(slash - path) + 1) : g_strdup ("");
}

char *
_kpi_file_join (const char *folder, const char *name)
{
  return g_path_is_absolute (name) ? g_strdup (name) : g_strconcat (folder, name, NULL);
}

static void
report (const KpiCursor *at, const char *path, int code)
{
  g_autofree char *quoted = _kpi_text_quote (path);

  if (code == ENOENT)
    _kpi_cursor_error (at, KPI_ERROR_FILE, "found no file %s", quoted);
  else
    _kpi_cursor_error (at, KPI_ERROR_FILE, "%s cannot be read: %s", quoted, g_strerror (code));
}

/* realpath() as a string of GLib's. */
static char *
real_path (const char *path)
{
  char *real = realpath (path, NULL);
  char *copy = g_strdup (real);

  free (real);
  return copy;
}

char *
_kpi_file_identify (const char *path, const KpiCursor *at)
{
  char *real = real_path (path);

  if (real == NULL)
    report (at, path, errno);
  return real;
}

static gboolean
begins_with_folder (const char *path, const char *folder)
{
  gsize length = strlen (folder);

  if (length > 0 && folder[length - 1] == G_DIR_SEPARATOR) /* the root */
    return g_str_has_prefix (path, folder);
  return strncmp (path, folder, length) == 0 && path[length] == G_DIR_SEPARATOR;
}

/* Two looks: at the spelling first, so that a name that climbs out does not even tell whether there
 * is such a file; then at where links lead. */
gboolean
_kpi_file_is_within (const char *path, const char *folder)
{
  const char *here = *folder != '\0' ? folder : ".";
  g_autofree char *spelt = g_canonicalize_filename (path, NULL);
  g_autofree char *spelt_folder = g_canonicalize_filename (here, NULL);
  g_autofree char *real = real_path (path);
  g_autofree char *real_folder = real_path (here);

  if (real_folder == NULL)
    return FALSE;
  if (!begins_with_folder (spelt, spelt_folder) && !begins_with_folder (spelt, real_folder))
    return FALSE;
  return real == NULL || begins_with_folder (real, real_folder);
}

/* Opens a regular file; -1, and reported, if it is none. */
static int
open_file (const char *path, const KpiCursor *at)
{
  int file = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  struct stat about;

  if (file < 0) {
    report (at, path, errno);
    return -1;
  }
  if (fstat (file, &about) == 0 && S_ISREG (about.st_mode))
    return file;
  close (file);
  _kpi_cursor_error (at, KPI_ERROR_FILE, "found %s, expected a file",
                     S_ISDIR (about.st_mode) ? "a folder" : "no ordinary file");
  return -1;
}

/* Reads up to `room` bytes; how many, or -1. */
static gssize
read_all (int file, char *buffer, gsize room)
{
  gsize length = 0;

  while (length < room) {
    gssize n = read (file, buffer + length, room - length);

    if (n < 0 && errno != EINTR)
      return -1;
    if (n == 0)
      break;
    length += n > 0 ? (gsize)n : 0;
  }
  return (gssize)length;
}

char *
_kpi_file_read (const char *path, const KpiCursor *at, gsize *out_length)
{
  gsize room = (gsize)KPI_MAX_MODEL_BYTES + 1; /* one more, which tells that there is more */
  g_autofree char *text = NULL;
  int file = open_file (path, at);
  gssize length;

  if (file < 0)
    return NULL;
  text = g_try_malloc (room);
  length = text != NULL ? read_all (file, text, room) : 0;
  if (length < 0)
    report (at, path, errno);
  close (file);
  if (text == NULL)
    _kpi_cursor_fail_memory (at);
  if (length < 0 || text == NULL)
    return NULL;
  *out_length = (gsize)length;
  return g_steal_pointer (&text);
}
