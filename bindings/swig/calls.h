/* SPDX-License-Identifier: MIT */
/* Calls of several steps that every language makes in the same way. They touch no language's state,
 * so that they run outside Python's lock. */
#ifndef KPI_SWIG_CALLS_H
#define KPI_SWIG_CALLS_H

#include <kpiscore/kpiscore.h>

/* Rows of a scorecard whose area, period and node are as asked, one after another. */
typedef struct _KpiSelection KpiSelection;

/* What scores files: lists end with NULL; a list or a text that is NULL asks for nothing. The files
 * of registers stand beside their names. */
KpiScorecard *_kpi_score_files (KpiModel *model, char **files, const char *as_of, char **periods,
                                char **areas, char **nodes, char **register_names,
                                char **register_files, const char *stage, KpiFit *fit,
                                GError **error);

/* The names of the flags of a row, a new list; an empty one where no row has the names, or on
 * failure. */
char **_kpi_list_flags (const KpiScorecard *card, const char *area, const char *period,
                        const char *node, GError **error);

/* The first of a list; "", which is no file, where it has none. */
const char *_kpi_first (char **files);

/* Learns from files, likewise. */
KpiFit *_kpi_fit_files (KpiModel *model, char **files, const char *as_of, char **register_names,
                        char **register_files, GError **error);

/* The whole output as one text; NULL on failure. */
GBytes *_kpi_write_text (const KpiScorecard *card, KpiFormat format, GError **error);
GBytes *_kpi_write_listing_text (const KpiListing *listing, KpiFormat format, GError **error);

/* The names of a listing's columns, a new list. */
char **_kpi_list_columns (const KpiListing *listing);

/* Whether kpi_scorecard_find() failed on names that are known, of which there is just no row. */
gboolean _kpi_is_missing_row (const GError *error);

/* The score of a node; NaN where there is none. A name that is unknown is an error. */
double _kpi_find_score (const KpiScorecard *card, const char *area, const char *period,
                        const char *node, GError **error);

/* The day on which its target would be met, a new string; NULL where none is told. */
char *_kpi_find_met_on (const KpiScorecard *card, const char *area, const char *period,
                        const char *node, GError **error);

/* A name that is NULL lets every row pass; one that the scorecard does not know is an error. */
KpiSelection *_kpi_selection_new (KpiScorecard *card, const char *area, const char *period,
                                  const char *node, GError **error);
void _kpi_selection_free (KpiSelection *selection);
const KpiScorecard *_kpi_selection_get_card (const KpiSelection *selection);

/* FALSE after the last row. */
gboolean _kpi_selection_next (KpiSelection *selection, gsize *out_row);

#endif
