/* SPDX-License-Identifier: MIT */
/* What the tests of pace rules share: from 50 at the end of 2015 to 80 at the end of 2030. */
#ifndef KPI_TEST_PACING_SUPPORT_H
#define KPI_TEST_PACING_SUPPORT_H

#include <math.h>
#include <string.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "method/methods.h"
#include "method/pacing.h"

static inline KpiPacing
pacing_by (const char *name)
{
  KpiPacing pacing;

  _kpi_pacing_init (&pacing, _kpi_methods_find (KPI_METHODS_PACING, name));
  return pacing;
}

/* The value at the end of 2020: a third of the time is gone, and 60 required. */
static inline KpiPaceCall
call_at (double value)
{
  return (KpiPaceCall){.from = {2016, 50},
                       .now = {2021, value},
                       .to = {2031, 80},
                       .required = 60,
                       .projected = 50 + 3 * (value - 50),
                       .zero = NAN,
                       .rises = TRUE};
}

/* The same, falling: from 50 to 20, 40 required. */
static inline KpiPaceCall
falling_call_at (double value)
{
  KpiPaceCall call = call_at (value);

  call.to.value = 20;
  call.required = 40;
  call.rises = FALSE;
  return call;
}

#define expect_pace(pacing, call, pace, word)                                                      \
  do {                                                                                             \
    double got, wanted = (pace);                                                                   \
    KpiPaceWord got_word = _kpi_pacing_judge (pacing, call, &got);                                 \
    cr_expect (fabs (got - wanted) <= 1e-12 || (isnan (got) && isnan (wanted)),                    \
               "%.17g, not %.17g", got, wanted);                                                   \
    cr_expect (got_word == (word), "word %d, not %d", (int)got_word, (int)(word));                 \
  } while (0)

#endif
