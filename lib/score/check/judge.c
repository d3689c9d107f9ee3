/* SPDX-License-Identifier: MIT */
/* Judging observations.
 *
 * Always true: as of a day, nothing is said of what was observed or published later. Where no area
 * has a life or an alias in the data, and no cell is a word, nothing is walked through. */

#include <math.h>

#include "base/text.h"
#include "model/yaml/refusal.h"
#include "score/check/judge.h"
#include "score/measure/aligned-term.h"

typedef struct {
  KpiRun *run;
  const KpiSeries *series;
  const KpiBlock *block;
  guint32 period;       /* of the block */
  KpiReading *readings; /* scratch: as many as the dataset has areas */
  guint32 *firsts;      /* by area of the run: which of the dataset's it is, or KPI_NO_AREA */
} Judging;

static KpiPlace
place_of (const Judging *judging, guint32 data_area)
{
  gsize found = _kpi_block_find (judging->block, judging->period, data_area, judging->run->known);

  return _kpi_dataset_get_place (judging->run->data, judging->block, found);
}

static void
report (const Judging *judging, guint32 data_area, KpiSeverity severity, KpiError code,
        const char *text)
{
  const KpiDataset *data = judging->run->data;

  _kpi_findings_add (judging->run->findings, severity, code, place_of (judging, data_area),
                     _kpi_names_get (data->series, judging->block->series), "%s", text);
}

static void
report_twice (const Judging *judging, guint32 data_area, guint32 area)
{
  const KpiRun *run = judging->run;
  g_autofree char *quoted = _kpi_text_quote (_kpi_names_get (run->data->areas, data_area));
  g_autofree char *text = g_strdup_printf (
      "found a second observation for %s, which is %s; the first stands in line %u", quoted,
      _kpi_areas_get (run->areas, area), place_of (judging, judging->firsts[area]).line);

  report (judging, data_area, KPI_SEVERITY_ERROR, KPI_ERROR_DUPLICATE, text);
}

static void
append_day (GString *text, const char *before, gint32 day)
{
  const KpiPeriod period = _kpi_period_of_day (day);
  char spelling[KPI_PERIOD_SIZE];

  _kpi_period_format (&period, spelling);
  g_string_append_printf (text, "%s%s", before, spelling);
}

static void
report_lifeless (const Judging *judging, guint32 data_area, guint32 area)
{
  const KpiArea *life = &judging->run->areas->lives[area];
  g_autofree char *quoted = _kpi_text_quote (life->id);
  g_autoptr (GString) text = g_string_new (NULL);
  char when[KPI_PERIOD_SIZE];

  _kpi_period_format (&judging->block->periods[judging->period], when);
  g_string_printf (text, "found an observation of %s in %s, expected none", quoted, when);
  if (judging->block->periods[judging->period].end < life->from)
    append_day (text, " before ", life->from);
  else
    append_day (text, " after ", life->until);
  g_string_append (text, "; passed over");
  report (judging, data_area, KPI_SEVERITY_WARNING, KPI_ERROR_CONFLICT, text->str);
}

static void
judge_reading (const Judging *judging, guint32 data_area)
{
  const KpiAreas *areas = judging->run->areas;
  guint32 area = _kpi_areas_area_in (areas, data_area, &judging->block->periods[judging->period]);

  if (area == KPI_NO_AREA)
    return;
  if (!_kpi_areas_has_rows (areas, area, &judging->block->periods[judging->period]))
    report_lifeless (judging, data_area, area);
  else if (judging->firsts[area] != KPI_NO_AREA)
    report_twice (judging, data_area, area);
  else
    judging->firsts[area] = data_area;
}

/* "a number, done or being built", from what the model says of the series. */
static char *
spell_expected (const KpiSeries *series)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  if (series->n_words == 0)
    return g_strdup ("a number, or nothing where there is none");
  g_ptr_array_add (words, (gpointer) "a number");
  for (gsize i = 0; i < series->n_words; i++)
    g_ptr_array_add (words, series->words[i].text);
  g_ptr_array_add (words, NULL);
  return _kpi_join_words ((const char *const *)words->pdata);
}

static void
report_word (const Judging *judging, const char *word, guint32 data_area)
{
  KpiNearest nearest = KPI_NEAREST (word);
  g_autofree char *quoted = _kpi_text_quote (word);
  g_autofree char *expected = spell_expected (judging->series);
  g_autofree char *hint = NULL, *text = NULL;

  for (gsize i = 0; i < judging->series->n_words; i++)
    _kpi_nearest_offer (&nearest, judging->series->words[i].text);
  hint = _kpi_nearest_hint (&nearest);
  text = g_strdup_printf ("found %s, expected %s%s", quoted, expected, hint);
  report (judging, data_area, KPI_SEVERITY_ERROR, KPI_ERROR_VALUE, text);
}

static void
judge_words (const Judging *judging)
{
  const KpiRun *run = judging->run;
  const KpiBlock *block = judging->block;
  gsize first, last;

  _kpi_block_period_bounds (block, judging->period, &first, &last);
  for (gsize i = first; i < last; i++) {
    const KpiCellBounds *bounds = &block->bounds[i];
    guint32 data_area = (guint32)(bounds->key % block->n_areas);

    if ((bounds->flags & KPI_CELL_WORD) && run->areas->area_of[data_area] != KPI_NO_AREA &&
        _kpi_block_is_current (block, bounds, run->known) &&
        isnan (_kpi_aligned_word (run, judging->series, bounds->word)))
      report_word (judging, _kpi_names_get (run->data->words, bounds->word), data_area);
  }
}

/* Judges the observations of one period, with `firsts` as it was when they are done. */
static void
judge_period (const Judging *judging)
{
  const KpiRun *run = judging->run;
  guint32 n =
      _kpi_block_read_period (judging->block, judging->period, run->known, judging->readings);

  for (guint32 i = 0; i < n; i++)
    judge_reading (judging, judging->readings[i].area);
  for (guint32 i = 0; i < n; i++) {
    guint32 area = _kpi_areas_area_in (run->areas, judging->readings[i].area,
                                       &judging->block->periods[judging->period]);

    if (area != KPI_NO_AREA)
      judging->firsts[area] = KPI_NO_AREA;
  }
}

static void
judge_block (Judging *judging)
{
  const KpiRun *run = judging->run;

  for (guint32 p = 0; p < judging->block->n_periods; p++) {
    judging->period = p;
    if (run->as_of && (run->n_periods == 0 || judging->block->periods[p].end > run->periods[0].end))
      continue;
    judge_words (judging);
    if (run->areas->shared || run->areas->lives != NULL)
      judge_period (judging);
  }
}

gboolean
_kpi_judge_observations (KpiRun *run)
{
  const KpiAreas *areas = run->areas;
  g_autofree KpiReading *readings =
      g_try_new (KpiReading, MAX (_kpi_names_length (run->data->areas), 1));
  g_autofree guint32 *firsts = g_try_new (guint32, MAX (areas->n_areas, 1));
  gboolean has_words = _kpi_names_length (run->data->words) > 0;

  if (readings == NULL || firsts == NULL)
    return _kpi_run_no_memory (run);
  for (guint32 a = 0; a < areas->n_areas; a++)
    firsts[a] = KPI_NO_AREA;
  if (!areas->shared && areas->lives == NULL && !has_words)
    return TRUE;
  for (guint32 s = 0; s < _kpi_names_length (run->model->series); s++) {
    Judging judging = {.run = run,
                       .series = _kpi_model_get_series (run->model, s),
                       .readings = readings,
                       .firsts = firsts};
    gsize n_blocks = 0;

    if (run->series_of[s] != KPI_NO_NAME)
      judging.block = _kpi_dataset_get_blocks (run->data, run->series_of[s], &n_blocks);
    for (; n_blocks > 0; n_blocks--, judging.block++)
      judge_block (&judging);
  }
  return TRUE;
}
