/* SPDX-License-Identifier: MIT */
/* What the tests of weighting methods share: three children of eight areas, and a call. */
#ifndef KPI_TEST_WEIGHTING_SUPPORT_H
#define KPI_TEST_WEIGHTING_SUPPORT_H

#include "near.h"

#include "method/methods.h"
#include "method/weighting.h"

enum { N_AREAS = 8 };

static const double a[N_AREAS] G_GNUC_UNUSED = {62, 55, 80, 41, 70, 58, 90, 35};
static const double b[N_AREAS] G_GNUC_UNUSED = {48, 51, 66, 45, 75, 40, 71, 50};
static const double c[N_AREAS] G_GNUC_UNUSED = {71, 60, 77, 52, 64, 69, 85, 44};
static const double same[N_AREAS] G_GNUC_UNUSED = {7, 7, 7, 7, 7, 7, 7, 7};
static const double gone[N_AREAS] G_GNUC_UNUSED = {NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN};

/* Weighs the children; returns why there are no weights, NULL where there are. */
static inline const char *
weigh (const char *method, const double *const *children, gsize n_children, gsize n_areas,
       double *out_weights)
{
  g_autoptr (GError) error = NULL;
  KpiWeighed weighed = {children, n_children, n_areas};
  const KpiWeightingMethod *weighting;
  const char *why = NULL;

  weighting = _kpi_methods_find (KPI_METHODS_WEIGHTING, method);
  cr_assert (weighting->weigh (&weighed, out_weights, &why, &error), "%s",
             error == NULL ? "no error" : error->message);
  for (gsize i = 0; why != NULL && i < n_children; i++)
    cr_expect (isnan (out_weights[i]));
  return why;
}

#define expect_weights(method, children, tolerance, ...)                                           \
  do {                                                                                             \
    const double expected[] = {__VA_ARGS__};                                                       \
    double got[G_N_ELEMENTS (expected)];                                                           \
    cr_expect (weigh (method, children, G_N_ELEMENTS (expected), N_AREAS, got) == NULL);           \
    for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)                                            \
      expect_within (got[i], expected[i], tolerance);                                              \
  } while (0)

#endif
