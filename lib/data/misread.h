/* SPDX-License-Identifier: MIT */
/* Why a cell is no number: the habits of spreadsheets, each with what should stand there. */
#ifndef KPI_MISREAD_H
#define KPI_MISREAD_H

#include <glib.h>

/* What was expected in place of `text`, which is no number, as the rest of a sentence that starts
 * with "expected"; never freed. */
const char *_kpi_misread_explain (const char *text, char decimal);

#endif
