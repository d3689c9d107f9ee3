/* SPDX-License-Identifier: MIT */
/* Series, and how often trees are scored.
 *
 * Always true: what is said of a series that nothing uses is left out, with a warning where an
 * author wrote it. */

#include <string.h>

#include "base/text.h"
#include "model/schema/schema.h"
#include "model/series.h"
#include "model/schema/words.h"

const KpiSeries *
_kpi_model_get_series (const KpiModel *model, guint32 series)
{
  static const KpiSeries nothing = {.over_time = KPI_OVER_TIME_NONE};

  return series < model->n_said ? &model->said[series] : &nothing;
}

static void
read_words (const KpiCursor *at, KpiSeries *out)
{
  gsize n = _kpi_cursor_length (at);

  if (n == 0)
    return;
  out->words = g_try_new0 (KpiWordValue, n);
  if (out->words == NULL) {
    _kpi_cursor_fail_memory (at);
    return;
  }
  for (gsize i = 0; i < n; i++) {
    KpiCursor word = _kpi_cursor_entry (at, i);
    char *text = word.node == NULL ? NULL : _kpi_text_name (word.key, strlen (word.key));

    if (text != NULL) /* one too long for a name stands in no data either */
      out->words[out->n_words++] = (KpiWordValue){text, _kpi_cursor_number (&word)};
  }
}

static void
read_one (const KpiCursor *at, KpiSeries *out)
{
  KpiCursor carry = _kpi_cursor_get (at, "carry"), over = _kpi_cursor_get (at, "over_time");
  KpiCursor values = _kpi_cursor_get (at, "values");

  if (carry.node != NULL)
    _kpi_duration_parse (_kpi_cursor_text (&carry), &out->carry);
  if (over.node != NULL)
    out->over_time =
        (KpiOverTime)(KPI_OVER_TIME_SUM + _kpi_cursor_choice (&over, _kpi_over_time_words));
  read_words (&values, out);
}

static void
warn_unused (const KpiCursor *at, const KpiModel *model, const char *name)
{
  g_autofree char *found = _kpi_text_quote (name);
  g_autofree char *hint = _kpi_cursor_hint (at, name, model->series);
  KpiCursor key = *at;

  key.place = at->key_place;
  _kpi_cursor_warn (&key, KPI_ERROR_UNUSED, "found %s, which no indicator uses%s", found, hint);
}

void
_kpi_series_read (const KpiCursor *at, KpiModel *model)
{
  gsize n = _kpi_names_length (model->series);

  if (_kpi_cursor_length (at) == 0)
    return;
  model->said = g_try_new0 (KpiSeries, MAX (n, 1));
  if (model->said == NULL) {
    _kpi_cursor_fail_memory (at);
    return;
  }
  model->n_said = n;
  for (gsize i = 0; i < _kpi_cursor_length (at); i++) {
    KpiCursor series = _kpi_cursor_entry (at, i);
    g_autofree char *name = NULL;
    guint32 number;

    if (series.node == NULL)
      continue;
    name = _kpi_text_name (series.key, strlen (series.key));
    number = _kpi_names_find (model->series, name);
    if (number != KPI_NO_NAME)
      read_one (&series, &model->said[number]);
    else if (!series.node->built_in)
      warn_unused (&series, model, name);
  }
}

void
_kpi_every_read (const KpiCursor *at, KpiModel *model)
{
  KpiDuration length;

  model->has_every = at->node != NULL && _kpi_duration_parse (_kpi_cursor_text (at), &length) &&
                     _kpi_duration_get_frequency (&length, &model->every);
}

void
_kpi_series_clear (KpiModel *model)
{
  for (gsize i = 0; i < model->n_said; i++) {
    for (gsize w = 0; w < model->said[i].n_words; w++)
      g_free (model->said[i].words[w].text);
    g_free (model->said[i].words);
  }
  g_free (model->said);
}
