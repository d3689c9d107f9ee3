/* SPDX-License-Identifier: MIT */
/* Scores a made-up cube and says what that took: measure, score, combine, rank; not the reading.
 *
 *     composite AREAS SERIES PERIODS THREADS FOLDER
 *
 * Writes to FOLDER what others need to do the same and to compare: cube.f64, the observations by
 * series, period and area, and scores.f64 and ranks.f64, those of the index by period and area.
 * composite.py does that. The numbers come from a generator of its own, so that no file need be
 * read: SERIES leaves in groups of five, and these in pillars of five groups, of unequal weights.
 */

#include <math.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include <kpiscore/kpiscore.h>

#define MISSING 0.03
#define GROUP 5
#define REPEATS 3

typedef struct {
  guint areas, series, periods, threads;
  const char *folder;
} Setting;

/* SplitMix64 (Steele, Lea and Flood 2014): a number in [0, 1) of its place in the cube. */
static double
random_at (guint64 place)
{
  guint64 z = (place + 1) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return (double)((z ^ (z >> 31)) >> 11) * 0x1p-53;
}

static double
value_at (const Setting *setting, guint series, guint period, guint area)
{
  guint64 place = ((guint64)series * setting->periods + period) * setting->areas + area;

  if (random_at (2 * place) < MISSING)
    return NAN;
  return (1 + series) * (random_at (2 * place + 1) + 0.01 * period);
}

/* ---- The model */

static void
append_pillar (GString *yaml, const Setting *setting, guint first)
{
  guint end = MIN (first + GROUP * GROUP, setting->series);

  g_string_append_printf (yaml, "    - id: p%u\n      weight: %u\n      of:\n", first,
                          1 + first / GROUP % 3);
  for (guint group = first; group < end; group += GROUP) {
    g_string_append_printf (yaml, "        - {id: g%u, weight: %u, of: [", group,
                            1 + group / GROUP % 2);
    for (guint s = group; s < MIN (group + GROUP, end); s++)
      g_string_append_printf (yaml, "%s{id: s%u, weight: %u}", s == group ? "" : ", ", s,
                              1 + s % 4);
    g_string_append (yaml, "]}\n");
  }
}

static KpiModel *
make_model (const Setting *setting, GError **error)
{
  g_autoptr (GString) yaml = g_string_new ("kpiscore: 1\nid: bench\nindicators:\n");

  for (guint s = 0; s < setting->series; s++)
    g_string_append_printf (yaml, "  s%u: {score: minmax%s}\n", s,
                            s % 3 == 0 ? ", better: lower" : "");
  g_string_append (yaml, "index:\n  - id: index\n    of:\n");
  for (guint first = 0; first < setting->series; first += GROUP * GROUP)
    append_pillar (yaml, setting, first);
  return kpi_model_parse (yaml->str, -1, error);
}

/* ---- The data */

static KpiDataset *
make_data (const Setting *setting, FILE *cube, GError **error)
{
  g_autoptr (KpiDatasetBuilder) builder = kpi_dataset_builder_new ();

  for (guint s = 0; s < setting->series; s++)
    for (guint p = 0; p < setting->periods; p++)
      for (guint a = 0; a < setting->areas; a++) {
        double value = value_at (setting, s, p, a);
        char area[16], series[16], period[16];

        fwrite (&value, sizeof value, 1, cube);
        g_snprintf (area, sizeof area, "A%05u", a);
        g_snprintf (series, sizeof series, "s%u", s);
        g_snprintf (period, sizeof period, "%u-%02u", 2000 + p / 12, 1 + p % 12);
        if (!kpi_dataset_builder_add (builder, area, series, period, value, error))
          return NULL; /* one that is missing names its area all the same, as in a file */
      }
  return kpi_dataset_builder_build (builder, error);
}

/* ---- What it took */

/* A line of /proc/self/status in bytes. */
static double
memory_now (const char *name)
{
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    return 0;
  line = strstr (status, name);
  return line != NULL ? g_ascii_strtod (line + strlen (name), NULL) * 1024 : 0;
}

/* From here on the peak is that of what follows. */
static void
forget_peak (void)
{
  FILE *file = fopen ("/proc/self/clear_refs", "w");

  if (file == NULL)
    return;
  fputs ("5", file);
  fclose (file);
}

static void
dump (const KpiScorecard *card, KpiColumn column, const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  FILE *file = fopen (path, "wb");

  for (gsize row = 0; file != NULL && row < kpi_scorecard_get_n_rows (card); row++) {
    double number = kpi_scorecard_get_number (card, row, column);

    fwrite (&number, sizeof number, 1, file);
  }
  if (file != NULL)
    fclose (file);
}

static gboolean
run (const Setting *setting, GError **error)
{
  g_autofree char *path = g_build_filename (setting->folder, "cube.f64", NULL);
  g_autoptr (KpiScoreOptions) options = kpi_score_options_new ();
  g_autoptr (KpiModel) model = make_model (setting, error);
  g_autoptr (KpiDataset) data = NULL;
  double cells = (double)setting->areas * setting->series * setting->periods;
  double best = INFINITY, before;
  FILE *cube = fopen (path, "wb");

  if (model == NULL || cube == NULL)
    return FALSE;
  data = make_data (setting, cube, error);
  fclose (cube);
  if (data == NULL)
    return FALSE;
  kpi_score_options_add_node (options, "index");
  kpi_score_options_set_shown_only (options, TRUE);
  kpi_score_options_set_threads (options, setting->threads);
  before = memory_now ("VmRSS:");
  forget_peak ();
  for (guint i = 0; i < REPEATS; i++) {
    clock_t start = clock ();
    g_autoptr (KpiScorecard) card = kpi_model_score (model, data, options, error);

    if (card == NULL)
      return FALSE;
    best = MIN (best, (double)(clock () - start) / CLOCKS_PER_SEC * 1e9);
    dump (card, KPI_COLUMN_SCORE, setting->folder, "scores.f64");
    dump (card, KPI_COLUMN_RANK, setting->folder, "ranks.f64");
  }
  printf ("%.4f %.3f %.3f\n", best / 1e9, best / cells,
          1 + (memory_now ("VmHWM:") - before) / (8 * cells));
  return TRUE;
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  Setting setting;

  if (argc != 6)
    return 2;
  setting = (Setting){(guint)g_ascii_strtoull (argv[1], NULL, 10),
                      (guint)g_ascii_strtoull (argv[2], NULL, 10),
                      (guint)g_ascii_strtoull (argv[3], NULL, 10),
                      (guint)g_ascii_strtoull (argv[4], NULL, 10), argv[5]};
  if (run (&setting, &error))
    return 0;
  fprintf (stderr, "%s\n", error != NULL ? error->message : "the folder cannot be written to");
  return 1;
}
