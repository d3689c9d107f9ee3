/* SPDX-License-Identifier: MIT */
/* The command line: which command, on which files, with which options. One table of commands and
 * one of options (words.c) say what there is; the parser, the messages and the help come from
 * them. */
#pragma once

#include <glib.h>

/* The exit status at the end. */
enum { EXIT_DONE = 0, EXIT_WRONG_INPUT = 1, EXIT_WRONG_USAGE = 2, EXIT_STATUS_FOUND = 3 };

typedef enum {
  OPTION_DATA,
  OPTION_AREA,
  OPTION_NODE,
  OPTION_PERIOD,
  OPTION_AS_OF,
  OPTION_FORMAT,
  OPTION_LANG,
  OPTION_OUTPUT,
  OPTION_FAIL_ON,
  OPTION_SEPARATOR,
  OPTION_DECIMAL,
  OPTION_WHERE,
  OPTION_YAML,
  OPTION_SCHEMA,
  OPTION_REGISTER,
  OPTION_STAGE,
  OPTION_SET,
  OPTION_TARGETS,
  OPTION_FIT,
  OPTION_MERGE,
  OPTION_OF,
  OPTION_METHOD,
  OPTION_HELP,
  OPTION_VERSION,
  N_OPTIONS
} OptionId;

typedef struct _Arguments Arguments;

/* Where an option may stand; "not built" ones are known, so as to be refused with a reason. */
typedef enum {
  FOR_CHECK = 1 << 0,
  FOR_SCORE = 1 << 1,
  FOR_MODELS = 1 << 2,
  FOR_NOTHING = 1 << 3, /* before any command */
  FOR_ALERTS = 1 << 4,
  FOR_FIT = 1 << 5,
  FOR_STATS = 1 << 6,
  FOR_CARDS = FOR_SCORE | FOR_ALERTS | FOR_STATS, /* what a scorecard shows */
  FOR_DATA = FOR_CARDS | FOR_CHECK | FOR_FIT,     /* what reads data */
  FOR_ALL = FOR_STATS | FOR_FIT | FOR_CHECK | FOR_SCORE | FOR_MODELS | FOR_NOTHING | FOR_ALERTS
} OptionPlaces;

typedef struct {
  const char *name;
  const char *operands; /* as the help shows them */
  const char *about;
  OptionPlaces place;   /* its options are those with this bit */
  guint least_operands; /* more than one operand is allowed where one is required */
  guint most_operands;
  gint (*run) (const Arguments *arguments); /* NULL: not built yet */
} Command;

typedef struct {
  const char *name;  /* without its dashes */
  char letter;       /* 0 where it has none */
  const char *value; /* what it takes, as the help shows it; NULL for a flag */
  gboolean many;     /* may be given several times, and all count */
  gboolean built;
  guint places;
  const char *about;
} Option;

extern const Command commands[]; /* ends with a name that is NULL */
extern const Option options[N_OPTIONS];

/* The bit of OptionPlaces for a command; FOR_NOTHING for NULL. */
guint command_place (const Command *command);

/* The command of that name; NULL if there is none. */
const Command *command_find (const char *name);

struct _Arguments {
  const Command *command;       /* NULL where none was named */
  GPtrArray *operands;          /* of const char *, NULL at the end */
  GPtrArray *values[N_OPTIONS]; /* of const char *, NULL at the end; "" for a flag */
};

/* Reads the command line. On failure says on standard error what is wrong and returns FALSE. */
gboolean arguments_parse (Arguments *arguments, int argc, char **argv);
void arguments_clear (Arguments *arguments);

gboolean arguments_has (const Arguments *arguments, OptionId option);

/* The last value given; NULL if there is none. */
const char *arguments_get (const Arguments *arguments, OptionId option);

/* Finds the word given for an option among those that it takes, NULL at the end. Says which was
 * meant, or all of them, where it is none; returns the exit status. */
gint arguments_find_word (OptionId option, const char *word, const char *const *known,
                          gsize *out_index);

/* Judges all words given for an option so. */
gint arguments_judge_words (const Arguments *arguments, OptionId option, const char *const *known);

/* All values given, NULL at the end. */
const char *const *arguments_list (const Arguments *arguments, OptionId option);
