/* SPDX-License-Identifier: MIT */
/* Questions asked of the schema's table, and the keys of methods, which are made from theirs.
 *
 * Always true: a method's keys in a model file are its options in lib/method, in that order, and
 * what all methods of its kind take; there is no second list of them. */

#include <string.h>

#include "method/combining.h"
#include "method/imputing.h"
#include "method/methods.h"
#include "method/scoring.h"
#include "model/schema/shape.h"

static gsize
count (const KpiKey *keys)
{
  gsize n = 0;

  while (keys != NULL && keys[n].name != NULL)
    n++;
  return n;
}

const KpiKey *
_kpi_shape_get_key (const KpiShape *mapping, gsize i)
{
  gsize n = count (mapping->keys);

  if (i < n)
    return &mapping->keys[i];
  return i - n < count (mapping->more_keys) ? &mapping->more_keys[i - n] : NULL;
}

const KpiKey *
_kpi_shape_find_key (const KpiShape *mapping, const char *name)
{
  const KpiKey *key;

  for (gsize i = 0; (key = _kpi_shape_get_key (mapping, i)) != NULL; i++)
    if (strcmp (key->name, name) == 0)
      return key;
  return NULL;
}

const KpiShape *
_kpi_shape_choose (const KpiShape *shape, KpiYamlKind kind)
{
  if (shape == NULL || shape->kind != KPI_SHAPE_EITHER)
    return shape;
  if (kind == KPI_YAML_LIST)
    return shape->list;
  return kind == KPI_YAML_MAPPING ? shape->mapping : shape->scalar;
}

static void
option_key (const KpiOption *option, KpiShape *choice, KpiKey *out)
{
  static const KpiShape *const shapes[] = {
      [KPI_OPTION_NUMBER] = &_kpi_shape_number, [KPI_OPTION_PAIR] = &_kpi_shape_pair,
      [KPI_OPTION_LIST] = &_kpi_shape_numbers,  [KPI_OPTION_POINTS] = &_kpi_shape_points,
      [KPI_OPTION_FLAG] = &_kpi_shape_boolean,  [KPI_OPTION_REFERENCE] = &_kpi_shape_reference};

  *choice = (KpiShape){.kind = KPI_SHAPE_CHOICE, .words = option->choices};
  *out = (KpiKey){.name = option->name,
                  .about = "an option of the method",
                  .shape = option->kind == KPI_OPTION_CHOICE ? choice : shapes[option->kind],
                  .flags = option->required ? KPI_KEY_REQUIRED : 0};
}

static const KpiShape name = {.kind = KPI_SHAPE_TEXT, .expected = "the method's name"};
static const KpiKey name_key = {"method", "the method's name", &name, KPI_KEY_REQUIRED, NULL};

/* Fills `out` with the name, the options, and room for two keys more. */
static KpiKey *
begin (KpiMethodKind methods, const KpiOption *options, KpiMethodShape *out)
{
  KpiKey *key = out->keys;

  memset (out, 0, sizeof *out);
  out->shape = (KpiShape){.kind = KPI_SHAPE_MAPPING,
                          .expected = "a mapping with method",
                          .keys = out->keys,
                          .more_keys = _kpi_shape_method_keys[methods]};
  *key++ = name_key;
  for (gsize i = 0; options[i].kind != KPI_OPTION_END; i++)
    option_key (&options[i], &out->choices[i], key++);
  return key;
}

static const char *
of_scoring (const KpiScoringMethod *scoring, KpiMethodShape *out)
{
  KpiKey *key;

  if (scoring == NULL)
    return NULL;
  key = begin (KPI_METHODS_SCORING, scoring->options, out);
  if (scoring->transforms)
    *key++ = _kpi_shape_transform_key;
  if (scoring->learns != KPI_LEARNS_NOTHING) {
    *key++ = _kpi_shape_over_key;
    *key++ = _kpi_shape_fit_key;
  }
  return scoring->name;
}

static const char *
of_combining (const KpiCombiningMethod *combining, KpiMethodShape *out)
{
  if (combining == NULL)
    return NULL;
  begin (KPI_METHODS_COMBINING, combining->options, out);
  return combining->name;
}

static const char *
of_imputing (const KpiImputingMethod *imputing, KpiMethodShape *out)
{
  if (imputing == NULL)
    return NULL;
  begin (KPI_METHODS_IMPUTING, imputing->options, out);
  return imputing->name;
}

const char *
_kpi_shape_of_method (KpiMethodKind methods, gsize i, KpiMethodShape *out)
{
  if (methods == KPI_METHODS_IMPUTING)
    return of_imputing (_kpi_methods_get (methods, i), out);
  if (methods == KPI_METHODS_COMBINING)
    return of_combining (_kpi_methods_get (methods, i), out);
  return of_scoring (_kpi_methods_get (methods, i), out);
}

gboolean
_kpi_shape_method_is_plain (const KpiMethodShape *method)
{
  for (gsize i = 1; method->keys[i].name != NULL; i++)
    if (method->keys[i].flags & KPI_KEY_REQUIRED)
      return FALSE;
  return TRUE;
}
