/* SPDX-License-Identifier: MIT */
#include "model-expect.h"

/* Areas, and one indicator to make it a model. */
#define AREAS(lines) HEAD "areas:\n" lines "indicators: {a: {}}\n"

Test (area, every_field_is_read, .timeout = 10)
{
  g_autoptr (KpiModel) model =
      expect_silence (AREAS ("  VN: {}\n"
                             "  VN-HUE: {title: {vi: Huế}, level: city, parent: VN,\n"
                             "    group: centrally-run, aliases: [Thua Thien-Hue, ' 46 ']}\n"));
  const KpiArea *vn = &model->areas[0], *hue = &model->areas[1];

  cr_assert (eq (sz, model->n_areas, 2));
  cr_expect (eq (str, vn->id, "VN"));
  cr_expect (eq (str, vn->level, ""));
  cr_expect (eq (str, vn->parent, ""));
  cr_expect (eq (str, vn->group, ""));
  cr_expect (eq (ptr, vn->aliases[0], NULL));
  cr_expect (eq (str, hue->id, "VN-HUE"));
  cr_expect (eq (str, (char *)_kpi_title_get (&hue->title, "en", "?"), "Huế"));
  cr_expect (eq (str, hue->level, "city"));
  cr_expect (eq (str, hue->parent, "VN"));
  cr_expect (eq (str, hue->group, "centrally-run"));
  cr_expect (eq (str, hue->aliases[0], "Thua Thien-Hue"));
  cr_expect (eq (str, hue->aliases[1], "46"));
  cr_expect (eq (ptr, hue->aliases[2], NULL));
  cr_expect (eq (u32, hue->place.line, 5));
  cr_expect (eq (u32, hue->place.column, 3));
}

/* "Huế" with its accents apart (e, circumflex, acute) and as one letter are one name. */
Test (area, names_are_compared_after_nfc_and_trimming, .timeout = 10)
{
  g_autoptr (KpiModel) model = expect_silence (AREAS ("  \"Hue\\u0302\\u0301 \": {}\n"));

  cr_expect (eq (str, model->areas[0].id, "Hu\u1ebf"));
  expect_error (AREAS ("  \"Hue\\u0302\\u0301\": {}\n  \" Hu\\u1ebf\": {}\n"), KPI_ERROR_DUPLICATE,
                "5:3: error: areas. Huế: found \"Huế\", which names area \"Huế\" already");
}

Test (area, ids_and_aliases_name_an_area, .timeout = 10)
{
  g_autoptr (KpiModel) model = expect_silence (AREAS ("  A: {aliases: [x, y]}\n"
                                                      "  B: {aliases: [z]}\n"));

  cr_expect (eq (sz, _kpi_model_find_area (model, "A"), 0));
  cr_expect (eq (sz, _kpi_model_find_area (model, "y"), 0));
  cr_expect (eq (sz, _kpi_model_find_area (model, "z"), 1));
  cr_expect (eq (sz, _kpi_model_find_area (model, "w"), G_MAXSIZE));
}

Test (area, a_name_has_one_owner, .timeout = 10)
{
  expect_error (AREAS ("  A: {aliases: [B]}\n  B: {}\n"), KPI_ERROR_DUPLICATE,
                "4:17: error: areas.A.aliases[0]: found \"B\", which names area \"B\" already");
  expect_error (AREAS ("  A: {aliases: [x]}\n  B: {aliases: [y, x]}\n"), KPI_ERROR_DUPLICATE,
                "5:20: error: areas.B.aliases[1]: found \"x\", which names area \"A\" already");
  expect_error (AREAS ("  A: {aliases: [A]}\n"), KPI_ERROR_DUPLICATE,
                "4:17: error: areas.A.aliases[0]: found \"A\", which names area \"A\" already");
}

Test (area, a_parent_is_given_by_its_id, .timeout = 10)
{
  g_autoptr (KpiModel) model = expect_silence (AREAS ("  A: {parent: Viet Nam}\n"
                                                      "  VN: {aliases: [Viet Nam]}\n"));

  cr_expect (eq (str, model->areas[0].parent, "VN"));
}

Test (area, a_parent_need_not_be_listed, .timeout = 10)
{
  g_autoptr (KpiModel) model = expect_silence (AREAS ("  VN-HUE: {parent: VN}\n"));

  cr_expect (eq (str, model->areas[0].parent, "VN"));
}

Test (area, a_parent_that_looks_misspelt_is_warned_of, .timeout = 10)
{
  g_autoptr (KpiModel) model = expect_warning (
      AREAS ("  Phu Xuan: {parent: Tha Thien}\n  Thua Thien: {}\n"), KPI_ERROR_UNKNOWN,
      "4:22: warning: areas.Phu Xuan.parent: found \"Tha Thien\", which is no listed area; did you "
      "mean Thua Thien?");
}

Test (area, the_way_up_ends, .timeout = 10)
{
  expect_error (AREAS ("  A: {parent: A}\n"), KPI_ERROR_CYCLE,
                "4:15: error: areas.A.parent: found a way up that comes back to \"A\"");
  /* C leads into the circle of A and B and is not part of it: one report. */
  expect_error (AREAS ("  A: {parent: B}\n  B: {parent: A}\n  C: {parent: A}\n"), KPI_ERROR_CYCLE,
                "4:15: error: areas.A.parent: found a way up that comes back to \"A\"");
}

Test (area, levels_are_known_by_name, .timeout = 10)
{
  g_autoptr (KpiModel) model = expect_silence (AREAS ("  A: {level: city}\n  B: {}\n"));

  cr_expect (eq (u32, _kpi_names_length (model->levels), 2));
  cr_expect (ne (u32, _kpi_names_find (model->levels, "city"), KPI_NO_NAME));
  cr_expect (ne (u32, _kpi_names_find (model->levels, ""), KPI_NO_NAME));
}

Test (area, null_removes_one, .timeout = 10)
{
  g_autoptr (KpiModel) model =
      expect_warning (AREAS ("  A: ~\n  B: {level: city}\n"), KPI_ERROR_UNUSED,
                      "4:6: warning: areas.A: found nothing, expected a mapping; null takes away");

  cr_assert (eq (sz, model->n_areas, 1));
  cr_expect (eq (str, model->areas[0].id, "B"));
  cr_expect (eq (str, model->areas[0].level, "city"));
}
