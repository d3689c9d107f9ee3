/* SPDX-License-Identifier: MIT */
/* Treating outliers: the values of a skewed indicator are brought in before it is scored.
 *
 * Adding a treatment is one new file in this folder, treat-NAME.c, and one line in the table of
 * treating.c. */
#ifndef KPI_TREATING_H
#define KPI_TREATING_H

#include <glib.h>

/* What a model asks for. */
typedef struct {
  gsize winsorise; /* the most points that are moved to the next value */
  double skew;     /* acts only where |skewness| is above ... */
  double kurtosis; /* ... and so is kurtosis */
  guint then;      /* what follows where that did not help: a place in _kpi_treating_then_names */
} KpiTreating;

typedef struct _KpiTreatingMethod KpiTreatingMethod;

/* What was learned from the values of one class of areas. */
typedef struct {
  const KpiTreatingMethod *method; /* NULL: values stay as they are */
  double low;                      /* of winsorised values: what they are held to */
  double high;
  double least; /* of the values that it was learned from */
  double span;
} KpiTreated;

struct _KpiTreatingMethod {
  const char *name;
  const char *about; /* one line for people */

  /* Fits the treatment to n values, ascending; `scratch` has room for as many. */
  void (*fit) (const KpiTreating *treating, const double *sorted, gsize n, double *scratch,
               KpiTreated *out);

  /* A value treated; of infinite and missing values too. Rises with the value. */
  double (*apply) (const KpiTreated *treated, double value);
};

/* What may follow, NULL-terminated; the first is nothing. */
extern const char *const _kpi_treating_then_names[];

/* What holds where a model says nothing of it but `treat: {}`. */
#define KPI_TREATING ((KpiTreating){.winsorise = 5, .skew = 2, .kurtosis = 3.5})

/* Whether there is anything to do. */
gboolean _kpi_treating_acts (const KpiTreating *treating);

/* Whether n values are so skewed that a treatment has to act. */
gboolean _kpi_treating_is_skewed (const KpiTreating *treating, const double *values, gsize n,
                                  double *out_skewness);

/* Fits what is asked for to n values, none of them NaN, which end ascending. `scratch` has room for
 * as many. */
KpiTreated _kpi_treating_fit (const KpiTreating *treating, double *values, gsize n,
                              double *scratch);

/* Whether values end as their logarithms. */
gboolean _kpi_treated_is_logged (const KpiTreated *treated);

/* A value as it was fitted; NaN and infinite ends pass too. */
double _kpi_treated_apply (const KpiTreated *treated, double value);

#endif
