/* SPDX-License-Identifier: MIT */
/* Sentences that refuse what stands at a place. */
#pragma once

#include "model/yaml/cursor.h"

/* "found what stands there, expected ..." */
void _kpi_refuse (const KpiCursor *at, KpiError code, const char *expected);

/* "found WHAT and the wrong word, expected one of the words; did you mean the nearest?" */
void _kpi_refuse_word (const KpiCursor *at, KpiError code, const char *what, const char *wrong,
                       const char *const *words);

/* Whether `text` is among `words`, and so part of the format that is not built yet; says so. */
gboolean _kpi_refuse_not_built (const KpiCursor *at, const char *const *words, const char *text);

/* Whether `text` is among `words`, which may be NULL. */
gboolean _kpi_is_among (const char *const *words, const char *text);

/* "a, b or c"; a new string. */
char *_kpi_join_words (const char *const *words);
