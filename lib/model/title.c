/* SPDX-License-Identifier: MIT */
/* Titles.
 *
 * Always true: each language occurs once, since keys of a mapping do. */

#include <string.h>

#include "model/title.h"

/* The language of a title that is a plain string. */
#define ANY_LANGUAGE ""

static gboolean
add (KpiTitle *title, const KpiCursor *at, const char *language)
{
  gsize i = title->n++;

  return _kpi_cursor_copy (at, language, &title->languages[i]) &&
         _kpi_cursor_copy (at, _kpi_cursor_text (at), &title->texts[i]);
}

gboolean
_kpi_title_read (const KpiCursor *at, KpiTitle *out)
{
  gboolean plain = at->node != NULL && at->node->kind == KPI_YAML_SCALAR;
  gsize n = plain ? 1 : _kpi_cursor_length (at);

  *out = (KpiTitle){0};
  if (n == 0)
    return TRUE;
  out->languages = g_try_new0 (char *, n);
  out->texts = g_try_new0 (char *, n);
  if (out->languages == NULL || out->texts == NULL)
    return _kpi_cursor_fail_memory (at);
  if (plain)
    return add (out, at, ANY_LANGUAGE);
  for (gsize i = 0; i < n; i++) {
    KpiCursor text = _kpi_cursor_entry (at, i);

    if (text.node != NULL && !add (out, &text, text.key))
      return FALSE;
  }
  return TRUE;
}

void
_kpi_title_clear (KpiTitle *title)
{
  for (gsize i = 0; i < title->n; i++) {
    g_free (title->languages[i]);
    g_free (title->texts[i]);
  }
  g_free (title->languages);
  g_free (title->texts);
  *title = (KpiTitle){0};
}

static const char *
find (const KpiTitle *title, const char *language)
{
  for (gsize i = 0; i < title->n; i++)
    if (strcmp (title->languages[i], language) == 0)
      return title->texts[i];
  return NULL;
}

const char *
_kpi_title_get (const KpiTitle *title, const char *language, const char *otherwise)
{
  const char *const wanted[] = {language, ANY_LANGUAGE, "en"};

  for (gsize i = 0; i < G_N_ELEMENTS (wanted); i++) {
    const char *text = wanted[i] != NULL ? find (title, wanted[i]) : NULL;

    if (text != NULL)
      return text;
  }
  return title->n > 0 ? title->texts[0] : otherwise;
}
