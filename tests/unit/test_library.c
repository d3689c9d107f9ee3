/* SPDX-License-Identifier: MIT */
#include "near.h"

#include "base/library.h"

Test (library, is_opened_and_searched, .timeout = 10)
{
  static const KpiLibrary maths = {"libm.so.6", "sines", "libc6"};
  g_autoptr (GError) error = NULL;
  gpointer handle = _kpi_library_open (&maths, &error);

  cr_assert (handle != NULL);
  cr_expect (_kpi_library_open (&maths, NULL) == handle);
  cr_expect (_kpi_library_find (handle, &maths, "sin", &error) != NULL);
  cr_assert (error == NULL);
  cr_expect (_kpi_library_find (handle, &maths, "sinful", &error) == NULL);
  cr_expect (
      eq (str, error->message, "error: found no sinful in libm.so.6, expected it for sines"));
  cr_expect (eq (int, error->code, KPI_ERROR_FILE));
}

Test (library, what_to_install, .timeout = 10)
{
  static const KpiLibrary absent = {"libkpi-absent.so.9", "wonders", "libwonder9"};
  g_autoptr (GError) error = NULL;

  cr_expect (_kpi_library_open (&absent, &error) == NULL);
  cr_expect (eq (str, error->message,
                 "error: found no libkpi-absent.so.9, expected it for wonders; on Debian: "
                 "apt-get install libwonder9"));
  cr_expect (eq (int, error->code, KPI_ERROR_FILE));
}
