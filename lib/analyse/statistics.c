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
fail_unknown (const char *what, const char *word, const char *const *known, GError **error)
{
  g_autoptr (GString) all = g_string_new (known[0]);
  g_autofree char *quoted = _kpi_text_quote (word), *hint = NULL;
  gsize n = 1;

  for (; known[n] != NULL; n++)
    g_string_append_printf (all, "%s%s", known[n + 1] == NULL ? " or " : ", ", known[n]);
  hint = _kpi_text_hint (word, known, n);
  return _kpi_error_set (error, KPI_ERROR_ARGUMENT, "%s: found %s, expected %s%s", what, quoted,
                         all->str, hint);
}

/* Finds a word among known ones; NULL is the first of them. */
static gboolean
find_word (const char *what, const char *word, const char *const *known, gsize *out_index,
           GError **error)
{
  for (gsize i = 0; known[i] != NULL; i++) {
    if (word != NULL && strcmp (known[i], word) != 0)
      continue;
    *out_index = i;
    return TRUE;
  }
  return fail_unknown (what, word, known, error);
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
can_tell (const KpiSlice *slice, const KpiGroup *group)
{
  for (gsize c = 0; group != NULL && c < group->n_children; c++)
    if (!_kpi_slice_is_known (slice, group->children[c]))
      return FALSE;
  return group != NULL;
}

static gboolean
add_groups (const KpiStatistic *kind, const KpiStatisticCall *call, GError **error)
{
  const KpiCardPeriod *shown = call->slice->shown;

  for (gsize i = 0; i < shown->n_nodes; i++)
    if (can_tell (call->slice, _kpi_slice_group (call->slice, shown->nodes[i])) &&
        !kind->add_group (call, shown->nodes[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
add_slice (const KpiStatistic *kind, const KpiStatisticCall *call, GError **error)
{
  return kind->add != NULL ? kind->add (call, error) : add_groups (kind, call, error);
}

static gboolean
walk (const KpiStatistic *kind, KpiSlice *slice, const KpiStatisticCall *call, GError **error)
{
  const KpiScorecard *card = slice->card;

  for (gsize p = 0; p < card->n_shown; p++)
    for (guint32 level = 0; level < card->areas.n_levels; level++)
      if (_kpi_slice_fill (slice, &card->shown[p], level) && !add_slice (kind, call, error))
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

  if (!find_word ("statistics", of, kind_names, &kind, error) ||
      !find_word ("correlation", correlation, correlation_names, &formula, error) ||
      !_kpi_slice_init (&slice, card, error))
    return NULL;
  listing = new_listing (card, kinds[kind]);
  done = listing != NULL ? walk (kinds[kind], &slice,
                                 &(KpiStatisticCall){&slice, correlations[formula], listing}, error)
                         : _kpi_statistic_no_memory (error);
  _kpi_slice_clear (&slice);
  return done ? _kpi_listing_finish (g_steal_pointer (&listing), error) : NULL;
}
