/* SPDX-License-Identifier: MIT */
#include "model-expect.h"

/* Four indicators and a tree, which starts on line 4. */
#define TREE(index) HEAD "indicators: {a: {}, b: {}, c: {}, d: {}}\n" index

static void
expect_children (const KpiModel *model, const KpiGroup *group, const char *ids,
                 const double *weights)
{
  g_autoptr (GString) found = g_string_new (NULL);

  for (gsize i = 0; i < group->n_children; i++) {
    g_string_append_printf (found, "%s%s", i > 0 ? " " : "",
                            kpi_model_get_node_id (model, group->children[i]));
    cr_expect (eq (dbl, group->weights[i], weights[i]), "%s", group->id);
  }
  cr_expect (eq (str, found->str, (char *)ids));
}

/* index(2 levels): economy (a, b weight 3, deep (d)) of weight 2, c, people (a, b weight 0). */
Test (tree, every_field_is_read, .timeout = 10)
{
  g_autoptr (KpiModel) model = expect_silence (
      TREE ("defaults: {combine: harmonic, missing: {policy: zero}}\n"
            "index:\n"
            "  id: top\n"
            "  title: {en: Top}\n"
            "  combine: min\n"
            "  missing: {at_least: 0.8}\n"
            "  out_of: 1000\n"
            "  of:\n"
            "    - id: economy\n"
            "      weight: 2\n"
            "      better: lower\n"
            "      missing: {policy: fail}\n"
            "      of: [a, {id: b, weight: 3}, {id: deep, missing: {at_least: 0.5}, of: [d]}]\n"
            "    - c\n"
            "    - {id: people, combine: max, of: [a, {id: b, weight: 0}]}\n"));
  const KpiGroup *top, *economy, *deep, *people;

  cr_assert (eq (sz, model->n_groups, 4));
  top = &model->groups[0];
  economy = &model->groups[1];
  deep = &model->groups[2];
  people = &model->groups[3];

  cr_expect (eq (str, top->id, "top"));
  cr_expect (eq (str, (char *)_kpi_title_get (&top->title, NULL, "?"), "Top"));
  cr_expect (eq (int, (int)top->kind, KPI_NODE_INDEX));
  cr_expect (eq (str, (char *)top->combining.method->name, "min"));
  cr_expect (eq (int, (int)top->missing, KPI_MISSING_ZERO));
  cr_expect (eq (dbl, top->at_least, 0.8));
  cr_expect (eq (dbl, top->out_of, 1000));
  cr_expect (eq (int, (int)top->better, KPI_BETTER_HIGHER));
  cr_expect (eq (u32, top->place.line, 6));
  expect_children (model, top, "economy c people", (double[]){2, 1, 1});

  cr_expect (eq (int, (int)economy->kind, KPI_NODE_GROUP));
  cr_expect (eq (str, (char *)economy->combining.method->name, "harmonic")); /* not the parent's */
  cr_expect (eq (int, (int)economy->missing, KPI_MISSING_FAIL));
  cr_expect (eq (dbl, economy->at_least, 0.8));
  cr_expect (eq (dbl, economy->out_of, 100)); /* of its own node only */
  cr_expect (eq (int, (int)economy->better, KPI_BETTER_LOWER));
  expect_children (model, economy, "a b deep", (double[]){1, 3, 1});

  cr_expect (eq (int, (int)deep->missing, KPI_MISSING_FAIL));
  cr_expect (eq (dbl, deep->at_least, 0.5));
  expect_children (model, deep, "d", (double[]){1});

  cr_expect (eq (str, (char *)people->combining.method->name, "max"));
  cr_expect (eq (int, (int)people->missing, KPI_MISSING_ZERO));
  expect_children (model, people, "a b", (double[]){1, 0});
}

Test (tree, without_defaults_it_is_arithmetic_and_reweighs, .timeout = 10)
{
  g_autoptr (KpiModel) model = expect_silence (TREE ("index: {id: i, of: [a]}\n"));
  const KpiGroup *index = &model->groups[0];

  cr_expect (eq (str, (char *)index->combining.method->name, "arithmetic"));
  cr_expect (eq (int, (int)index->missing, KPI_MISSING_REWEIGH));
  cr_expect (eq (dbl, index->at_least, 0));
  cr_expect (eq (dbl, index->out_of, 100));
  cr_expect (model->indicators[0].in_tree);
  cr_expect (not(model->indicators[1].in_tree));
}

Test (tree, nodes_are_indicators_then_each_tree_from_its_root, .timeout = 10)
{
  g_autoptr (KpiModel) model =
      expect_silence (TREE ("index:\n"
                            "  - {id: i, of: [{id: g, of: [{id: h, of: [a]}]}, {id: k, of: [b]}]}\n"
                            "  - {id: j, of: [a, {id: l, of: [c, d]}]}\n"));
  static const char *const ids[] = {"a", "b", "c", "d", "i", "g", "h", "k", "j", "l"};

  cr_assert (eq (sz, kpi_model_get_n_nodes (model), G_N_ELEMENTS (ids)));
  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++) {
    cr_expect (eq (str, (char *)kpi_model_get_node_id (model, i), (char *)ids[i]));
    cr_expect (eq (u32, _kpi_names_find (model->nodes, ids[i]), (guint32)i));
  }
  cr_expect (eq (int, (int)kpi_model_get_node_kind (model, 0), KPI_NODE_INDICATOR));
  cr_expect (eq (int, (int)kpi_model_get_node_kind (model, 4), KPI_NODE_INDEX));
  cr_expect (eq (int, (int)kpi_model_get_node_kind (model, 5), KPI_NODE_GROUP));
  cr_expect (eq (int, (int)kpi_model_get_node_kind (model, 8), KPI_NODE_INDEX));
  expect_children (model, &model->groups[0], "g k", (double[]){1, 1});
  expect_children (model, &model->groups[4], "a l", (double[]){1, 1});
}

Test (tree, ids_are_unique_across_nodes, .timeout = 10)
{
  expect_error (TREE ("index: {id: a, of: [b]}\n"), KPI_ERROR_DUPLICATE,
                "4:13: error: index.id: found \"a\", which is an indicator already");
  expect_error (TREE ("index: {id: i, of: [{id: i, of: [b]}]}\n"), KPI_ERROR_DUPLICATE,
                "4:26: error: index.of[0].id: found \"i\", which is a group already");
  expect_error (TREE ("index: [{id: i, of: [a]}, {id: i, of: [b]}]\n"), KPI_ERROR_DUPLICATE,
                "4:32: error: index[1].id: found \"i\", which is a group already");
}

Test (tree, a_leaf_is_an_indicator, .timeout = 10)
{
  expect_error (HEAD "indicators: {cashless_rate: {}}\nindex: {id: i, of: [cashles_rate]}\n",
                KPI_ERROR_UNKNOWN,
                "4:21: error: index.of[0]: found \"cashles_rate\", which is not defined; expected "
                "an indicator; did you mean cashless_rate?");
  expect_error (TREE ("index: {id: i, of: [{id: zzz, weight: 2}]}\n"), KPI_ERROR_UNKNOWN,
                "4:26: error: index.of[0].id: found \"zzz\", which is not defined; expected an "
                "indicator");
  /* A group below is known before it is read. */
  expect_error (TREE ("index: {id: i, of: [group, {id: group, of: [a]}]}\n"), KPI_ERROR_UNKNOWN,
                "4:21: error: index.of[0]: found \"group\", which is a group; expected an "
                "indicator");
  expect_error (TREE ("index: {id: i, of: [i]}\n"), KPI_ERROR_UNKNOWN,
                "4:21: error: index.of[0]: found \"i\", which is a group; expected an indicator");
}

/* The file that took it away, and where. */
Test (tree, a_leaf_that_was_removed_is_told_so, .timeout = 10)
{
  expect_error (HEAD "extends: kpiscore:nq57\nindicators:\n  cashless_rate: null\n"
                     "index: {id: i, of: [e_signed_documents, cashless_rate]}\n",
                KPI_ERROR_UNKNOWN,
                "6:41: error: index.of[1]: found \"cashless_rate\", which <text>:5 takes away; "
                "expected an indicator");
}

Test (tree, a_leaf_stands_once_in_a_group, .timeout = 10)
{
  g_autoptr (KpiModel) several =
      expect_silence (TREE ("index: {id: i, of: [a, {id: g, of: [a]}, {id: h, of: [a]}]}\n"));

  expect_error (TREE ("index: {id: i, of: [a, b, {id: a, weight: 2}]}\n"), KPI_ERROR_DUPLICATE,
                "4:32: error: index.of[2].id: found \"a\" a second time in one group");
  /* The group between them names it too. */
  expect_error (TREE ("index: {id: i, of: [a, {id: g, of: [a]}, a]}\n"), KPI_ERROR_DUPLICATE,
                "4:42: error: index.of[2]: found \"a\" a second time in one group");
}

Test (tree, weights_add_up_to_something, .timeout = 10)
{
  expect_error (TREE ("index: {id: i, of: [{id: a, weight: -1}, b]}\n"), KPI_ERROR_VALUE,
                "4:37: error: index.of[0].weight: found -1, expected a weight of 0 or more");
  expect_error (TREE ("index: {id: i, of: [{id: a, weight: 0}, {id: b, weight: 0}]}\n"),
                KPI_ERROR_VALUE, "4:20: error: index.of: found weights that add up to 0");
  expect_error (TREE ("index: {id: i, of: [{id: a, weight: 1e308}, {id: b, weight: 1e308}]}\n"),
                KPI_ERROR_VALUE, "4:20: error: index.of: found weights that add up to more than");
}

Test (tree, shares_and_spans_are_in_range, .timeout = 10)
{
  expect_error (TREE ("index: {id: i, missing: {at_least: 1.5}, of: [a]}\n"), KPI_ERROR_VALUE,
                "4:36: error: index.missing.at_least: found 1.5, expected a share from 0 to 1");
  expect_error (TREE ("index: {id: i, missing: {at_least: -0.1}, of: [a]}\n"), KPI_ERROR_VALUE,
                "4:36: error: index.missing.at_least: found -0.1, expected a share from 0 to 1");
  expect_error (TREE ("defaults: {missing: {at_least: 2}}\nindex: {id: i, of: [a]}\n"),
                KPI_ERROR_VALUE, "4:32: error: defaults.missing.at_least: found 2, expected");
  expect_error (TREE ("index: {id: i, out_of: 0, of: [a]}\n"), KPI_ERROR_VALUE,
                "4:24: error: index.out_of: found 0, expected a number above 0");
}

Test (tree, each_policy_has_its_word, .timeout = 10)
{
  static const char *const words[] = {"reweigh", "zero", "fail", "mean"};
  static const KpiMissingPolicy policies[] = {KPI_MISSING_REWEIGH, KPI_MISSING_ZERO,
                                              KPI_MISSING_FAIL, KPI_MISSING_MEAN};

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++) {
    g_autofree char *yaml =
        g_strdup_printf (TREE ("index: {id: i, missing: {policy: %s}, of: [a]}\n"), words[i]);
    g_autoptr (KpiModel) model = expect_silence (yaml);

    cr_expect (eq (int, (int)model->groups[0].missing, (int)policies[i]), "%s", words[i]);
  }
}

Test (tree, all_mistakes_come_at_once, .timeout = 10)
{
  g_autoptr (GError) error = NULL;
  const char *yaml = TREE ("index:\n"
                           "  id: i\n"
                           "  out_of: -1\n"
                           "  of: [x, {id: g, of: [y, b]}, {id: a, weight: -1}]\n");
  g_autoptr (KpiModel) model = kpi_model_parse (yaml, -1, &error);
  KpiFindings *findings = kpi_error_get_findings (error);

  cr_assert (eq (sz, kpi_findings_get_length (findings), 4));
  expect_finding (findings, 0, KPI_ERROR_VALUE, "6:11: error: index.out_of: found -1", yaml);
  expect_finding (findings, 1, KPI_ERROR_UNKNOWN, "7:8: error: index.of[0]: found \"x\"", yaml);
  expect_finding (findings, 3, KPI_ERROR_VALUE, "7:48: error: index.of[2].weight: found", yaml);
  expect_finding (findings, 2, KPI_ERROR_UNKNOWN, "7:24: error: index.of[1].of[0]: found \"y\"",
                  yaml);
}

/* Derived weights: what they are, and what may not stand beside them. */
Test (tree, weights_may_be_derived, .timeout = 10)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpiModel) model =
      expect_silence (TREE ("index: {id: i, weights: critic, of: [a, {id: g, of: [b]}]}\n"));
  const char *yaml = TREE ("index:\n"
                           "  - {id: i, weights: pca, of: [a, {id: b, weight: 2}]}\n"
                           "  - {id: j, weights: bod, combine: geometric, of: [a, b]}\n");
  g_autoptr (KpiModel) wrong = kpi_model_parse (yaml, -1, &error);
  KpiFindings *findings = kpi_error_get_findings (error);

  cr_expect (eq (str, (char *)model->groups[0].weighting->name, "critic"));
  cr_expect (eq (ptr, (gpointer)model->groups[1].weighting, NULL)); /* not handed down */
  cr_assert (wrong == NULL);
  expect_finding (findings, 0, KPI_ERROR_CONFLICT,
                  "5:51: error: index[0].of[1].weight: found a weight, expected none", yaml);
  expect_finding (findings, 1, KPI_ERROR_VALUE,
                  "6:36: error: index[1].combine: found it beside weights: bod", yaml);
}

/* What a method has against its options or its children is said where it stands. */
Test (tree, combining_methods_judge_their_use, .timeout = 10)
{
  const char *yaml = "kpiscore: 1\nid: m\nindicators: {a: {}, b: {}}\nindex:\n"
                     "  - {id: o, combine: {method: owa, weights: [1, 2, 3]}, of: [a, b]}\n"
                     "  - {id: n, combine: {method: owa, weights: [1, -2]}, of: [a, b]}\n"
                     "  - {id: z, combine: {method: owa, weights: [0, 0]}, of: [a, b]}\n"
                     "  - {id: c, combine: copeland, better: lower, of: [a, b]}\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (KpiModel) model = kpi_model_parse (yaml, -1, &error);
  KpiFindings *findings = kpi_error_get_findings (error);

  cr_assert (model == NULL);
  cr_assert (eq (sz, kpi_findings_get_length (findings), 4));
  expect_finding (findings, 0, KPI_ERROR_VALUE,
                  "5:22: error: index[0].combine: found another number of weights", yaml);
  expect_finding (findings, 1, KPI_ERROR_VALUE,
                  "6:22: error: index[1].combine: found a negative weight", yaml);
  expect_finding (findings, 2, KPI_ERROR_VALUE,
                  "7:22: error: index[2].combine: found weights without a sum above 0", yaml);
  expect_finding (findings, 3, KPI_ERROR_VALUE,
                  "8:22: error: index[3].combine: found better: lower", yaml);
}
