/* SPDX-License-Identifier: MIT */
/* Numbers as text: the same in every locale, and the same double back from what was written. */
#pragma once

#include <glib.h>

/* Enough for any text that _kpi_number_format() writes, its NUL included. */
#define KPI_NUMBER_SIZE 32

/* Reads a number in decimal or exponent form (`12`, `-0.5`, `.5`, `1e3`): all of `text`, which ends
 * with a NUL. Hexadecimal, infinities, NaN, blanks and what overflows are no numbers. */
gboolean _kpi_number_parse (const char *text, double *out_value);

/* Writes the shortest digits that bring `value` back: plain for 1e-5 <= |value| < 1e16, exponent
 * form beyond, no trailing `.0`, never `-0`; "" for what is not finite. Returns the length. */
gsize _kpi_number_format (double value, char buffer[KPI_NUMBER_SIZE]);
