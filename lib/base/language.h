/* SPDX-License-Identifier: MIT */
/* The languages that the library speaks. gettext keeps one language a process; here it is an
 * argument, and a table of texts has a column for each. */
#pragma once

#include <glib.h>

typedef enum { KPI_LANGUAGE_ENGLISH, KPI_LANGUAGE_VIETNAMESE, KPI_N_LANGUAGES } KpiLanguage;

/* The language of a tag: `vi`, `vi-VN` and `vi_VN` are the same. English for NULL, and where the
 * library does not speak it. */
KpiLanguage _kpi_language_of (const char *tag);
