/* SPDX-License-Identifier: MIT */
/* Always true: a harness ends the program where the library breaks its word, and only there. */
#define _GNU_SOURCE
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "fuzz.h"

gsize fuzz_n_read, fuzz_n_refused;

const char *
fuzz_file (const uint8_t *data, size_t size)
{
  static char path[64];
  static int file = -1;

  if (file < 0) {
    file = memfd_create ("input", 0);
    g_snprintf (path, sizeof path, "/proc/self/fd/%d", file);
  }
  if (file < 0 || ftruncate (file, 0) != 0 || pwrite (file, data, size, 0) != (ssize_t)size)
    abort ();
  return path;
}

static gboolean
says_why (const GError *error)
{
  KpiFindings *findings = kpi_error_get_findings (error);

  if (findings == NULL)
    return *error->message != '\0';
  for (gsize i = 0; i < kpi_findings_get_length (findings); i++)
    if (kpi_findings_get_severity (findings, i) == KPI_SEVERITY_ERROR)
      return *kpi_findings_get_text (findings, i) != '\0';
  return FALSE;
}

void
fuzz_expect (gboolean was_read, const GError *error)
{
  if (was_read == (error != NULL) || (error != NULL && !says_why (error)))
    abort ();
  fuzz_n_read += was_read;
  fuzz_n_refused += !was_read;
}
