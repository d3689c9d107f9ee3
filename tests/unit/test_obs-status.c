/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "data/observations/obs-status.h"

Test (obs_status, one_letter_of_the_list_or_nothing, .timeout = 10)
{
  static const char *const bad[] = {"C", "a", "AB", "1", "Z", "é", "estimated"};
  char status = 'x';

  cr_expect (_kpi_obs_status_read ("E", &status) && status == KPI_OBS_STATUS_ESTIMATED);
  cr_expect (_kpi_obs_status_read ("", &status) && status == '\0');
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    cr_expect (not(_kpi_obs_status_read (bad[i], &status)), "%s is a status", bad[i]);
}

Test (obs_status, five_say_that_there_is_no_value, .timeout = 10)
{
  static const char missing[] = "HLMOQ", present[] = "ABDEFGIJKNPSUVW";

  for (const char *at = missing; *at != '\0'; at++)
    cr_expect (_kpi_obs_status_is_missing (*at), "%c", *at);
  for (const char *at = present; *at != '\0'; at++)
    cr_expect (not(_kpi_obs_status_is_missing (*at)), "%c", *at);
  cr_expect (not(_kpi_obs_status_is_missing ('\0')));
}
