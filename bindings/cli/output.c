/* SPDX-License-Identifier: MIT */
/* Where a result goes.
 *
 * Always true: what is read is never written over. */

#include <string.h>

#include <glib/gstdio.h>

#include "output.h"
#include "speak.h"

static gint
get_format (const Arguments *arguments, KpiFormat *out_format)
{
  const char *word = arguments_get (arguments, OPTION_FORMAT);
  gsize found = KPI_FORMAT_TABLE;
  gint status = EXIT_DONE;

  if (word != NULL && strcmp (word, "html") == 0)
    return speak_usage ("--format html is not built yet");
  if (word != NULL)
    status = arguments_find_word (OPTION_FORMAT, word, kpi_write_get_formats (), &found);
  *out_format = (KpiFormat)found;
  return status;
}

static gboolean
is_same_file (const char *a, const char *b)
{
  GStatBuf left, right;

  return g_stat (a, &left) == 0 && g_stat (b, &right) == 0 && S_ISREG (left.st_mode) &&
         left.st_dev == right.st_dev && left.st_ino == right.st_ino;
}

static gboolean
is_among_files (const char *path, const char *const *files)
{
  for (; *files != NULL; files++)
    if (is_same_file (path, *files))
      return TRUE;
  return FALSE;
}

/* The result written over the figures that it came from would be the last of them. */
static gint
judge_path (const Arguments *arguments, const char *path)
{
  if (path == NULL || (!is_among_files (path, arguments_list (arguments, OPTION_DATA)) &&
                       !is_among_files (path, arguments_list (arguments, OPTION_FIT)) &&
                       !is_among_files (path, (const char *const *)arguments->operands->pdata)))
    return EXIT_DONE;
  return speak_usage ("-o: found %s, which is read, expected another file", path);
}

gint
output_read (Output *output, const Arguments *arguments)
{
  gint status = get_format (arguments, &output->format);

  output->path = arguments_get (arguments, OPTION_OUTPUT);
  output->style = (KpiTableStyle){.language = arguments_get (arguments, OPTION_LANG)};
  if (output->path == NULL) {
    output->style.colour = speak_in_colour ();
    output->style.width = speak_width ();
  }
  return status == EXIT_DONE ? judge_path (arguments, output->path) : status;
}

gint
output_write_card (const Output *output, const KpiScorecard *card)
{
  g_autoptr (GError) error = NULL;
  gboolean done =
      output->path == NULL
          ? kpi_scorecard_write (card, output->format, &output->style, speak_output, NULL, &error)
          : kpi_scorecard_write_file (card, output->format, &output->style, output->path, &error);

  return done ? EXIT_DONE : speak_error (error);
}

gint
output_write_alerts (const Output *output, const KpiScorecard *card)
{
  g_autoptr (GError) error = NULL;
  gboolean done = output->path == NULL
                      ? kpi_scorecard_write_alerts (card, output->format, &output->style,
                                                    speak_output, NULL, &error)
                      : kpi_scorecard_write_alerts_file (card, output->format, &output->style,
                                                         output->path, &error);

  return done ? EXIT_DONE : speak_error (error);
}

gint
output_write_listing (const Output *output, const KpiListing *listing)
{
  g_autoptr (GError) error = NULL;
  gboolean done =
      output->path == NULL
          ? kpi_listing_write (listing, output->format, &output->style, speak_output, NULL, &error)
          : kpi_listing_write_file (listing, output->format, &output->style, output->path, &error);

  return done ? EXIT_DONE : speak_error (error);
}
