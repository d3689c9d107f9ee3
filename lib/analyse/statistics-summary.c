/* SPDX-License-Identifier: MIT */
/* summary: how the values of each indicator and the scores of each node are spread.
 *
 * Formulas and sources: method/moments.c, method/quantile.c. Flags, after the OECD/JRC Handbook on
 * Constructing Composite Indicators (2008), steps 3 to 5: `few` where less than two thirds of the
 * areas have a number, `constant` where all are equal, `zeros` where more than half are 0,
 * `outliers` where |skewness| is above 2 and kurtosis above 3.5.
 * A gap: takes no part, and is counted as missing. */

#include <math.h>
#include <string.h>

#include "analyse/statistics-private.h"
#include "base/sort.h"
#include "method/moments.h"
#include "method/quantile.h"

#define LEAST_AVAILABILITY (2.0 / 3)
#define MOST_ZEROS 0.5
#define MOST_SKEWNESS 2
#define MOST_KURTOSIS 3.5

/* How many different numbers there are; they end sorted. */
static gsize
count_distinct (double *numbers, gsize n)
{
  gsize distinct = n > 0;

  _kpi_sort_numbers (numbers, n);
  for (gsize i = 1; i < n; i++)
    distinct += numbers[i] != numbers[i - 1];
  return distinct;
}

static gsize
count_zeros (const double *numbers, gsize n)
{
  gsize zeros = 0;

  for (gsize i = 0; i < n; i++)
    zeros += numbers[i] == 0;
  return zeros;
}

static void
add_flags (const KpiMoments *moments, gsize zeros, gsize n_areas, KpiListing *listing)
{
  g_autoptr (GString) flags = g_string_new (NULL);
  double n = (double)moments->n;

  _kpi_statistic_flag (flags, n < LEAST_AVAILABILITY * (double)n_areas, "few");
  _kpi_statistic_flag (flags, moments->n > 1 && moments->squares == 0, "constant");
  _kpi_statistic_flag (flags, (double)zeros > MOST_ZEROS * n, "zeros");
  _kpi_statistic_flag (flags, _kpi_moments_are_skewed (moments, MOST_SKEWNESS, MOST_KURTOSIS),
                       "outliers");
  _kpi_listing_add_text (listing, flags->str);
}

static void
add_spread (const KpiMoments *moments, double *present, KpiListing *listing)
{
  gsize n = moments->n;
  double numbers[] = {moments->least,
                      _kpi_quantile (present, n, 0.25),
                      _kpi_median (present, n),
                      _kpi_quantile (present, n, 0.75),
                      moments->greatest,
                      moments->mean,
                      _kpi_moments_sd (moments),
                      _kpi_moments_skewness (moments),
                      _kpi_moments_kurtosis (moments)};

  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    _kpi_listing_add_number (listing, isfinite (numbers[i]) ? numbers[i] : NAN);
}

/* A row about n_areas numbers; they are overwritten. */
static void
add_row (const KpiStatisticCall *call, gsize node, const char *what, double *numbers)
{
  const KpiSlice *slice = call->slice;
  KpiListing *listing = call->listing;
  KpiMoments moments = _kpi_moments (numbers, slice->n_areas);
  gsize n = _kpi_present (numbers, slice->n_areas, numbers), zeros = count_zeros (numbers, n);

  _kpi_statistic_row (call);
  _kpi_listing_add_text (listing, kpi_model_get_node_id (slice->card->model, node));
  _kpi_listing_add_text (listing, what);
  _kpi_listing_add_number (listing, (double)n);
  _kpi_listing_add_number (listing, (double)(slice->n_areas - n));
  _kpi_listing_add_number (listing, (double)n / (double)slice->n_areas);
  add_spread (&moments, numbers, listing);
  _kpi_listing_add_number (listing, (double)count_distinct (numbers, n));
  _kpi_listing_add_number (listing, (double)zeros);
  add_flags (&moments, zeros, slice->n_areas, listing);
}

static gboolean
has_score (const KpiSlice *slice, gsize node)
{
  const KpiModel *model = slice->card->model;

  return !_kpi_model_is_indicator (model, node) || model->indicators[node].has_score;
}

static gboolean
add (const KpiStatisticCall *call, GError **error)
{
  const KpiSlice *slice = call->slice;

  (void)error;
  for (gsize i = 0; i < slice->shown->n_nodes; i++) {
    gsize node = slice->shown->nodes[i];

    if (_kpi_model_is_indicator (slice->card->model, node)) {
      _kpi_slice_values (slice, node, slice->scratch);
      add_row (call, node, "value", slice->scratch);
    }
    if (has_score (slice, node)) {
      memcpy (slice->scratch, _kpi_slice_scores (slice, node), slice->n_areas * sizeof (double));
      add_row (call, node, "score", slice->scratch);
    }
  }
  return TRUE;
}

const KpiStatistic _kpi_statistic_summary = {
    .columns = {{"node", KPI_LISTING_TEXT},
                {"of", KPI_LISTING_TEXT},
                {"n", KPI_LISTING_WHOLE},
                {"missing", KPI_LISTING_WHOLE},
                {"availability", KPI_LISTING_NUMBER},
                {"min", KPI_LISTING_NUMBER},
                {"q1", KPI_LISTING_NUMBER},
                {"median", KPI_LISTING_NUMBER},
                {"q3", KPI_LISTING_NUMBER},
                {"max", KPI_LISTING_NUMBER},
                {"mean", KPI_LISTING_NUMBER},
                {"sd", KPI_LISTING_NUMBER},
                {"skewness", KPI_LISTING_NUMBER},
                {"kurtosis", KPI_LISTING_NUMBER},
                {"distinct", KPI_LISTING_WHOLE},
                {"zeros", KPI_LISTING_WHOLE},
                {"flags", KPI_LISTING_TEXT}},
    .add = add,
};
