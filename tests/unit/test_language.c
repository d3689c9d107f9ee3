/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "base/language.h"

Test (language, it_is_found_by_its_tag, .timeout = 10)
{
  cr_expect (eq (int, _kpi_language_of ("vi"), KPI_LANGUAGE_VIETNAMESE));
  cr_expect (eq (int, _kpi_language_of ("vi-VN"), KPI_LANGUAGE_VIETNAMESE));
  cr_expect (eq (int, _kpi_language_of ("vi_VN"), KPI_LANGUAGE_VIETNAMESE));
  cr_expect (eq (int, _kpi_language_of ("vie"), KPI_LANGUAGE_ENGLISH), "not a tag of ours");
  cr_expect (eq (int, _kpi_language_of ("fr"), KPI_LANGUAGE_ENGLISH));
  cr_expect (eq (int, _kpi_language_of (NULL), KPI_LANGUAGE_ENGLISH));
}
