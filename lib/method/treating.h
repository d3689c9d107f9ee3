/* SPDX-License-Identifier: MIT */
/* Treating outliers: the values of a skewed indicator are brought in before it is scored. */
#pragma once

#include <glib.h>

typedef struct _KpiTreatingMethod KpiTreatingMethod;

/* What a model asks for. */
typedef struct {
  gsize winsorise;               /* the most points that are moved to the next value */
  double skew;                   /* acts only where |skewness| is above ... */
  double kurtosis;               /* ... and so is kurtosis */
  const KpiTreatingMethod *then; /* what follows where that did not help; NULL: nothing */
} KpiTreating;

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

  /* Fits the treatment to n values, ascending; `scratch` holds as many. */
  void (*fit) (const KpiTreating *treating, const double *sorted, gsize n, double *scratch,
               KpiTreated *out);

  /* A value treated; of infinite and missing values too. Rises with the value. */
  double (*apply) (const KpiTreated *treated, double value);

  gboolean rescales; /* values end on another scale */
};

/* What comes first. */
extern const KpiTreatingMethod _kpi_treating_winsorise;

/* What holds where a model says nothing of it but `treat: {}`. */
#define KPI_TREATING ((KpiTreating){.winsorise = 5, .skew = 2, .kurtosis = 3.5})

/* Whether there is anything to do. */
gboolean _kpi_treating_acts (const KpiTreating *treating);

/* Fits what is asked for to n values, none of them NaN, which end ascending. `scratch` holds
 * as many. */
KpiTreated _kpi_treating_fit (const KpiTreating *treating, double *values, gsize n,
                              double *scratch);

/* Whether values end on another scale. */
gboolean _kpi_treated_is_rescaled (const KpiTreated *treated);

/* A value as it was fitted; NaN and infinite ends pass too. */
double _kpi_treated_apply (const KpiTreated *treated, double value);
