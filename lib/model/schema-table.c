/* SPDX-License-Identifier: MIT */
/* The table of keys: all that a model file may say, from the leaves up to the file.
 *
 * A key of the format that no code reads yet is listed as not built, so that its author learns
 * that it is known; the JSON Schema leaves it out. A method's own options are not here: they stand
 * in its entry in lib/method. */

#include "model/shape.h"

#define REQUIRED KPI_KEY_REQUIRED
#define NOT_BUILT(key)                                                                             \
  {                                                                                                \
    .name = key, .flags = KPI_KEY_NOT_BUILT                                                        \
  }

static const KpiShape text = {.kind = KPI_SHAPE_TEXT, .expected = "a text"};
static const KpiShape name = {.kind = KPI_SHAPE_NAME, .expected = "a name"};
static const char id_expected[] = "an id: a letter, then letters, digits, _ . or -";
static const KpiShape id = {.kind = KPI_SHAPE_ID, .expected = id_expected};
static const KpiShape series = {.kind = KPI_SHAPE_NAME, .expected = "a series, or -series"};
static const KpiShape boolean = {.kind = KPI_SHAPE_BOOLEAN, .expected = "true or false"};
static const KpiShape period = {.kind = KPI_SHAPE_PERIOD, .expected = "a period"};
const KpiShape _kpi_shape_number = {.kind = KPI_SHAPE_NUMBER, .expected = "a number"};

static const KpiShape names = {
    .kind = KPI_SHAPE_LIST, .expected = "a list of names", .item = &name};
static const KpiShape several_series = {
    .kind = KPI_SHAPE_LIST, .expected = "a list of series", .item = &series, .least = 1};
const KpiShape _kpi_shape_pair = {.kind = KPI_SHAPE_LIST,
                                  .expected = "a list of two numbers",
                                  .item = &_kpi_shape_number,
                                  .least = 2,
                                  .most = 2};
const KpiShape _kpi_shape_points = {.kind = KPI_SHAPE_MAP,
                                    .expected = "a mapping from numbers to numbers",
                                    .key = KPI_SHAPE_NUMBER,
                                    .key_expected = "a number",
                                    .item = &_kpi_shape_number,
                                    .least = 1};

static const KpiShape languages = {.kind = KPI_SHAPE_MAP,
                                   .expected = "a mapping from languages to texts",
                                   .key = KPI_SHAPE_ID,
                                   .key_expected = "a language, such as vi",
                                   .item = &text};
static const KpiShape title = {.kind = KPI_SHAPE_EITHER,
                               .expected = "a text, or a mapping from languages to texts",
                               .scalar = &text,
                               .mapping = &languages};

/* ---- Methods */

static const char *const scorings_not_built[] = {
    "zscore", "rank", "borda", "percentile_rank", "fraction_of_max", "distance_to", NULL};
static const char *const combinings_not_built[] = {"power", "median", "owa", "copeland", NULL};
const char *const *const _kpi_shape_methods_not_built[] = {
    [KPI_METHODS_SCORING] = scorings_not_built, [KPI_METHODS_COMBINING] = combinings_not_built};

static const char *const transform_words[] = {"log", "sqrt", NULL};
static const KpiShape transform = {.kind = KPI_SHAPE_CHOICE, .words = transform_words};
const KpiKey _kpi_shape_transform_key = {
    "transform", "what is done to the value and the options first", &transform, 0, NULL};

static const char *const over_words[] = {"all", "period", NULL};
static const KpiShape over = {.kind = KPI_SHAPE_CHOICE, .words = over_words};
const KpiKey _kpi_shape_over_key = {
    "over", "which values it learns from: those of all periods, or of each", &over, 0, NULL};

static const KpiKey scoring_keys[] = {
    {"clamp", "whether scores are held to 0 to 100", &boolean, 0, NULL},
    {"to", "the span that 0 to 100 is mapped onto", &_kpi_shape_pair, 0, NULL},
    NOT_BUILT ("ties"),
    NOT_BUILT ("against"),
    NOT_BUILT ("fit"),
    {0}};
static const KpiKey combining_keys[] = {{0}};
const KpiKey *const _kpi_shape_method_keys[] = {
    [KPI_METHODS_SCORING] = scoring_keys, [KPI_METHODS_COMBINING] = combining_keys};

static const KpiShape score = {.kind = KPI_SHAPE_METHOD,
                               .expected = "a scoring method, or a mapping with its options",
                               .name = "score",
                               .family = KPI_METHODS_SCORING};
static const KpiShape combine = {.kind = KPI_SHAPE_METHOD,
                                 .expected = "a combining method, or a mapping with its options",
                                 .name = "combine",
                                 .family = KPI_METHODS_COMBINING};

/* ---- Areas */

static const KpiKey area_keys[] = {
    {"title", "what people call it", &title, 0, NULL},
    {"level", "fits and ranks run among areas of one level", &name, 0, NULL},
    {"parent", "the area that it is part of", &name, 0, NULL},
    {"group", "whose mean can stand in for what is missing", &name, 0, NULL},
    {"aliases", "other names of it in data files", &names, 0, NULL},
    NOT_BUILT ("from"),
    NOT_BUILT ("until"),
    NOT_BUILT ("was"),
    {0}};
static const KpiShape area = {.kind = KPI_SHAPE_MAPPING,
                              .when_wrong = KPI_WRONG_HOLLOWS,
                              .expected = "a mapping",
                              .name = "area",
                              .keys = area_keys};
static const KpiShape areas = {.kind = KPI_SHAPE_MAP,
                               .when_wrong = KPI_WRONG_IS_LEFT_OUT,
                               .expected = "a mapping from areas to what they are",
                               .key = KPI_SHAPE_NAME,
                               .key_expected = "the name of an area",
                               .item = &area};

/* ---- Measure */

static const KpiKey ratio_keys[] = {
    {"of", "the terms above the line", &several_series, REQUIRED, NULL},
    {"to", "the terms below the line", &several_series, REQUIRED, NULL},
    {"per", "what the quotient is multiplied by", &_kpi_shape_number, 0, NULL},
    {0}};
static const KpiShape ratio = {.kind = KPI_SHAPE_MAPPING,
                               .expected = "a mapping with of, to and per",
                               .name = "ratio",
                               .keys = ratio_keys};
static const KpiKey measure_keys[] = {
    {"sum", "the sum of series; -series is taken away", &several_series, 0, NULL},
    {"ratio", "per times the sum of `of` over the sum of `to`", &ratio, 0, NULL},
    NOT_BUILT ("change"),
    NOT_BUILT ("register"),
    NOT_BUILT ("count"),
    NOT_BUILT ("window"),
    NOT_BUILT ("where"),
    NOT_BUILT ("over"),
    NOT_BUILT ("as"),
    {0}};
static const KpiShape measure = {.kind = KPI_SHAPE_MAPPING,
                                 .expected = "a mapping with sum or ratio",
                                 .name = "measure",
                                 .keys = measure_keys,
                                 .exactly_one = TRUE};

/* ---- Target */

static const KpiKey baseline_keys[] = {
    {"value", "the value at the start", &_kpi_shape_number, REQUIRED, NULL},
    {"at", "the period of the start", &period, REQUIRED, NULL},
    {0}};
static const KpiShape baseline_mapping = {.kind = KPI_SHAPE_MAPPING,
                                          .expected = "a mapping with value and at",
                                          .name = "baseline",
                                          .keys = baseline_keys};
static const char *const baseline_not_built[] = {"first", NULL};
static const KpiShape baseline = {.kind = KPI_SHAPE_EITHER,
                                  .expected = "a mapping with value and at",
                                  .not_built = baseline_not_built,
                                  .mapping = &baseline_mapping};

static const KpiShape of_by_period = {.kind = KPI_SHAPE_MAP,
                                      .expected = "a mapping from periods to numbers",
                                      .key = KPI_SHAPE_PERIOD,
                                      .key_expected = "a period",
                                      .item = &_kpi_shape_number};
static const KpiShape ranked = {.kind = KPI_SHAPE_EITHER,
                                .expected = "a number, or a mapping from periods to numbers",
                                .scalar = &_kpi_shape_number,
                                .mapping = &of_by_period};

static const KpiKey demand_keys[] = {
    {"at_least", "the value or more", &_kpi_shape_number, KPI_KEY_DEMAND, NULL},
    {"more_than", "more than the value", &_kpi_shape_number, KPI_KEY_DEMAND, NULL},
    {"at_most", "the value or less", &_kpi_shape_number, KPI_KEY_DEMAND, NULL},
    {"less_than", "less than the value", &_kpi_shape_number, KPI_KEY_DEMAND, NULL},
    {"equal", "the value itself", &_kpi_shape_number, KPI_KEY_DEMAND, NULL},
    {"between", "from the one to the other, both included", &_kpi_shape_pair, KPI_KEY_DEMAND, NULL},
    {"top", "a published rank of at most this", &_kpi_shape_number, KPI_KEY_DEMAND, NULL},
    {"of", "among how many the rank counts", &ranked, KPI_KEY_OF_SAME, "top"},
    {"stretch", "a further ambition", &_kpi_shape_number, KPI_KEY_OF_DEMAND, NULL},
    {"by", "the period whose last day is the last that counts", &period, 0, NULL},
    {"before", "the period whose first day counts no more", &period, 0, NULL},
    {"baseline", "where it started", &baseline, 0, NULL},
    NOT_BUILT ("path"),
    NOT_BUILT ("way"),
    {0}};
static const KpiShape special_target = {.kind = KPI_SHAPE_MAPPING,
                                        .expected = "a target: a mapping such as {at_least: 80}",
                                        .name = "special_target",
                                        .keys = demand_keys,
                                        .inherits = TRUE};
static const KpiShape special_targets = {.kind = KPI_SHAPE_MAP,
                                         .expected =
                                             "a mapping from areas, or \"level:NAME\", to targets",
                                         .key = KPI_SHAPE_NAME,
                                         .key_expected = "an area, or \"level:NAME\"",
                                         .item = &special_target};
static const KpiKey for_keys[] = {
    {"for", "other demands for an area, or for \"level:NAME\"", &special_targets, 0, NULL}, {0}};
const KpiShape _kpi_shape_target = {.kind = KPI_SHAPE_MAPPING,
                                    .expected = "a target: a mapping such as {at_least: 80}",
                                    .name = "target",
                                    .keys = demand_keys,
                                    .more_keys = for_keys};

/* ---- Indicators */

static const char *const better_words[] = {"higher", "lower", NULL};
static const KpiShape better = {.kind = KPI_SHAPE_CHOICE, .words = better_words};

static const KpiKey indicator_keys[] = {
    {"title", "what people call it", &title, 0, NULL},
    {"source", "where its definition stands", &text, 0, NULL},
    {"unit", "the unit of its value", &text, 0, NULL},
    {"better", "whether higher or lower is better", &better, 0, NULL},
    {"measure", "how it is computed; without it, the series of its own id", &measure,
     KPI_KEY_REPLACED, NULL},
    {"valid", "the least and the greatest possible value", &_kpi_shape_pair, 0, NULL},
    {"target", "what is demanded of it, and by when", &_kpi_shape_target, 0, NULL},
    {"score", "how its value becomes a score", &score, KPI_KEY_REPLACED, NULL},
    NOT_BUILT ("natural_limit"),
    NOT_BUILT ("rollup"),
    NOT_BUILT ("impute"),
    NOT_BUILT ("treat"),
    NOT_BUILT ("max_change"),
    NOT_BUILT ("stale"),
    NOT_BUILT ("effort"),
    {0}};
static const KpiShape indicator = {.kind = KPI_SHAPE_MAPPING,
                                   .when_wrong = KPI_WRONG_HOLLOWS,
                                   .expected = "a mapping",
                                   .name = "indicator",
                                   .keys = indicator_keys};
static const KpiShape indicators = {.kind = KPI_SHAPE_MAP,
                                    .when_wrong = KPI_WRONG_IS_LEFT_OUT,
                                    .expected = "a mapping from ids to indicators",
                                    .key = KPI_SHAPE_ID,
                                    .key_expected = id_expected,
                                    .item = &indicator};

/* ---- Trees */

static const char *const policy_words[] = {"reweigh", "zero", "fail", "mean", NULL};
static const KpiShape policy = {.kind = KPI_SHAPE_CHOICE, .words = policy_words};
static const KpiKey missing_keys[] = {
    {"policy", "what is done about children without a score", &policy, 0, NULL},
    {"at_least", "the least coverage that gives a score, 0 to 1", &_kpi_shape_number, 0, NULL},
    {0}};
static const KpiShape missing = {.kind = KPI_SHAPE_MAPPING,
                                 .expected = "a mapping with policy and at_least",
                                 .name = "missing",
                                 .keys = missing_keys};

static const KpiShape node;
static const KpiShape child = {.kind = KPI_SHAPE_EITHER,
                               .when_wrong = KPI_WRONG_IS_LEFT_OUT,
                               .expected = "an id, or a mapping with id",
                               .scalar = &id,
                               .mapping = &node};
static const KpiShape children = {.kind = KPI_SHAPE_LIST,
                                  .when_wrong = KPI_WRONG_IS_LEFT_OUT,
                                  .expected = "a list of indicators and groups",
                                  .item = &child,
                                  .least = 1};

/* What only a node with children says: an indicator's title stands with the indicator. */
static const KpiKey group_keys[] = {
    {"title", "what people call it", &title, 0, "of"},
    {"source", "where its definition stands", &text, 0, "of"},
    {"combine", "how the scores of its children make its own", &combine, KPI_KEY_REPLACED, "of"},
    {"missing", "what is done about children without a score", &missing, 0, "of"},
    {"out_of", "the score shown for 100", &_kpi_shape_number, 0, "of"},
    {"better", "lower turns its score", &better, 0, "of"},
    NOT_BUILT ("weights"),
    {0}};

static const KpiKey node_keys[] = {
    {"id", "of an indicator, or a new one for a group", &id, REQUIRED | KPI_KEY_VITAL, NULL},
    {"weight", "its share beside its siblings; 1 where not given", &_kpi_shape_number, 0, NULL},
    {"of", "its children, which make it a group", &children, KPI_KEY_VITAL, NULL},
    {0}};
static const KpiShape node = {.kind = KPI_SHAPE_MAPPING,
                              .when_wrong = KPI_WRONG_IS_LEFT_OUT,
                              .expected = "a mapping with id",
                              .name = "node",
                              .keys = node_keys,
                              .more_keys = group_keys};

static const KpiKey tree_keys[] = {{"id", "of the index", &id, REQUIRED, NULL},
                                   {"of", "its children", &children, REQUIRED, NULL},
                                   {0}};
static const KpiShape tree = {.kind = KPI_SHAPE_MAPPING,
                              .when_wrong = KPI_WRONG_IS_LEFT_OUT,
                              .expected = "a tree: a mapping with id and of",
                              .name = "tree",
                              .keys = tree_keys,
                              .more_keys = group_keys};
static const KpiShape trees = {.kind = KPI_SHAPE_LIST,
                               .when_wrong = KPI_WRONG_IS_LEFT_OUT,
                               .expected = "a list of trees",
                               .item = &tree,
                               .least = 1};
static const KpiShape forest = {.kind = KPI_SHAPE_EITHER,
                                .when_wrong = KPI_WRONG_IS_LEFT_OUT,
                                .expected = "a tree (a mapping with id and of), or a list of trees",
                                .list = &trees,
                                .mapping = &tree};

/* ---- The file */

static const KpiKey defaults_keys[] = {
    {"combine", "of nodes that do not say", &combine, KPI_KEY_REPLACED, NULL},
    {"missing", "of trees that do not say", &missing, 0, NULL},
    {"score", "of indicators that do not say", &score, KPI_KEY_REPLACED, NULL},
    NOT_BUILT ("impute"),
    NOT_BUILT ("treat"),
    NOT_BUILT ("screen"),
    {0}};
static const KpiShape defaults = {.kind = KPI_SHAPE_MAPPING,
                                  .when_wrong = KPI_WRONG_IS_LEFT_OUT,
                                  .expected = "a mapping with combine, missing or score",
                                  .name = "defaults",
                                  .keys = defaults_keys};

static const KpiShape one = {.kind = KPI_SHAPE_ONE,
                             .expected = "1, the version of the format of model files"};
static const KpiShape files = {
    .kind = KPI_SHAPE_LIST, .expected = "a list of files", .item = &name, .least = 1};
static const KpiShape extends = {.kind = KPI_SHAPE_EITHER,
                                 .expected = "a file or kpiscore:NAME, or a list of these",
                                 .scalar = &name,
                                 .list = &files};

static const KpiKey model_keys[] = {
    {"kpiscore", "the version of the format: 1", &one, REQUIRED | KPI_KEY_IN_EACH, NULL},
    {"id", "of the model", &id, REQUIRED, NULL},
    {"title", "what people call it", &title, 0, NULL},
    {"source", "where its demands stand", &text, 0, NULL},
    {"extends", "what is read first and overlaid by this file", &extends, 0, NULL},
    {"areas", "what is scored; without it, the areas of the data", &areas, 0, NULL},
    {"indicators", "what is measured", &indicators, 0, NULL},
    {"index", "how scores add up", &forest, 0, NULL},
    {"defaults", "what holds where nothing is said", &defaults, 0, NULL},
    NOT_BUILT ("every"),
    NOT_BUILT ("series"),
    NOT_BUILT ("registers"),
    NOT_BUILT ("status"),
    NOT_BUILT ("checks"),
    NOT_BUILT ("uncertainty"),
    NOT_BUILT ("screen"),
    NOT_BUILT ("impute"),
    NOT_BUILT ("treat"),
    {0}};
const KpiShape _kpi_shape_model = {.kind = KPI_SHAPE_MAPPING,
                                   .when_wrong = KPI_WRONG_IS_LEFT_OUT,
                                   .expected = "a mapping",
                                   .name = "model",
                                   .keys = model_keys};
