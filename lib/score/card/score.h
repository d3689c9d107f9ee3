/* SPDX-License-Identifier: MIT */
/* What a run does beside scoring: learning a fit. */
#pragma once

#include "score/run/fit-private.h"

/* Learns all that a model's scores need to know of data, and scores nothing. */
gboolean _kpi_model_learn (KpiModel *model, KpiDataset *data, const KpiScoreOptions *options,
                           KpiFit *fit, GError **error);

/* Learns the weights that the model's groups derive of scores by a finished fit, and adds them to
 * it; none where no group does. */
gboolean _kpi_model_weigh (KpiModel *model, KpiDataset *data, const KpiScoreOptions *options,
                           KpiFit *fit, GError **error);
