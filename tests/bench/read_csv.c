/* SPDX-License-Identifier: MIT */
/* Reads a CSV file of observations and says what that took: seconds, and the peak of memory.
 *
 *     read_csv FILE [MEGABYTES]
 *
 * fails where the peak was higher than MEGABYTES. */

#include <stdio.h>
#include <string.h>

#include <kpiscore/kpiscore.h>

/* VmHWM of this process. What getrusage() tells is that of the shell or script which started it, if
 * that was larger. */
static double
peak_megabytes (void)
{
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    return 0;
  line = strstr (status, "VmHWM:");
  return line != NULL ? g_ascii_strtod (line + strlen ("VmHWM:"), NULL) * 1024 / 1e6 : 0;
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpiDataset) dataset = NULL;
  gint64 start = g_get_monotonic_time ();
  double seconds, megabytes;

  if (argc < 2)
    return 2;
  dataset = kpi_dataset_read_csv (argv[1], &error);
  if (dataset == NULL) {
    fprintf (stderr, "%s\n", error->message);
    return 1;
  }
  seconds = (double)(g_get_monotonic_time () - start) / 1e6;
  megabytes = peak_megabytes ();
  printf ("%zu observations, %.2f s, %.1f MB at the peak\n",
          kpi_dataset_get_n_observations (dataset), seconds, megabytes);
  return megabytes == 0 || (argc > 2 && megabytes > g_ascii_strtod (argv[2], NULL));
}
