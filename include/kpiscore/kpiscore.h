/* SPDX-License-Identifier: MIT */
/**
 * @file kpiscore.h
 * Scores indicators against targets. Four calls score a city:
 *
 *     g_autoptr (GError) error = NULL;
 *     g_autoptr (KpiModel) model = kpi_model_load ("model.yaml", &error);
 *     g_autoptr (KpiDataset) data = kpi_dataset_read_csv ("observations.csv", &error);
 *     g_autoptr (KpiScorecard) card = kpi_model_score (model, data, NULL, &error);
 *     double score = kpi_scorecard_get_score (card, "VN-HUE", "2025", "hue_index");
 *
 * Check for NULL after each of the first three; `error` then says what was wrong, and where.
 *
 * Three nouns carry everything else: a model (what is demanded), a dataset (what was observed) and
 * a scorecard (what came of it). All three are immutable and may be shared between threads.
 * `..._ref` and `..._unref` count references; a `const` return is borrowed, another one is yours.
 * Nothing here prints, exits, or keeps state between calls.
 */
#ifndef KPI_KPISCORE_H
#define KPI_KPISCORE_H

#include <kpiscore/version.h>

#include <kpiscore/model.h>
#include <kpiscore/dataset.h>
#include <kpiscore/scorecard.h>

#include <kpiscore/alerts.h>
#include <kpiscore/listing.h>
#include <kpiscore/options.h>
#include <kpiscore/fit.h>
#include <kpiscore/statistics.h>
#include <kpiscore/treatments.h>
#include <kpiscore/write.h>

#include <kpiscore/error.h>
#include <kpiscore/findings.h>

#endif
