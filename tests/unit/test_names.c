/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "base/names.h"

Test (names, are_numbered_in_order_of_first_appearance, .timeout = 10)
{
  g_autoptr (KpiNames) names = _kpi_names_new ();

  cr_expect (eq (u32, _kpi_names_add (names, "Hue"), 0));
  cr_expect (eq (u32, _kpi_names_add (names, ""), 1));
  cr_expect (eq (u32, _kpi_names_add (names, "hue"), 2));
  cr_expect (eq (u32, _kpi_names_add (names, "Hue"), 0));
  cr_expect (eq (u32, _kpi_names_length (names), 3));
  cr_expect (eq (str, (char *)_kpi_names_get (names, 0), "Hue"));
  cr_expect (eq (str, (char *)_kpi_names_get (names, 1), ""));
}

Test (names, finding_adds_nothing, .timeout = 10)
{
  g_autoptr (KpiNames) names = _kpi_names_new ();

  cr_expect (eq (u32, _kpi_names_find (names, "Hue"), KPI_NO_NAME));
  cr_expect (eq (u32, _kpi_names_length (names), 0));
  _kpi_names_add (names, "Hue");
  cr_expect (eq (u32, _kpi_names_find (names, "Hue"), 0));
  cr_expect (eq (u32, _kpi_names_find (names, "Hu"), KPI_NO_NAME));
  cr_expect (eq (u32, _kpi_names_find (names, "Huee"), KPI_NO_NAME));
}

/* Enough for the index and the bytes to grow many times over. */
Test (names, keep_their_numbers_while_the_index_grows, .timeout = 60)
{
  g_autoptr (KpiNames) names = _kpi_names_new ();
  char text[32];

  for (guint32 i = 0; i < 100000; i++) {
    g_snprintf (text, sizeof text, "commune %u", i);
    cr_assert (eq (u32, _kpi_names_add (names, text), i));
  }
  for (guint32 i = 0; i < 100000; i++) {
    g_snprintf (text, sizeof text, "commune %u", i);
    if (_kpi_names_find (names, text) != i || !g_str_equal (_kpi_names_get (names, i), text))
      cr_fatal ("%s is not name %u", text, i);
  }
  cr_expect (eq (u32, _kpi_names_find (names, "commune 100000"), KPI_NO_NAME));
  cr_expect (eq (u32, _kpi_names_length (names), 100000));
}

Test (names, one_of_its_own_strings_is_known, .timeout = 10)
{
  g_autoptr (KpiNames) names = _kpi_names_new ();

  _kpi_names_add (names, "Hue");
  cr_expect (eq (u32, _kpi_names_add (names, _kpi_names_get (names, 0)), 0));
  cr_expect (eq (u32, _kpi_names_length (names), 1));
}
