/* SPDX-License-Identifier: MIT */
/* What may stand at a place of a model file. How a scalar is read hangs on it. */
#pragma once

typedef enum {
  KPI_SHAPE_TEXT,    /* any scalar */
  KPI_SHAPE_NAME,    /* a scalar that is not blank and holds no control character */
  KPI_SHAPE_ID,      /* [A-Za-z][A-Za-z0-9_.-]* */
  KPI_SHAPE_NUMBER,  /* in decimal or exponent form, in quotes or not */
  KPI_SHAPE_ONE,     /* the number 1: the version of the format */
  KPI_SHAPE_BOOLEAN, /* true or false */
  KPI_SHAPE_PERIOD,  /* any period, a day too */
  KPI_SHAPE_PERIODS, /* a period, or two as in 2020..2024 */
  KPI_SHAPE_WORD,    /* what a data file may say in place of a number */
  KPI_SHAPE_LENGTH,  /* a duration, such as 2Y */
  KPI_SHAPE_CHOICE,  /* one of `words` */
  KPI_SHAPE_LIST,    /* of `item`, `least` to `most` of them */
  KPI_SHAPE_MAP,     /* from any key of the kind `key` to `item`, at least `least` entries */
  KPI_SHAPE_MAPPING, /* of `keys` and `more_keys` */
  KPI_SHAPE_EITHER,  /* `scalar`, `list` or `mapping`, as it is written; NULL: not that */
  KPI_SHAPE_METHOD   /* a method of one `kind`: its name, or a mapping with its options */
} KpiShapeKind;
