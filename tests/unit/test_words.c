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
  static const char *const statuses[] = {"no_data",     "no_target", "achieved", "undecided",
                                         "missed",      "on_track",  "behind",   "far_behind",
                                         "moving_away", "open"};

  for (gsize i = 0; i < G_N_ELEMENTS (statuses); i++) {
    const KpiStatusLook *look = _kpi_status_look (statuses[i]);

    cr_assert (look != NULL, "%s", statuses[i]);
    cr_expect (_kpi_status_word (look, NULL) != NULL, "%s", statuses[i]);
    cr_expect (_kpi_status_word (look, "vi") != NULL, "%s", statuses[i]);
  }
  cr_expect (_kpi_status_look ("") == NULL);
}
