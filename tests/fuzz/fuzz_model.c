/* SPDX-License-Identifier: MIT */
/* Models: a text is read, or refused with a finding; of one that was read all can be asked. */
#include "fuzz.h"

static void
ask (const KpiModel *model)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpiListing) targets = kpi_model_list_targets (model, &error);

  g_assert (targets != NULL && error == NULL);
  g_assert (kpi_model_get_title (model, "vi") != NULL);
  for (gsize node = 0; node < kpi_model_get_n_nodes (model); node++)
    g_assert (kpi_model_get_node_title (model, node, NULL) != NULL);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpiModel) model = kpi_model_parse ((const char *)data, (gssize)size, &error);

  fuzz_expect (model != NULL, error);
  if (model != NULL)
    ask (model);
  return 0;
}
