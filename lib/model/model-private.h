/* SPDX-License-Identifier: MIT */
/* The model as the scoring floor sees it: checked, immutable, names resolved to numbers.
 *
 * Always true once kpi_model_load() has returned it: every reference resolves, every weight sum is
 * positive, every target can be scored by its method, children stand after their parent. */
#ifndef KPI_MODEL_PRIVATE_H
#define KPI_MODEL_PRIVATE_H

#include <kpiscore/model.h>

#include "base/findings-private.h"
#include "base/names.h"
#include "base/period.h"
#include "method/combining.h"
#include "method/scoring.h"

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
  KpiPlace place;
} KpiArea;

/* One term of a sum: a series with its sign. */
typedef struct {
  guint32 series; /* a number in the model's series names */
  double sign;    /* 1 or -1 */
} KpiTerm;

typedef enum {
  KPI_MEASURE_SERIES, /* one series as it is: of[0] */
  KPI_MEASURE_SUM,    /* the sum of `of` */
  KPI_MEASURE_RATIO   /* per * sum of `of` / sum of `to` */
} KpiMeasureForm;

typedef struct {
  KpiMeasureForm form;
  KpiTerm *of;
  gsize n_of;
  KpiTerm *to;
  gsize n_to;
  double per;
} KpiMeasure;

/* Among how many a `top` rank is counted, from a period on which it was said. */
typedef struct {
  KpiPeriod period;
  double n;
} KpiRanked;

typedef struct {
  KpiGoal goal; /* `of` is NaN where it depends on the period */
  KpiRanked *of;
  gsize n_of;
  double stretch; /* NaN where none is given */
  gboolean has_deadline;
  gint32 deadline; /* the last day that counts */
  KpiPlace place;
} KpiTarget;

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
  double valid[2];      /* infinite where not said */
  gboolean has_measure; /* said, so that a value outside `valid` is computed and warned of */
  gboolean has_target;
  KpiTarget target;
  KpiTargetOverride *overrides;
  gsize n_overrides;
  gboolean has_score; /* whether it gets a score at all */
  KpiScoring scoring;
  gboolean in_tree;
  gboolean shown; /* in a tree, or written by a file outside the catalogue */
  KpiPlace place;
} KpiIndicator;

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
  KpiMissingPolicy missing;
  double at_least; /* the least coverage that gives a score */
  double out_of;
  gsize *children; /* node numbers */
  double *weights; /* beside them */
  gsize n_children;
  KpiPlace place;
} KpiGroup;

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
  KpiIndicator *indicators;
  gsize n_indicators;
  KpiGroup *groups;
  gsize n_groups;
  KpiNames *nodes;  /* ids by node number */
  GPtrArray *files; /* of char *: keeps alive what places name */
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

/* The number of the area that an id or alias names, which is normalised (_kpi_text_name());
 * G_MAXSIZE if the model lists none of that name. */
gsize _kpi_model_find_area (const KpiModel *model, const char *name);

/* The text of a title in a language; `otherwise` where there is none. */
const char *_kpi_title_get (const KpiTitle *title, const char *language, const char *otherwise);

#endif
