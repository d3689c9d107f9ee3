/* SPDX-License-Identifier: MIT */
/* The words of a table.
 *
 * Always true: every word is there in every language. A language is one more column below. */

#include "base/language.h"
#include "write/words.h"

static const char *const words[KPI_N_WORDS][KPI_N_LANGUAGES] = {
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
    [KPI_WORD_OVERDUE] = {"Overdue", "Quá hạn"},
    [KPI_WORD_MOVING_AWAY] = {"Moving away", "Đi lùi"},
    [KPI_WORD_BEHIND] = {"Behind", "Chậm"},
    [KPI_WORD_CONTRADICTORY] = {"Contradictory figures", "Số liệu mâu thuẫn"},
    [KPI_WORD_STALE] = {"Stale", "Số liệu cũ"},
    [KPI_WORD_DAY_LATE] = {"day late", "ngày quá hạn"},
    [KPI_WORD_DAYS_LATE] = {"days late", "ngày quá hạn"},
    [KPI_WORD_DAY_LEFT] = {"day left", "ngày còn lại"},
    [KPI_WORD_DAYS_LEFT] = {"days left", "ngày còn lại"},
    [KPI_WORD_DAY_AGO] = {"day ago", "ngày trước"},
    [KPI_WORD_DAYS_AGO] = {"days ago", "ngày trước"},
    [KPI_WORD_FLAG_CONTRADICTORY] = {"figures that contradict each other", "số liệu mâu thuẫn"},
    [KPI_WORD_FLAG_JUMP] = {"an unlikely jump", "tăng giảm bất thường"},
    [KPI_WORD_FLAG_STALE] = {"old figures", "số liệu cũ"},
    [KPI_WORD_FLAG_OUTSIDE] = {"an impossible value", "giá trị không thể có"},
    [KPI_WORD_FLAG_DIFFERS] = {"other than the sum of its parts", "khác tổng các phần"},
    [KPI_WORD_NO_ALERTS] = {"Nothing is urgent.", "Không có việc gì gấp."},
};

static const KpiStatusLook looks[KPI_N_STATUSES] = {
    [KPI_STATUS_ACHIEVED] = {"✓", KPI_MOOD_GOOD, {"achieved", "đạt"}},
    [KPI_STATUS_ON_TRACK] = {"▲", KPI_MOOD_GOOD, {"on track", "đúng tiến độ"}},
    [KPI_STATUS_BEHIND] = {"▽", KPI_MOOD_FAIR, {"behind", "chậm"}},
    [KPI_STATUS_FAR_BEHIND] = {"▼", KPI_MOOD_BAD, {"far behind", "rất chậm"}},
    [KPI_STATUS_MOVING_AWAY] = {"◀", KPI_MOOD_BAD, {"moving away", "đi lùi"}},
    [KPI_STATUS_MISSED] = {"✗", KPI_MOOD_BAD, {"missed", "không đạt"}},
    [KPI_STATUS_UNDECIDED] = {"?", KPI_MOOD_FAIR, {"undecided", "chưa rõ"}},
    [KPI_STATUS_OPEN] = {"○", KPI_MOOD_PLAIN, {"open", "chưa đạt"}},
    [KPI_STATUS_NO_TARGET] = {"", KPI_MOOD_NONE, {"no target", "không mục tiêu"}},
    [KPI_STATUS_NO_DATA] = {"–", KPI_MOOD_NONE, {"no data", "thiếu số liệu"}},
};

const char *
_kpi_word (KpiWord word, const char *language)
{
  return words[word][_kpi_language_of (language)];
}

const KpiStatusLook *
_kpi_status_look (KpiStatus status)
{
  return status == KPI_STATUS_NONE ? NULL : &looks[status];
}

const char *
_kpi_status_word (const KpiStatusLook *look, const char *language)
{
  return look->words[_kpi_language_of (language)];
}
