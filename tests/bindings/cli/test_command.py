# SPDX-License-Identifier: MIT
"""The command as a shell meets it: exit status, standard output, standard error, word for word.

    test_command.py COMMAND SOURCE

Scores by hand: of at least 80 from nothing, 60 is 75 and 20 is 25; the index is the mean of a and b,
and b is met, which is 100: X has 87.5, Y has 62.5.
"""

import csv
import io
import json
import os
import pty
import re
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

COMMAND = ""
SOURCE = Path()

COLUMNS = ("area,period,node,kind,value,value_low,value_high,target,required,score,score_low,"
           "score_high,rank,rank_best,rank_worst,status,pace,projected,coverage").split(",")

MODEL = """\
kpiscore: 1
id: small
title: {en: A small model, vi: Mô hình nhỏ}
indicators:
  a: {title: {en: Share of a, vi: Tỷ lệ a}, unit: "%", valid: [0, 100], target: {at_least: 80}}
  b: {title: Days of b, unit: days, target: {at_most: 3, by: 2025}}
index: {id: i, title: {en: The index, vi: Chỉ số}, of: [a, b]}
"""
TASKS_MODEL = """\
kpiscore: 1
id: tasks
registers: {tasks: {file: tasks.csv}}
indicators: {timely: {measure: {register: tasks, count: timely_rate}}}
"""
TASKS = "id,area,opened,due,closed\n1,A,2025-01-01,2025-01-31,2025-01-15\n2,A,2025-01-01,2025-01-31,\n"
DATA = "area,series,period,value\nX,a,2025,60\nX,b,2025,2\nY,a,2025,20\nY,b,2025,3\n"


class Case(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.write("model.yaml", MODEL)
        self.write("data.csv", DATA)

    def path(self, name):
        return Path(self.folder.name) / name

    def write(self, name, text):
        self.path(name).write_text(text, encoding="utf-8")

    def run_command(self, *arguments, **more):
        more.setdefault("stdout", subprocess.PIPE)
        return subprocess.run([COMMAND, *arguments], cwd=self.folder.name, stderr=subprocess.PIPE,
                              text=True, encoding="utf-8", timeout=60, check=False, **more)

    def expect(self, arguments, status, out, err):
        """Texts are compared whole; a pattern (re.compile) has to match whole."""
        done = self.run_command(*arguments)
        for what, found, expected in (("output", done.stdout, out), ("error", done.stderr, err)):
            if isinstance(expected, re.Pattern):
                self.assertRegex(found, expected, what)
                self.assertTrue(expected.fullmatch(found), f"{what}: {found!r}")
            else:
                self.assertEqual(found, expected, what)
        self.assertEqual(done.returncode, status)
        return done

    def refused(self, *arguments, say):
        """The command line is wrong: one sentence, nothing else."""
        self.expect(arguments, 2, "", f"kpiscore: {say}\n")

    def rows(self, *arguments):
        done = self.run_command("score", "model.yaml", "--data", "data.csv", "--format", "csv",
                                *arguments)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        return list(csv.DictReader(io.StringIO(done.stdout, newline="")))


class CommandLine(Case):
    def test_without_a_command(self):
        self.refused(say="expected a command; see: kpiscore --help")

    def test_unknown_commands(self):
        self.refused("scroe", "model.yaml", say='there is no command "scroe"; did you mean score?')
        self.refused("frobnicate", say='there is no command "frobnicate"; see: kpiscore --help')

    def test_commands_of_later(self):
        for command in ("explain compare path simulate sensitivity report diff"
                        .split()):
            self.refused(command, "model.yaml", say=f"{command} is not built yet")

    def test_options_of_later(self):
        score = ["score", "model.yaml"]
        self.refused(*score, "--set", "a=1", say="--set is not built yet")
        self.refused(*score, "--format", "html", say="--format html is not built yet")

    def test_stages(self):
        self.refused("score", "model.yaml", "--stage=measure",
                     say='stage: found "measure", expected one of measured, imputed, treated, normalised')

    def test_unknown_options(self):
        self.refused("score", "model.yaml", "--perid", "2025",
                     say="score has no option --perid; did you mean --period?")
        self.refused("score", "model.yaml", "--frobnicate",
                     say="score has no option --frobnicate; see: kpiscore score --help")
        self.refused("check", "model.yaml", "--area", "X",
                     say="check has no option --area; see: kpiscore check --help")
        self.refused("score", "-x", say="score has no option -x; see: kpiscore score --help")

    def test_values_of_options(self):
        self.refused("score", "model.yaml", "--area", say="--area: expected its AREA")
        self.refused("models", "--yaml=yes", say='--yaml takes no value, found "yes"')

    def test_operands(self):
        self.refused("score", say="score: expected MODEL..., found 0; see: kpiscore score --help")
        self.refused("models", "a", "b",
                     say="models: expected [NAME], found 2; see: kpiscore models --help")

    def test_options_may_stand_anywhere(self):
        expected = self.rows()
        for arguments in (["score", "--format=csv", "--data=data.csv", "model.yaml"],
                          ["score", "--format", "csv", "model.yaml", "--data", "data.csv"],
                          ["score", "--format", "csv", "--data", "data.csv", "--", "model.yaml"]):
            done = self.run_command(*arguments)
            self.assertEqual((done.returncode, done.stderr), (0, ""))
            self.assertEqual(list(csv.DictReader(io.StringIO(done.stdout))), expected)

    def test_a_file_whose_name_looks_like_an_option(self):
        self.write("--model", MODEL)
        done = self.run_command("check", "--", "--model")
        self.assertEqual((done.returncode, done.stderr), (0, ""))

    def test_help(self):
        whole = self.run_command("--help")
        self.assertEqual((whole.returncode, whole.stderr), (0, ""))
        for word in ("check MODEL...", "score MODEL...", "models [NAME]", "--version"):
            self.assertIn(word, whole.stdout)
        self.assertNotIn("sensitivity", whole.stdout)
        for command in ("check", "score", "alerts", "models"):
            done = self.run_command(command, "--help")
            self.assertEqual((done.returncode, done.stderr), (0, ""))
            self.assertTrue(done.stdout.startswith(f"Usage: kpiscore {command} "))
        self.assertEqual(self.run_command("-h").stdout, whole.stdout)

    def test_help_fits_on_a_terminal(self):
        for command in ([], ["check"], ["score"], ["alerts"], ["models"]):
            for line in self.run_command(*command, "--help").stdout.splitlines():
                self.assertLessEqual(len(line), 80, line)

    def test_the_man_page_has_every_option(self):
        page = (SOURCE / "docs/kpiscore.1").read_text(encoding="utf-8").replace("\\-", "-")
        for command in ([], ["check"], ["score"], ["alerts"], ["models"]):
            for option in re.findall(r"--[a-z-]+", self.run_command(*command, "--help").stdout):
                self.assertIn(option, page)

    def test_version(self):
        text = (SOURCE / "CMakeLists.txt").read_text(encoding="utf-8")
        version = re.search(r"VERSION ([0-9.]+) LANGUAGES", text)[1]
        self.expect(["--version"], 0, f"kpiscore {version}\n", "")


class Check(Case):
    def test_a_good_model(self):
        self.expect(["check", "model.yaml"], 0, "small: 2 indicators, 0 groups, 1 index\n", "")

    def test_good_data(self):
        self.expect(["check", "model.yaml", "--data", "data.csv"], 0,
                    "small: 2 indicators, 0 groups, 1 index; 4 observations\n", "")

    def write_city(self, areas=""):
        self.write("nation.yaml", "kpiscore: 1\nid: nation\n"
                                  "indicators: {share: {target: {at_least: 30, by: 2030}}}\n")
        self.write("city.yaml", "kpiscore: 1\nid: city\nextends: nation.yaml\nindicators:\n"
                                "  share: {target: {at_least: 35, for: {" + areas + "}}}\n")

    def test_targets_beside_those_that_they_overlay(self):
        self.write_city("A: {before: 2030}, 'level:town': {at_least: 32, by: 2035}, B: {by: 2030}")
        self.expect(["check", "city.yaml"], 0, """\
city: 1 indicator, 0 groups, 0 indexes
share: at_least 35 by 2030 (city.yaml:5) is stricter than at_least 30 by 2030 (nation.yaml:3)
share at level town: at_least 32 by 2035 (city.yaml:5) is weaker than at_least 35 by 2030 (city.yaml:5)
share in A: at_least 35 by 2029-12-31 (city.yaml:5) is earlier than at_least 35 by 2030 (nation.yaml:3)
""", "")

    def test_no_more_targets_than_one_can_read(self):
        self.write_city(", ".join(f"A{i}: {{at_least: {40 + i}}}" for i in range(30)))
        lines = self.run_command("check", "city.yaml").stdout.splitlines()
        self.assertEqual((len(lines), lines[-1]), (22, "and 11 more; --targets lists all"))

    def test_the_list_of_targets(self):
        self.write_city()
        listing = self.path("targets.csv")
        self.expect(["check", "city.yaml", "--targets", "--format", "csv", "-o", str(listing)], 0,
                    "", "")
        self.assertEqual(listing.read_text(encoding="utf-8"), """\
node,area,level,target,by,file,line,overlaid,overlaid_file,overlaid_line,verdict
share,,,at_least 35,2030,city.yaml,5,at_least 30 by 2030,nation.yaml,3,stricter
""")
        for option, value in (("--format", "csv"), ("--output", "out.csv")):
            self.refused("check", "city.yaml", option, value,
                         say=f"{option}: expected --targets beside it")

    def test_a_wrong_model(self):
        self.write("model.yaml", MODEL.replace("at_least", "at_lest"))
        done = self.expect(["check", "model.yaml"], 1, "", re.compile(r"(model\.yaml:.*\n)+"))
        self.assertRegex(done.stderr, r"model\.yaml:5:\d+: error: indicators\.a\.target\S*: .*"
                                      r"did you mean at_least\?")

    def test_a_wrong_model_does_not_hide_wrong_data(self):
        self.write("model.yaml", MODEL.replace("at_least", "at_lest"))
        self.write("data.csv", DATA.replace("X,a,2025", "X,a,2025-Q5"))
        self.write("more.csv", DATA.replace(",20\n", ",20%\n"))
        done = self.run_command("check", "model.yaml", "--data", "data.csv", "--data", "more.csv")
        self.assertEqual((done.returncode, done.stdout), (1, ""))
        for place in (r"model\.yaml:5:\d+: error: ", r"data\.csv:2:\d+: error: ",
                      r"more\.csv:4:\d+: error: "):
            self.assertRegex(done.stderr, place)

    def test_a_file_that_is_not_there(self):
        for arguments in (["nowhere.yaml"], ["model.yaml", "--data", "nowhere.csv"]):
            self.expect(["check", *arguments], 1, "", re.compile(r"nowhere\.\w+: error: .*\n"))

    def test_data_are_scored(self):
        """That 130 is outside of `valid`, and that nothing uses c, only the model knows."""
        self.write("data.csv", DATA + "Z,a,2025,130\n")
        done = self.run_command("check", "model.yaml", "--data", "data.csv")
        self.assertEqual((done.returncode, done.stdout), (1, ""))
        self.assertRegex(done.stderr, r"^data\.csv:6(:\d+)?: error: .*130")
        self.write("data.csv", DATA + "X,c,2025,1\n")
        done = self.run_command("check", "model.yaml", "--data", "data.csv")
        self.assertEqual(done.returncode, 0)
        self.assertRegex(done.stderr, r"^data\.csv:6(:\d+)?: warning: .*c")
        self.assertEqual(len(done.stderr.splitlines()), 1, "said once")


class Fit(Case):
    """10 is 0 and 30 is 100, so that 15 is 25; with 50 learned besides, 15 is 12.5."""

    def setUp(self):
        super().setUp()
        self.write("fitted.yaml", "kpiscore: 1\nid: f\nindicators: {a: {score: minmax}}\n")
        self.write("old.csv", "area,period,a\nX,2024,10\nY,2024,30\n")
        self.write("older.csv", "area,period,a\nX,2023,10\nY,2023,50\n")
        self.write("new.csv", "area,period,a\nX,2025,15\n")

    def fit(self, data, name, *more):
        self.expect(["fit", "fitted.yaml", "--data", data, "-o", name, *more], 0, "", "")

    def score(self, *more):
        done = self.run_command("score", "fitted.yaml", "--data", "new.csv", "--format", "csv", *more)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        return [row["score"] for row in csv.DictReader(io.StringIO(done.stdout, newline=""))]

    def test_other_data_are_scored_by_it(self):
        self.fit("old.csv", "old.fit")
        self.assertEqual(self.score("--fit", "old.fit"), ["25"])

    def test_parts_merge_to_the_whole(self):
        self.fit("old.csv", "old.fit")
        self.fit("older.csv", "older.fit")
        self.fit("older.csv", "all.fit", "--merge", "old.fit")
        self.assertEqual(self.score("--fit", "all.fit"), ["12.5"])
        self.assertEqual(self.score("--fit", "old.fit", "--fit", "older.fit"), ["12.5"])

    def test_gaps_and_outliers_are_treated_by_it(self):
        self.write("fitted.yaml", "kpiscore: 1\nid: f\nindicators:\n"
                                  "  a: {impute: mean, score: minmax}\n"
                                  "  b: {score: minmax, treat: {}}\n")
        rows = [f"A{i},2024,{i if i < 4 else ''},{i if i < 8 else 100}\n" for i in range(1, 9)]
        for name, part in (("odd.csv", rows[::2]), ("even.csv", rows[1::2])):
            self.write(name, "area,period,a,b\n" + "".join(part))
        self.write("new.csv", "area,period,a,b\nX,2024,,50\nY,2024,,4\n")
        self.fit("odd.csv", "odd.fit")
        self.fit("even.csv", "whole.fit", "--merge", "odd.fit")
        # a: the mean of 1, 2, 3; b: 100 was moved to 7, to which 50 is held
        self.assertEqual(self.score("--fit", "whole.fit"), ["50", "100", "50", "50"])

    def test_it_is_kept_in_a_file(self):
        self.refused("fit", "fitted.yaml", "--data", "old.csv",
                     say="fit: expected -o FILE, which is to keep what is learned")

    def test_what_is_none(self):
        self.expect(["score", "fitted.yaml", "--data", "new.csv", "--fit", "new.csv"], 1, "",
                    "new.csv:1:1: error: found \"area,period,a X,2025,15\", expected a fit that "
                    "kpiscore saved\n")
        self.expect(["fit", "fitted.yaml", "--data", "new.csv", "--merge", "nix", "-o", "x.fit"], 1,
                    "", "nix: error: found no file \"nix\"\n")

    def test_of_another_model(self):
        self.fit("old.csv", "old.fit")
        self.expect(["score", "model.yaml", "--data", "data.csv", "--fit", "old.fit"], 1, "",
                    "error: fit: found a fit of the model f, expected one of small\n")


class Score(Case):
    def test_csv(self):
        rows = self.rows()
        self.assertEqual(list(rows[0]), COLUMNS)
        self.assertEqual([(row["area"], row["node"], row["score"], row["rank"]) for row in rows],
                         [("X", "a", "75", "1"), ("X", "b", "100", "1"), ("X", "i", "87.5", "1"),
                          ("Y", "a", "25", "2"), ("Y", "b", "100", "1"), ("Y", "i", "62.5", "2")])

    def test_json_says_what_the_csv_says(self):
        rows = self.rows()
        done = self.run_command("score", "model.yaml", "--data", "data.csv", "--format", "json")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        card = json.loads(done.stdout)
        self.assertEqual(list(card), ["model", "rows"])
        self.assertEqual(card["model"], "small")
        self.assertEqual(len(card["rows"]), len(rows))
        for row, said in zip(rows, card["rows"]):
            self.assertEqual(list(said), COLUMNS)
            for name, text in row.items():
                if text == "":
                    self.assertIsNone(said[name])
                elif isinstance(said[name], str):
                    self.assertEqual(said[name], text)
                else:
                    self.assertEqual(said[name], float(text))
        self.assertIsInstance(card["rows"][0]["rank"], int)

    def test_table(self):
        done = self.run_command("score", "model.yaml", "--data", "data.csv")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertTrue(done.stdout.startswith("X · 2025"), done.stdout)
        self.assertIn("○ open", done.stdout)
        self.assertIn("✓ achieved", done.stdout)
        self.assertNotIn("\033", done.stdout)
        self.assertRegex(done.stdout, r"\nrank 1  X  .* 87\.5\nrank 2  Y  .* 62\.5\n$")

    def test_language(self):
        done = self.run_command("score", "model.yaml", "--data", "data.csv", "--lang", "vi")
        self.assertIn("Mô hình nhỏ", done.stdout)
        self.assertIn("75,0  ○ chưa đạt", done.stdout)

    def test_selection(self):
        self.write("data.csv", DATA + "X,a,2024,40\n")
        keys = [(row["area"], row["period"], row["node"])
                for row in self.rows("--area", "X", "--node", "i", "--node=a")]
        self.assertEqual(keys, [("X", "2024", "a"), ("X", "2024", "i"), ("X", "2025", "a"),
                                ("X", "2025", "i")])
        ranks = [row["rank"] for row in self.rows("--area", "Y", "--node", "i", "--period", "2025")]
        self.assertEqual(ranks, ["2"], "what is selected changes no number")

    def test_as_of(self):
        self.write("data.csv", DATA + "X,a,2024,40\n")
        last = self.rows("--as-of", "latest", "--node", "a", "--area", "X")
        self.assertEqual([(row["period"], row["score"]) for row in last], [("2025-12-31", "75")])
        before = self.rows("--as-of", "2025-06-30", "--node", "a", "--area", "X")
        self.assertEqual([(row["period"], row["score"]) for row in before], [("2025-06-30", "50")])

    def test_words_that_are_none(self):
        score = ["score", "model.yaml", "--data", "data.csv"]
        self.refused(*score, "--format", "jsn",
                     say='--format: found "jsn", expected table, csv or json; did you mean json?')
        self.refused(*score, "--fail-on", "mised", say='--fail-on: found "mised", expected no_data, '
                     'no_target, achieved, undecided, missed, on_track, behind, far_behind, '
                     'moving_away or open; did you mean missed?')
        self.refused(*score, "--separator", "ab",
                     say='--separator: found "ab", expected one ASCII character')
        self.refused(*score, "--where", "city",
                     say='--where: found "city", expected COLUMN=VALUE')

    def test_names_that_are_none(self):
        """The command line is wrong, not the data; the library's sentence names the nearest."""
        score = ["score", "model.yaml", "--data", "data.csv"]
        self.expect([*score, "--period", "2025-Q5"], 2, "", re.compile(r".*2025-Q5.*\n"))
        self.expect([*score, "--as-of", "2025-02-30"], 2, "", re.compile(r".*2025-02-30.*\n"))
        self.expect([*score, "--area", "Z"], 2, "", re.compile(r".*Z.*\n"))
        self.expect([*score, "--node", "z"], 2, "", re.compile(r".*z.*\n"))
        self.expect([*score, "--separator", "x"], 2, "", re.compile(r".*x.*\n"))
        self.expect([*score, "--decimal", ";"], 2, "", re.compile(r".*decimal mark.*\n"))

    def test_other_marks(self):
        expected = self.rows()
        self.write("data.csv", DATA.replace(",", ";").replace("60", "60,0"))
        self.assertEqual(self.rows("--separator", ";", "--decimal", ","), expected)
        self.write("data.csv", DATA.replace(",", "\t"))
        self.assertEqual(self.rows("--separator=tab"), expected)

    def test_where(self):
        expected = self.rows()
        lines = DATA.splitlines()
        self.write("data.csv", "\n".join(
            [lines[0] + ",sex"] + [f"{line},{sex}" for line in lines[1:] for sex in "TF"]))
        self.assertEqual(self.rows("--where", "sex=T"), expected)
        done = self.run_command("score", "model.yaml", "--data", "data.csv")
        self.assertEqual((done.returncode, done.stdout), (1, ""))
        self.assertIn("sex", done.stderr)

    def test_registers(self):
        self.write("tasks.yaml", TASKS_MODEL)
        self.write("other.csv", TASKS)
        score = ["score", "tasks.yaml", "--register", "tasks=other.csv", "--format", "csv"]
        for when, value in ((["--period", "2025-01"], "100"), (["--as-of", "2025-02-01"], "50"),
                            (["--as-of", "latest"], "100")):    # 2025-01-15, a closing
            done = self.run_command(*score, *when)
            self.assertEqual((done.returncode, done.stderr), (0, ""))
            self.assertEqual([row["value"] for row in csv.DictReader(io.StringIO(done.stdout))],
                             [value])
        done = self.run_command("score", "tasks.yaml", "--period", "2025")
        self.assertEqual((done.returncode, done.stderr.count("\n")), (0, 1))
        self.assertIn("tasks.yaml:3:13: warning: registers.tasks: absent register: found no file "
                      '"tasks.csv"', done.stderr)
        self.write("tasks.csv", TASKS)
        self.expect(["check", "tasks.yaml"], 0, "tasks: 1 indicator, 0 groups, 0 indexes\n", "")
        self.write("tasks.csv", TASKS + "2,A,2025-01-01,,2024-12-31\n")
        self.expect(["check", "tasks.yaml"], 1, "",
                    'tasks.csv:4:17: error: closed: found "2024-12-31", expected no day before that '
                    "of the opening, 2025-01-01\n"
                    "tasks.csv:4:1: error: id: found a second item \"2\", expected each id once; "
                    "the first is in line 3\n")

    def test_registers_that_are_none(self):
        for wrong in ("tasks", "=t.csv", "tasks="):
            for command in ("check", "score"):
                self.refused(command, "model.yaml", "--register", wrong,
                             say=f'--register: found "{wrong}", expected NAME=FILE')
        self.write("tasks.yaml", TASKS_MODEL)
        self.expect(["score", "tasks.yaml", "--register", "taks=t.csv"], 2, "",
                    'error: register: found "taks", expected one of the model\'s registers; did you '
                    "mean tasks?\n"
                    "tasks.yaml:3:13: warning: registers.tasks: absent register: found no file "
                    '"tasks.csv"; the indicators that count its items have no data\n')

    def test_several_files(self):
        expected = self.rows()
        lines = DATA.splitlines(keepends=True)
        self.write("data.csv", "".join(lines[:3]))
        self.write("more.csv", lines[0] + "".join(lines[3:]))
        self.assertEqual(self.rows("--data", "more.csv"), expected)

    def test_models_overlay(self):
        self.write("over.yaml", "kpiscore: 1\nid: over\n"
                                "indicators: {a: {target: {at_least: 60}}}\n")
        done = self.run_command("score", "model.yaml", "over.yaml", "--data", "data.csv",
                                "--format=json", "--area=X", "--node=a")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        card = json.loads(done.stdout)
        self.assertEqual((card["model"], card["rows"][0]["score"]), ("over", 100))

    def test_nothing_is_written_if_scoring_fails(self):
        self.write("data.csv", DATA + "X,a,2025,61\n")
        self.write("out.csv", "before")
        self.expect(["score", "model.yaml", "--data", "data.csv", "-o", "out.csv"], 1, "",
                    re.compile(r"data\.csv:6:\d+: error: .*\n"))
        self.assertEqual(self.path("out.csv").read_text(), "before")

    def test_fail_on(self):
        score = ["score", "model.yaml", "--data", "data.csv", "--format", "csv"]
        plain = self.run_command(*score)
        found = self.run_command(*score, "--fail-on", "missed", "--fail-on=open")
        self.assertEqual((found.returncode, found.stderr), (3, ""))
        self.assertEqual(found.stdout, plain.stdout)
        self.assertEqual(self.run_command(*score, "--fail-on", "missed").returncode, 0)
        self.assertEqual(self.run_command(*score, "--fail-on=open", "--node=b").returncode, 0,
                         "only of what is shown")


class Alerts(Case):
    """As of 2025-12-31, the last day of the data: a is 60 where 80 was due by 2025-06-30, 184 days
    before; b is 2 days, and at most 3 are asked for."""

    MODEL = MODEL.replace("{at_least: 80}", "{at_least: 80, by: 2025-06-30}")
    CSV = """\
alert,area,period,node,status,value,target,required,deadline,days,pace,text
overdue,X,2025-12-31,a,missed,60,80,,2025-06-30,184,,"60%, where at least 80% was due by 2025-06-30."
"""

    def setUp(self):
        super().setUp()
        self.write("model.yaml", self.MODEL)
        self.write("data.csv", DATA.replace("Y,a,2025,20", "Y,a,2025,81"))
        self.alerts = ["alerts", "model.yaml", "--data", "data.csv"]

    def test_csv(self):
        self.expect([*self.alerts, "--format", "csv"], 0, self.CSV, "")
        self.expect([*self.alerts, "--format", "csv", "--as-of", "2025-12-31"], 0,
                    self.CSV, "")

    def test_json_says_what_the_csv_says(self):
        rows = json.loads(self.run_command(*self.alerts, "--format", "json").stdout)["rows"]
        self.assertEqual([(row["alert"], row["days"], row["pace"]) for row in rows],
                         [("overdue", 184, None)])

    def test_table(self):
        rule = "\u2500" * 80
        self.expect(self.alerts, 0, f"""\
Overdue (1){"A small model":>69}
{rule}
X  Share of a{"184 days late":>67}
   60%, where at least 80% was due by 2025-06-30.
""", "")
        self.assertIn("Tỷ lệ a", self.run_command(*self.alerts, "--lang", "vi").stdout)
        self.expect([*self.alerts, "--area", "Y"], 0, "Nothing is urgent.\n", "")

    def test_to_a_file(self):
        self.expect([*self.alerts, "--format=csv", "-o", "out.csv"], 0, "", "")
        self.assertEqual(self.path("out.csv").read_text(), self.CSV)

    def test_fail_on(self):
        self.assertEqual(self.run_command(*self.alerts, "--fail-on=stale").returncode, 0)
        self.assertEqual(self.run_command(*self.alerts, "--fail-on=overdue").returncode, 3)
        self.refused(*self.alerts, "--fail-on=missed", say='--fail-on: found "missed", expected '
                     "overdue, moving_away, behind, contradictory or stale")

    def test_registers_alone(self):
        self.write("tasks.yaml", TASKS_MODEL)
        self.write("tasks.csv", TASKS)
        self.expect(["alerts", "tasks.yaml", "--as-of", "2025-02-01", "--format", "csv"], 0, """\
alert,area,period,node,status,value,target,required,deadline,days,pace,text
overdue,A,2025-02-01,timely,,1,,,,,,1 of 1 open items are overdue.
""", "")

    def test_what_is_missing_is_said(self):
        for command in ("score", "alerts"):
            done = self.run_command(command, "model.yaml")
            self.assertEqual(done.returncode, 0)
            self.assertIn("warning: found no --data, expected a file with observations", done.stderr)

    def test_the_example_of_a_city(self):
        """As published: 12 of 89 tasks of central level, and 18 of the city's own."""
        folder = SOURCE / "examples/ha-noi"
        done = self.run_command("alerts", folder / "model.yaml", "--data",
                                folder / "observations.csv", "--format", "csv")
        rows = list(csv.DictReader(io.StringIO(done.stdout)))
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertEqual([(row["alert"], row["value"], row["text"]) for row in rows],
                         [("overdue", "18", "18 of 197 open items are overdue."),
                          ("overdue", "12", "12 of 89 open items are overdue.")])


class Output(Case):
    SCORE = ["score", "model.yaml", "--data", "data.csv", "--format", "csv"]

    def test_to_a_file(self):
        expected = self.run_command(*self.SCORE).stdout
        for option in (["-o", "out.csv"], ["-oout.csv"], ["--output=out.csv"]):
            self.expect([*self.SCORE, *option], 0, "", "")
            self.assertEqual(self.path("out.csv").read_text(), expected)
            self.path("out.csv").unlink()
        self.assertEqual(sorted(os.listdir(self.folder.name)), ["data.csv", "model.yaml"])

    def test_to_a_folder_that_is_not_there(self):
        self.expect([*self.SCORE, "-o", "nowhere/out.csv"], 1, "",
                    "nowhere/out.csv: error: cannot be written: No such file or directory\n")

    def test_an_input_is_not_written_over(self):
        before = self.path("data.csv").read_bytes()
        self.expect([*self.SCORE, "-o", "./data.csv"], 2, "",
                    "kpiscore: -o: found ./data.csv, which is read, expected another file\n")
        self.assertEqual(self.path("data.csv").read_bytes(), before)

    def test_to_standard_output_by_its_name(self):
        expected = self.run_command(*self.SCORE).stdout
        self.expect([*self.SCORE, "-o", "/dev/stdout"], 0, expected, "")
        with open(self.path("log"), "w", encoding="utf-8") as log:
            log.write("before\n")
            log.flush()
            done = self.run_command(*self.SCORE, "-o", "/dev/stdout", stdout=log)
        self.assertEqual(done.returncode, 0)
        self.assertEqual(self.path("log").read_text(), "before\n" + expected)

    def test_a_full_disk(self):
        with open("/dev/full", "w", encoding="utf-8") as full:
            for arguments in (self.SCORE, ["check", "model.yaml"], ["--help"], ["models"]):
                done = self.run_command(*arguments, stdout=full)
                self.assertEqual((done.returncode, done.stderr),
                                 (1, "kpiscore: standard output: No space left on device\n"))

    def test_a_closed_pipe_is_no_error(self):
        reader, writer = os.pipe()
        os.close(reader)
        done = self.run_command(*self.SCORE, stdout=writer)
        os.close(writer)
        self.assertEqual((done.returncode, done.stderr), (0, ""))

    def on_a_terminal(self, **environment):
        """What the table looks like to a terminal of 80 columns."""
        reader, writer = pty.openpty()
        changed = {**{k: v for k, v in os.environ.items() if k != "NO_COLOR"}, **environment}
        done = self.run_command("score", "model.yaml", "--data", "data.csv", "--area=X",
                                stdout=writer, env=changed)
        os.close(writer)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        text = b""
        try:
            while piece := os.read(reader, 65536):
                text += piece
        except OSError:  # how a terminal says that its other end has gone
            pass
        os.close(reader)
        return text.decode()

    def test_colour(self):
        self.assertIn("\033[32m", self.on_a_terminal(TERM="xterm"))
        self.assertIn("\033[32m", self.on_a_terminal(TERM="xterm", NO_COLOR=""))
        self.assertNotIn("\033", self.on_a_terminal(TERM="xterm", NO_COLOR="1"))
        self.assertNotIn("\033", self.on_a_terminal(TERM="dumb"))


class Models(Case):
    def test_list(self):
        self.expect(["models"], 0, re.compile(r"(?s).*nq57 +Resolution 57.* \(\d+\)\n.*"), "")

    def test_one(self):
        done = self.run_command("models", "nq57")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertRegex(done.stdout, r"(?m)^digital_economy_share +% +\S")
        self.assertEqual(self.run_command("models", "kpiscore:nq57").stdout, done.stdout)
        vietnamese = self.run_command("models", "nq57", "--lang", "vi").stdout
        self.assertIn("kinh tế số", vietnamese)

    def test_yaml_is_a_model(self):
        done = self.run_command("models", "nq57", "--yaml")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.write("copy.yaml", done.stdout)
        self.assertEqual(self.run_command("check", "copy.yaml").returncode, 0)
        self.refused("models", "--yaml", say="--yaml: expected the NAME of a model")

    def test_an_unknown_one(self):
        done = self.run_command("models", "nq75")
        self.assertEqual((done.returncode, done.stdout), (2, ""))
        self.assertIn("nq57", done.stderr)

    def test_schema(self):
        done = self.run_command("models", "--schema")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertEqual(json.loads(done.stdout)["$schema"],
                         "http://json-schema.org/draft-07/schema#")


class Stats(Case):
    """X has 75 and 100, Y 25 and 100: of a, the mean is 50 and the sd the root of 1250."""

    def listed(self, *options):
        done = self.run_command("stats", "model.yaml", "--data", "data.csv",
                                "--format", "csv", *options)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        return list(csv.DictReader(io.StringIO(done.stdout)))

    def test_summary(self):
        row = self.listed("--node", "a")[1]
        self.assertEqual((row["node"], row["of"], row["n"], row["mean"]), ("a", "score", "2", "50"))
        self.assertAlmostEqual(float(row["sd"]), 1250 ** 0.5, places=12)

    def test_correlations(self):
        rows = self.listed("--of", "correlations", "--method", "spearman")
        self.assertEqual([(row["node"], row["other"], row["relation"], row["r"]) for row in rows],
                         [("a", "b", "sibling", ""), ("a", "i", "parent", "1"),
                          ("b", "i", "parent", "")])

    def test_table(self):
        done = self.run_command("stats", "model.yaml", "--data", "data.csv",
                                "--of", "availability")
        self.assertIn("indicators  measured  missing  availability", done.stdout)

    def test_weights(self):
        rows = self.listed("--of", "weights")
        self.assertEqual([(row["index"], row["group"], row["node"], row["weight"],
                           row["effective"], row["influence"]) for row in rows],
                         [("i", "i", "a", "0.5", "0.5", "1"), ("i", "i", "b", "0.5", "0.5", "")])

    def test_treatments(self):
        self.write("gap.yaml", "kpiscore: 1\nid: m\nindicators: {a: {impute: mean}}\n"
                               "index: {id: i, of: [a]}\n")
        self.write("gap.csv", "area,period,a\nA,2025,0\nB,2025,10\nC,2025,\n")
        done = self.run_command("stats", "gap.yaml", "--data", "gap.csv", "--of", "treatments",
                                "--format", "csv")
        self.assertEqual(done.stdout, "stage,method,area,period,node,before,after,share\n"
                                      "imputed,mean,C,2025,a,,5,\n")

    def test_words(self):
        self.refused("stats", "model.yaml", "--of", "sumary",
                     say='--of: found "sumary", expected summary, correlations, alpha, pca, '
                         'availability, weights or treatments; did you mean summary?')
        self.refused("stats", "model.yaml", "--method", "cosine",
                     say='--method: found "cosine", expected pearson, spearman or kendall')


if __name__ == "__main__":
    SOURCE = Path(sys.argv.pop())
    COMMAND = sys.argv.pop()
    unittest.main()
