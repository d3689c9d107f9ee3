/* SPDX-License-Identifier: MIT */
/* Filters.
 *
 * Always true: the verdict on a text is the same whether it was remembered or not; a column of
 * which each row has its own text is remembered no further than the first few thousand. */

#include <string.h>

#include "base/text.h"
#include "data/registers/register-filter.h"

#define MOST_REMEMBERED 4096

gboolean
_kpi_judges_init (KpiJudges *judges, const KpiRegisterPlan *plan, const KpiRegisterHeader *header)
{
  gsize n = 0;

  *judges = (KpiJudges){.plan = plan};
  for (gsize f = 0; f < plan->n_filters; f++)
    n += plan->filters[f].n_conditions;
  judges->judges = g_try_new0 (KpiJudge, n + 1);
  if (judges->judges == NULL)
    return FALSE;
  for (gsize f = 0; f < plan->n_filters; f++)
    for (gsize c = 0; c < plan->filters[f].n_conditions; c++) {
      const KpiCondition *condition = &plan->filters[f].conditions[c];

      judges->judges[judges->n_judges++] =
          (KpiJudge){.column = _kpi_header_find (&header->names, condition->column),
                     .values = condition->values,
                     .texts = _kpi_names_new (),
                     .verdicts = KPI_ROWS (guint8)};
    }
  return TRUE;
}

void
_kpi_judges_clear (KpiJudges *judges)
{
  for (gsize i = 0; i < judges->n_judges; i++) {
    _kpi_names_free (judges->judges[i].texts);
    _kpi_rows_clear (&judges->judges[i].verdicts);
  }
  g_clear_pointer (&judges->judges, g_free);
}

static gboolean
is_among (char **values, const char *text)
{
  for (; *values != NULL; values++)
    if (strcmp (*values, text) == 0)
      return TRUE;
  return FALSE;
}

/* A text with control characters is no name, and equal to none. */
static gboolean
judge (const KpiJudge *judge, const KpiCsvField *field)
{
  g_autofree char *name = _kpi_text_name (field->text, field->length);

  return name != NULL && is_among (judge->values, name);
}

/* FALSE if there is no memory. */
static gboolean
remember (KpiJudge *judge, const char *text, gboolean passes)
{
  guint8 *verdict;

  if (judge->verdicts.n == MOST_REMEMBERED)
    return TRUE;
  verdict = _kpi_rows_add (&judge->verdicts);
  if (verdict == NULL)
    return FALSE;
  *verdict = passes;
  return _kpi_names_add (judge->texts, text) != KPI_NO_NAME;
}

static gboolean
ask (KpiJudge *asked, const KpiCsvField *field, guint8 *passes)
{
  guint32 known = _kpi_names_find (asked->texts, field->text);

  if (known != KPI_NO_NAME) {
    *passes = KPI_ROW (&asked->verdicts, guint8, known);
    return TRUE;
  }
  *passes = judge (asked, field);
  return remember (asked, field->text, *passes);
}

gboolean
_kpi_judges_ask (KpiJudges *judges, const KpiCsvField *fields, guint8 *passes)
{
  KpiJudge *next = judges->judges;

  for (gsize f = 0; f < judges->plan->n_filters; f++) {
    passes[f] = TRUE;
    for (gsize c = 0; c < judges->plan->filters[f].n_conditions; c++, next++)
      if (passes[f] && !ask (next, &fields[next->column], &passes[f]))
        return FALSE;
  }
  return TRUE;
}
