/* SPDX-License-Identifier: MIT */
/* Statistics of a scorecard: the table of their kinds, and the walk over periods and levels. */

#include <string.h>

#include <kpiscore/statistics.h>

#include "analyse/statistics-private.h"
#include "base/findings-private.h"
#include "base/text.h"

/* One line a kind; each is the file of its name, statistics-NAME.c. The first is the default. */
#define KINDS(KIND)                                                                                \
  KIND (summary)                                                                                   \
  KIND (correlations)                                                                              \
  KIND (alpha)                                                                                     \
  KIND (pca)                                                                                       \
  KIND (availability)                                                                              \
  KIND (weights)

#define DECLARE(name) extern const KpiStatistic _kpi_statistic_##name;
KINDS (DECLARE)

#define ENTRY(name) &_kpi_statistic_##name,
static const KpiStatistic *const kinds[] = {KINDS (ENTRY)};

#define NAME(name) #name,
static const char *const kind_names[] = {KINDS (NAME) NULL};

static const char *const correlation_names[] = {"pearson", "spearman", "kendall", NULL};
static const KpiCorrelationFormula correlations[] = {
    _kpi_correlation_pearson, _kpi_correlation_spearman, _kpi_correlation_kendall};

const char *const *
kpi_statistics_get_kinds (void)
{
  return kind_names;
}

const char *const *
kpi_statistics_get_correlations (void)
{
  return correlation_names;
}

static gboolean
fail_unknown (const char *what, const char *word, const char *const *known, gsize n_known,
              GError **error)
{
  g_autoptr (GString) all = g_string_new (NULL);
  g_autofree char *quoted = _kpi_text_quote (word), *hint = NULL;
  KpiNearest nearest = KPI_NEAREST (word);

  for (gsize i = 0; i < n_known; i++) {
    g_string_append_printf (all, "%s%s", i == 0 ? "" : i + 1 == n_known ? " or " : ", ", known[i]);
    _kpi_nearest_offer (&nearest, known[i]);
  }
  hint = _kpi_nearest_hint (&nearest);
  return _kpi_error_set (error, KPI_ERROR_ARGUMENT, "%s: found %s, expected %s%s", what, quoted,
                         all->str, hint);
}

/* Finds a word among known ones; NULL is the first of them. */
static gboolean
find_word (const char *what, const char *word, const char *const *known, gsize n_known,
           gsize *out_index, GError **error)
{
  for (gsize i = 0; i < n_known; i++) {
    if (word != NULL && strcmp (known[i], word) != 0)
      continue;
    *out_index = i;
    return TRUE;
  }
  return fail_unknown (what, word, known, n_known, error);
}

static KpiListing *
new_listing (const KpiScorecard *card, const KpiStatistic *kind)
{
  KpiListingColumn columns[2 + KPI_MAX_STATISTIC_COLUMNS] = {{"period", KPI_LISTING_TEXT},
                                                             {"level", KPI_LISTING_TEXT}};
  gsize n = 2;

  while (n < G_N_ELEMENTS (columns) && kind->columns[n - 2].name != NULL) {
    columns[n] = kind->columns[n - 2];
    n++;
  }
  return _kpi_listing_new (kpi_model_get_id (card->model), columns, n);
}

static gboolean
walk (const KpiStatistic *kind, KpiCorrelationFormula formula, KpiSlice *slice, KpiListing *listing,
      GError **error)
{
  const KpiScorecard *card = slice->card;

  for (gsize p = 0; p < card->n_shown; p++)
    for (guint32 level = 0; level < card->areas.n_levels; level++)
      if (_kpi_slice_fill (slice, &card->shown[p], level) &&
          !kind->add (slice, formula, listing, error))
        return FALSE;
  return TRUE;
}

KpiListing *
kpi_scorecard_list_statistics (const KpiScorecard *card, const char *of, const char *correlation,
                               GError **error)
{
  g_autoptr (KpiListing) listing = NULL;
  KpiSlice slice;
  gsize kind = 0, formula = 0;
  gboolean done;

  if (!find_word ("statistics", of, kind_names, G_N_ELEMENTS (kinds), &kind, error) ||
      !find_word ("correlation", correlation, correlation_names, G_N_ELEMENTS (correlations),
                  &formula, error) ||
      !_kpi_slice_init (&slice, card, error))
    return NULL;
  listing = new_listing (card, kinds[kind]);
  done = listing != NULL ? walk (kinds[kind], correlations[formula], &slice, listing, error)
                         : _kpi_statistic_no_memory (error);
  _kpi_slice_clear (&slice);
  return done ? _kpi_listing_finish (g_steal_pointer (&listing), error) : NULL;
}
