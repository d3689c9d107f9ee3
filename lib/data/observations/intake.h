/* SPDX-License-Identifier: MIT */
/* What a builder has gathered so far: names, periods and entries, and how its files are to be read.
 * Reading fills it; a dataset is made of it. */
#pragma once

#include <kpiscore/dataset.h>

#include "data/dataset/entries.h"
#include "data/observations/header.h"
#include "data/file/first-seen.h"
#include "data/dataset/periods.h"

typedef struct {
  char separator;
  char decimal;
  KpiRows wheres; /* of KpiWhere */
} KpiReadOptions;

typedef struct {
  KpiFirstSeen areas;
  KpiFirstSeen series;
  KpiNames *words; /* that stand where a number is expected, until a model says what they are */
  KpiPeriods *periods;
  KpiEntries entries;
  GPtrArray *files; /* of char *: each file as messages name it */
  GPtrArray *paths; /* of char *: each file as it is opened */
  KpiFindings *findings;
} KpiIntake;

void _kpi_intake_init (KpiIntake *intake);
void _kpi_intake_clear (KpiIntake *intake);

/* Sorts the periods and entries, and reports every second observation of a series, area and period.
 * Nothing more can be gathered then. FALSE, with the error among the findings, if that or anything
 * before was wrong. */
gboolean _kpi_intake_finish (KpiIntake *intake, const KpiReadOptions *options);

/* Makes a dataset of what was finished without an error, and leaves `intake` fit for nothing but
 * clearing. NULL if there is no memory. */
KpiDataset *_kpi_dataset_new (KpiIntake *intake);
