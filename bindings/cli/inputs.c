/* SPDX-License-Identifier: MIT */
/* Reads the model and the data.
 *
 * Always true: a mistake in one file does not hide those in another: all are read, and all that is
 * found is said. */

#include <math.h>
#include <string.h>

#include "inputs.h"
#include "speak.h"

/* Separator or decimal mark: one ASCII character, or a tab by its name. */
static gint
get_mark (const Arguments *arguments, OptionId option, char *out_mark)
{
  const char *text = arguments_get (arguments, option);

  if (text == NULL)
    return EXIT_DONE;
  if (strcmp (text, "tab") == 0 || strcmp (text, "\\t") == 0)
    text = "\t";
  if (strlen (text) != 1)
    return speak_usage ("--%s: found \"%s\", expected one ASCII character", options[option].name,
                        text);
  *out_mark = *text;
  return EXIT_DONE;
}

/* Parts `NAME=VALUE` as an option takes it; a new string, NULL where that is not what stands there,
 * which is said. */
static char *
part (OptionId option, const char *word, gboolean may_be_empty, const char **out_value)
{
  const char *equals = strchr (word, '=');

  if (equals == NULL || equals == word || (equals[1] == '\0' && !may_be_empty)) {
    speak_usage ("--%s: found \"%s\", expected %s", options[option].name, word,
                 options[option].value);
    return NULL;
  }
  *out_value = equals + 1;
  return g_strndup (word, (gsize)(equals - word));
}

/* A column may be asked to be empty. */
static gint
add_conditions (const Arguments *arguments, KpiDatasetBuilder *builder)
{
  for (const char *const *word = arguments_list (arguments, OPTION_WHERE); *word != NULL; word++) {
    const char *value;
    g_autofree char *column = part (OPTION_WHERE, *word, TRUE, &value);

    if (column == NULL)
      return EXIT_WRONG_USAGE;
    kpi_dataset_builder_add_where (builder, column, value);
  }
  return EXIT_DONE;
}

gint
inputs_add_registers (const Arguments *arguments, KpiScoreOptions *asked)
{
  const char *const *word = arguments_list (arguments, OPTION_REGISTER);

  for (; *word != NULL; word++) {
    const char *file;
    g_autofree char *name = part (OPTION_REGISTER, *word, FALSE, &file);

    if (name == NULL)
      return EXIT_WRONG_USAGE;
    kpi_score_options_add_register (asked, name, file);
  }
  return EXIT_DONE;
}

/* An option whose value the library refuses; its finding names the option in words. */
static gint
refuse (const GError *error)
{
  KpiFindings *findings = kpi_error_get_findings (error);

  return speak_usage ("%s",
                      findings == NULL ? error->message : kpi_findings_get_text (findings, 0));
}

gint
inputs_merge_fits (const Arguments *arguments, OptionId option, KpiFit **fit)
{
  for (const char *const *path = arguments_list (arguments, option); *path != NULL; path++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (KpiFit) next = kpi_fit_load (*path, &error);
    KpiFit *merged =
        next == NULL || *fit == NULL ? g_steal_pointer (&next) : kpi_fit_merge (*fit, next, &error);

    if (merged == NULL)
      return speak_error (error);
    kpi_fit_unref (*fit);
    *fit = merged;
  }
  return EXIT_DONE;
}

/* Takes the fits that --fit names, all of them merged. */
static gint
ask_fits (const Arguments *arguments, KpiScoreOptions *asked)
{
  g_autoptr (KpiFit) all = NULL;
  gint status = inputs_merge_fits (arguments, OPTION_FIT, &all);

  if (status == EXIT_DONE)
    kpi_score_options_set_fit (asked, all);
  return status;
}

gint
inputs_ask (const Arguments *arguments, KpiScoreOptions *asked)
{
  g_autoptr (GError) error = NULL;
  const char *day = arguments_get (arguments, OPTION_AS_OF);
  const char *stage = arguments_get (arguments, OPTION_STAGE);
  const char *const *word;
  gint status;

  if (day != NULL && !kpi_score_options_set_as_of (asked, day, &error))
    return refuse (error);
  if (stage != NULL && !kpi_score_options_set_stage (asked, stage, &error))
    return refuse (error);
  for (word = arguments_list (arguments, OPTION_PERIOD); *word != NULL; word++)
    if (!kpi_score_options_add_period (asked, *word, &error))
      return refuse (error);
  for (word = arguments_list (arguments, OPTION_AREA); *word != NULL; word++)
    kpi_score_options_add_area (asked, *word);
  for (word = arguments_list (arguments, OPTION_NODE); *word != NULL; word++)
    kpi_score_options_add_node (asked, *word);
  status = inputs_add_registers (arguments, asked);
  return status == EXIT_DONE ? ask_fits (arguments, asked) : status;
}

/* A new builder that reads as the options say; NULL, with `*out_status` set, if they are wrong. */
static KpiDatasetBuilder *
new_builder (const Arguments *arguments, gint *out_status)
{
  g_autoptr (KpiDatasetBuilder) builder = kpi_dataset_builder_new ();
  char separator = ',', decimal = '.';

  *out_status = get_mark (arguments, OPTION_SEPARATOR, &separator);
  if (*out_status == EXIT_DONE)
    *out_status = get_mark (arguments, OPTION_DECIMAL, &decimal);
  kpi_dataset_builder_set_separator (builder, separator);
  kpi_dataset_builder_set_decimal (builder, decimal);
  if (*out_status == EXIT_DONE)
    *out_status = add_conditions (arguments, builder);
  return *out_status == EXIT_DONE ? g_steal_pointer (&builder) : NULL;
}

gsize
inputs_count_nodes (const KpiModel *model, KpiNodeKind kind)
{
  gsize n = 0;

  for (gsize node = 0; node < kpi_model_get_n_nodes (model); node++)
    n += kpi_model_get_node_kind (model, node) == kind;
  return n;
}

static gint
read_model (Inputs *inputs, const Arguments *arguments)
{
  g_autoptr (GError) error = NULL;
  const char *const *paths = (const char *const *)arguments->operands->pdata;

  inputs->model = kpi_model_load_overlaid (paths, arguments->operands->len - 1, &error);
  if (inputs->model == NULL)
    return speak_error (error);
  speak_findings (kpi_model_get_findings (inputs->model));
  return EXIT_DONE;
}

/* Reads one file; after a failure with a new builder, for the sake of the files that follow. */
static gint
read_file (KpiDatasetBuilder **builder, const char *path, const Arguments *arguments)
{
  g_autoptr (GError) error = NULL;
  gint status, ignored;

  if (kpi_dataset_builder_read_csv (*builder, path, &error))
    return EXIT_DONE;
  status = speak_error (error);
  kpi_dataset_builder_free (*builder);
  *builder = new_builder (arguments, &ignored);
  return status;
}

static gint
read_data (Inputs *inputs, KpiDatasetBuilder **builder, const Arguments *arguments)
{
  g_autoptr (GError) error = NULL;
  gint status = EXIT_DONE;

  for (const char *const *path = arguments_list (arguments, OPTION_DATA); *path != NULL; path++) {
    gint of_file = read_file (builder, *path, arguments);

    status = MAX (status, of_file);
  }
  if (status != EXIT_DONE)
    return status;
  inputs->data = kpi_dataset_builder_build (*builder, &error);
  if (inputs->data == NULL)
    return speak_error (error);
  speak_findings (kpi_dataset_get_findings (inputs->data));
  return EXIT_DONE;
}

gint
inputs_read (Inputs *inputs, const Arguments *arguments)
{
  gint status, of_data = EXIT_DONE;
  g_autoptr (KpiDatasetBuilder) builder = new_builder (arguments, &status);

  *inputs = (Inputs){0};
  if (builder == NULL)
    return status;
  status = read_model (inputs, arguments);
  if (arguments_has (arguments, OPTION_DATA))
    of_data = read_data (inputs, &builder, arguments);
  return MAX (status, of_data);
}

static gboolean
has_values (const KpiScorecard *card)
{
  for (gsize row = 0; row < kpi_scorecard_get_n_rows (card); row++)
    if (!isnan (kpi_scorecard_get_number (card, row, KPI_COLUMN_VALUE)))
      return TRUE;
  return FALSE;
}

/* Whether it has been status already that a register is absent. */
static gboolean
has_told_register (KpiFindings *findings)
{
  for (gsize i = 0; i < kpi_findings_get_length (findings); i++) {
    const char *path = kpi_findings_get_path (findings, i);

    if (path != NULL && g_str_has_prefix (path, "registers."))
      return TRUE;
  }
  return FALSE;
}

void
inputs_say_missing (const Inputs *inputs, const KpiScorecard *card)
{
  if (inputs->data == NULL && !has_values (card) &&
      !has_told_register (kpi_scorecard_get_findings (card)))
    speak_warning ("found no --data, expected a file with observations of what the model measures, "
                   "or a register with items opened by then: no indicator has a value");
}

void
inputs_clear (Inputs *inputs)
{
  g_clear_pointer (&inputs->model, kpi_model_unref);
  g_clear_pointer (&inputs->data, kpi_dataset_unref);
}
