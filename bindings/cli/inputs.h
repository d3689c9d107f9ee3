/* SPDX-License-Identifier: MIT */
/* What the arguments name: the model, and the data if there are any. */
#pragma once

#include <kpiscore/kpiscore.h>

#include "arguments.h"

typedef struct {
  KpiModel *model;
  KpiDataset *data; /* NULL where no --data was given */
} Inputs;

/* Adds the registers that --register names to what is asked of the score; returns the exit
 * status. */
gint inputs_add_registers (const Arguments *arguments, KpiScoreOptions *asked);

/* Takes what is asked of the score from the options: a day, periods, areas, nodes, registers and
 * fits; returns the exit status. */
gint inputs_ask (const Arguments *arguments, KpiScoreOptions *asked);

/* Merges the fits that an option names into `*fit`, which may be NULL; returns the exit status. */
gint inputs_merge_fits (const Arguments *arguments, OptionId option, KpiFit **fit);

gsize inputs_count_nodes (const KpiModel *model, KpiNodeKind kind);

/* Reads both and says all findings of both; returns the exit status, EXIT_DONE if all went
 * well. Clear the inputs either way. */
gint inputs_read (Inputs *inputs, const Arguments *arguments);
void inputs_clear (Inputs *inputs);

/* Where no indicator has a value because nothing was read, says so. */
void inputs_say_missing (const Inputs *inputs, const KpiScorecard *card);
