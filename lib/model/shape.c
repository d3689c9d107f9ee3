/* SPDX-License-Identifier: MIT */
/* Questions asked of the schema's table, and the keys of methods, which are made from theirs.
 *
 * Always true: a method's keys in a model file are its options in lib/method, in that order, and
 * what all methods of its family take; there is no second list of them. */

#include <string.h>

#include "method/combining.h"
#include "method/scoring.h"
#include "model/shape.h"

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
  static const KpiShape *const shapes[] = {[KPI_OPTION_NUMBER] = &_kpi_shape_number,
                                           [KPI_OPTION_PAIR] = &_kpi_shape_pair,
                                           [KPI_OPTION_POINTS] = &_kpi_shape_points};

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
begin (KpiMethodFamily family, const KpiOption *options, KpiMethodShape *out)
{
  KpiKey *key = out->keys;

  memset (out, 0, sizeof *out);
  out->shape = (KpiShape){.kind = KPI_SHAPE_MAPPING,
                          .expected = "a mapping with method",
                          .keys = out->keys,
                          .more_keys = _kpi_shape_method_keys[family]};
  *key++ = name_key;
  for (gsize i = 0; options[i].kind != KPI_OPTION_END; i++)
    option_key (&options[i], &out->choices[i], key++);
  return key;
}

const char *
_kpi_shape_of_method (KpiMethodFamily family, gsize i, KpiMethodShape *out)
{
  const KpiScoringMethod *scoring;
  const KpiCombiningMethod *combining;
  KpiKey *key;

  if (family == KPI_METHODS_COMBINING) {
    combining = _kpi_combining_list ()[i];
    if (combining != NULL)
      begin (family, combining->options, out);
    return combining != NULL ? combining->name : NULL;
  }
  scoring = _kpi_scoring_list ()[i];
  if (scoring == NULL)
    return NULL;
  key = begin (family, scoring->options, out);
  if (scoring->transforms)
    *key++ = _kpi_shape_transform_key;
  if (scoring->fitted)
    *key++ = _kpi_shape_over_key;
  return scoring->name;
}

gboolean
_kpi_shape_method_is_plain (const KpiMethodShape *method)
{
  for (gsize i = 1; method->keys[i].name != NULL; i++)
    if (method->keys[i].flags & KPI_KEY_REQUIRED)
      return FALSE;
  return TRUE;
}
