/* SPDX-License-Identifier: MIT */
/* The two streams.
 *
 * Always true: no finding is said twice, and nothing but data reaches standard output. */

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "arguments.h"
#include "speak.h"

gint
speak_usage (const char *format, ...)
{
  va_list arguments;

  fputs ("kpiscore: ", stderr);
  va_start (arguments, format);
  vfprintf (stderr, format, arguments);
  va_end (arguments);
  fputc ('\n', stderr);
  return EXIT_WRONG_USAGE;
}

void
speak_warning (const char *text)
{
  fprintf (stderr, "warning: %s\n", text);
}

/* Lines said so far. Kept for the whole run, which is one command long. */
static gboolean
is_news (const char *line)
{
  static GHashTable *said = NULL;

  if (said == NULL)
    said = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return g_hash_table_add (said, g_strdup (line));
}

void
speak_findings (KpiFindings *findings)
{
  for (gsize i = 0; i < kpi_findings_get_length (findings); i++) {
    g_autofree char *line = kpi_findings_format (findings, i);

    if (is_news (line))
      fprintf (stderr, "%s\n", line);
  }
}

gint
speak_error (const GError *error)
{
  KpiFindings *findings = kpi_error_get_findings (error);

  if (g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_PIPE))
    return EXIT_DONE;
  if (findings != NULL)
    speak_findings (findings);
  else
    fprintf (stderr, "kpiscore: %s\n", error->message);
  if (g_error_matches (error, KPI_ERROR, KPI_ERROR_ARGUMENT))
    return EXIT_WRONG_USAGE;
  return EXIT_WRONG_INPUT;
}

gboolean
speak_output (const char *bytes, gsize length, gpointer user_data, GError **error)
{
  (void)user_data;
  while (length > 0) {
    gssize written = write (STDOUT_FILENO, bytes, length);

    if (written < 0 && errno == EINTR)
      continue;
    if (written < 0) {
      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno), "standard output: %s",
                   g_strerror (errno));
      return FALSE;
    }
    bytes += written;
    length -= (gsize)written;
  }
  return TRUE;
}

gint
speak_text (const char *text)
{
  g_autoptr (GError) error = NULL;

  return speak_output (text, strlen (text), NULL, &error) ? EXIT_DONE : speak_error (error);
}

/* As https://no-color.org asks: NO_COLOR set to anything but nothing. */
gboolean
speak_in_colour (void)
{
  const char *no_color = g_getenv ("NO_COLOR");
  const char *terminal = g_getenv ("TERM");

  if (no_color != NULL && *no_color != '\0')
    return FALSE;
  return isatty (STDOUT_FILENO) && terminal != NULL && strcmp (terminal, "dumb") != 0;
}

guint
speak_width (void)
{
  struct winsize size;

  if (ioctl (STDOUT_FILENO, TIOCGWINSZ, &size) != 0)
    return 0;
  return size.ws_col;
}
