/* SPDX-License-Identifier: MIT */
/* Why a text is no number: the habits of spreadsheets, each with what should stand there. */
#pragma once

#include <glib.h>

/* What was expected in place of `text`, which is no number, as the rest of a sentence that starts
 * with "expected"; never freed. NULL where no habit is seen behind it. `decimal` is the mark that
 * would have been right, `.` or `,`. */
const char *_kpi_misread_explain (const char *text, char decimal);

/* Whether `text` is a number but for its decimal comma, and no `1,234`, which may be anything. */
gboolean _kpi_misread_has_decimal_comma (const char *text);
