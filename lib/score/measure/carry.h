/* SPDX-License-Identifier: MIT */
/* Carrying: an older observation stands in where a period has none. */
#pragma once

#include "score/measure/aligned-term.h"

/* Lists all periods of the series of a term, the latest first. FALSE if there is no memory. */
gboolean _kpi_carry_list (KpiAlignedTerm *term);

/* The place in that list of the first period that had ended by a day; all behind it had, too. */
gsize _kpi_carry_find_ended (const KpiAlignedTerm *term, gint32 day);

/* Whether what ended on `day` may still stand in on the day `until`: carrying ends where the
 * duration of `carry`, counted from `day`, does. */
gboolean _kpi_carry_reaches (const KpiSeries *rules, gint32 day, gint32 until);

/* Fills the areas that have no value for the period of a term with their latest observations that
 * had ended by its end and may stand in until a day. FALSE if there is no memory. */
gboolean _kpi_carry_fill (KpiAlignedTerm *term, gint32 until, KpiAlignedTerm *scratch);

/* By latest end; of those, by latest start, so that a quarter goes before the year that ends with
 * it. Of KpiPeriod, for _kpi_sort(). */
gint _kpi_carry_order (gconstpointer a, gconstpointer b, gpointer unused);
