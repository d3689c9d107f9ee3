/* SPDX-License-Identifier: MIT */
/* kpiscore: scores indicators against targets, for the shell. Data goes to standard output, all
 * else to standard error; the exit status says how it went (see arguments.h). */

#include <signal.h>

#include <kpiscore/kpiscore.h>

#include "commands.h"
#include "speak.h"

static gint
show_help (const Command *command)
{
  g_autoptr (GString) out = g_string_new (NULL);

  print_help (out, command);
  return speak_text (out->str);
}

static gint
run (const Arguments *arguments)
{
  g_autofree char *version = NULL;

  if (arguments_has (arguments, OPTION_HELP))
    return show_help (arguments->command);
  if (arguments_has (arguments, OPTION_VERSION)) {
    version = g_strdup_printf ("kpiscore %s\n", kpi_version ());
    return speak_text (version);
  }
  return arguments->command->run (arguments);
}

int
main (int argc, char **argv)
{
  Arguments arguments;
  gint status = EXIT_WRONG_USAGE;

  /* A reader that goes away is met where the write fails, so that the status stays ours. */
  signal (SIGPIPE, SIG_IGN);
  if (arguments_parse (&arguments, argc, argv))
    status = run (&arguments);
  arguments_clear (&arguments);
  return status;
}
