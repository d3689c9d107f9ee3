/* SPDX-License-Identifier: MIT */
/* Memory runs out. Sizes that come from input are asked of g_try_...(), which this program brings
 * its own of: they fail once, at the first request, then at the second, and so on until the call
 * comes through. Every failure has to be said, and (under a sanitizer) nothing may leak. */
#include <stdlib.h>
#include <string.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include <glib/gstdio.h>
#include <kpiscore/kpiscore.h>

#include "method/methods.h"
#include "method/weighting.h"

static gsize fails_at; /* the request that fails, counted from 1; 0 for none */
static gsize requests;

static gboolean
runs_out (void)
{
  return ++requests == fails_at;
}

gpointer
g_try_realloc_n (gpointer memory, gsize n, gsize size)
{
  gpointer moved = NULL;

  if (size > 0 && n > G_MAXSIZE / size)
    return NULL;
  if (n * size == 0)
    free (memory);
  else if (!runs_out ())
    moved = realloc (memory, n * size);
  return moved;
}

gpointer
g_try_malloc0_n (gsize n, gsize size)
{
  gpointer memory = g_try_realloc_n (NULL, n, size);

  return memory != NULL ? memset (memory, 0, n * size) : NULL;
}

gpointer
g_try_malloc_n (gsize n, gsize size)
{
  return g_try_realloc_n (NULL, n, size);
}

gpointer
g_try_malloc0 (gsize size)
{
  return g_try_malloc0_n (size, 1);
}

gpointer
g_try_malloc (gsize size)
{
  return g_try_realloc_n (NULL, size, 1);
}

gpointer
g_try_realloc (gpointer memory, gsize size)
{
  return g_try_realloc_n (memory, size, 1);
}

static const char base_text[] =
    "kpiscore: 1\n"
    "id: town\n"
    "title: {en: Town, vi: Thành phố}\n"
    "status: {forecast: theil_sen, no_target: [0.015, 0.005, 0]}\n"
    "every: 1Y\n"
    "screen: {areas: 0.3, indicators: 0.3}\n"
    "defaults: {impute: group_median}\n"
    "series:\n"
    "  c: {carry: 2Y, over_time: sum}\n"
    "  coverage: {over_time: mean, carry: 1Y, values: {done: 100, begun: 20}}\n"
    "areas: {A: {title: Alpha, aliases: [Alfa], was: [Ay]}, B: {level: town, until: 2029},\n"
    "  C: {level: town, parent: A}, D: {from: 2030, was: [B, D], aliases: [Dee]},\n"
    "  E: {until: 2025, aliases: [D]}}\n"
    "checks: [{part: a, of: b}]\n"
    "registers: {tasks: {file: tasks.csv, columns: {due: deadline}}}\n"
    "indicators:\n"
    "  late: {measure: {register: tasks, count: p90_days, where: {kind: [x, y]}}, valid: [0, 1]}\n"
    "  open: {measure: {register: tasks, count: open, window: period}, rollup: sum}\n"
    "  rate: {measure: {ratio: {of: [a, -b], to: [c], per: 100}}, valid: [0, 100],\n"
    "    target: {at_least: 80, by: 2030, baseline: {value: 10, at: 2020}, path: {2025: 50, 2028: "
    "70},\n"
    "      for: {B: {by: 2029, baseline: first, path: {2025: null, 2026: 60}}}},\n"
    "    score: {method: points, at: {0: 0, 50: 60, 80: 100}}}\n"
    "  place: {target: {top: 2, of: {2025: 3}, for: {'level:town': {top: 1}}}}\n"
    "  worn: {measure: {sum: [c]}, stale: 6M}\n"
    "  grown: {measure: {change: c, over: 1Y, as: annual}, rollup: {mean: b}}\n"
    "  outlier: {max_change: 500, impute: {method: mean, by: row},\n"
    "    treat: {skew: 1, kurtosis: 1, winsorise: 0, then: log}}\n"
    "  ranked: {measure: {sum: [coverage]},\n"
    "    score: {method: rank, ties: average, fit: {periods: 2020..2025}}}\n"
    "  spread: {measure: {sum: [coverage]}, score: {method: zscore, sd: 2}, impute: mean}\n"
    "  apart: {measure: {sum: [coverage]}, score: {method: distance_to, ref: {area: A}}}\n"
    "  coverage: {score: minmax, impute: carry_forward}\n";

static const char overlay_text[] =
    "kpiscore: 1\n"
    "id: town\n"
    "indicators: {rate: {unit: '%', target: {more_than: 85, for: {B: {at_least: 90}}}}}\n"
    "index:\n"
    "  id: whole\n"
    "  of: [{id: part, combine: geometric, of: [rate, place, outlier]}, {id: coverage, weight: "
    "2}]\n";

static const char data_text[] = "area,series,period,value,note,published\n"
                                "A,a,2025,40,\"said \"\"so\"\"\",\n"
                                "A,b,2025,5,,2026-02-01\n"
                                "A,b,2025,4,,2026-01-01\n"
                                "A,c,2024,>=50,,\n"
                                "Alfa,place,2025,1,,\n"
                                "B,place,2025,2,,\n"
                                "A,coverage,2025,80..90,,\n"
                                "B,coverage,2025-S1,70..71,,\n"
                                "B,coverage,2025-S2,begun,,\n"
                                "D,coverage,2025,70,,\n"
                                "B,outlier,2024,1,,\n"
                                "C,outlier,2024,2,,\n"
                                "B,outlier,2025,3..4,,\n"
                                "C,outlier,2025,1000,,\n"
                                "C,coverage,2025-Q1,60,,\n";

static const char tasks_text[] = "id,area,kind,opened,deadline,closed\n"
                                 "1,A,x,2025-01-01,2025-02-01,2025-03-01\n"
                                 "2,Alfa,\xe1\xbb\x8b,2025-01-01,,\n"
                                 "3,B,y,2024-12-01,2024-12-31,2025-01-05\n"
                                 "4,E,y,2025-05-01,,2025-05-05\n";

static char *folder; /* of the test, with the texts as files */

static void
make_files (void)
{
  static const struct {
    const char *name, *text;
  } files[] = {{"base.yaml", base_text},
               {"overlay.yaml", overlay_text},
               {"data.csv", data_text},
               {"tasks.csv", tasks_text}};

  folder = g_dir_make_tmp ("kpiscore-XXXXXX", NULL);
  cr_assert (ne (ptr, folder, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++) {
    g_autofree char *path = g_build_filename (folder, files[i].name, NULL);

    cr_assert (g_file_set_contents (path, files[i].text, -1, NULL));
  }
}

static void
remove_files (void)
{
  static const char *const names[] = {"base.yaml", "overlay.yaml", "data.csv", "tasks.csv"};

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *path = g_build_filename (folder, names[i], NULL);

    g_unlink (path);
  }
  g_rmdir (folder);
  g_clear_pointer (&folder, g_free);
}

static KpiModel *
load (GError **error)
{
  g_autofree char *base = g_build_filename (folder, "base.yaml", NULL);
  g_autofree char *overlay = g_build_filename (folder, "overlay.yaml", NULL);
  const char *const paths[] = {base, overlay};

  return kpi_model_load_overlaid (paths, G_N_ELEMENTS (paths), error);
}

static KpiDataset *
read_data (GError **error)
{
  g_autofree char *path = g_build_filename (folder, "data.csv", NULL);

  return kpi_dataset_read_csv (path, error);
}

/* Starts the `n`th attempt, whose `n`th request fails. */
static void
attempt (gsize n)
{
  requests = 0;
  fails_at = n;
}

/* Whether the attempt came through; if not, it has to have said that memory ran out. */
static gboolean
came_through (gboolean done, const GError *error)
{
  gboolean ran_out = requests >= fails_at;

  fails_at = 0;
  if (done) {
    cr_expect (not(ran_out), "request %zu failed and nobody noticed", requests);
    cr_expect (requests > 0, "nothing was asked for that could fail");
    return TRUE;
  }
  cr_assert (ran_out && error != NULL, "%s", error != NULL ? error->message : "no error");
  cr_assert (eq (int, error->code, KPI_ERROR_MEMORY), "%s", error->message);
  return FALSE;
}

TestSuite (memory, .init = make_files, .fini = remove_files, .timeout = 60);

Test (memory, runs_out_while_a_model_is_read, .timeout = 60)
{
  gboolean done = FALSE;

  for (gsize n = 1; !done; n++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (KpiModel) model = NULL;

    attempt (n);
    model = load (&error);
    done = came_through (model != NULL, error);
  }
}

Test (memory, runs_out_while_targets_are_listed, .timeout = 60)
{
  g_autoptr (KpiModel) model = load (NULL);
  gboolean done = FALSE;

  cr_assert (model != NULL);
  for (gsize n = 1; !done; n++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (KpiListing) targets = NULL;

    attempt (n);
    targets = kpi_model_list_targets (model, &error);
    done = came_through (targets != NULL, error);
  }
}

Test (memory, runs_out_while_data_are_read, .timeout = 60)
{
  gboolean done = FALSE;

  for (gsize n = 1; !done; n++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (KpiDataset) data = NULL;

    attempt (n);
    data = read_data (&error);
    done = came_through (data != NULL, error);
  }
}

Test (memory, runs_out_while_a_model_scores, .timeout = 60)
{
  g_autoptr (KpiModel) model = load (NULL);
  g_autoptr (KpiDataset) data = read_data (NULL);
  gboolean done = FALSE;

  cr_assert (model != NULL && data != NULL);
  for (gsize n = 1; !done; n++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (KpiScorecard) card = NULL;

    attempt (n);
    card = kpi_model_score (model, data, NULL, &error);
    done = came_through (card != NULL, error);
  }
}

/* As of a day, first observations and trends look back over periods that have no rows. */
Test (memory, runs_out_while_a_day_is_scored, .timeout = 60)
{
  g_autoptr (KpiModel) model = load (NULL);
  g_autoptr (KpiDataset) data = read_data (NULL);
  g_autoptr (KpiScoreOptions) options = kpi_score_options_new ();
  gboolean done = FALSE;

  cr_assert (model != NULL && data != NULL);
  cr_assert (kpi_score_options_set_as_of (options, "2025-12-31", NULL));
  for (gsize n = 1; !done; n++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (KpiScorecard) card = NULL;

    attempt (n);
    card = kpi_model_score (model, data, options, &error);
    done = came_through (card != NULL, error);
  }
}

/* One of every kind but a pace that is too slow: overdue items, an old figure, a jump, a part that
 * is more than its whole. */
Test (memory, runs_out_while_alerts_are_listed, .timeout = 60)
{
  g_autoptr (KpiModel) model = load (NULL);
  g_autoptr (KpiDataset) data = read_data (NULL);
  g_autoptr (KpiScoreOptions) options = kpi_score_options_new ();
  g_autoptr (KpiScorecard) card = NULL;
  gboolean done = FALSE;

  cr_assert (kpi_score_options_set_as_of (options, "2025-12-31", NULL));
  card = kpi_model_score (model, data, options, NULL);
  cr_assert (card != NULL);
  for (gsize n = 1; !done; n++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (KpiListing) alerts = NULL;

    attempt (n);
    alerts = kpi_scorecard_list_alerts (card, NULL, &error);
    done = came_through (alerts != NULL, error);
    if (done)
      cr_expect (gt (sz, kpi_listing_get_n_rows (alerts), 3));
  }
}

Test (memory, runs_out_while_treatments_are_listed, .timeout = 60)
{
  g_autoptr (KpiModel) model = load (NULL);
  g_autoptr (KpiDataset) data = read_data (NULL);
  g_autoptr (KpiScorecard) card = kpi_model_score (model, data, NULL, NULL);
  gboolean done = FALSE;

  cr_assert (card != NULL);
  for (gsize n = 1; !done; n++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (KpiListing) treatments = NULL;

    attempt (n);
    treatments = kpi_scorecard_list_treatments (card, &error);
    done = came_through (treatments != NULL, error);
    if (done)
      cr_expect (gt (sz, kpi_listing_get_n_rows (treatments), 4));
  }
}

Test (memory, runs_out_while_a_fit_is_learned, .timeout = 60)
{
  g_autoptr (KpiModel) model = load (NULL);
  g_autoptr (KpiDataset) data = read_data (NULL);
  gboolean done = FALSE;

  cr_assert (model != NULL && data != NULL);
  for (gsize n = 1; !done; n++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (KpiFit) fit = NULL;

    attempt (n);
    fit = kpi_fit_new (model, data, NULL, &error);
    done = came_through (fit != NULL, error);
  }
}

Test (memory, runs_out_while_a_model_scores_by_a_fit, .timeout = 60)
{
  g_autoptr (KpiModel) model = load (NULL);
  g_autoptr (KpiDataset) data = read_data (NULL);
  g_autoptr (KpiFit) fit = kpi_fit_new (model, data, NULL, NULL);
  g_autoptr (KpiScoreOptions) options = kpi_score_options_new ();
  gboolean done = FALSE;

  cr_assert (fit != NULL);
  kpi_score_options_set_fit (options, fit);
  for (gsize n = 1; !done; n++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (KpiScorecard) card = NULL;

    attempt (n);
    card = kpi_model_score (model, data, options, &error);
    done = came_through (card != NULL, error);
  }
}

Test (memory, runs_out_while_a_fit_is_loaded_and_merged, .timeout = 60)
{
  g_autoptr (KpiModel) model = load (NULL);
  g_autoptr (KpiDataset) data = read_data (NULL);
  g_autoptr (KpiFit) fit = kpi_fit_new (model, data, NULL, NULL);
  g_autofree char *path = g_build_filename (folder, "data.fit", NULL);
  gboolean done = FALSE;

  cr_assert (fit != NULL && kpi_fit_save (fit, path, NULL));
  for (gsize n = 1; !done; n++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (KpiFit) loaded = NULL, both = NULL;

    attempt (n);
    loaded = kpi_fit_load (path, &error);
    both = loaded != NULL ? kpi_fit_merge (loaded, fit, &error) : NULL;
    done = came_through (both != NULL, error);
  }
  g_unlink (path);
}

/* The areas are those of the data: a fit has to name them. */
static const char listless_text[] =
    "kpiscore: 1\n"
    "id: town\n"
    "series: {coverage: {values: {begun: 20}}}\n"
    "indicators:\n"
    "  outlier: {impute: median, score: {method: rank, over: all},\n"
    "    treat: {skew: 0.1, kurtosis: 0, winsorise: 1, then: log}}\n"
    "  coverage: {impute: {method: mean, by: row}, score: zscore}\n"
    "index: {id: whole, of: [outlier, coverage]}\n";

Test (memory, runs_out_while_a_fit_of_unlisted_areas_serves, .timeout = 60)
{
  g_autoptr (KpiModel) model = kpi_model_parse (listless_text, -1, NULL);
  g_autoptr (KpiDataset) data = read_data (NULL);
  gboolean done = FALSE;

  cr_assert (model != NULL && data != NULL);
  for (gsize n = 1; !done; n++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (KpiFit) fit = NULL, both = NULL;
    g_autoptr (KpiScorecard) card = NULL;
    g_autoptr (KpiScoreOptions) options = kpi_score_options_new ();

    attempt (n);
    fit = kpi_fit_new (model, data, NULL, &error);
    both = fit != NULL ? kpi_fit_merge (fit, fit, &error) : NULL;
    kpi_score_options_set_fit (options, both);
    card = both != NULL ? kpi_model_score (model, data, options, &error) : NULL;
    done = came_through (card != NULL, error);
  }
}

Test (memory, runs_out_while_statistics_are_listed, .timeout = 60)
{
  static const char *const kinds[] = {"summary", "correlations", "alpha",
                                      "pca",     "availability", "weights"};
  g_autoptr (KpiModel) model = load (NULL);
  g_autoptr (KpiDataset) data = read_data (NULL);
  g_autoptr (KpiScorecard) card = kpi_model_score (model, data, NULL, NULL);

  cr_assert (card != NULL);
  for (gsize kind = 0; kind < G_N_ELEMENTS (kinds); kind++) {
    gboolean done = FALSE;

    for (gsize n = 1; !done; n++) {
      g_autoptr (GError) error = NULL;
      g_autoptr (KpiListing) listing = NULL;

      attempt (n);
      listing = kpi_scorecard_list_statistics (card, kinds[kind], NULL, &error);
      done = came_through (listing != NULL, error);
    }
  }
}

Test (memory, runs_out_while_children_are_weighed, .timeout = 60)
{
  static const double a[] = {1, 2, 3, 5}, b[] = {2, 1, 5, 4}, c[] = {3, 9, 1, 1};
  const double *const children[] = {a, b, c};
  KpiWeighed weighed = {children, 3, 4};

  /* But for those that ask for no memory. */
  for (gsize m = 0; _kpi_methods_get (KPI_METHODS_WEIGHTING, m) != NULL; m++) {
    const KpiWeightingMethod *method = _kpi_methods_get (KPI_METHODS_WEIGHTING, m);
    gboolean done = g_str_equal (method->name, "equal") || g_str_equal (method->name, "entropy");

    for (gsize n = 1; !done; n++) {
      g_autoptr (GError) error = NULL;
      double weights[12];
      const char *why;

      attempt (n);
      done = method->weigh (&weighed, weights, &why, &error);
      done = came_through (done, error);
    }
  }
}
