/* SPDX-License-Identifier: MIT */
/* Status codes (SDMX Content-Oriented Guidelines, CL_OBS_STATUS 2.2): normal, break in series,
 * definition differs, estimated, forecast, experimental, missing (H, L, M, O, Q), imputed,
 * derogation, included elsewhere, not significant, provisional, strike, low reliability,
 * unvalidated, includes others. */

#include <string.h>

#include "data/observations/obs-status.h"

gboolean
_kpi_obs_status_read (const char *text, char *out_status)
{
  *out_status = *text;
  return *text == '\0' || (text[1] == '\0' && strchr ("ABDEFGHIJKLMNOPQSUVW", *text) != NULL);
}

gboolean
_kpi_obs_status_is_missing (char status)
{
  return status != '\0' && strchr ("HLMOQ", status) != NULL;
}
