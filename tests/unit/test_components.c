/* SPDX-License-Identifier: MIT */
#include "near.h"

#include "method/components.h"

enum { N = 8 };

static const double a[N] = {62, 55, 80, 41, 70, 58, 90, 35};
static const double b[N] = {48, 51, 66, 45, 75, 40, 71, 50};
static const double c[N] = {71, 60, 77, 52, 64, 69, 85, 44};

static KpiComponents
components_of (KpiArena *arena, const double *const *children, gsize n_children, gsize n)
{
  g_autoptr (GError) error = NULL;
  KpiComplete complete;
  KpiComponents components;

  cr_assert (_kpi_complete_init (&complete, arena, children, n_children, n));
  cr_assert (_kpi_components_init (&components, arena, &complete, &error), "%s", error->message);
  return components;
}

/* numpy.linalg.eigh of numpy.corrcoef; loadings are vectors times the root of their value. */
Test (components, of_three_children, .timeout = 10)
{
  KpiArena arena = {0};
  static const double variances[] = {2.459350755901788, 0.5388973520330823, 0.0017518920651297689};
  static const double loadings[][3] = {
      {0.9941998975620425, 0.8019281297801358, 0.9098508637445732},
      {-0.10272817710683434, 0.597308397021575, -0.41420641292585714},
      {-0.031835284134603285, 0.011573828875969491, 0.02458563064777108}};
  const double *children[] = {a, b, c};
  KpiComponents components = components_of (&arena, children, 3, N);

  cr_assert (eq (sz, components.n, 3));
  for (gsize i = 0; i < 3; i++) {
    expect_within (components.variances[i], variances[i], 1e-10);
    for (gsize j = 0; j < 3; j++)
      expect_within (_kpi_components_loading (&components, i, j), loadings[i][j], 1e-10);
  }
  _kpi_arena_clear (&arena);
}

/* One after the other, twins leave nothing to a second component. */
Test (components, of_twins, .timeout = 10)
{
  KpiArena arena = {0};
  const double *children[] = {a, a};
  KpiComponents components = components_of (&arena, children, 2, N);

  expect_within (components.variances[0], 2, 1e-10);
  expect_within (components.variances[1], 0, 1e-10);
  expect_within (_kpi_components_loading (&components, 0, 1), 1, 1e-10);
  expect_within (_kpi_components_loading (&components, 1, 0), 0, 1e-5); /* root of a rounding */
  _kpi_arena_clear (&arena);
}

Test (components, undefined, .timeout = 10)
{
  KpiArena arena = {0};
  static const double same[N] = {7, 7, 7, 7, 7, 7, 7, 7};
  const double *constant[] = {a, same}, *plain[] = {a, b};
  KpiComponents components = components_of (&arena, constant, 2, N);

  cr_expect (eq (sz, components.n, 0));
  _kpi_arena_clear (&arena);
  components = components_of (&arena, plain, 2, 1);
  cr_expect (eq (sz, components.n, 0));
  _kpi_arena_clear (&arena);
  components = components_of (&arena, plain, 1, N);
  cr_expect (eq (sz, components.n, 0));
  _kpi_arena_clear (&arena);
}
