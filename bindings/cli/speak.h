/* SPDX-License-Identifier: MIT */
/* The two streams: data on standard output, all else on standard error. */
#pragma once

#include <kpiscore/kpiscore.h>

/* Says on standard error what is wrong with the command line; returns EXIT_WRONG_USAGE. */
gint speak_usage (const char *format, ...) G_GNUC_PRINTF (1, 2);

/* Says on standard error what the caller may want to know. */
void speak_warning (const char *text);

/* Says findings, a line each, but for those that were said before: what a model or a dataset is
 * warned of comes again with the scorecard made from them. */
void speak_findings (KpiFindings *findings);

/* Says an error with all its findings; returns the exit status. A reader that has gone away
 * (`| head`) has seen enough: that ends the writing and is no failure. */
gint speak_error (const GError *error);

/* A KpiWriteFunc to standard output. */
gboolean speak_output (const char *bytes, gsize length, gpointer user_data, GError **error);

/* Writes a text to standard output; returns the exit status. */
gint speak_text (const char *text);

/* Whether colour would be welcome on standard output, and how wide it is (0: not a terminal). */
gboolean speak_in_colour (void);
guint speak_width (void);
