/* SPDX-License-Identifier: MIT */
/* Numbers rounded for people. */
#pragma once

#include "base/language.h"

/* A number rounded to `decimals`, unless that would make it look equal to `edge`, which it is not:
 * 79.996 has not met 80. `trim` drops zeros at its end. */
typedef struct {
  int decimals;
  double edge;
  gboolean trim;
} KpiRounding;

/* Appends a number, its thousands apart; nothing where it is not finite. */
void _kpi_rounding_append (GString *out, double value, KpiRounding rounding, KpiLanguage language);
