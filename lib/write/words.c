/* SPDX-License-Identifier: MIT */
/* The words of a table.
 *
 * Always true: every word is there in every language. A language is one more column below. */

#include "write/words.h"

enum { ENGLISH, VIETNAMESE, N_LANGUAGES };

static const char *const words[KPI_N_WORDS][N_LANGUAGES] = {
    [KPI_WORD_INDICATOR] = {"Indicator", "Chỉ tiêu"},
    [KPI_WORD_VALUE] = {"Value", "Giá trị"},
    [KPI_WORD_TARGET] = {"Target", "Mục tiêu"},
    [KPI_WORD_SCORE] = {"Score", "Điểm"},
    [KPI_WORD_STATUS] = {"Status", "Tình trạng"},
    [KPI_WORD_AREA] = {"Area", "Địa phương"},
    [KPI_WORD_RANK] = {"rank", "hạng"},
    [KPI_WORD_TOP] = {"top", "tốp"},
    [KPI_WORD_OTHER] = {"Other indicators", "Chỉ tiêu khác"},
    [KPI_WORD_NO_SCORE] = {"no score", "chưa có điểm"},
    [KPI_WORD_NOTHING] = {"Nothing to show.", "Không có gì để hiển thị."},
    [KPI_WORD_DECIMAL] = {".", ","},
};

static const KpiStatusLook looks[] = {
    {"achieved", "✓", KPI_MOOD_GOOD, {"achieved", "đạt"}},
    {"on_track", "▲", KPI_MOOD_GOOD, {"on track", "đúng tiến độ"}},
    {"behind", "▽", KPI_MOOD_FAIR, {"behind", "chậm"}},
    {"far_behind", "▼", KPI_MOOD_BAD, {"far behind", "rất chậm"}},
    {"moving_away", "◀", KPI_MOOD_BAD, {"moving away", "đi lùi"}},
    {"missed", "✗", KPI_MOOD_BAD, {"missed", "không đạt"}},
    {"undecided", "?", KPI_MOOD_FAIR, {"undecided", "chưa rõ"}},
    {"open", "○", KPI_MOOD_PLAIN, {"open", "chưa đạt"}},
    {"no_target", "", KPI_MOOD_NONE, {"no target", "không mục tiêu"}},
    {"no_data", "–", KPI_MOOD_NONE, {"no data", "thiếu số liệu"}},
};

/* `vi`, `vi-VN` and `vi_VN` are the same to a table of words. */
static gsize
number_of (const char *language)
{
  if (language == NULL || !g_str_has_prefix (language, "vi"))
    return ENGLISH;
  return g_ascii_isalnum (language[2]) ? ENGLISH : VIETNAMESE;
}

const char *
_kpi_word (KpiWord word, const char *language)
{
  return words[word][number_of (language)];
}

const KpiStatusLook *
_kpi_status_look (const char *status)
{
  for (gsize i = 0; i < G_N_ELEMENTS (looks); i++)
    if (g_str_equal (looks[i].status, status))
      return &looks[i];
  return NULL;
}

const char *
_kpi_status_word (const KpiStatusLook *look, const char *language)
{
  return look->words[number_of (language)];
}
