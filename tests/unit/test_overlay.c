/* SPDX-License-Identifier: MIT */
#include <string.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "model/schema/schema.h"

static KpiYaml *
read_tree (const char *text, const char *file, gboolean built_in)
{
  g_autoptr (KpiFindings) findings = _kpi_findings_new ();
  KpiYaml *tree = _kpi_yaml_parse (text, strlen (text), file, built_in, findings);

  cr_assert (tree != NULL && !_kpi_findings_has_errors (findings), "%s", text);
  _kpi_schema_check (tree, FALSE, findings);
  if (_kpi_findings_has_errors (findings)) {
    g_autofree char *found = kpi_findings_format (findings, 0);

    cr_assert (found == NULL, "%s", found);
  }
  return tree;
}

/* A tree in flow style, nulls as ~. */
static void
spell (const KpiYaml *node, GString *out)
{
  gboolean is_list = node->kind == KPI_YAML_LIST;

  if (node->kind == KPI_YAML_SCALAR || node->kind == KPI_YAML_NULL) {
    g_string_append (out, node->kind == KPI_YAML_NULL ? "~" : node->text);
    return;
  }
  g_string_append_c (out, is_list ? '[' : '{');
  for (gsize i = 0; i < _kpi_yaml_length (node); i++) {
    const KpiYamlEntry *entry = _kpi_yaml_entry (node, i);

    g_string_append_printf (out, "%s%s%s", i > 0 ? ", " : "", is_list ? "" : entry->key,
                            is_list ? "" : ": ");
    spell (entry->value, out);
  }
  g_string_append_c (out, is_list ? ']' : '}');
}

static KpiYaml *
lay (const char *base, const char *over)
{
  g_autofree char *base_text = g_strconcat ("kpiscore: 1\n", base, NULL);
  g_autofree char *over_text = g_strconcat ("kpiscore: 1\n", over, NULL);
  g_autoptr (KpiYaml) base_tree = read_tree (base_text, "base", TRUE);
  g_autoptr (KpiYaml) over_tree = read_tree (over_text, "over", FALSE);
  g_autoptr (KpiFindings) findings = _kpi_findings_new ();
  g_autoptr (KpiYaml) below = _kpi_schema_overlay (NULL, base_tree, findings);

  return _kpi_schema_overlay (below, over_tree, findings);
}

static void
expect (const char *base, const char *over, const char *laid)
{
  g_autoptr (KpiYaml) tree = lay (base, over);
  g_autoptr (GString) found = g_string_new (NULL);
  g_autofree char *expected = g_strdup_printf ("{kpiscore: 1, %s}", laid);

  spell (tree, found);
  cr_expect_str_eq (found->str, expected);
}

#define INDICATORS(body) "indicators: {" body "}"
#define TARGET(body) INDICATORS ("a: {target: {" body "}}")

Test (overlay, mappings_merge_in_order_of_first_appearance, .timeout = 10)
{
  expect (INDICATORS ("a: {unit: x, better: lower}, b: {}"), INDICATORS ("c: {}, a: {unit: y}"),
          INDICATORS ("a: {unit: y, better: lower}, b: {}, c: {}"));
  expect ("title: {en: A, vi: B}", "title: {vi: C, fr: D}", "title: {en: A, vi: C, fr: D}");
  expect ("title: {en: A, vi: B}", "title: C", "title: C");
  expect ("title: C", "title: {en: A}", "title: {en: A}");
}

Test (overlay, lists_measures_scores_and_combines_are_replaced, .timeout = 10)
{
  expect ("areas: {A: {aliases: [x, y]}}", "areas: {A: {aliases: [z]}}",
          "areas: {A: {aliases: [z]}}");
  expect (INDICATORS ("a: {measure: {sum: [x]}}"),
          INDICATORS ("a: {measure: {ratio: {of: [y], to: [z]}}}"),
          INDICATORS ("a: {measure: {ratio: {of: [y], to: [z]}}}"));
  expect (INDICATORS ("a: {score: {method: points, at: {0: 0, 1: 1}}}"),
          INDICATORS ("a: {score: {method: points, at: {0: 0}}}"),
          INDICATORS ("a: {score: {method: points, at: {0: 0}}}"));
  expect ("defaults: {combine: {method: min}, missing: {policy: zero}}",
          "defaults: {combine: max, missing: {at_least: 1}}",
          "defaults: {combine: max, missing: {policy: zero, at_least: 1}}");
}

/* The way through the table decides, not the name. */
Test (overlay, an_indicator_may_be_called_score, .timeout = 10)
{
  expect (INDICATORS ("score: {unit: x, better: lower}"), INDICATORS ("score: {unit: y}"),
          INDICATORS ("score: {unit: y, better: lower}"));
  expect ("areas: {measure: {level: x}}", "areas: {measure: {group: y}}",
          "areas: {measure: {level: x, group: y}}");
}

/* `ê` as one character and as two; a year spelt in two ways. */
Test (overlay, keys_merge_by_what_they_stand_for, .timeout = 10)
{
  expect ("areas: {\"Hu\u1ebf\": {level: x}}", "areas: {\" Hu\u00ea\u0301\": {group: y}}",
          "areas: { Hu\u00ea\u0301: {level: x, group: y}}");
  expect (TARGET ("top: 5, of: {2025: 34}"), TARGET ("of: {2025-A1: 63}"),
          TARGET ("top: 5, of: {2025-A1: 63}"));
  /* Two for one year in one file are both kept, for the reader of targets to report. */
  expect (TARGET ("top: 5, of: {2025: 1}"), TARGET ("of: {2025-A1: 2, 2025: 3}"),
          TARGET ("top: 5, of: {2025-A1: 2, 2025: 3}"));
}

Test (overlay, trees_merge_and_lists_of_trees_are_replaced, .timeout = 10)
{
  expect ("index: {id: x, of: [a, b], missing: {policy: zero}}",
          "index: {of: [c], missing: {at_least: 0.5}}",
          "index: {id: x, of: [c], missing: {policy: zero, at_least: 0.5}}");
  expect ("index: [{id: x, of: [a]}]", "index: {id: y, of: [b]}", "index: {id: y, of: [b]}");
}

Test (overlay, null_removes, .timeout = 10)
{
  expect (INDICATORS ("a: {unit: x, better: lower}, b: {}"), INDICATORS ("a: {unit: ~}, b: ~"),
          INDICATORS ("a: {better: lower}, b: ~")); /* a tree may ask who removed b */
  expect ("id: m\n" INDICATORS ("a: {measure: {sum: [x]}}"), INDICATORS ("a: {measure: null}"),
          "id: m, " INDICATORS ("a: {}"));
  expect ("id: m", INDICATORS ("a: {unit: ~}, b: ~"), "id: m, " INDICATORS ("a: {}"));
  expect ("title: ~\nid: m", "id: n", "id: n");
}

Test (overlay, a_demand_takes_the_place_of_another, .timeout = 10)
{
  expect (TARGET ("at_least: 5, stretch: 9, by: 2030"), TARGET ("at_most: 3"),
          TARGET ("by: 2030, at_most: 3"));
  expect (TARGET ("at_least: 5, stretch: 9, by: 2030"), TARGET ("at_least: 6"),
          TARGET ("at_least: 6, by: 2030"));
  expect (TARGET ("at_least: 5, stretch: 9"), TARGET ("at_least: 6, stretch: 8"),
          TARGET ("at_least: 6, stretch: 8"));
  expect (TARGET ("at_least: 5, stretch: 9"), TARGET ("by: 2030"),
          TARGET ("at_least: 5, stretch: 9, by: 2030"));
  expect (TARGET ("at_least: 5, stretch: 9"), TARGET ("at_least: ~"), TARGET ("stretch: 9"));
}

Test (overlay, how_many_are_ranked_goes_with_the_rank, .timeout = 10)
{
  expect (TARGET ("top: 5, of: 34"), TARGET ("top: 3"), TARGET ("top: 3, of: 34"));
  expect (TARGET ("top: 5, of: 34"), TARGET ("at_least: 3"), TARGET ("at_least: 3"));
  expect (TARGET ("top: 5, of: {2024: 63}"), TARGET ("of: {2025: 34}"),
          TARGET ("top: 5, of: {2024: 63, 2025: 34}"));
}

Test (overlay, so_it_does_within_for, .timeout = 10)
{
  expect (TARGET ("at_least: 5, for: {A: {at_least: 6, stretch: 7, by: 2030}, B: {at_least: 1}}"),
          TARGET ("for: {A: {top: 3}, C: {at_least: 2}}"),
          TARGET ("at_least: 5, for: {A: {by: 2030, top: 3}, B: {at_least: 1}, C: {at_least: 2}}"));
}

/* There a null takes away what the target itself says, so it has to stay. */
Test (overlay, nulls_stay_within_for, .timeout = 10)
{
  expect (TARGET ("at_least: 5, stretch: 9, for: {A: {stretch: ~}, B: {by: 2030}}"),
          TARGET ("for: {B: {by: ~}}"),
          TARGET ("at_least: 5, stretch: 9, for: {A: {stretch: ~}, B: {by: ~}}"));
  expect (TARGET ("at_least: 5, for: {A: {stretch: ~}, B: {by: 2030}}"), TARGET ("for: {A: ~}"),
          TARGET ("at_least: 5, for: {B: {by: 2030}}"));
}

/* The warnings of a text that is laid over `base`, a line each. */
static char *
warnings_of (const char *base, const char *over)
{
  g_autofree char *text = g_strconcat ("kpiscore: 1\n", over, NULL);
  g_autoptr (KpiYaml) base_tree = read_tree (base, "base", FALSE);
  g_autoptr (KpiYaml) over_tree = read_tree (text, "over", FALSE);
  g_autoptr (KpiFindings) findings = _kpi_findings_new ();
  g_autoptr (KpiYaml) below = _kpi_schema_overlay (NULL, base_tree, findings);
  g_autoptr (KpiYaml) laid = _kpi_schema_overlay (below, over_tree, findings);
  GString *lines = g_string_new (NULL);

  for (gsize i = 0; i < kpi_findings_get_length (findings); i++) {
    g_autofree char *line = kpi_findings_format (findings, i);

    g_string_append_printf (lines, "%s\n", line);
  }
  return g_string_free (lines, FALSE);
}

#define NONE_HAS "; null takes away what a file below has said, and none has said anything here\n"

Test (overlay, null_that_removes_nothing_is_warned_of, .timeout = 10)
{
  static const char base[] = "kpiscore: 1\nindicators: {a: {unit: x, target: {at_least: 5}}}\n";
  g_autofree char *some = warnings_of (base, "indicators:\n"
                                             "  a:\n"
                                             "    unit:\n"
                                             "    better:\n"
                                             "  b:\n"
                                             "  c: {target: ~}\n");
  g_autofree char *none =
      warnings_of (base, INDICATORS ("a: {unit: ~, target: {for: {A: {by: ~}}}}"));

  cr_expect_str_eq (
      some, "over:5:12: warning: indicators.a.better: found nothing, expected higher or "
            "lower" NONE_HAS "over:6:5: warning: indicators.b: found nothing, expected a "
            "mapping" NONE_HAS "over:7:15: warning: indicators.c.target: found nothing, expected a "
            "target: a mapping such as {at_least: 80}" NONE_HAS);
  cr_expect_str_eq (none, "");
}

Test (overlay, entries_know_who_wrote_them, .timeout = 10)
{
  g_autoptr (KpiYaml) tree = lay (INDICATORS ("a: {unit: x}, b: {unit: x}"), INDICATORS ("b: {}"));
  const KpiYaml *indicators = _kpi_yaml_get (tree, "indicators");

  cr_expect (_kpi_yaml_get (indicators, "a")->built_in);
  cr_expect_str_eq (_kpi_yaml_get (indicators, "a")->place.file, "base");
  cr_expect (not(_kpi_yaml_get (indicators, "b")->built_in));
  cr_expect_str_eq (_kpi_yaml_get (indicators, "b")->place.file, "over");
  cr_expect_str_eq (_kpi_yaml_get (_kpi_yaml_get (indicators, "b"), "unit")->place.file, "base");
}

Test (overlay, changes_neither_tree, .timeout = 10)
{
  g_autoptr (KpiYaml) base = read_tree ("kpiscore: 1\nid: m\ntitle: {en: A}\n", "base", FALSE);
  g_autoptr (KpiYaml) over = read_tree ("kpiscore: 1\ntitle: {en: ~, vi: B}\n", "over", FALSE);
  g_autoptr (KpiFindings) findings = _kpi_findings_new ();
  g_autoptr (KpiYaml) laid = _kpi_schema_overlay (base, over, findings);
  g_autoptr (GString) text = g_string_new (NULL);

  spell (base, text);
  spell (over, text);
  cr_expect_str_eq (text->str,
                    "{kpiscore: 1, id: m, title: {en: A}}{kpiscore: 1, title: {en: ~, vi: B}}");
  cr_expect (laid != NULL);
}
