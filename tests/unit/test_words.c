/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "write/words.h"

Test (words, every_word_is_there_in_every_language, .timeout = 10)
{
  for (KpiWord word = 0; word < KPI_N_WORDS; word++) {
    cr_expect (_kpi_word (word, NULL) != NULL, "word %d in English", (int)word);
    cr_expect (_kpi_word (word, "vi") != NULL, "word %d in Vietnamese", (int)word);
  }
}

Test (words, a_language_is_found_by_its_tag, .timeout = 10)
{
  cr_expect (eq (str, (char *)_kpi_word (KPI_WORD_RANK, NULL), "rank"));
  cr_expect (eq (str, (char *)_kpi_word (KPI_WORD_RANK, "vi"), "hạng"));
  cr_expect (eq (str, (char *)_kpi_word (KPI_WORD_RANK, "vi-VN"), "hạng"));
  cr_expect (eq (str, (char *)_kpi_word (KPI_WORD_RANK, "vie"), "rank"), "not a tag of ours");
  cr_expect (eq (str, (char *)_kpi_word (KPI_WORD_RANK, "fr"), "rank"));
}

/* The ten statuses of the contract. */
Test (words, every_status_has_words, .timeout = 10)
{
  for (KpiStatus status = KPI_STATUS_NO_DATA; status < KPI_N_STATUSES; status++) {
    const KpiStatusLook *look = _kpi_status_look (status);

    cr_assert (look != NULL, "%s", kpi_status_get_name (status));
    cr_expect (_kpi_status_word (look, NULL) != NULL, "%s", kpi_status_get_name (status));
    cr_expect (_kpi_status_word (look, "vi") != NULL, "%s", kpi_status_get_name (status));
  }
  cr_expect (_kpi_status_look (KPI_STATUS_NONE) == NULL);
}
