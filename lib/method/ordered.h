/* SPDX-License-Identifier: MIT */
/* What the methods share that go by the order of the children's scores. */
#pragma once

#include "method/combining.h"

/* One child in order. */
typedef struct {
  double score;
  double weight;
} KpiOrdered;

/* Puts the children of an area that have a score in descending order into the call's scratch, as
 * KpiOrdered; returns how many. */
gsize _kpi_ordered_gather (const KpiCombiningCall *call, gsize area);
