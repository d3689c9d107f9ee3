/* SPDX-License-Identifier: MIT */
/* The options of a method as data: the model reader types and checks them, the messages and the
 * JSON Schema list them, all from the method's own table entry. */
#pragma once

#include <kpiscore/findings.h>

typedef enum {
  KPI_OPTION_END,       /* closes a list of options */
  KPI_OPTION_NUMBER,    /* numbers[0] */
  KPI_OPTION_PAIR,      /* [a, b]: numbers[0], numbers[1] */
  KPI_OPTION_LIST,      /* [a, b, …], at least one: numbers */
  KPI_OPTION_POINTS,    /* {x: y, …}, at least one: numbers x0, y0, x1, y1, … sorted by x */
  KPI_OPTION_CHOICE,    /* choice: index in `choices` */
  KPI_OPTION_FLAG,      /* choice: 1 for true, 0 for false and where it is not given */
  KPI_OPTION_REFERENCE, /* text: the area of `{area: A}`; NULL for the word `target` */
} KpiOptionKind;

typedef struct {
  const char *name;
  KpiOptionKind kind;
  gboolean required;
  const char *const *choices; /* NULL-terminated; the first is what holds where none is given */
  double preset;              /* of a number that is not given */
} KpiOption;

typedef struct {
  double *numbers;
  gsize n_numbers;
  guint choice;
  char *text;
} KpiOptionValue;

#define KPI_MAX_OPTIONS 4

static inline void
_kpi_option_values_clear (KpiOptionValue values[KPI_MAX_OPTIONS])
{
  for (gsize i = 0; i < KPI_MAX_OPTIONS; i++) {
    g_clear_pointer (&values[i].numbers, g_free);
    g_clear_pointer (&values[i].text, g_free);
  }
}

/* What a method says of its options, and of what they are to be used on, before there are data;
 * text NULL: nothing. */
typedef struct {
  KpiSeverity severity;
  const char *text;
} KpiJudgement;
