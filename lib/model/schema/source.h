/* SPDX-License-Identifier: MIT */
/* From files to one merged tree: reads a model file and all it extends, checks each against the
 * schema, and lays them over one another. */
#pragma once

#include "model/yaml/yaml.h"

/* Reads the files, each laid over those before it. File names that places borrow are added to
 * `files` (of char *), and the paths behind them to `paths`, NULL for what is in no file;
 * `paths` itself may be NULL. Every key of the tree is known and every value has the kind that its
 * place asks for, so that whoever reads it further need not ask again: where there are errors, it
 * is what is right in the files. NULL if one of them could not be read. */
KpiYaml *_kpi_source_load (const char *const *named, gsize n_named, GPtrArray *files,
                           GPtrArray *paths, KpiFindings *findings);

/* The same from text, which may extend built-in models alone. */
KpiYaml *_kpi_source_parse (const char *text, gsize length, GPtrArray *files, GPtrArray *paths,
                            KpiFindings *findings);
