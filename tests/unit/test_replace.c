/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* O_TMPFILE */

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "base/findings-private.h"
#include "base/replace.h"

static char *folder;

static void
enter (void)
{
  folder = g_dir_make_tmp ("kpiscore-XXXXXX", NULL);
  cr_assert (folder != NULL && g_chdir (folder) == 0);
}

static void
leave (void)
{
  const char *name;
  g_autoptr (GDir) dir = g_dir_open (".", 0, NULL);

  while ((name = g_dir_read_name (dir)) != NULL)
    g_remove (name);
  cr_expect (g_chdir ("/") == 0 && g_rmdir (folder) == 0);
  g_free (folder);
}

static gsize
count_files (void)
{
  g_autoptr (GDir) dir = g_dir_open (".", 0, NULL);
  gsize n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static gboolean
replace (const char *path, const char *text, GError **error)
{
  KpiReplacement replacement;

  if (!_kpi_replacement_begin (&replacement, path, error))
    return FALSE;
  if (!_kpi_replacement_write (text, strlen (text), &replacement, error)) {
    _kpi_replacement_abandon (&replacement);
    return FALSE;
  }
  return _kpi_replacement_commit (&replacement, error);
}

static void
expect_content (const char *path, const char *text)
{
  g_autofree char *content = NULL;

  cr_assert (g_file_get_contents (path, &content, NULL, NULL), "%s is there", path);
  cr_expect (eq (str, content, (char *)text), "%s", path);
}

static guint
mode_of (const char *path)
{
  struct stat status;

  cr_assert (stat (path, &status) == 0);
  return status.st_mode & 0777;
}

TestSuite (replace, .init = enter, .fini = leave, .timeout = 10);

Test (replace, a_new_file_gets_what_the_umask_leaves)
{
  umask (0027);
  cr_assert (replace ("new", "content", NULL));
  expect_content ("new", "content");
  cr_expect (eq (uint, mode_of ("new"), 0640));
  cr_expect (eq (sz, count_files (), 1));
}

Test (replace, an_old_file_keeps_its_mode)
{
  cr_assert (g_file_set_contents ("old", "before", -1, NULL));
  cr_assert (g_chmod ("old", 0604) == 0);
  cr_assert (replace ("old", "after", NULL));
  expect_content ("old", "after");
  cr_expect (eq (uint, mode_of ("old"), 0604));
}

Test (replace, the_old_content_stays_until_the_end)
{
  KpiReplacement replacement;

  cr_assert (g_file_set_contents ("old", "before", -1, NULL));
  cr_assert (_kpi_replacement_begin (&replacement, "old", NULL));
  cr_assert (_kpi_replacement_write ("half", 4, &replacement, NULL));
  expect_content ("old", "before");
  _kpi_replacement_abandon (&replacement);
  expect_content ("old", "before");
  cr_expect (eq (sz, count_files (), 1));
}

/* So that a process that is killed leaves nothing. */
Test (replace, what_is_not_whole_has_no_name)
{
  int unnamed = open (".", O_TMPFILE | O_WRONLY, 0600);
  KpiReplacement replacement;

  if (unnamed < 0)
    cr_skip ("this filesystem has no files without a name");
  close (unnamed);
  cr_assert (_kpi_replacement_begin (&replacement, "new", NULL));
  cr_assert (_kpi_replacement_write ("half", 4, &replacement, NULL));
  cr_expect (eq (sz, count_files (), 0));
  cr_assert (_kpi_replacement_commit (&replacement, NULL));
  expect_content ("new", "half");
  cr_expect (eq (sz, count_files (), 1));
}

Test (replace, a_link_stays_a_link)
{
  cr_assert (g_file_set_contents ("target", "before", -1, NULL));
  cr_assert (symlink ("target", "link") == 0);
  cr_assert (replace ("link", "after", NULL));
  expect_content ("target", "after");
  cr_expect (g_file_test ("link", G_FILE_TEST_IS_SYMLINK));
}

Test (replace, a_link_to_nothing_makes_its_target)
{
  cr_assert (symlink ("target", "link") == 0);
  cr_assert (replace ("link", "after", NULL));
  expect_content ("target", "after");
  cr_expect (g_file_test ("link", G_FILE_TEST_IS_SYMLINK));
}

Test (replace, a_pipe_is_written_in_place)
{
  char buffer[8] = "";
  int reader;

  cr_assert (mkfifo ("pipe", 0600) == 0);
  reader = open ("pipe", O_RDONLY | O_NONBLOCK);
  cr_assert (reader >= 0);
  cr_assert (replace ("pipe", "through", NULL));
  cr_expect (eq (int, (int)read (reader, buffer, 7), 7));
  cr_expect (eq (str, buffer, "through"));
  close (reader);
  cr_expect (eq (sz, count_files (), 1));
}

Test (replace, a_full_disk_is_an_error)
{
  g_autoptr (GError) error = NULL;

  cr_expect (not(replace ("/dev/full", "x", &error)));
  cr_assert (g_error_matches (error, KPI_ERROR, KPI_ERROR_FILE));
  cr_expect (
      eq (str, error->message, "/dev/full: error: cannot be written: No space left on device"));
}

Test (replace, a_folder_that_is_not_there_is_an_error)
{
  g_autoptr (GError) error = NULL;

  cr_expect (not(replace ("nowhere/file", "x", &error)));
  cr_assert (g_error_matches (error, KPI_ERROR, KPI_ERROR_FILE));
  cr_expect (eq (str, error->message,
                 "nowhere/file: error: cannot be written: No such file or directory"));
}

Test (replace, a_folder_is_no_file)
{
  g_autoptr (GError) error = NULL;

  cr_expect (not(replace (".", "x", &error)));
  cr_expect (g_error_matches (error, KPI_ERROR, KPI_ERROR_FILE));
}
