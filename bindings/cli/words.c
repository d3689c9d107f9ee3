/* SPDX-License-Identifier: MIT */
/* The commands and the options: the one place that knows what there is. The man page,
 * docs/kpiscore.1, says the same at more length. */

#include <string.h>

#include "arguments.h"
#include "commands.h"

#define ANY_NUMBER G_MAXUINT

const Command commands[] = {
    {"check", "MODEL...", "Checks models, and data against them", FOR_CHECK, 1, ANY_NUMBER,
     run_check},
    {"score", "MODEL...", "Scores data by a model", FOR_SCORE, 1, ANY_NUMBER, run_score},
    {"alerts", "MODEL...", "Lists what is late, wrong or old, most urgent first", FOR_ALERTS, 1,
     ANY_NUMBER, run_alerts},
    {"fit", "MODEL...", "Learns from data what scores need to know of them", FOR_FIT, 1, ANY_NUMBER,
     run_fit},
    {"stats", "MODEL...", "Lists how indicators are spread and go together", FOR_STATS, 1,
     ANY_NUMBER, run_stats},
    {"models", "[NAME]", "Lists the built-in models, or shows one", FOR_MODELS, 0, 1, run_models},
    {.name = "explain"},
    {.name = "compare"},
    {.name = "path"},
    {.name = "simulate"},
    {.name = "sensitivity"},
    {.name = "report"},
    {.name = "diff"},
    {.name = NULL},
};

const Option options[N_OPTIONS] = {
    [OPTION_DATA] = {"data", 0, "FILE", TRUE, TRUE, FOR_DATA,
                     "observations, a CSV file (long, wide or SDMX-CSV)"},
    [OPTION_AREA] = {"area", 0, "AREA", TRUE, TRUE, FOR_CARDS, "show this area"},
    [OPTION_NODE] = {"node", 0, "NODE", TRUE, TRUE, FOR_CARDS,
                     "show this indicator, group or index"},
    [OPTION_PERIOD] = {"period", 0, "PERIOD", TRUE, TRUE, FOR_SCORE | FOR_STATS,
                       "show this period, such as 2025 or 2025-Q3"},
    [OPTION_AS_OF] = {"as-of", 0, "DATE", FALSE, TRUE, FOR_CARDS | FOR_FIT,
                      "score one day by the latest observations; or \"latest\""},
    [OPTION_FORMAT] = {"format", 0, "FORMAT", FALSE, TRUE, FOR_CARDS | FOR_CHECK,
                       "table (the default), csv or json"},
    [OPTION_LANG] = {"lang", 0, "LANGUAGE", FALSE, TRUE, FOR_SCORE | FOR_ALERTS | FOR_MODELS,
                     "the language of titles and words, such as vi"},
    [OPTION_OUTPUT] = {"output", 'o', "FILE", FALSE, TRUE, FOR_DATA,
                       "write to FILE: all of it, or nothing"},
    [OPTION_FAIL_ON] = {"fail-on", 0, "STATUS", TRUE, TRUE, FOR_SCORE | FOR_ALERTS,
                        "exit with 3 where this status, or kind of alert, is"},
    [OPTION_SEPARATOR] = {"separator", 0, "CHARACTER", FALSE, TRUE, FOR_DATA,
                          "what stands between fields of the data; or \"tab\""},
    [OPTION_DECIMAL] = {"decimal", 0, "CHARACTER", FALSE, TRUE, FOR_DATA,
                        "the decimal mark of the data: . or ,"},
    [OPTION_WHERE] = {"where", 0, "COLUMN=VALUE", TRUE, TRUE, FOR_DATA,
                      "keep only rows of the data that have this"},
    [OPTION_YAML] = {"yaml", 0, NULL, FALSE, TRUE, FOR_MODELS, "print the model as the YAML it is"},
    [OPTION_SCHEMA] = {"schema", 0, NULL, FALSE, TRUE, FOR_MODELS,
                       "print the JSON Schema of model files"},
    [OPTION_REGISTER] = {"register", 0, "NAME=FILE", TRUE, TRUE, FOR_DATA,
                         "read this register of the model from FILE"},
    [OPTION_STAGE] = {"stage", 0, "STAGE", FALSE, TRUE, FOR_SCORE | FOR_STATS,
                      "values as measured, imputed, treated or normalised"},
    [OPTION_SET] = {"set", 0, "INDICATOR=VALUE", TRUE, FALSE, FOR_SCORE, NULL},
    [OPTION_TARGETS] = {"targets", 0, NULL, FALSE, TRUE, FOR_CHECK,
                        "list the targets, each beside the one that it overlays"},
    [OPTION_FIT] = {"fit", 0, "FILE", TRUE, TRUE, FOR_CARDS,
                    "score by what the command fit learned and saved"},
    [OPTION_MERGE] = {"merge", 0, "FILE", TRUE, TRUE, FOR_FIT,
                      "merge with this fit, of other data"},
    [OPTION_OF] =
        {"of", 0, "WHAT", FALSE, TRUE, FOR_STATS,
         "summary (the default), correlations, alpha, pca, availability, weights, treatments"},
    [OPTION_METHOD] = {"method", 0, "METHOD", FALSE, TRUE, FOR_STATS,
                       "of correlations and weights: pearson (the default), spearman or kendall"},
    [OPTION_HELP] = {"help", 'h', NULL, FALSE, TRUE, FOR_ALL, "show this help"},
    [OPTION_VERSION] = {"version", 0, NULL, FALSE, TRUE, FOR_NOTHING, "show the version"},
};

guint
command_place (const Command *command)
{
  return command == NULL ? FOR_NOTHING : command->place;
}

const Command *
command_find (const char *name)
{
  for (const Command *command = commands; command->name != NULL; command++)
    if (strcmp (command->name, name) == 0)
      return command;
  return NULL;
}
