/* SPDX-License-Identifier: MIT */
/* The status of an observation: SDMX's code list CL_OBS_STATUS. */
#pragma once

#include <glib.h>

#define KPI_OBS_STATUS_NORMAL 'A'
#define KPI_OBS_STATUS_ESTIMATED 'E'

/* Reads a code, one letter of the list, or nothing ('\0'). FALSE if `text` is neither. */
gboolean _kpi_obs_status_read (const char *text, char *out_status);

/* Whether the status says that there is no value. */
gboolean _kpi_obs_status_is_missing (char status);
