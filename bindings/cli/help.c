/* SPDX-License-Identifier: MIT */
/* The help, from the tables of words.c. */

#include "commands.h"

#define COLUMN 26 /* where what an option does begins */

static void
append_row (GString *out, const char *left, const char *right)
{
  g_string_append_printf (out, "  %-*s%s\n", COLUMN - 2, left, right);
}

static void
append_commands (GString *out)
{
  g_string_append (out, "\nCommands:\n");
  for (const Command *command = commands; command->name != NULL; command++) {
    g_autofree char *left = NULL;

    if (command->run == NULL)
      continue;
    left = g_strdup_printf ("%s %s", command->name, command->operands);
    append_row (out, left, command->about);
  }
}

static char *
describe (const Option *option)
{
  g_autofree char *letter =
      option->letter == 0 ? g_strdup ("") : g_strdup_printf ("-%c, ", option->letter);

  return g_strdup_printf ("%s--%s%s%s%s", letter, option->name, option->value == NULL ? "" : " ",
                          option->value == NULL ? "" : option->value, option->many ? " *" : "");
}

static void
append_options (GString *out, const Command *command)
{
  gboolean several = FALSE;

  g_string_append (out, "\nOptions:\n");
  for (OptionId id = 0; id < N_OPTIONS; id++) {
    const Option *option = &options[id];
    g_autofree char *left = NULL;

    if (!option->built || (option->places & command_place (command)) == 0)
      continue;
    left = describe (option);
    append_row (out, left, option->about);
    several |= option->many;
  }
  if (several)
    g_string_append (out, "  * may be given several times\n");
}

void
print_help (GString *out, const Command *command)
{
  if (command == NULL) {
    g_string_append (out, "Usage: kpiscore COMMAND [OPTION]...\n"
                          "Scores indicators against targets.\n");
    append_commands (out);
    append_options (out, NULL);
    g_string_append (out, "\n\"kpiscore COMMAND --help\" tells the options of a command.\n");
  } else {
    g_string_append_printf (out, "Usage: kpiscore %s %s [OPTION]...\n%s.\n", command->name,
                            command->operands, command->about);
    append_options (out, command);
  }
  g_string_append (out, "\nExit status: 0 done, 1 the model or the data is wrong, 2 the command\n"
                        "line is wrong, 3 an indicator has a status named by --fail-on.\n");
}
