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
static const char *const kind_names[] = {KINDS (NAME)};

/* Side by side. */
static const char *const correlation_names[] = {"pearson", "spearman", "kendall"};
static const KpiCorrelationFormula correlations[] = {
    _kpi_correlation_pearson, _kpi_correlation_spearman, _kpi_correlation_kendall};

/* ---- What the kinds share */

void
_kpi_statistic_row (const KpiSlice *slice, KpiListing *listing)
{
  _kpi_listing_add_text (listing, slice->shown->spelling);
  _kpi_listing_add_text (listing, slice->level);
}

void
_kpi_statistic_flag (GString *flags, gboolean holds, const char *word)
{
  if (holds)
    g_string_append_printf (flags, "%s%s", flags->len > 0 ? " " : "", word);
}

gboolean
_kpi_statistic_no_memory (GError **error)
{
  return _kpi_error_set (error, KPI_ERROR_MEMORY, "no memory for statistics");
}

gboolean
_kpi_statistic_complete (const KpiSlice *slice, const KpiGroup *group, KpiComplete *out_complete,
                         GError **error)
{
  g_autofree const double **children = g_try_new (const double *, MAX (group->n_children, 1));

  *out_complete = (KpiComplete){0};
  for (gsize c = 0; children != NULL && c < group->n_children; c++)
    children[c] = _kpi_slice_scores (slice, group->children[c]);
  if (children == NULL ||
      !_kpi_complete_init (out_complete, children, group->n_children, slice->n_areas))
    return _kpi_statistic_no_memory (error);
  return TRUE;
}

static gboolean
can_tell (const KpiSlice *slice, const KpiGroup *group)
{
  for (gsize c = 0; c < group->n_children; c++)
    if (!_kpi_slice_is_known (slice, group->children[c]))
      return FALSE;
  return TRUE;
}

gboolean
_kpi_statistic_groups (const KpiSlice *slice, KpiStatisticOfGroup add_group, KpiListing *listing,
                       GError **error)
{
  for (gsize i = 0; i < slice->shown->n_nodes; i++) {
    const KpiGroup *group = _kpi_slice_group (slice, slice->shown->nodes[i]);

    if (group != NULL && can_tell (slice, group) &&
        !add_group (slice, slice->shown->nodes[i], listing, error))
      return FALSE;
  }
  return TRUE;
}

/* ---- Names */

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

/* ---- The walk */

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
