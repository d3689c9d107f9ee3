/* SPDX-License-Identifier: MIT */
/* Reads the command line by the tables of words.c: `--name value`, `--name=value`, `-o value`,
 * `-ovalue`; options and operands in any order; after `--` operands alone.
 *
 * Always true: what is wrong is said once, in a sentence, before any file is opened. */

#include <string.h>

#include <kpiscore/kpiscore.h>

#include "arguments.h"
#include "speak.h"

/* What is left of the command line; `next` moves on. */
typedef struct {
  char **words;
  int n;
  int next;
} Line;

/* A list that is NULL-terminated from the start, so that it can be read as an array of strings. */
static GPtrArray *
new_list (void)
{
  GPtrArray *list = g_ptr_array_new ();

  g_ptr_array_add (list, NULL);
  return list;
}

static void
append (GPtrArray *list, const char *word)
{
  g_ptr_array_insert (list, (gint)list->len - 1, (gpointer)word);
}

static gboolean
refuse (const Command *command, const char *why)
{
  speak_usage ("%s; see: kpiscore%s%s --help", why, command == NULL ? "" : " ",
               command == NULL ? "" : command->name);
  return FALSE;
}

static gboolean
stands_here (const Option *option, const Command *command)
{
  return (option->places & command_place (command)) != 0;
}

/* "; did you mean X?", with `before` (such as "--") put before X; NULL where nothing is near. A new
 * string. */
static char *
get_hint (const char *word, const char *const *known, const char *before)
{
  const char *nearest = kpi_error_find_nearest (word, known);

  return nearest == NULL ? NULL : g_strdup_printf ("; did you mean %s%s?", before, nearest);
}

static gboolean
refuse_option (const Command *command, const char *dashes, const char *name)
{
  g_autoptr (GPtrArray) known = new_list ();
  g_autofree char *hint = NULL, *why = NULL;

  for (OptionId id = 0; id < N_OPTIONS; id++)
    if (stands_here (&options[id], command) && options[id].built)
      append (known, options[id].name);
  hint = get_hint (name, (const char *const *)known->pdata, "--");
  why = g_strdup_printf ("%s has no option %s%s%s", command == NULL ? "kpiscore" : command->name,
                         dashes, name, hint == NULL ? "" : hint);
  if (hint == NULL)
    return refuse (command, why);
  speak_usage ("%s", why);
  return FALSE;
}

/* By its name behind two dashes, by its letter behind one. */
static gboolean
find_option (const Command *command, const char *dashes, const char *name, OptionId *out_id)
{
  gboolean by_letter = strcmp (dashes, "-") == 0;

  for (OptionId id = 0; id < N_OPTIONS; id++)
    if (stands_here (&options[id], command) &&
        (by_letter ? options[id].letter == *name : strcmp (options[id].name, name) == 0)) {
      *out_id = id;
      return TRUE;
    }
  return refuse_option (command, dashes, name);
}

/* Keeps an option with its value: `attached` if there is one, else the next word. */
static gboolean
take_option (Arguments *arguments, OptionId id, const char *attached, Line *line)
{
  const Option *option = &options[id];
  const char *value = attached;

  if (!option->built) {
    speak_usage ("--%s is not built yet", option->name);
    return FALSE;
  }
  if (option->value == NULL && attached != NULL) {
    speak_usage ("--%s takes no value, found \"%s\"", option->name, attached);
    return FALSE;
  }
  if (option->value != NULL && attached == NULL) {
    if (line->next == line->n) {
      speak_usage ("--%s: expected its %s", option->name, option->value);
      return FALSE;
    }
    value = line->words[line->next++];
  }
  append (arguments->values[id], value == NULL ? "" : value);
  return TRUE;
}

static gboolean
take_long (Arguments *arguments, const char *word, Line *line)
{
  const char *equals = strchr (word, '=');
  g_autofree char *name = equals == NULL ? g_strdup (word) : g_strndup (word, equals - word);
  OptionId id = N_OPTIONS;

  if (!find_option (arguments->command, "--", name, &id))
    return FALSE;
  return take_option (arguments, id, equals == NULL ? NULL : equals + 1, line);
}

static gboolean
take_short (Arguments *arguments, const char *word, Line *line)
{
  const char letter[] = {*word, '\0'};
  OptionId id = N_OPTIONS;

  if (!find_option (arguments->command, "-", letter, &id))
    return FALSE;
  return take_option (arguments, id, word[1] == '\0' ? NULL : word + 1, line);
}

static gboolean
refuse_command (const char *name)
{
  g_autoptr (GPtrArray) known = new_list ();
  g_autofree char *hint = NULL;

  for (const Command *command = commands; command->name != NULL; command++)
    if (command->run != NULL)
      append (known, command->name);
  hint = get_hint (name, (const char *const *)known->pdata, "");
  speak_usage ("there is no command \"%s\"%s", name,
               hint == NULL ? "; see: kpiscore --help" : hint);
  return FALSE;
}

static gboolean
take_command (Arguments *arguments, const char *name)
{
  arguments->command = command_find (name);
  if (arguments->command == NULL)
    return refuse_command (name);
  if (arguments->command->run != NULL)
    return TRUE;
  speak_usage ("%s is not built yet", name);
  return FALSE;
}

static gboolean
take_word (Arguments *arguments, const char *word, gboolean options_over, Line *line)
{
  if (!options_over && g_str_has_prefix (word, "--"))
    return take_long (arguments, word + 2, line);
  if (!options_over && word[0] == '-' && word[1] != '\0')
    return take_short (arguments, word + 1, line);
  if (arguments->command == NULL)
    return take_command (arguments, word);
  append (arguments->operands, word);
  return TRUE;
}

static gboolean
has_right_number (const Arguments *arguments)
{
  const Command *command = arguments->command;
  guint n = arguments->operands->len - 1;
  g_autofree char *why = NULL;

  if (arguments_has (arguments, OPTION_HELP) || arguments_has (arguments, OPTION_VERSION))
    return TRUE;
  if (command == NULL)
    return refuse (NULL, "expected a command");
  if (n >= command->least_operands && n <= command->most_operands)
    return TRUE;
  why = g_strdup_printf ("%s: expected %s, found %u", command->name, command->operands, n);
  return refuse (command, why);
}

gboolean
arguments_parse (Arguments *arguments, int argc, char **argv)
{
  Line line = {argv, argc, 1};
  gboolean options_over = FALSE;

  *arguments = (Arguments){.operands = new_list ()};
  for (OptionId id = 0; id < N_OPTIONS; id++)
    arguments->values[id] = new_list ();
  while (line.next < line.n) {
    const char *word = line.words[line.next++];

    if (!options_over && strcmp (word, "--") == 0)
      options_over = TRUE;
    else if (!take_word (arguments, word, options_over, &line))
      return FALSE;
  }
  return has_right_number (arguments);
}

void
arguments_clear (Arguments *arguments)
{
  g_ptr_array_unref (arguments->operands);
  for (OptionId id = 0; id < N_OPTIONS; id++)
    g_ptr_array_unref (arguments->values[id]);
}

gboolean
arguments_has (const Arguments *arguments, OptionId option)
{
  return arguments->values[option]->len > 1;
}

const char *
arguments_get (const Arguments *arguments, OptionId option)
{
  const GPtrArray *values = arguments->values[option];

  return values->len > 1 ? values->pdata[values->len - 2] : NULL;
}

const char *const *
arguments_list (const Arguments *arguments, OptionId option)
{
  return (const char *const *)arguments->values[option]->pdata;
}

/* Refuses a word that is none of those known. */
static gint
refuse_word (OptionId option, const char *word, const char *const *known)
{
  g_autoptr (GString) all = g_string_new (known[0]);
  g_autofree char *hint = get_hint (word, known, "");

  for (gsize i = 1; known[i] != NULL; i++)
    g_string_append_printf (all, "%s%s", known[i + 1] == NULL ? " or " : ", ", known[i]);
  return speak_usage ("--%s: found \"%s\", expected %s%s", options[option].name, word, all->str,
                      hint == NULL ? "" : hint);
}

gint
arguments_find_word (OptionId option, const char *word, const char *const *known, gsize *out_index)
{
  for (gsize i = 0; known[i] != NULL; i++)
    if (strcmp (known[i], word) == 0) {
      *out_index = i;
      return EXIT_DONE;
    }
  return refuse_word (option, word, known);
}

gint
arguments_judge_words (const Arguments *arguments, OptionId option, const char *const *known)
{
  const char *const *word = arguments_list (arguments, option);

  for (; *word != NULL; word++)
    if (!g_strv_contains (known, *word))
      return refuse_word (option, *word, known);
  return EXIT_DONE;
}
