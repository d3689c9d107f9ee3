/* SPDX-License-Identifier: MIT */
/* Languages by their tags. A language more is a line here, and a column in each table of texts. */

#include "base/language.h"

KpiLanguage
_kpi_language_of (const char *tag)
{
  if (tag == NULL || !g_str_has_prefix (tag, "vi"))
    return KPI_LANGUAGE_ENGLISH;
  return g_ascii_isalnum (tag[2]) ? KPI_LANGUAGE_ENGLISH : KPI_LANGUAGE_VIETNAMESE;
}
