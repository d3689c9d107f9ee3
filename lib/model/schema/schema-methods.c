/* SPDX-License-Identifier: MIT */
/* The part of the table of keys that methods have: what may be said of any method of a kind,
 * and of what is done before the score. A method's own options are not here: they stand in its
 * entry in lib/method. */

#include "method/methods.h"
#include "method/treating.h"
#include "method/scoring.h"
#include "model/schema/shape.h"
#include "model/schema/words.h"

static const KpiShape transform = {.kind = KPI_SHAPE_CHOICE, .words = _kpi_transform_names + 1};
const KpiKey _kpi_shape_transform_key = {
    "transform", "what is done to the value and the options first", &transform, 0, NULL};

static const KpiShape over = {.kind = KPI_SHAPE_CHOICE, .words = _kpi_over_words};
const KpiKey _kpi_shape_over_key = {
    "over", "which values it learns from: those of all periods, or of each", &over, 0, NULL};

static const KpiShape fit_periods = {.kind = KPI_SHAPE_PERIODS,
                                     .expected = "a period, or two as in 2020..2024"};
static const KpiKey fit_keys[] = {{"periods", "the periods whose values it learns from, together",
                                   &fit_periods, KPI_KEY_REQUIRED, NULL},
                                  {0}};
static const KpiShape fit = {.kind = KPI_SHAPE_MAPPING,
                             .expected = "a mapping with periods",
                             .name = "fit",
                             .keys = fit_keys};
const KpiKey _kpi_shape_fit_key = {"fit", "which values it learns from: those of some periods",
                                   &fit, 0, NULL};

static const char *const reference_words[] = {"target", NULL};
static const KpiShape reference_word = {.kind = KPI_SHAPE_CHOICE, .words = reference_words};
static const KpiKey reference_keys[] = {{"area", "the area whose value of the same period it is",
                                         &_kpi_shape_name, KPI_KEY_REQUIRED, NULL},
                                        {0}};
static const KpiShape reference_area = {.kind = KPI_SHAPE_MAPPING,
                                        .expected = "a mapping with area",
                                        .name = "reference",
                                        .keys = reference_keys};
const KpiShape _kpi_shape_reference = {.kind = KPI_SHAPE_EITHER,
                                       .expected = "target, or a mapping with area",
                                       .scalar = &reference_word,
                                       .mapping = &reference_area};

static const char *const clamp_words[] = {"high", NULL};
static const KpiShape clamp = {
    .kind = KPI_SHAPE_BOOLEAN, .expected = "true, false or high", .words = clamp_words};
static const KpiKey scoring_keys[] = {
    {"clamp", "whether scores are held to 0 to 100; high: to 100 alone", &clamp, 0, NULL},
    {"to", "the span that 0 to 100 is mapped onto", &_kpi_shape_pair, 0, NULL},
    {0}};
static const KpiKey combining_keys[] = {{0}};
static const KpiKey imputing_keys[] = {{0}};
const KpiKey *const _kpi_shape_method_keys[] = {[KPI_METHODS_SCORING] = scoring_keys,
                                                [KPI_METHODS_COMBINING] = combining_keys,
                                                [KPI_METHODS_IMPUTING] = imputing_keys};

const KpiShape _kpi_shape_score = {.kind = KPI_SHAPE_METHOD,
                                   .expected = "a scoring method, or a mapping with its options",
                                   .name = "score",
                                   .methods = KPI_METHODS_SCORING};
const KpiShape _kpi_shape_combine = {.kind = KPI_SHAPE_METHOD,
                                     .expected =
                                         "a combining method, or a mapping with its options",
                                     .name = "combine",
                                     .methods = KPI_METHODS_COMBINING};

const KpiShape _kpi_shape_impute = {.kind = KPI_SHAPE_METHOD,
                                    .expected = "an imputing method, or a mapping with its options",
                                    .name = "impute",
                                    .methods = KPI_METHODS_IMPUTING};

static const KpiShape then = {.kind = KPI_SHAPE_CHOICE, .words = _kpi_treating_names};
static const KpiKey treat_keys[] = {
    {"winsorise", "the most points that are moved to the next value", &_kpi_shape_number, 0, NULL},
    {"skew", "acts only where the skewness, up or down, is above", &_kpi_shape_number, 0, NULL},
    {"kurtosis", "acts only where the kurtosis is above", &_kpi_shape_number, 0, NULL},
    {"then", "what is done where that does not help", &then, 0, NULL},
    {0}};
const KpiShape _kpi_shape_treat = {.kind = KPI_SHAPE_MAPPING,
                                   .expected = "a mapping with winsorise, skew, kurtosis and then",
                                   .name = "treat",
                                   .keys = treat_keys};

static const KpiKey screen_keys[] = {
    {"areas", "the least share of indicators that an area must have, 0 to 1", &_kpi_shape_number, 0,
     NULL},
    {"indicators", "the least share of areas that must have an indicator, 0 to 1",
     &_kpi_shape_number, 0, NULL},
    {0}};
const KpiShape _kpi_shape_screen = {.kind = KPI_SHAPE_MAPPING,
                                    .expected = "a mapping with areas and indicators",
                                    .name = "screen",
                                    .keys = screen_keys};
