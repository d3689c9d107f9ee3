/* SPDX-License-Identifier: MIT */
/* Reads the command line by the tables of words.c: `--name value`, `--name=value`, `-o value`,
 * `-ovalue`; options and operands in any order; after `--` operands alone.
 *
 * Always true: what is wrong is said once, in a sentence, before any file is opened. */

#include <string.h>

#include "arguments.h"
#include "nearest.h"
#include "speak.h"

/* What is left of the command line; `next` moves on. */
typedef struct {
  char **words;
  int n;
  int next;
} Line;

static const char *
name_of (const Command *command)
{
  return command == NULL ? "kpiscore" : command->name;
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

static gboolean
unknown_option (const Command *command, const char *dashes, const char *name)
{
  Nearest nearest = {.word = name};
  g_autofree char *hint = NULL, *why = NULL;

  for (OptionId id = 0; id < N_OPTIONS; id++)
    if (stands_here (&options[id], command) && options[id].built)
      nearest_offer (&nearest, options[id].name);
  hint = nearest_hint (&nearest, "--");
  why = g_strdup_printf ("%s has no option %s%s%s", name_of (command), dashes, name, hint);
  if (nearest.nearest == NULL)
    return refuse (command, why);
  speak_usage ("%s", why);
  return FALSE;
}

static gboolean
find_option (const Command *command, const char *name, OptionId *out_id)
{
  for (OptionId id = 0; id < N_OPTIONS; id++)
    if (strcmp (options[id].name, name) == 0 && stands_here (&options[id], command)) {
      *out_id = id;
      return TRUE;
    }
  return unknown_option (command, "--", name);
}

static gboolean
find_letter (const Command *command, char letter, OptionId *out_id)
{
  char name[] = {letter, '\0'};

  for (OptionId id = 0; id < N_OPTIONS; id++)
    if (options[id].letter == letter && stands_here (&options[id], command)) {
      *out_id = id;
      return TRUE;
    }
  return unknown_option (command, "-", name);
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
  g_ptr_array_insert (arguments->values[id], (gint)arguments->values[id]->len - 1,
                      (gpointer)(value == NULL ? "" : value));
  return TRUE;
}

static gboolean
take_long (Arguments *arguments, const char *word, Line *line)
{
  const char *equals = strchr (word, '=');
  g_autofree char *name = equals == NULL ? g_strdup (word) : g_strndup (word, equals - word);
  OptionId id = N_OPTIONS;

  if (!find_option (arguments->command, name, &id))
    return FALSE;
  return take_option (arguments, id, equals == NULL ? NULL : equals + 1, line);
}

static gboolean
take_short (Arguments *arguments, const char *word, Line *line)
{
  OptionId id = N_OPTIONS;

  if (!find_letter (arguments->command, word[0], &id))
    return FALSE;
  return take_option (arguments, id, word[1] == '\0' ? NULL : word + 1, line);
}

static gboolean
take_command (Arguments *arguments, const char *name)
{
  const Command *command = command_find (name);
  Nearest nearest = {.word = name};
  g_autofree char *hint = NULL;

  if (command != NULL && command->run != NULL) {
    arguments->command = command;
    return TRUE;
  }
  if (command != NULL) {
    speak_usage ("%s is not built yet", name);
    return FALSE;
  }
  for (command = commands; command->name != NULL; command++)
    if (command->run != NULL)
      nearest_offer (&nearest, command->name);
  hint = nearest_hint (&nearest, "");
  speak_usage ("there is no command \"%s\"%s", name,
               nearest.nearest == NULL ? "; see: kpiscore --help" : hint);
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
  g_ptr_array_insert (arguments->operands, (gint)arguments->operands->len - 1, (gpointer)word);
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

/* A list that is NULL-terminated from the start, so that it can be read as an array of strings. */
static GPtrArray *
new_list (void)
{
  GPtrArray *list = g_ptr_array_new ();

  g_ptr_array_add (list, NULL);
  return list;
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

gint
arguments_find_word (OptionId option, const char *word, const char *const *known, gsize n_known,
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

gint
arguments_judge_words (const Arguments *arguments, OptionId option, const char *const *known,
                       gsize n_known)
{
  gint told = EXIT_DONE;
  gsize ignored;

  for (const char *const *word = arguments_list (arguments, option);
       *word != NULL && told == EXIT_DONE; word++)
    told = arguments_find_word (option, *word, known, n_known, &ignored);
  return told;
}
