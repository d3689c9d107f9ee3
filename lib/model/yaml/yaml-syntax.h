/* SPDX-License-Identifier: MIT */
/* What is wrong with a text that is no YAML, as a sentence with a place. */
#pragma once

#include <yaml.h>

#include "base/findings-private.h"

/* Passes over a byte order mark. FALSE, and reported, if the text is too long or not UTF-8. */
gboolean _kpi_yaml_check_text (const char **text, gsize *length, const char *file,
                               KpiFindings *findings);

/* Reports why the parser stopped. Its input is a string that _kpi_yaml_check_text() has passed. */
void _kpi_yaml_report_syntax (const yaml_parser_t *parser, const char *file, KpiFindings *findings);
