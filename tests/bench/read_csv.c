/* SPDX-License-Identifier: MIT */
/* Reads a CSV file of observations and says what that took: seconds, and the peak of memory.
 *
 *     read_csv FILE [MEGABYTES]
 *
 * fails where the peak was higher than MEGABYTES. */

#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>

#include <kpiscore/kpiscore.h>

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpiDataset) dataset = NULL;
  gint64 start = g_get_monotonic_time ();
  struct rusage usage;
  double megabytes;

  if (argc < 2)
    return 2;
  dataset = kpi_dataset_read_csv (argv[1], &error);
  if (dataset == NULL) {
    fprintf (stderr, "%s\n", error->message);
    return 1;
  }
  getrusage (RUSAGE_SELF, &usage);
  megabytes = (double)usage.ru_maxrss * 1024 / 1e6;
  printf ("%zu observations, %.2f s, %.1f MB at the peak\n",
          kpi_dataset_get_n_observations (dataset),
          (double)(g_get_monotonic_time () - start) / 1e6, megabytes);
  return argc > 2 && megabytes > strtod (argv[2], NULL);
}
