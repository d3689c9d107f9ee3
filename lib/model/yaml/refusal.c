/* SPDX-License-Identifier: MIT */
/* Sentences that refuse what stands at a place: found this, expected that, did you mean the other?
 */

#include "base/text.h"
#include "model/yaml/refusal.h"

/* What stands there, for a message; a new string. */
static char *
describe (const KpiYaml *node)
{
  if (node == NULL || node->kind == KPI_YAML_NULL)
    return g_strdup ("nothing");
  if (node->kind == KPI_YAML_SCALAR)
    return _kpi_text_quote (node->text);
  return g_strdup (node->kind == KPI_YAML_LIST ? "a list" : "a mapping");
}

void
_kpi_refuse (const KpiCursor *at, KpiError code, const char *expected)
{
  g_autofree char *found = describe (at->node);

  _kpi_cursor_error (at, code, "found %s, expected %s", found, expected);
}

char *
_kpi_join_words (const char *const *words)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; words[i] != NULL; i++) {
    if (i > 0)
      g_string_append (text, words[i + 1] == NULL ? " or " : ", ");
    g_string_append (text, words[i]);
  }
  return g_string_free (text, FALSE);
}

void
_kpi_refuse_word (const KpiCursor *at, KpiError code, const char *what, const char *wrong,
                  const char *const *words)
{
  g_autofree char *quoted = _kpi_text_quote (wrong);
  g_autofree char *expected = _kpi_join_words (words);
  g_autofree char *hint = _kpi_text_hint (wrong, words, g_strv_length ((char **)words));

  _kpi_cursor_error (at, code, "found %s%s, expected %s%s", what, quoted, expected, hint);
}

gboolean
_kpi_is_among (const char *const *words, const char *text)
{
  return words != NULL && g_strv_contains (words, text);
}

gboolean
_kpi_refuse_not_built (const KpiCursor *at, const char *const *words, const char *text)
{
  if (!_kpi_is_among (words, text))
    return FALSE;
  _kpi_cursor_error (at, KPI_ERROR_NOT_BUILT, "%s is not built yet", text);
  return TRUE;
}
