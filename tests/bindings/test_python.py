# SPDX-License-Identifier: MIT
"""The Python package: what its contract says, and that no argument can bring it down."""

import csv
import datetime
import gc
import io
import json
import math
import os
import pickle
import tempfile
import threading
import unittest
from pathlib import Path

import kpiscore
from kpiscore import _core

MODEL = """\
kpiscore: 1
id: small
title: {en: Small, vi: Nhỏ}
areas:
  VN-HUE: {level: city, title: {vi: Huế}, aliases: [Thừa Thiên Huế]}
  Đà Nẵng: {level: city}
indicators:
  paid:
    title: Paid online
    unit: "%"
    target: {at_least: 80, by: 2030}
    score: {method: goalposts, posts: [0, 200]}
  done: {score: {method: goalposts, posts: [0, 100]}}
index: {id: whole, of: [{id: paid, weight: 3}, done]}
"""

# paid 30 of 200 is 15, done 40 of 100 is 40: the index is (3 * 15 + 40) / 4 = 21.25.
DATA = """\
area,series,period,value
VN-HUE,paid,2025,30
VN-HUE,done,2025,40
Đà Nẵng,paid,2025,90
Đà Nẵng,done,2024-Q3,7
"""


REGISTER_MODEL = """\
kpiscore: 1
id: registers
registers: {tasks: {}}
indicators: {timely: {measure: {register: tasks, count: timely_rate}}}
"""

# Of A one is on time, and one overdue from February on; B's is open and not due.
TASKS = """\
id,area,opened,due,closed
1,A,2025-01-01,2025-01-31,2025-01-15
2,A,2025-01-01,2025-01-31,
3,B,2025-06-01,2026-06-01,
"""


class Case(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.model_path = self.write("model.yaml", MODEL)
        self.data_path = self.write("data.csv", DATA)

    def write(self, name, text):
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path

    def card(self, **options):
        return kpiscore.Model.load(self.model_path).score(self.data_path, **options)


class FitTest(Case):
    """10 is 0 and 30 is 100, so that 15 is 25; with 50 learned besides, 15 is 12.5."""

    def setUp(self):
        super().setUp()
        self.model = kpiscore.Model.parse("kpiscore: 1\nid: f\nindicators: {a: {score: minmax}}\n")
        self.old = self.write("old.csv", "area,period,a\nX,2024,10\nY,2024,30\n")
        self.older = self.write("older.csv", "area,period,a\nX,2023,10\nY,2023,50\n")
        self.new = self.write("new.csv", "area,period,a\nX,2025,15\n")

    def test_what_it_is(self):
        fit = self.model.fit(self.old)
        self.assertEqual((len(fit), fit.model_id, fit.findings), (1, "f", []))
        self.assertEqual(repr(fit), "<kpiscore.Fit of 'f': 1 entries>")

    def test_other_data_are_scored_by_it(self):
        self.model.fit(self.old).save(self.folder / "old.fit")
        fit = kpiscore.Fit.load(self.folder / "old.fit")
        self.assertEqual(self.model.score(self.new, fit=fit).score("X", 2025, "a"), 25)

    def test_parts_merge_to_the_whole(self):
        fit = self.model.fit(self.old).merge(self.model.fit(self.older))
        self.assertEqual(self.model.score(self.new, fit=fit).score("X", 2025, "a"), 12.5)
        fit.save(self.folder / "parts.fit")
        self.model.fit([self.old, self.older]).save(self.folder / "whole.fit")
        self.assertEqual((self.folder / "parts.fit").read_bytes(), (self.folder / "whole.fit").read_bytes())

    def test_gaps_and_outliers_are_treated_by_it(self):
        model = kpiscore.Model.parse("kpiscore: 1\nid: f\nindicators:\n"
                                     "  a: {impute: mean, score: minmax}\n"
                                     "  b: {score: minmax, treat: {}}\n")
        rows = "".join(f"A{i},2024,{i if i < 4 else ''},{i if i < 8 else 100}\n" for i in range(1, 9))
        fit = model.fit(self.write("taught.csv", "area,period,a,b\n" + rows))
        new = model.score(self.write("gap.csv", "area,period,a,b\nX,2024,,50\nY,2024,,4\n"),
                          fit=fit, stage="treated").to_dict()
        # the mean of 1, 2, 3; 100 was moved to 7, to which 50 is held
        self.assertEqual(new["value"], [2, 7, 2, 4])
        self.assertEqual(new["score"], [50, 100, 50, 50])

    def test_what_is_none(self):
        fit = self.model.fit(self.old)
        for wrong in (lambda: kpiscore.Fit(), lambda: fit.merge(None), lambda: fit.merge("x"),
                      lambda: self.model.score(self.new, fit="x"), lambda: fit.save(None)):
            self.assertRaises(TypeError, wrong)
        with self.assertRaises(kpiscore.KpiError) as caught:
            kpiscore.Fit.load(self.new)
        self.assertEqual((caught.exception.line, caught.exception.column), (1, 1))
        with self.assertRaises(kpiscore.KpiError):
            kpiscore.Model.load(self.model_path).score(self.data_path, fit=fit)


class ModelTest(Case):
    def test_load_takes_every_kind_of_path(self):
        for path in (self.model_path, str(self.model_path), os.fsencode(self.model_path)):
            self.assertEqual(kpiscore.Model.load(path).id, "small")

    def test_later_files_are_laid_over_earlier_ones(self):
        over = self.write("over.yaml", "kpiscore: 1\nid: over\n")
        model = kpiscore.Model.load(self.model_path, over)
        self.assertEqual(model.id, "over")
        self.assertEqual(len(model.nodes), 3)

    def test_parse(self):
        self.assertEqual(kpiscore.Model.parse(MODEL).id, "small")

    def test_titles(self):
        model = kpiscore.Model.parse(MODEL)
        self.assertEqual(model.title(), "Small")
        self.assertEqual(model.title("vi"), "Nhỏ")
        self.assertEqual(model.title("fr"), "Small")

    def test_nodes(self):
        self.assertEqual(kpiscore.Model.parse(MODEL).nodes, [
            ("paid", "indicator", "Paid online", "%"),
            ("done", "indicator", "done", None),
            ("whole", "index", "whole", None),
        ])

    def test_targets(self):
        over = self.write("over.yaml", "kpiscore: 1\nindicators: {paid: {target: {at_least: 90}}}\n")
        targets = kpiscore.Model.load(self.model_path, over).targets()
        self.assertEqual([tuple(row) for row in targets], [
            ("paid", None, None, "at_least 90", "2030", str(over), 2,
             "at_least 80 by 2030", str(self.model_path), 11, "stricter")])
        self.assertEqual(targets[0].verdict, "stricter")

    def test_stages_and_treatments(self):
        model = kpiscore.Model.parse("kpiscore: 1\nid: m\nindicators: {a: {impute: mean}}\n"
                                     "index: {id: i, of: [a]}\n")
        path = self.write("gap.csv", "area,period,a\nA,2025,0\nB,2025,10\nC,2025,\n")
        card = model.score(path, stage="imputed")
        self.assertEqual([row.value for row in card.rows(area="C", node="a")], [5])
        self.assertEqual([tuple(row) for row in card.treatments()],
                         [("imputed", "mean", "C", "2025", "a", None, 5, None)])
        with self.assertRaises(kpiscore.KpiError):
            model.score(path, stage="cooked")

    def test_built_in_models(self):
        self.assertIn("nq57", kpiscore.models())

    def test_version(self):
        self.assertRegex(kpiscore.__version__, r"^\d+\.\d+\.\d+$")

    def test_repr(self):
        self.assertEqual(repr(kpiscore.Model.parse(MODEL)), "<kpiscore.Model 'small'>")


class ScorecardTest(Case):
    def test_scores(self):
        card = self.card()
        self.assertEqual(card.score("VN-HUE", "2025", "paid"), 15.0)
        self.assertEqual(card.score("VN-HUE", "2025", "whole"), 21.25)

    def test_names_may_be_spelt_otherwise(self):
        card = self.card()
        for area in ("VN-HUE", "Thừa Thiên Huế", "Thu\u031b\u0300a Thie\u0302n Hue\u0302\u0301"):
            for period in ("2025", "2025-A1", 2025):
                self.assertEqual(card.score(area, period, "paid"), 15.0)

    def test_flags(self):
        model = kpiscore.Model.parse("kpiscore: 1\nid: m\nindicators: {paid: {max_change: 5}}\n")
        data = self.write("jump.csv", "area,period,paid\nA,2024,10\nA,2025,16\n")
        card = model.score(data)
        self.assertEqual(card.flags("A", 2025, "paid"), frozenset({"jump"}))
        self.assertEqual(card.flags("A", 2024, "paid"), frozenset())
        with self.assertRaises(KeyError):
            card.flags("A", 2025, "pad")

    def test_stats(self):
        card = kpiscore.Model.load(self.model_path).score(self.data_path, periods=2025)
        paid = card.stats()[0]
        self.assertEqual((paid.node, paid.of, paid.level, paid.n, paid.mean, paid.skewness),
                         ("paid", "value", "city", 2, 60, None))  # of 30 and 90
        pair = card.stats("correlations", method="kendall")[0]
        self.assertEqual((pair.node, pair.other, pair.relation, pair.n, pair.r),
                         ("paid", "done", "sibling", 1, None))
        with self.assertRaisesRegex(kpiscore.KpiError, "did you mean summary"):
            card.stats("sumary")

    def test_alerts(self):
        """VN-HUE has 30 where at least 80 was due 184 days before the end of the year."""
        text = MODEL.replace("by: 2030", "by: 2025-06-30")
        card = kpiscore.Model.parse(text).score(self.data_path, as_of="latest", areas="VN-HUE")
        alerts = card.alerts()
        self.assertIsInstance(alerts, kpiscore.Listing)
        self.assertEqual([tuple(row) for row in alerts], [
            ("overdue", "VN-HUE", "2025-12-31", "paid", "missed", 30.0, 80.0, None, "2025-06-30",
             184, None, "30%, where at least 80% was due by 2025-06-30.")])
        self.assertEqual(alerts[0].days, 184)
        self.assertEqual(alerts.to_dict()["alert"], ["overdue"])
        self.assertIn("ít nhất 80%", card.alerts("vi")[0].text)

    def test_no_score_is_nan(self):
        self.assertTrue(math.isnan(self.card().score("Đà Nẵng", "2025", "done")))

    def test_no_row_of_known_names_is_nan(self):
        self.assertTrue(math.isnan(self.card().score("Đà Nẵng", "2024-Q3", "paid")))

    def test_rows(self):
        rows = list(self.card(periods=2025))
        self.assertEqual([(row.area, row.period, row.node) for row in rows],
                         [(area, "2025", node) for area in ("VN-HUE", "Đà Nẵng")
                          for node in ("paid", "done", "whole")])
        self.assertEqual(rows[0].target, 80.0)
        self.assertEqual((rows[0].rank, rows[3].rank), (2, 1))
        self.assertIs(type(rows[0].rank), int)
        self.assertIsNone(rows[4].value)
        self.assertIsNone(rows[2].status)

    def test_rows_of_one_name(self):
        card = self.card()
        areas = [row.area for row in card.rows(node="whole", period=2025)]
        self.assertEqual(areas, ["VN-HUE", "Đà Nẵng"])
        nodes = [row.node for row in card.rows("Thừa Thiên Huế", "2025-A1")]
        self.assertEqual(nodes, ["paid", "done", "whole"])
        periods = [row.period for row in card.rows(area="Đà Nẵng", node="done")]
        self.assertEqual(periods, ["2024-Q3", "2025"])

    def test_rows_of_a_name_that_the_first_period_lacks(self):
        self.assertEqual([row.period for row in self.card().rows("VN-HUE", node="paid")], ["2025"])

    def test_rows_that_do_not_meet(self):
        self.assertEqual(list(self.card().rows(period="2024-Q3", node="paid")), [])

    def test_columns_are_those_of_the_csv(self):
        card = self.card()
        lines = list(csv.reader(io.StringIO(card.to_csv(), newline="")))
        self.assertEqual(tuple(lines[0]), card.columns)
        self.assertEqual(len(lines) - 1, len(card))

    def test_to_dict(self):
        card = self.card()
        columns = card.to_dict()
        self.assertEqual(tuple(columns), card.columns)
        self.assertEqual([kpiscore.Row(*row) for row in zip(*columns.values())], list(card))

    def test_to_json(self):
        card = self.card()
        document = json.loads(card.to_json())
        self.assertEqual(document["model"], "small")
        self.assertEqual(document["rows"], [row._asdict() for row in card])

    def test_length_and_repr(self):
        card = self.card(periods="2025")
        self.assertEqual(len(card), 6)
        self.assertEqual(repr(card), "<kpiscore.Scorecard of 'small': 6 rows>")

    def test_unknown_names(self):
        card = self.card()
        for names, near in ((("VN-HUA", 2025, "paid"), "VN-HUE"),
                            (("VN-HUE", 2025, "piad"), "paid")):
            with self.subTest(names=names):
                with self.assertRaises(KeyError) as caught:
                    card.score(*names)
                self.assertIn(near, str(caught.exception))
                self.assertEqual(caught.exception.code, "unknown")
                with self.assertRaises(KeyError):
                    card.rows(*names)
        with self.assertRaises(KeyError):
            card.score("VN-HUE", 1999, "paid")


class OptionsTest(Case):
    def test_as_of(self):
        for day in ("2026-01-31", datetime.date(2026, 1, 31)):
            card = self.card(as_of=day)
            self.assertEqual({row.period for row in card}, {"2026-01-31"})
            self.assertEqual(card.score("VN-HUE", "2026-01-31", "paid"), 15.0)
            # The third quarter of 2024 is Đà Nẵng's latest: 7 of 100.
            self.assertEqual(card.score("Đà Nẵng", "2026-01-31", "done"), 7.0)

    def test_periods(self):
        for periods in (2025, "2025", [2025], ("2025-A1",), iter(["2025"])):
            self.assertEqual({row.period for row in self.card(periods=periods)}, {"2025"})

    def test_areas_and_nodes_select_and_change_no_number(self):
        card = self.card(areas="Thừa Thiên Huế", nodes=["whole", "paid"], periods=2025)
        self.assertEqual([(row.area, row.node, row.rank) for row in card],
                         [("VN-HUE", "paid", 2), ("VN-HUE", "whole", 2)])

    def test_the_day_on_which_a_target_would_be_met(self):
        model = kpiscore.Model.parse(MODEL.replace(
            "by: 2030", "by: 2030, baseline: {value: 10, at: 2020}"))
        card = model.score(self.data_path)
        # 4 a year from 30 at the end of 2025: 12.5 years to 80, half of 2038 being 182.5 days.
        self.assertEqual(card.met_on("VN-HUE", 2025, "paid"), "2038-07-02")
        self.assertIsNone(card.met_on("Đà Nẵng", 2025, "paid"))
        self.assertIsNone(card.met_on("VN-HUE", 2025, "whole"))
        self.assertIsNone(card.met_on("Đà Nẵng", "2024-Q3", "paid"))
        with self.assertRaisesRegex(KeyError, "node: found"):
            card.met_on("VN-HUE", 2025, "pade")

    def test_several_files(self):
        more = self.write("more.csv", "area,series,period,value\nĐà Nẵng,done,2025,50\n")
        card = kpiscore.Model.load(self.model_path).score([self.data_path, str(more)])
        self.assertEqual(card.score("Đà Nẵng", 2025, "done"), 50.0)

    def test_no_data(self):
        card = kpiscore.Model.load(self.model_path).score(periods=2025)
        self.assertTrue(math.isnan(card.score("VN-HUE", 2025, "whole")))

    def test_registers(self):
        model = kpiscore.Model.parse(REGISTER_MODEL)
        tasks = self.write("tasks.csv", TASKS)
        card = model.score(registers={"tasks": tasks}, periods=2025)
        self.assertEqual([(row.area, row.value) for row in card], [("A", 50.0), ("B", None)])
        day = model.score(registers={"tasks": str(tasks)}, as_of="2025-01-31")
        self.assertEqual([(row.area, row.value) for row in day], [("A", 100.0)])
        self.assertIn("absent register", model.score(periods=2025).findings[0].text)

    def test_registers_that_are_wrong(self):
        model = kpiscore.Model.parse(REGISTER_MODEL)
        tasks = self.write("tasks.csv", TASKS)
        with self.assertRaisesRegex(kpiscore.KpiError, "did you mean tasks"):
            model.score(registers={"taks": tasks}, periods=2025)
        with self.assertRaises(kpiscore.KpiError):
            model.score(registers={"tasks": "/no/such.csv"}, periods=2025)
        for wrong in ("tasks.csv", ["tasks.csv"], 1):
            with self.assertRaisesRegex(TypeError, "expected a mapping"):
                model.score(registers=wrong, periods=2025)
        for wrong in ({1: tasks}, {"tasks": 1}, {"tasks": None}, {None: tasks}):
            with self.assertRaises(TypeError):
                model.score(registers=wrong, periods=2025)


class FindingsTest(Case):
    def error(self, call, *arguments, **options):
        with self.assertRaises(kpiscore.KpiError) as caught:
            call(*arguments, **options)
        self.assertIsInstance(caught.exception, ValueError)
        return caught.exception

    def test_every_field_of_an_error(self):
        path = self.write("wrong.yaml", "kpiscore: 1\nid: x\nindicators:\n  paid:\n"
                                        "    unitt: days\nindecs: {}\n")
        error = self.error(kpiscore.Model.load, path)
        self.assertEqual(error.code, "unknown")
        self.assertEqual(error.file, str(path))
        self.assertEqual((error.line, error.column), (5, 5))
        self.assertEqual(len(error.findings), 2)
        self.assertEqual(str(error), "\n".join(str(finding) for finding in error.findings))
        first, second = error.findings
        self.assertEqual(first.severity, "error")
        self.assertEqual((first.code, first.file, first.line, first.column),
                         ("unknown", str(path), 5, 5))
        self.assertEqual(first.path, "indicators.paid")
        self.assertIn("unitt", first.text)
        self.assertEqual(str(first), f"{path}:5:5: error: indicators.paid: {first.text}")
        self.assertEqual((second.line, second.column), (6, 1))

    def test_an_error_can_be_pickled(self):
        error = self.error(kpiscore.Model.parse, "kpiscore: 1\nid: x\nindicatorz: {}\n")
        again = pickle.loads(pickle.dumps(error))
        self.assertEqual(str(again), str(error))
        self.assertEqual(again.findings, error.findings)
        self.assertEqual((again.code, again.file, again.line, again.column),
                         (error.code, error.file, error.line, error.column))

    def test_a_file_that_is_not_there(self):
        path = self.folder / "Không có.yaml"
        for call in (kpiscore.Model.load, kpiscore.Model.parse(MODEL).score):
            error = self.error(call, path)
            self.assertEqual(error.code, "file")
            self.assertIn("Không có.yaml", str(error))

    def test_a_file_name_that_is_not_utf8(self):
        error = self.error(kpiscore.Model.load, b"no such \xff file")
        self.assertEqual(error.code, "file")

    def test_data_errors_have_their_place(self):
        path = self.write("wrong.csv", "area,series,period,value\nVN-HUE,paid,2025-Q5,1\n")
        error = self.error(kpiscore.Model.parse(MODEL).score, path)
        self.assertEqual((error.file, error.line, error.column), (str(path), 2, 13))
        self.assertIn("2025-Q5", str(error))

    def test_wrong_options(self):
        model = kpiscore.Model.parse(MODEL)
        self.error(model.score, self.data_path, as_of="2025-02-30")
        self.error(model.score, self.data_path, as_of=datetime.datetime(2025, 2, 3, 4, 5))
        self.error(model.score, self.data_path, periods="2025-Q5")
        self.assertIn("VN-HUE", str(self.error(model.score, self.data_path, areas="VN-HUA")))
        self.assertIn("paid", str(self.error(model.score, self.data_path, nodes=["piad"])))

    def test_warnings_are_findings_of_the_scorecard(self):
        path = self.write("more.csv", DATA + "VN-HUE,piad,2025,1\n")
        model = kpiscore.Model.parse(MODEL)
        self.assertEqual(model.findings, [])
        finding, = model.score(path).findings
        self.assertEqual((finding.severity, finding.code), ("warning", "unused"))
        self.assertIn("paid", finding.text)
        self.assertEqual(self.card().findings, [])


class HostileArgumentsTest(Case):
    def test_wrong_types(self):
        model, card = kpiscore.Model.parse(MODEL), self.card()
        for call in (lambda: kpiscore.Model(), lambda: kpiscore.Model("x"),
                     lambda: kpiscore.Scorecard(), lambda: kpiscore.Scorecard(model),
                     lambda: kpiscore.Model.load(), lambda: kpiscore.Model.load(None),
                     lambda: kpiscore.Model.load(3), lambda: kpiscore.Model.load(self.model_path, 3),
                     lambda: kpiscore.Model.parse(None), lambda: kpiscore.Model.parse(b"id: x"),
                     lambda: model.title(3), lambda: model.score(3), lambda: model.score({"a": 1}),
                     lambda: model.score([None]), lambda: model.score([["a.csv"]]),
                     lambda: model.score(periods=True), lambda: model.score(periods=2025.5),
                     lambda: model.score(periods=[None]), lambda: model.score(areas=3),
                     lambda: model.score(areas=[b"VN-HUE"]), lambda: model.score(nodes=object()),
                     lambda: model.score(as_of=2025), lambda: card.score(None, 2025, "paid"),
                     lambda: card.score("VN-HUE", None, "paid"),
                     lambda: card.score("VN-HUE", 2025.0, "paid"),
                     lambda: card.score("VN-HUE", 2025, 3), lambda: card.rows(area=3)):
            with self.assertRaises(TypeError):
                call()

    def test_the_part_beneath_refuses_what_is_no_object(self):
        for call in (lambda: _core.KpiModel.get_id(None), lambda: _core.KpiModel.load(None),
                     lambda: _core.KpiModel.score(*[None] * 6),
                     lambda: _core.KpiScorecard.get_score(None, "a", "b", "c"),
                     lambda: _core.KpiScorecard.to_csv(kpiscore.Model.parse(MODEL)._model),
                     lambda: _core.KpiSelection(None, None, None, None),
                     lambda: _core.KpiSelection.next(None)):
            with self.assertRaises(TypeError):
                call()
        for make in (_core.KpiModel, _core.KpiScorecard):
            with self.assertRaises(AttributeError):
                make()
        with self.assertRaises(ValueError):
            _core.KpiModel.load([])

    def test_inner_nul(self):
        model, card = kpiscore.Model.parse(MODEL), self.card()
        for call in (lambda: kpiscore.Model.load("a\0b"), lambda: kpiscore.Model.parse(MODEL + "\0"),
                     lambda: model.score("a\0b"), lambda: model.score(as_of="2025-01-01\0"),
                     lambda: model.score(periods="2025\0"), lambda: model.score(areas="a\0b"),
                     lambda: card.score("VN-HUE\0", 2025, "paid"),
                     lambda: card.rows(node="paid\0")):
            with self.assertRaises(ValueError):
                call()

    def test_text_that_is_not_unicode(self):
        with self.assertRaises(ValueError):
            kpiscore.Model.parse("id: \udcff")

    def test_nothing_can_be_set(self):
        for thing in (kpiscore.Model.parse(MODEL), self.card()):
            with self.assertRaises(AttributeError):
                thing.extra = 1


class LifetimeTest(Case):
    def test_a_scorecard_outlives_its_model(self):
        model = kpiscore.Model.load(self.model_path)
        card = model.score(self.data_path)
        del model
        gc.collect()
        self.assertEqual(card.score("VN-HUE", 2025, "whole"), 21.25)

    def test_rows_outlive_their_scorecard(self):
        rows = self.card(periods=2025).rows()
        gc.collect()
        self.assertEqual(len(list(rows)), 6)


class ThreadsTest(Case):
    def test_one_model_scores_in_many_threads(self):
        model = kpiscore.Model.load(self.model_path)
        expected = model.score(self.data_path).to_csv()
        texts = []

        def score():
            for _ in range(20):
                texts.append(model.score(self.data_path).to_csv())

        threads = [threading.Thread(target=score) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(texts, [expected] * 160)

    def test_other_threads_run_while_a_file_is_read(self):
        """The file is a pipe that this thread fills: it never could if the reader held the lock."""
        model = kpiscore.Model.parse(MODEL)
        pipe = self.folder / "pipe"
        os.mkfifo(pipe)
        cards = []
        reader = threading.Thread(target=lambda: cards.append(model.score(pipe)), daemon=True)
        reader.start()
        pipe.write_text(DATA, encoding="utf-8")
        reader.join()
        self.assertEqual(cards[0].score("VN-HUE", 2025, "paid"), 15.0)


if __name__ == "__main__":
    unittest.main()
