/* SPDX-License-Identifier: MIT */
/* The vocabulary of the schema's table: what may stand at a place of a model file. */
#pragma once

#include "method/methods.h"
#include "method/option.h"
#include "model/yaml/kind.h"
#include "model/yaml/yaml.h"

typedef enum {
  KPI_KEY_REQUIRED = 1 << 0,  /* in the model as a whole */
  KPI_KEY_IN_EACH = 1 << 1,   /* required in each of its files */
  KPI_KEY_NOT_BUILT = 1 << 2, /* part of the format, refused until it is built */
  KPI_KEY_REPLACED = 1 << 3,  /* an overlay replaces the value as a whole */
  KPI_KEY_DEMAND = 1 << 4,    /* in an overlay it takes away the demand below it ... */
  KPI_KEY_OF_DEMAND = 1 << 5, /* ... with what goes with any demand ... */
  KPI_KEY_OF_SAME = 1 << 6,   /* ... and with what goes with the demand it `needs` alone */
  KPI_KEY_VITAL = 1 << 7,     /* without it the mapping would say something else */
  KPI_KEY_BESIDE = 1 << 8,    /* does not count where exactly one key is asked for */
  KPI_KEY_DEADLINE = 1 << 9   /* until when the demand stands */
} KpiKeyFlags;

/* What becomes of a place with something wrong in it, for those who read on: see salvage.h. */
typedef enum {
  KPI_WRONG_REFUSES,     /* all of it is left out */
  KPI_WRONG_IS_LEFT_OUT, /* what is wrong is left out, the rest is read */
  KPI_WRONG_HOLLOWS      /* its name stays, and nothing is judged */
} KpiWhenWrong;

typedef struct _KpiShape KpiShape;

typedef struct {
  const char *name;  /* NULL closes a list of keys */
  const char *about; /* one line for people */
  const KpiShape *shape;
  KpiKeyFlags flags;
  const char *needs; /* another key that must stand beside it; or NULL */
} KpiKey;

struct _KpiShape {
  KpiShapeKind kind;
  KpiWhenWrong when_wrong;
  const char *expected; /* what messages call it, such as "a number" */

  const char *const *words; /* of a choice; NULL-terminated. Of a boolean: others than its two */
  const char *const *not_built; /* words that are refused until they are built; or NULL */

  const KpiShape *item;
  KpiShapeKind key;
  const char *key_expected; /* what messages call a key */
  gsize least;
  gsize most; /* 0: any number */

  const char *name; /* of a mapping: its definition in the JSON Schema; NULL: written in place */
  const KpiKey *keys;
  const KpiKey *more_keys;
  gboolean exactly_one; /* one key and no more, those that stand beside it aside */
  gboolean
      keeps_removed; /* of a map: what an overlay takes away stays as a null, which says where */
  gboolean inherits; /* what it leaves out it takes from elsewhere, and a null takes that away */

  const KpiShape *scalar;
  const KpiShape *list;
  const KpiShape *mapping;

  KpiMethodKind methods;
};

/* The shape of a model file. */
extern const KpiShape _kpi_shape_model;
extern const KpiShape _kpi_shape_target;
extern const KpiShape _kpi_shape_name;
extern const KpiShape _kpi_shape_number;
extern const KpiShape _kpi_shape_boolean;
extern const KpiShape _kpi_shape_reference;
extern const KpiShape _kpi_shape_pair;
extern const KpiShape _kpi_shape_numbers;
extern const KpiShape _kpi_shape_points;

/* Methods, and what is done before the score: see schema-methods.c. */
extern const KpiShape _kpi_shape_score;
extern const KpiShape _kpi_shape_combine;
extern const KpiShape _kpi_shape_impute;
extern const KpiShape _kpi_shape_treat;
extern const KpiShape _kpi_shape_screen;

/* The keys that methods of a kind share, by kind. */
extern const KpiKey *const _kpi_shape_method_keys[];
extern const KpiKey _kpi_shape_transform_key;
extern const KpiKey _kpi_shape_over_key;
extern const KpiKey _kpi_shape_fit_key;

/* The key of a mapping by its name; NULL if there is none. */
const KpiKey *_kpi_shape_find_key (const KpiShape *mapping, const char *name);

/* Walks all keys of a mapping: the first for `i` 0; NULL past the last. */
const KpiKey *_kpi_shape_get_key (const KpiShape *mapping, gsize i);

/* What stands under a key or in an item, by the way it is written; NULL if it may not be. */
const KpiShape *_kpi_shape_choose (const KpiShape *shape, KpiYamlKind kind);

/* The keys of one method, made from its entry in the table of methods. `shape` is a mapping whose
 * keys stand beside it: it is valid as long as the whole is, and where it is. */
typedef struct {
  KpiKey keys[KPI_MAX_OPTIONS + 5];
  KpiShape choices[KPI_MAX_OPTIONS];
  KpiShape shape;
} KpiMethodShape;

/* Fills `out` for method `i` of a kind and returns its name; NULL past the last. */
const char *_kpi_shape_of_method (KpiMethodKind methods, gsize i, KpiMethodShape *out);

/* Whether a method can be named without options. */
gboolean _kpi_shape_method_is_plain (const KpiMethodShape *method);
