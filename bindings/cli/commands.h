/* SPDX-License-Identifier: MIT */
/* The commands, a file each; each returns the exit status. */
#pragma once

#include "arguments.h"

gint run_alerts (const Arguments *arguments);
gint run_check (const Arguments *arguments);
gint run_score (const Arguments *arguments);
gint run_stats (const Arguments *arguments);
gint run_models (const Arguments *arguments);
gint run_fit (const Arguments *arguments);

/* The help of a command; of the whole where that is NULL. */
void print_help (GString *out, const Command *command);
