/* SPDX-License-Identifier: MIT */
/* kpiscore score: reads, scores, writes.
 *
 * Always true: nothing reaches the output before the whole scorecard stands. */

#include <string.h>

#include <glib/gstdio.h>

#include "commands.h"
#include "inputs.h"
#include "nearest.h"
#include "speak.h"

static const char *const formats[] = {
    [KPI_FORMAT_TABLE] = "table", [KPI_FORMAT_CSV] = "csv", [KPI_FORMAT_JSON] = "json"};

static const char *const statuses[] = {"no_data",     "no_target", "achieved", "undecided",
                                       "missed",      "on_track",  "behind",   "far_behind",
                                       "moving_away", "open"};

/* Finds a word among known ones; says which was meant, or all of them, where it is none. */
static gint
find_word (OptionId option, const char *word, const char *const *known, gsize n_known,
           gsize *out_index)
{
  Nearest nearest = {.word = word};
  g_autoptr (GString) all = g_string_new (NULL);
  g_autofree char *hint = NULL;

  for (gsize i = 0; i < n_known; i++) {
    if (strcmp (known[i], word) == 0) {
      *out_index = i;
      return EXIT_DONE;
    }
    nearest_offer (&nearest, known[i]);
    g_string_append_printf (all, "%s%s", i == 0 ? "" : i + 1 == n_known ? " or " : ", ", known[i]);
  }
  hint = nearest_hint (&nearest, "");
  return speak_usage ("--%s: found \"%s\", expected %s%s", options[option].name, word, all->str,
                      hint);
}

static gint
get_format (const Arguments *arguments, KpiFormat *out_format)
{
  const char *word = arguments_get (arguments, OPTION_FORMAT);
  gsize found = KPI_FORMAT_TABLE;
  gint told = EXIT_DONE;

  if (word != NULL && strcmp (word, "html") == 0)
    return speak_usage ("--format html is not built yet");
  if (word != NULL)
    told = find_word (OPTION_FORMAT, word, formats, G_N_ELEMENTS (formats), &found);
  *out_format = (KpiFormat)found;
  return told;
}

static gint
judge_statuses (const Arguments *arguments)
{
  gint told = EXIT_DONE;
  gsize ignored;

  for (const char *const *word = arguments_list (arguments, OPTION_FAIL_ON);
       *word != NULL && told == EXIT_DONE; word++)
    told = find_word (OPTION_FAIL_ON, *word, statuses, G_N_ELEMENTS (statuses), &ignored);
  return told;
}

/* An option whose value the library refuses; its finding names the option in words. */
static gint
refuse (const GError *error)
{
  KpiFindings *findings = kpi_error_get_findings (error);

  return speak_usage ("%s",
                      findings == NULL ? error->message : kpi_findings_get_text (findings, 0));
}

static gint
fill_options (const Arguments *arguments, KpiScoreOptions *asked)
{
  g_autoptr (GError) error = NULL;
  const char *day = arguments_get (arguments, OPTION_AS_OF);
  const char *const *word;

  if (day != NULL && !kpi_score_options_set_as_of (asked, day, &error))
    return refuse (error);
  for (word = arguments_list (arguments, OPTION_PERIOD); *word != NULL; word++)
    if (!kpi_score_options_add_period (asked, *word, &error))
      return refuse (error);
  for (word = arguments_list (arguments, OPTION_AREA); *word != NULL; word++)
    kpi_score_options_add_area (asked, *word);
  for (word = arguments_list (arguments, OPTION_NODE); *word != NULL; word++)
    kpi_score_options_add_node (asked, *word);
  return inputs_add_registers (arguments, asked);
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
judge_output (const Arguments *arguments)
{
  const char *path = arguments_get (arguments, OPTION_OUTPUT);

  if (path == NULL || (!is_among_files (path, arguments_list (arguments, OPTION_DATA)) &&
                       !is_among_files (path, (const char *const *)arguments->operands->pdata)))
    return EXIT_DONE;
  return speak_usage ("-o: found %s, which is read, expected another file", path);
}

static gint
write_card (const KpiScorecard *card, KpiFormat format, const Arguments *arguments)
{
  g_autoptr (GError) error = NULL;
  const char *path = arguments_get (arguments, OPTION_OUTPUT);
  KpiTableStyle style = {.language = arguments_get (arguments, OPTION_LANG)};
  gboolean done;

  if (path == NULL) {
    style.colour = speak_in_colour ();
    style.width = speak_width ();
    done = kpi_scorecard_write (card, format, &style, speak_output, NULL, &error);
  } else {
    done = kpi_scorecard_write_file (card, format, &style, path, &error);
  }
  return done ? EXIT_DONE : speak_error (error);
}

/* Whether an indicator among the rows has a status that the caller does not want to see. */
static gboolean
has_unwanted (const KpiScorecard *card, const Arguments *arguments)
{
  const char *const *unwanted = arguments_list (arguments, OPTION_FAIL_ON);
  gsize n_rows = *unwanted == NULL ? 0 : kpi_scorecard_get_n_rows (card);

  for (gsize row = 0; row < n_rows; row++)
    if (g_strv_contains (unwanted, kpi_scorecard_get_text (card, row, KPI_COLUMN_STATUS)))
      return TRUE;
  return FALSE;
}

static gint
score (const Inputs *inputs, const KpiScoreOptions *asked, KpiFormat format,
       const Arguments *arguments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpiScorecard) card = kpi_model_score (inputs->model, inputs->data, asked, &error);
  gint told;

  if (card == NULL)
    return speak_error (error);
  speak_findings (kpi_scorecard_get_findings (card));
  told = write_card (card, format, arguments);
  if (told == EXIT_DONE && has_unwanted (card, arguments))
    return EXIT_STATUS_FOUND;
  return told;
}

gint
run_score (const Arguments *arguments)
{
  g_autoptr (KpiScoreOptions) asked = kpi_score_options_new ();
  KpiFormat format;
  Inputs inputs;
  gint told = get_format (arguments, &format);

  if (told == EXIT_DONE)
    told = judge_statuses (arguments);
  if (told == EXIT_DONE)
    told = judge_output (arguments);
  if (told == EXIT_DONE)
    told = fill_options (arguments, asked);
  if (told != EXIT_DONE)
    return told;
  told = inputs_read (&inputs, arguments);
  if (told == EXIT_DONE)
    told = score (&inputs, asked, format, arguments);
  inputs_clear (&inputs);
  return told;
}
