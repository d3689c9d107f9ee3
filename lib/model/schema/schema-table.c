/* SPDX-License-Identifier: MIT */
/* The table of keys: all that a model file may say, from the leaves up to the file.
 *
 * A key of the format that no code reads yet is listed as not built, so that its author learns
 * that it is known; the JSON Schema leaves it out. A method's own options are not here: they stand
 * in its entry in lib/method. */

#include "base/period.h"
#include "method/methods.h"
#include "method/pacing.h"
#include "method/weighting.h"
#include "model/schema/shape.h"
#include "model/schema/words.h"

#define REQUIRED KPI_KEY_REQUIRED
#define NOT_BUILT(key)                                                                             \
  {                                                                                                \
    .name = key, .flags = KPI_KEY_NOT_BUILT                                                        \
  }

static const KpiShape text = {.kind = KPI_SHAPE_TEXT, .expected = "a text"};
static const char id_expected[] = "an id: a letter, then letters, digits, _ . or -";
static const KpiShape id = {.kind = KPI_SHAPE_ID, .expected = id_expected};
static const KpiShape series = {.kind = KPI_SHAPE_NAME, .expected = "a series, or -series"};
static const KpiShape period = {.kind = KPI_SHAPE_PERIOD, .expected = "a period"};

static const KpiShape names = {
    .kind = KPI_SHAPE_LIST, .expected = "a list of names", .item = &_kpi_shape_name};
static const KpiShape several_series = {
    .kind = KPI_SHAPE_LIST, .expected = "a list of series", .item = &series, .least = 1};

static const KpiShape languages = {.kind = KPI_SHAPE_MAP,
                                   .expected = "a mapping from languages to texts",
                                   .key = KPI_SHAPE_ID,
                                   .key_expected = "a language, such as vi",
                                   .item = &text};
static const KpiShape title = {.kind = KPI_SHAPE_EITHER,
                               .expected = "a text, or a mapping from languages to texts",
                               .scalar = &text,
                               .mapping = &languages};

static const KpiKey area_keys[] = {
    {"title", "what people call it", &title, 0, NULL},
    {"level", "fits and ranks run among areas of one level", &_kpi_shape_name, 0, NULL},
    {"parent", "the area that it is part of", &_kpi_shape_name, 0, NULL},
    {"group", "whose mean can stand in for what is missing", &_kpi_shape_name, 0, NULL},
    {"aliases", "other names of it in data files", &names, 0, NULL},
    {"from", "the period on whose first day it came to be", &period, 0, NULL},
    {"until", "the period on whose last day it ended", &period, 0, NULL},
    {"was", "the areas that it was made of", &names, 0, NULL},
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

static const KpiShape length = {.kind = KPI_SHAPE_LENGTH,
                                .expected = "a length of time such as 2Y, 1Q, 6M, 4W or 30D"};
static const KpiShape over_time = {.kind = KPI_SHAPE_CHOICE, .words = _kpi_over_time_words};
static const KpiShape word_values = {.kind = KPI_SHAPE_MAP,
                                     .expected = "a mapping from words to numbers",
                                     .key = KPI_SHAPE_WORD,
                                     .key_expected =
                                         "a word: it starts with a letter and holds no digit or %",
                                     .item = &_kpi_shape_number};
static const KpiKey series_keys[] = {
    {"unit", "the unit of its values", &text, 0, NULL},
    {"carry", "how long an older observation stands in for a missing one", &length, 0, NULL},
    {"over_time", "how a year that is not given is made of its months", &over_time, 0, NULL},
    {"values", "the numbers that words in the data stand for", &word_values, 0, NULL},
    {0}};
static const KpiShape one_series = {.kind = KPI_SHAPE_MAPPING,
                                    .when_wrong = KPI_WRONG_IS_LEFT_OUT,
                                    .expected = "a mapping",
                                    .name = "series",
                                    .keys = series_keys};
static const KpiShape said_series = {.kind = KPI_SHAPE_MAP,
                                     .when_wrong = KPI_WRONG_IS_LEFT_OUT,
                                     .expected = "a mapping from series to what is said of them",
                                     .key = KPI_SHAPE_NAME,
                                     .key_expected = "the name of a series",
                                     .item = &one_series};

static const KpiKey ratio_keys[] = {
    {"of", "the terms above the line", &several_series, REQUIRED, NULL},
    {"to", "the terms below the line", &several_series, REQUIRED, NULL},
    {"per", "what the quotient is multiplied by", &_kpi_shape_number, 0, NULL},
    {0}};
static const KpiShape ratio = {.kind = KPI_SHAPE_MAPPING,
                               .expected = "a mapping with of, to and per",
                               .name = "ratio",
                               .keys = ratio_keys};
static const KpiShape register_count = {.kind = KPI_SHAPE_CHOICE, .words = _kpi_count_words};
static const KpiShape window = {.kind = KPI_SHAPE_CHOICE, .words = _kpi_window_words};
static const KpiShape change_word = {.kind = KPI_SHAPE_CHOICE, .words = _kpi_change_words};
static const KpiShape wanted_values = {
    .kind = KPI_SHAPE_LIST, .expected = "a list of values", .item = &text, .least = 1};
static const KpiShape wanted = {.kind = KPI_SHAPE_EITHER,
                                .expected = "a value, or a list of values",
                                .scalar = &text,
                                .list = &wanted_values};
static const KpiShape where = {.kind = KPI_SHAPE_MAP,
                               .expected = "a mapping from columns to values",
                               .key = KPI_SHAPE_NAME,
                               .key_expected = "the name of a column",
                               .item = &wanted};
static const KpiKey measure_keys[] = {
    {"sum", "the sum of series; -series is taken away", &several_series, 0, NULL},
    {"ratio", "per times the sum of `of` over the sum of `to`", &ratio, 0, NULL},
    {"register", "the register whose items are counted", &id, 0, "count"},
    {"count", "what is counted", &register_count, KPI_KEY_BESIDE, "register"},
    {"window", "whether all items so far count, or those of the period", &window, KPI_KEY_BESIDE,
     "register"},
    {"where", "which items count: all these columns, each with one of its values", &where,
     KPI_KEY_BESIDE, "register"},
    {"change", "the series whose change over a span is the value", &_kpi_shape_name, 0, "over"},
    {"over", "the span", &length, KPI_KEY_BESIDE, "change"},
    {"as", "in what the change is given", &change_word, KPI_KEY_BESIDE, "change"},
    {0}};
static const KpiShape measure = {.kind = KPI_SHAPE_MAPPING,
                                 .expected = "a mapping with sum, ratio, change or register",
                                 .name = "measure",
                                 .keys = measure_keys,
                                 .exactly_one = TRUE};

static const KpiKey baseline_keys[] = {
    {"value", "the value at the start", &_kpi_shape_number, REQUIRED, NULL},
    {"at", "the period of the start", &period, REQUIRED, NULL},
    {0}};
static const KpiShape baseline_mapping = {.kind = KPI_SHAPE_MAPPING,
                                          .expected = "a mapping with value and at",
                                          .name = "baseline",
                                          .keys = baseline_keys};
static const char *const baseline_words[] = {"first", NULL};
static const KpiShape first = {.kind = KPI_SHAPE_CHOICE, .words = baseline_words};
static const KpiShape baseline = {.kind = KPI_SHAPE_EITHER,
                                  .expected = "a mapping with value and at, or first",
                                  .scalar = &first,
                                  .mapping = &baseline_mapping};
static const KpiShape way = {.kind = KPI_SHAPE_CHOICE, .words = _kpi_way_names};

static const KpiShape by_period = {.kind = KPI_SHAPE_MAP,
                                   .expected = "a mapping from periods to numbers",
                                   .key = KPI_SHAPE_PERIOD,
                                   .key_expected = "a period",
                                   .item = &_kpi_shape_number};
/* A milestone that is null takes away the one that is inherited. */
static const KpiShape path = {.kind = KPI_SHAPE_MAP,
                              .expected = "a mapping from periods to numbers",
                              .key = KPI_SHAPE_PERIOD,
                              .key_expected = "a period",
                              .item = &_kpi_shape_number,
                              .inherits = TRUE};
static const KpiShape ranked = {.kind = KPI_SHAPE_EITHER,
                                .expected = "a number, or a mapping from periods to numbers",
                                .scalar = &_kpi_shape_number,
                                .mapping = &by_period};

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
    {"by", "the period whose last day is the last that counts", &period, KPI_KEY_DEADLINE, NULL},
    {"before", "the period whose first day counts no more", &period, KPI_KEY_DEADLINE, NULL},
    {"baseline", "where it started", &baseline, 0, NULL},
    {"path", "what must be reached on the way: milestones by period", &path, 0, NULL},
    {"way", "how the way goes from one milestone to the next", &way, 0, NULL},
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

static const KpiKey item_keys[] = {
    {"id", "the column that tells items apart", &_kpi_shape_name, 0, NULL},
    {"area", "the column that says whose it is", &_kpi_shape_name, 0, NULL},
    {"opened", "the column of the day on which it was opened", &_kpi_shape_name, 0, NULL},
    {"due", "the column of the last day that is in time", &_kpi_shape_name, 0, NULL},
    {"closed", "the column of the day on which it was closed", &_kpi_shape_name, 0, NULL},
    {0}};
static const KpiShape item_columns = {.kind = KPI_SHAPE_MAPPING,
                                      .expected = "a mapping from id, area, opened, due, closed to "
                                                  "columns",
                                      .name = "columns",
                                      .keys = item_keys};
static const KpiShape dates = {.kind = KPI_SHAPE_CHOICE, .words = _kpi_dates_words};
static const KpiKey register_keys[] = {
    {"file", "a CSV file, seen from this one and within its folder", &_kpi_shape_name, 0, NULL},
    {"columns", "which column says what, where it is not called so", &item_columns, 0, NULL},
    {"dates", "how dates are written: 2025-12-31 or 31/12/2025", &dates, 0, NULL},
    {"unique", "whether an id that comes twice is an error", &_kpi_shape_boolean, 0, NULL},
    {0}};
static const KpiShape one_register = {.kind = KPI_SHAPE_MAPPING,
                                      .when_wrong = KPI_WRONG_HOLLOWS,
                                      .expected = "a mapping",
                                      .name = "register",
                                      .keys = register_keys};
static const KpiShape registers = {.kind = KPI_SHAPE_MAP,
                                   .when_wrong = KPI_WRONG_IS_LEFT_OUT,
                                   .expected = "a mapping from ids to registers",
                                   .key = KPI_SHAPE_ID,
                                   .key_expected = id_expected,
                                   .item = &one_register};

static const KpiShape better = {.kind = KPI_SHAPE_CHOICE, .words = _kpi_better_words};

static const KpiShape rollup_form = {.kind = KPI_SHAPE_CHOICE, .words = _kpi_rollup_words};
static const KpiShape a_series = {.kind = KPI_SHAPE_NAME, .expected = "a series"};
static const KpiKey rollup_keys[] = {
    {"method", "how the values of children make that of their parent", &rollup_form, 0, NULL},
    {"mean", "the series that weighs a mean", &a_series, 0, NULL},
    {"at_least", "the least share of children that will do, 0 to 1", &_kpi_shape_number, 0, NULL},
    {0}};
static const KpiShape rollup_mapping = {.kind = KPI_SHAPE_MAPPING,
                                        .expected = "a mapping with method or mean",
                                        .name = "rollup",
                                        .keys = rollup_keys};
static const KpiShape rollup = {.kind = KPI_SHAPE_EITHER,
                                .expected = "none, sum, ratio, mean, min or max, or a mapping",
                                .scalar = &rollup_form,
                                .mapping = &rollup_mapping};

static const KpiKey indicator_keys[] = {
    {"title", "what people call it", &title, 0, NULL},
    {"source", "where its definition stands", &text, 0, NULL},
    {"unit", "the unit of its value", &text, 0, NULL},
    {"better", "whether higher or lower is better", &better, 0, NULL},
    {"measure", "how it is computed; without it, the series of its own id", &measure,
     KPI_KEY_REPLACED, NULL},
    {"max_change", "the most it may change against the period before", &_kpi_shape_number, 0, NULL},
    {"stale", "how old its latest observation may be", &length, 0, NULL},
    {"rollup", "how parents get a value from their children", &rollup, KPI_KEY_REPLACED, NULL},
    {"valid", "the least and the greatest possible value", &_kpi_shape_pair, 0, NULL},
    {"target", "what is demanded of it, and by when", &_kpi_shape_target, 0, NULL},
    {"score", "how its value becomes a score", &_kpi_shape_score, KPI_KEY_REPLACED, NULL},
    {"natural_limit", "what the value cannot pass, near which less growth is asked for",
     &_kpi_shape_number, 0, NULL},
    {"impute", "what stands in for its gaps", &_kpi_shape_impute, KPI_KEY_REPLACED, NULL},
    {"treat", "how its outliers are brought in", &_kpi_shape_treat, 0, NULL},
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
                                    .item = &indicator,
                                    .keeps_removed = TRUE};

static const KpiKey check_keys[] = {
    {"sum", "series that add up; -series is taken away", &several_series, 0, "equals"},
    {"equals", "the series that their sum must equal", &a_series, 0, "sum"},
    {"part", "the series that is a part", &a_series, 0, "of"},
    {"of", "the series that it is a part of", &a_series, 0, "part"},
    {"tolerance", "how far off it may be; 0 where not given", &_kpi_shape_number, 0, NULL},
    {0}};
static const KpiShape a_check = {.kind = KPI_SHAPE_MAPPING,
                                 .expected = "{sum: [...], equals: series} or {part: series, of: "
                                             "series}",
                                 .name = "check",
                                 .keys = check_keys};
static const KpiShape checks = {.kind = KPI_SHAPE_LIST,
                                .when_wrong = KPI_WRONG_IS_LEFT_OUT,
                                .expected = "a list of checks",
                                .item = &a_check};

static const KpiShape policy = {.kind = KPI_SHAPE_CHOICE, .words = _kpi_missing_words};
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

static const KpiShape weighting = {.kind = KPI_SHAPE_CHOICE, .words = _kpi_weighting_names};

/* What only a node with children says: an indicator's title stands with the indicator. */
static const KpiKey group_keys[] = {
    {"title", "what people call it", &title, 0, "of"},
    {"source", "where its definition stands", &text, 0, "of"},
    {"combine", "how the scores of its children make its own", &_kpi_shape_combine,
     KPI_KEY_REPLACED, "of"},
    {"missing", "what is done about children without a score", &missing, 0, "of"},
    {"out_of", "the score shown for 100", &_kpi_shape_number, 0, "of"},
    {"better", "lower turns its score", &better, 0, "of"},
    {"weights", "what derives the weights of its children from their scores", &weighting, 0, "of"},
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

static const KpiShape pace_rule = {.kind = KPI_SHAPE_CHOICE, .words = _kpi_pacing_names};
static const KpiShape forecast = {.kind = KPI_SHAPE_CHOICE, .words = _kpi_forecast_names};
static const KpiShape three_limits = {.kind = KPI_SHAPE_LIST,
                                      .expected = "a list of three numbers",
                                      .item = &_kpi_shape_number,
                                      .least = KPI_N_PACE_LIMITS,
                                      .most = KPI_N_PACE_LIMITS};
static const KpiKey status_keys[] = {
    {"method", "the rule that tells the pace", &pace_rule, 0, NULL},
    {"on_track", "the least pace that is on track", &_kpi_shape_number, 0, NULL},
    {"behind", "the least pace that is behind", &_kpi_shape_number, 0, NULL},
    {"far_behind", "the least pace that is not moving away", &_kpi_shape_number, 0, NULL},
    {"forecast", "how the value at the deadline is projected", &forecast, 0, NULL},
    {"zero", "what stands in for 0 where growth is counted", &_kpi_shape_number, 0, NULL},
    {"no_target", "the least growth a year that is on track, behind and far behind", &three_limits,
     0, NULL},
    {0}};
static const KpiShape status = {.kind = KPI_SHAPE_MAPPING,
                                .expected = "a mapping with method and limits",
                                .name = "status",
                                .keys = status_keys};

static const KpiKey defaults_keys[] = {
    {"combine", "of nodes that do not say", &_kpi_shape_combine, KPI_KEY_REPLACED, NULL},
    {"missing", "of trees that do not say", &missing, 0, NULL},
    {"score", "of indicators that do not say", &_kpi_shape_score, KPI_KEY_REPLACED, NULL},
    {"impute", "of indicators that do not say", &_kpi_shape_impute, KPI_KEY_REPLACED, NULL},
    {"treat", "of indicators that do not say, and whose score is fitted", &_kpi_shape_treat, 0,
     NULL},
    {0}};
static const KpiShape defaults = {.kind = KPI_SHAPE_MAPPING,
                                  .when_wrong = KPI_WRONG_IS_LEFT_OUT,
                                  .expected =
                                      "a mapping with combine, missing, score, impute or treat",
                                  .name = "defaults",
                                  .keys = defaults_keys};

static const KpiShape one = {.kind = KPI_SHAPE_ONE,
                             .expected = "1, the version of the format of model files"};
static const KpiShape files = {
    .kind = KPI_SHAPE_LIST, .expected = "a list of files", .item = &_kpi_shape_name, .least = 1};
static const KpiShape extends = {.kind = KPI_SHAPE_EITHER,
                                 .expected = "a file or kpiscore:NAME, or a list of these",
                                 .scalar = &_kpi_shape_name,
                                 .list = &files};

static const KpiShape every = {.kind = KPI_SHAPE_CHOICE, .words = _kpi_every_names};

static const KpiKey model_keys[] = {
    {"kpiscore", "the version of the format: 1", &one, REQUIRED | KPI_KEY_IN_EACH, NULL},
    {"id", "of the model", &id, REQUIRED, NULL},
    {"title", "what people call it", &title, 0, NULL},
    {"source", "where its demands stand", &text, 0, NULL},
    {"extends", "what is read first and overlaid by this file", &extends, 0, NULL},
    {"every", "how often trees are scored", &every, 0, NULL},
    {"areas", "what is scored; without it, the areas of the data", &areas, 0, NULL},
    {"series", "what is said of series in the data", &said_series, 0, NULL},
    {"indicators", "what is measured", &indicators, 0, NULL},
    {"checks", "what must hold between series", &checks, 0, NULL},
    {"index", "how scores add up", &forest, 0, NULL},
    {"defaults", "what holds where nothing is said", &defaults, 0, NULL},
    {"registers", "lists of items with their dates: tasks, case files", &registers, 0, NULL},
    {"status", "when an indicator is on track, and when behind", &status, 0, NULL},
    {"screen", "the least shares of data that keep areas and indicators", &_kpi_shape_screen, 0,
     NULL},
    NOT_BUILT ("uncertainty"),
    {0}};
const KpiShape _kpi_shape_model = {.kind = KPI_SHAPE_MAPPING,
                                   .when_wrong = KPI_WRONG_IS_LEFT_OUT,
                                   .expected = "a mapping",
                                   .name = "model",
                                   .keys = model_keys};
