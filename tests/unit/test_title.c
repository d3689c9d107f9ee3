/* SPDX-License-Identifier: MIT */
#include "model-expect.h"

static void
expect_title (const char *title, const char *language, const char *expected)
{
  g_autofree char *yaml = g_strdup_printf (ONE "    title: %s\n", title);
  g_autoptr (KpiModel) model = parse (yaml); /* an empty title is warned of */

  cr_expect (eq (str, (char *)_kpi_title_get (&model->indicators[0].title, language, "otherwise"),
                 (char *)expected),
             "%s in %s", title, language != NULL ? language : "any");
}

Test (title, the_language_asked_for_comes_first, .timeout = 10)
{
  expect_title ("{en: share, vi: tỷ trọng}", "vi", "tỷ trọng");
  expect_title ("{en: share, vi: tỷ trọng}", "en", "share");
}

Test (title, then_english_then_the_first, .timeout = 10)
{
  expect_title ("{vi: tỷ trọng, en: share}", "fr", "share");
  expect_title ("{vi: tỷ trọng, en: share}", NULL, "share");
  expect_title ("{vi: tỷ trọng, fr: part}", "en", "tỷ trọng");
  expect_title ("{vi: tỷ trọng, fr: part}", NULL, "tỷ trọng");
}

Test (title, a_plain_string_serves_every_language, .timeout = 10)
{
  expect_title ("share", "vi", "share");
  expect_title ("share", NULL, "share");
  expect_title ("NO", "no", "NO");
}

Test (title, nothing_said_is_otherwise, .timeout = 10)
{
  expect_title ("~", "vi", "otherwise");
  expect_title ("{}", "vi", "otherwise");
  expect_title ("{vi: ~}", "vi", "otherwise");
}
