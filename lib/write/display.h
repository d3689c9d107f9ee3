/* SPDX-License-Identifier: MIT */
/* The cells of a table as text for people: rounded, with unit and sense. Each function appends to
 * `out`. `language` is that of KpiTableStyle. */
#pragma once

#include "base/rounding.h"
#include "model/model-private.h"

#include <kpiscore/scorecard.h>

void _kpi_display_number (GString *out, double value, KpiRounding rounding, const char *language);

/* The title of an indicator, with its unit in brackets where that is too long to stand with each
 * value. */
void _kpi_display_title (GString *out, const char *title, const char *unit);

/* "21.3%", "≥ 80%", "85–90%"; nothing where there is no value. */
void _kpi_display_value (GString *out, const KpiScorecard *card, gsize row,
                         const KpiIndicator *indicator, const char *language);

/* "≥ 35%", "top 5", "85–90%"; nothing where `target` is NULL. */
void _kpi_display_target (GString *out, const KpiScorecard *card, gsize row,
                          const KpiIndicator *indicator, const KpiTarget *target,
                          const char *language);

/* "60.9", or "91–100" where the bounds leave that open. */
void _kpi_display_score (GString *out, const KpiScorecard *card, gsize row, double out_of,
                         const char *language);

/* "rank 3", "rank 2–4"; nothing where there is no rank. */
void _kpi_display_rank (GString *out, const KpiScorecard *card, gsize row, const char *language);

/* The score as a bar of `cells` columns and the mark of what is demanded at its end: "██████▌···│";
 * what the bounds leave open is "▒". Nothing where there is no score. */
void _kpi_display_bar (GString *out, const KpiScorecard *card, gsize row, double out_of,
                       gsize cells);
