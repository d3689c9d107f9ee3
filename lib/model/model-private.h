/* SPDX-License-Identifier: MIT */
/* The model as the scoring floor sees it: checked, immutable, names resolved to numbers.
 *
 * Always true once kpi_model_load() has returned it: every reference resolves, every weight sum is
 * positive, every target can be scored by its method, children stand after their parent. */
#pragma once

#include <kpiscore/model.h>

#include "base/item-columns.h"
#include "base/duration.h"
#include "base/findings-private.h"
#include "base/names.h"
#include "base/period.h"
#include "base/rows.h"
#include "method/combining.h"
#include "method/imputing.h"
#include "method/pacing.h"
#include "method/scoring.h"
#include "method/treating.h"
#include "method/weighting.h"

/* A text in one or several languages. */
typedef struct {
  gsize n;
  char **languages; /* "" for a plain string */
  char **texts;
} KpiTitle;

typedef struct {
  char *id;
  KpiTitle title;
  char *level; /* "" where none is given, likewise below */
  char *parent;
  char *group;
  GStrv aliases; /* NULL-terminated */
  GStrv was;     /* the areas that it was made of, likewise */
  gint32 from;   /* its first day, G_MININT32 where it always was */
  gint32 until;  /* its last day, G_MAXINT32 where it still is */
  gsize before;  /* the area that had its name before `from`; G_MAXSIZE where there was none */
  KpiPlace place;
} KpiArea;

/* One term of a sum: a series with its sign. */
typedef struct {
  guint32 series; /* a number in the model's series names */
  double sign;    /* 1 or -1 */
} KpiTerm;

/* How a year is made of its months where it is not given. */
typedef enum {
  KPI_OVER_TIME_NONE,
  KPI_OVER_TIME_SUM,
  KPI_OVER_TIME_MEAN,
  KPI_OVER_TIME_LAST
} KpiOverTime;

/* A word in the data, and the number that it stands for. */
typedef struct {
  char *text;
  double number;
} KpiWordValue;

/* What is said of a series. */
typedef struct {
  KpiDuration carry; /* how long an older observation stands in; nothing where none does */
  KpiOverTime over_time;
  KpiWordValue *words;
  gsize n_words;
} KpiSeries;

typedef enum {
  KPI_MEASURE_SERIES,  /* one series as it is: of[0] */
  KPI_MEASURE_SUM,     /* the sum of `of` */
  KPI_MEASURE_RATIO,   /* per * sum of `of` / sum of `to` */
  KPI_MEASURE_CHANGE,  /* of[0] now against to[0], the same series, a span before */
  KPI_MEASURE_REGISTER /* items of a register, counted: see KpiItemMeasure */
} KpiMeasureForm;

/* In the order of _kpi_count_words. */
typedef enum {
  KPI_COUNT_OPENED,
  KPI_COUNT_CLOSED,
  KPI_COUNT_OPEN,
  KPI_COUNT_ON_TIME,
  KPI_COUNT_LATE,
  KPI_COUNT_OVERDUE,
  KPI_COUNT_CLOSED_RATE,
  KPI_COUNT_ON_TIME_RATE,
  KPI_COUNT_TIMELY_RATE,
  KPI_COUNT_OVERDUE_RATE,
  KPI_COUNT_MEDIAN_DAYS,
  KPI_COUNT_P90_DAYS
} KpiItemCount;

/* Items pass whose column holds one of the values; both normalised (_kpi_text_name()). */
typedef struct {
  char *column;
  GStrv values;
} KpiItemCondition;

typedef struct {
  guint32 items; /* a number in the model's registers */
  KpiItemCount count;
  gboolean in_period; /* what happened in the period, else all so far */
  KpiItemCondition *where;
  gsize n_where;
} KpiItemMeasure;

/* In the order of _kpi_change_words. */
typedef enum {
  KPI_CHANGE_PERCENT,
  KPI_CHANGE_DIFFERENCE,
  KPI_CHANGE_ANNUAL /* compound, in per cent a year */
} KpiChange;

typedef struct {
  KpiMeasureForm form;
  KpiTerm *of;
  gsize n_of;
  KpiTerm *to;
  gsize n_to;
  double per;
  KpiDuration over; /* of a change, likewise below */
  KpiChange change;
  KpiItemMeasure *items; /* of a register; NULL in the other forms */
} KpiMeasure;

typedef enum {
  KPI_ROLLUP_NONE,
  KPI_ROLLUP_SUM,
  KPI_ROLLUP_RATIO,
  KPI_ROLLUP_MEAN,
  KPI_ROLLUP_MIN,
  KPI_ROLLUP_MAX
} KpiRollupForm;

/* How parents get a value from their children. */
typedef struct {
  KpiRollupForm form;
  guint32 weight;  /* the series that weighs a mean; KPI_NO_NAME: all children count alike */
  double at_least; /* the least share of children that will do */
} KpiRollup;

/* Among how many a `top` rank is counted, from a period on which it was said. */
typedef struct {
  KpiPeriod period;
  double n;
} KpiRanked;

typedef struct _KpiTarget KpiTarget;
struct _KpiTarget {
  KpiGoal goal; /* `of` is NaN where it depends on the period */
  KpiRanked *of;
  gsize n_of;
  double stretch; /* NaN where none is given */
  gboolean has_deadline;
  gint32 deadline;   /* the last day that counts */
  KpiPeriod by;      /* as it was said: it ends on that day */
  double start;      /* the baseline's time, in years; NaN where none is given */
  KpiWaypoint *path; /* milestones, ascending */
  gsize n_path;
  KpiWay way;
  KpiPlace place;
  KpiPlace demand_place;   /* of its key, wherever it was inherited from */
  KpiPlace deadline_place; /* likewise */
  KpiTarget *overlaid;     /* what would be demanded here, and until when, had the last file that
                              demands something not said so; NULL where nothing would be */
};

/* A target that holds for one area, or for all areas of one level. */
typedef struct {
  char *area;  /* NULL where it is for a level */
  char *level; /* NULL where it is for an area */
  KpiTarget target;
} KpiTargetOverride;

typedef struct {
  char *id;
  KpiTitle title;
  char *unit;
  KpiBetter better;
  KpiMeasure measure;
  KpiRollup rollup;
  double max_change;    /* against the period before; infinite where not said */
  KpiDuration stale;    /* how old the latest observation may be; nothing where not said */
  double valid[2];      /* infinite where not said */
  double natural_limit; /* NaN where not said */
  gboolean has_measure; /* said, so that a value outside `valid` is computed and warned of */
  gboolean has_target;
  KpiTarget target;
  KpiTargetOverride *overrides;
  gsize n_overrides;
  gsize n_area_overrides; /* those for an area come first, bytewise */
  gboolean has_score;     /* whether it gets a score at all */
  KpiScoring scoring;
  KpiImputing imputing; /* what stands in for its gaps, before it is scored */
  gboolean treats;      /* whether its outliers are treated, before it is scored */
  KpiTreating treating;
  gboolean in_tree;
  gboolean shown; /* in a tree, or written by a file outside the catalogue */
  KpiPlace place;
} KpiIndicator;

/* The least shares of data with which areas and indicators stay in the trees; 0: all do. */
typedef struct {
  double areas;
  double indicators;
} KpiScreening;

/* What must hold between series: that a difference is 0, or at most 0. */
typedef struct {
  KpiMeasure difference; /* the terms, the last of them the total or the whole */
  gboolean is_part;
  double tolerance;
  KpiPlace place;
} KpiCheck;

typedef enum {
  KPI_MISSING_REWEIGH,
  KPI_MISSING_ZERO,
  KPI_MISSING_FAIL,
  KPI_MISSING_MEAN
} KpiMissingPolicy;

/* A group or an index. */
typedef struct {
  char *id;
  KpiTitle title;
  KpiNodeKind kind;
  KpiBetter better; /* lower: its score is turned */
  KpiCombining combining;
  const KpiWeightingMethod *weighting; /* what derives the weights; NULL: they are given */
  KpiMissingPolicy missing;
  double at_least; /* the least coverage that gives a score */
  double out_of;
  gsize *children; /* node numbers */
  double *weights; /* beside them */
  gsize n_children;
  KpiPlace place;
} KpiGroup;

typedef struct {
  char *name;
  char *path;                        /* NULL: none is said, or there is no folder to look in */
  char *columns[KPI_N_ITEM_COLUMNS]; /* by KpiItemColumn; NULL where the file's is called as ours */
  gboolean day_first;                /* 31/12/2025 */
  gboolean unique;
  KpiPlace place;
} KpiModelRegister;

/* Nodes are numbered: indicators first, then groups, each tree from its root down. */
struct _KpiModel {
  gatomicrefcount references;
  char *id;
  KpiTitle title;
  KpiArea *areas;       /* in the model's order */
  gsize n_areas;        /* 0: areas come from the data */
  KpiNames *area_names; /* every id and alias of them */
  gsize *named_areas;   /* beside it: the area that each names */
  KpiNames *levels;     /* that they have, "" among them where one has none */
  KpiNames *series;     /* all that indicators use */
  KpiSeries *said;      /* by series */
  gsize n_said;         /* 0 where nothing is said of any; else as many as there are series */
  gboolean has_every;
  KpiFrequency every; /* of the periods in which trees are scored */
  KpiModelRegister *registers;
  gsize n_registers;
  KpiNames *register_names; /* by their number */
  KpiIndicator *indicators;
  gsize n_indicators;
  KpiScreening screening;
  KpiCheck *checks;
  gsize n_checks;
  KpiGroup *groups;
  gsize n_groups;
  KpiNames *nodes;   /* ids by node number */
  KpiPacing pacing;  /* which words tell how fast targets are approached */
  KpiNames *removed; /* indicators that a file took away from another */
  KpiRows removals;  /* of KpiPlace, beside it: where */
  GPtrArray *files;  /* of char *: keeps alive what places name */
  GPtrArray *paths;  /* of char *, beside it: the file itself; NULL for what is in none */
  KpiFindings *findings;
};

static inline gboolean
_kpi_model_is_indicator (const KpiModel *model, gsize node)
{
  return node < model->n_indicators;
}

static inline const KpiGroup *
_kpi_model_get_group (const KpiModel *model, gsize node)
{
  return &model->groups[node - model->n_indicators];
}

static inline gboolean
_kpi_series_is_carried (const KpiSeries *series)
{
  return _kpi_duration_is_said (&series->carry);
}

static inline gboolean
_kpi_group_has_child (const KpiGroup *group, gsize node)
{
  for (gsize c = 0; c < group->n_children; c++)
    if (group->children[c] == node)
      return TRUE;
  return FALSE;
}

/* What is said of a series by its number in the model. */
const KpiSeries *_kpi_model_get_series (const KpiModel *model, guint32 series);

/* The number of the area that an id or alias names, which is normalised (_kpi_text_name());
 * G_MAXSIZE if the model lists none of that name. */
gsize _kpi_model_find_area (const KpiModel *model, const char *name);

/* The text of a title in a language; `otherwise` where there is none. */
const char *_kpi_title_get (const KpiTitle *title, const char *language, const char *otherwise);
