/* SPDX-License-Identifier: MIT */
/* The shapes of single values and plain lists, of which both the table of keys and the keys of
 * methods are made. */

#include "model/schema/shape.h"

const KpiShape _kpi_shape_name = {.kind = KPI_SHAPE_NAME, .expected = "a name"};

const KpiShape _kpi_shape_boolean = {.kind = KPI_SHAPE_BOOLEAN, .expected = "true or false"};

const KpiShape _kpi_shape_number = {.kind = KPI_SHAPE_NUMBER, .expected = "a number"};

const KpiShape _kpi_shape_pair = {.kind = KPI_SHAPE_LIST,
                                  .expected = "a list of two numbers",
                                  .item = &_kpi_shape_number,
                                  .least = 2,
                                  .most = 2};

const KpiShape _kpi_shape_numbers = {.kind = KPI_SHAPE_LIST,
                                     .expected = "a list of numbers",
                                     .item = &_kpi_shape_number,
                                     .least = 1};

const KpiShape _kpi_shape_points = {.kind = KPI_SHAPE_MAP,
                                    .expected = "a mapping from numbers to numbers",
                                    .key = KPI_SHAPE_NUMBER,
                                    .key_expected = "a number",
                                    .item = &_kpi_shape_number,
                                    .least = 1};
