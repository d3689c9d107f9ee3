#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Scores random small models by the command and by oracle.py, and compares every cell.

The models lean towards edges: few distinct numbers that stand in values, bounds, targets and options alike, gaps,
single areas, weights of 0, zero and negative scores, several frequencies and levels, odd spellings of periods.
What must not matter is tried too: the order of rows, what is selected, CSV or JSON.

Run: differ.py path/to/kpiscore [FIRST LAST], for the seeds from FIRST to LAST - 1. Run for one seed alone, it leaves
that case in the working folder as differ.json and differ.csv.
"""
import csv
import json
import pathlib
import random
import subprocess
import sys
import tempfile

import measures
import oracle
import values

POSITIVE = [0.1, 1 / 3, 1, 2.5, 5, 10, 20, 50, 66.6, 80, 80.5, 90, 100]
NUMBERS = POSITIVE + [0, 0, 1e-12, -0.1, -5, -20, 120, 1e6]
AREAS = ["A", "B", "C", "Huế", "Đà Nẵng"]
PERIODS = [["2025", "2025-A1"], ["2024"], ["2025-S1"], ["2025-T2"], ["2025-Q1"], ["2025-07", "2025-M07"], ["2025-W07"],
           ["2025-07-01", "2025-D182"], ["2025-Q3/2025-11-12", "2025-07-01/2025-D316"],
           ["2020/2025", "2020-A1/2025-Q4"]]
UNHELD = {"zscore", "rank", "borda"}
FITTED = {"minmax", "fraction_of_max", "distance_to", "percentile_rank"} | UNHELD
MANY_AREAS = [*AREAS, "D", "E", "F"]  # for outliers to stand out, with values that are more alike, in years alone
YEARS = [["2025"], ["2024"], ["2022"], ["2021"]]
LIKE = [1, 2, 2.5, 3, 4, 5, 1e6]
DAYS = ["latest", "2023-01-01", "2025-06-30", "2025-12-31"]
PACES = {"on_track", "behind", "far_behind", "moving_away"}  # of what the oracle, which knows no pace, calls open


def weight_of(child):
    return child.get("weight", 1) if isinstance(child, dict) else 1


class Maker:
    """Makes one case: a model, the rows of its data, and what is asked of them."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.pick = self.random.choice

    def chance(self, share):
        return self.random.random() < share

    def some(self, items, least=1):
        return self.random.sample(items, self.random.randint(least, len(items)))

    def number(self, pool):
        return self.pick(pool) if self.chance(0.85) else round(self.random.uniform(min(pool), max(pool)), 4)

    def pair(self, pool):
        low, high = sorted(self.random.sample(sorted(set(pool)), 2))
        return [low, high]

    def measure(self, name):
        series = [self.pick(["", "", "-"]) + s for s in self.some([name, "s1", "s2", "s3"])]
        if self.chance(0.4):
            return {"sum": series}
        if self.chance(0.3):
            return {"change": self.pick([name, "s1"]), "over": self.pick(["1Y", "4Q", "12M", "1Q", "2W", "366D"]),
                    **self.pick([{}, {"as": "percent"}, {"as": "difference"}, {"as": "annual"}])}
        below = self.some(["s3", "s4", name])
        below = below if len(below) > 1 or len(series) > 1 else ["s4"]  # not a / a
        return {"ratio": {"of": series, "to": below, "per": self.pick([1, 100])}}

    def demand(self, sense):
        kind = self.pick({"higher": ["at_least", "more_than"], "lower": ["at_most", "less_than"],
                          "range": ["between", "equal"], "top": ["top"]}[sense])
        target = {kind: self.pair(NUMBERS) if kind == "between" else self.pick(POSITIVE)}
        if kind == "top":
            target = {kind: self.pick([1, 5, 10]), "of": self.pick([34, {"2025": 34, "2025-Q1": 11}, {"2019": 11}])}
        if self.chance(0.4):
            target["baseline"] = {"value": self.number(NUMBERS), "at": 2020}
        if self.chance(0.6):
            target[self.deadline] = self.pick(["2024", "2025", "2025-07-01", "2026-01-01", "2025-Q1", "2030"])
        return target

    def target(self, areas):
        sense = self.pick(["higher", "higher", "lower", "lower", "range", "top"])
        self.deadline = self.pick(["by", "before"])
        target = self.demand(sense)
        if self.chance(0.3):
            target["for"] = {key: self.demand(sense) for key in self.some([*areas, "level:city"])}
        return target

    def method(self, has_target, areas):
        if self.chance(0.5):
            return self.fitted(areas)
        name = self.pick(["points", "steps", "goalposts"] + ["progress", "met"] * has_target)
        method = {"method": name}
        if name in ("points", "steps"):
            method["at"] = {str(x): self.pick([0, 10, 60, 100, 120]) for x in self.some(NUMBERS, 2)}
        if name == "goalposts":
            method["posts"] = self.random.sample(sorted(set(POSITIVE)), 2)
        if name == "goalposts" and self.chance(0.3):
            method["transform"] = self.pick(["log", "sqrt"])
        return self.spanned(method)

    def spanned(self, method):
        """A method with what all methods take."""
        if self.chance(0.3):
            method["clamp"] = self.pick([False, "high"]) if method["method"] not in UNHELD else False
        if self.chance(0.3):
            method["to"] = self.pick([[1, 100], [0, 1], [-10, 10], [0, 100], [100, 0]])
        return method

    def fitted(self, areas):
        """A method that learns from the data."""
        method = {"method": self.pick(["minmax", "zscore", "rank", "borda", "percentile_rank", "fraction_of_max",
                                       "distance_to"])}
        if method["method"] in ("minmax", "zscore", "distance_to") and self.chance(0.3):
            method["transform"] = self.pick(["log", "sqrt"])
        if method["method"] == "zscore":
            method.update({key: x for key, x in [("mean", 100), ("sd", 15), ("population", True)] if self.chance(0.3)})
        if method["method"] in ("rank", "borda", "percentile_rank") and self.chance(0.6):
            method["ties"] = self.pick(["low", "average", "high"])
        if method["method"] == "distance_to":
            method["ref"] = self.pick([{"area": self.pick(areas)}, "target"])
        if self.chance(0.2):
            method["fit"] = {"periods": self.pick(["2020..2024", "2025", "2025-Q1..2025-Q4"])}
        elif self.chance(0.7):
            method["over"] = self.pick(["all", "period"])
        return self.spanned(method)

    def needs_number(self, indicator):
        """Distances are counted to a target that is one number, or to an area."""
        score, target = indicator.get("score", {}), indicator.get("target", {})
        demands = [target, *target.get("for", {}).values()]
        if score.get("ref") == "target" and (not target or any("between" in demand for demand in demands)):
            score["ref"] = {"area": self.area}
        return indicator

    def indicator(self, name, areas):
        indicator = {}
        if self.chance(0.4):
            indicator["measure"] = self.measure(name)
        if self.chance(0.4):
            indicator["valid"] = self.pick([[0, 100], [-20, 150], [5, 100]])
        if self.chance(0.6):
            indicator["target"] = self.target(areas)
        elif self.chance(0.3):
            indicator["better"] = self.pick(["higher", "lower"])
        if self.chance(0.6):
            indicator["score"] = self.method("target" in indicator, areas)
        return self.needs_number(indicator)

    def impute(self):
        method = self.pick(["mean", "median", "group_mean", "group_median", "carry_forward", "linear", "none"])
        if method in ("mean", "median") and self.chance(0.5):
            return {"method": method, "by": self.pick(["areas", "row"])}
        return method

    def treat(self):
        treat = {"winsorise": self.pick([0, 1, 2, 5]), "skew": self.pick([0.2, 1, 2]), "kurtosis": self.pick([0, 0.5, 3.5]),
                 "then": self.pick(["log", "nothing"])}
        return {key: treat[key] for key in self.some(sorted(treat))}

    def prepare(self, model):
        """Says what is done before the score; what an indicator may say of itself depends on its score and place."""
        trees = json.dumps(model.get("index", []))
        for name, indicator in model["indicators"].items():
            score = indicator.get("score", {})
            if self.chance(0.5):
                indicator["impute"] = self.impute()
            if isinstance(indicator.get("impute"), dict) and f'"{name}"' not in trees:
                indicator["impute"]["by"] = "areas"
            if score.get("method") in FITTED and score.get("ref") != "target" and self.chance(0.6):
                indicator["treat"] = self.treat()
        model.setdefault("defaults", {})["treat"] = self.treat()
        if self.chance(0.5):
            model["defaults"]["impute"] = self.impute()
        if self.chance(0.5):
            model["screen"] = {key: self.pick([0, 0.3, 0.5, 2 / 3, 1]) for key in self.some(["areas", "indicators"])}

    def missing(self):
        missing = {"policy": self.pick(["reweigh", "zero", "fail", "mean"]), "at_least": self.pick([0, 1 / 3, 0.5, 1])}
        return {key: missing[key] for key in self.some(sorted(missing))}

    def combine(self, n_children):
        """How that many children of weight above 0 are combined."""
        method = self.pick(["arithmetic", "geometric", "harmonic", "min", "max", "power", "median", "owa", "copeland"])
        if method == "power":
            return {"method": method, "p": self.pick([-30, -2, -1, -0.5, 0, 1e-3, 0.5, 1, 2, 30])}
        if method == "owa":
            return {"method": method, "weights": [1, *(self.pick([0, 0.1, 0.5, 2]) for _ in range(n_children - 1))]}
        return self.pick([method, {"method": method}])

    def group(self, name, leaves, depth):
        group = {"id": name, "of": []}
        for leaf in self.some(leaves):
            group["of"].append(self.pick([leaf, {"id": leaf, "weight": self.pick([0, 0.5, 3])}]))
        for number in range(self.random.randint(0, 2) if depth else 0):
            child = self.group(f"{name}_{number}", leaves, depth - 1)
            group["of"].append({**child, "weight": self.pick([0, 1, 1 / 3])})
        if all(weight_of(child) == 0 for child in group["of"]):
            group["of"][0]["weight"] = 1
        if self.chance(0.7):
            group["combine"] = self.combine(sum(1 for child in group["of"] if weight_of(child) > 0))
        if self.chance(0.5):
            group["missing"] = self.missing()
        if self.chance(0.2) and group.get("combine") not in ("copeland", {"method": "copeland"}):
            group["better"] = "lower"
        if self.chance(0.2):
            group["out_of"] = self.pick([1, 1000])
        return group

    def model(self, areas):
        self.area = areas[0]
        names = ["i3", "i1", "i2"][:self.random.randint(1, 3)]
        model = {"kpiscore": 1, "id": "m", "indicators": {name: self.indicator(name, areas) for name in names}}
        if self.chance(0.6):
            model["areas"] = {area: {} for area in areas}
            for about in model["areas"].values():
                about.update({"level": self.pick(["city", "town"])} if self.chance(0.7) else {})
                about.update({"group": "g"} if self.chance(0.5) else {})
            model["areas"][areas[0]]["aliases"] = ["Alias"]
        if self.chance(0.85):
            trees = [self.group("t", self.some(names), 2), self.group("u", names, 1)]
            model["index"] = trees if self.chance(0.2) else trees[0]
        if self.chance(0.4):
            model["defaults"] = {"missing": self.missing(), "combine": self.pick(["geometric", "max"]),
                                 "score": {"method": "goalposts", "posts": [0, 100]}}
        if self.wide or self.chance(0.3):
            self.prepare(model)
        return model

    def value(self, pool):
        number, kind = self.number(pool), self.random.random()
        if kind < 0.25 and min(pool) < number < max(pool):
            return {"value": self.pick([">", ">=", "<", "<="]) + repr(number)}
        if kind < 0.35:
            return {"value": "{!r}..{!r}".format(*sorted([number, self.number(pool)]))}
        if kind < 0.4:
            return {"value": "~" + repr(number)}
        if kind < 0.45:
            return {"value": self.pick(["", "NaN"])}
        if kind < 0.55:
            return {"value": repr(number), self.pick(["low", "high"]): repr(number)}
        return {"value": repr(number)}

    def rows(self, model, areas):
        series = {name: None for name in ("s1", "s2", "s3", "s4")}
        for name, indicator in model["indicators"].items():
            series[name] = indicator.get("valid") if "measure" not in indicator else None
        periods = self.random.sample(YEARS if self.wide else PERIODS, self.random.randint(1, 3))
        for over in [i["measure"]["over"] for i in model["indicators"].values() if "change" in i.get("measure", {})]:
            texts = {values.period(names[0]).text for names in periods}
            before = [measures.earlier(values.period(names[0]), over) for names in periods]
            periods += [[when.text] for when in before if when and when.text not in texts]
        share = self.pick([0.5, 0.8, 1])
        rows = []
        for name, valid in series.items():
            pool = [x for x in (LIKE if self.wide else NUMBERS) if valid is None or valid[0] <= x <= valid[1]]
            pool = self.random.sample(pool, 2) if len(pool) > 2 and self.chance(0.3) else pool
            for area in areas:
                for period in periods:
                    if self.chance(share):
                        rows.append({"area": area, "series": name, "period": self.pick(period), **self.value(pool)})
        if "areas" in model:
            for row in rows:
                row["area"] = "Alias" if row["area"] == areas[0] and self.chance(0.5) else row["area"]
            rows.append({"area": "Unlisted", "series": "i3", "period": "2023", "value": "50"})
        self.random.shuffle(rows)
        return [{"low": "", "high": "", **row} for row in rows]

    def case(self):
        self.wide = self.chance(0.4)
        areas = MANY_AREAS if self.wide else self.some(AREAS)
        model = self.model(areas)
        day = self.pick(DAYS) if self.chance(0.25) else None
        period = self.pick(["2030", "2025-A1", "2025-M07"]) if day is None and self.chance(0.2) else None
        return model, self.rows(model, areas), day, period


class Runner:
    """Runs the command on one case in a folder of its own."""

    def __init__(self, command, folder, model, rows):
        self.command, self.folder = command, pathlib.Path(folder)
        (self.folder / "differ.json").write_text(json.dumps(model, ensure_ascii=False), encoding="utf-8")
        self.write(rows)

    def write(self, rows):
        with open(self.folder / "differ.csv", "w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, ["area", "series", "period", "value", "low", "high"])
            writer.writeheader()
            writer.writerows(rows)

    def run(self, *options, output="csv"):
        words = [self.command, "score", "differ.json", "--data", "differ.csv", "--format", output, *options]
        run = subprocess.run(words, cwd=self.folder, capture_output=True, text=True, check=False, encoding="utf-8")
        if run.returncode != 0:
            raise RuntimeError(f"exit {run.returncode}: {run.stderr}")
        return run.stdout

    def table(self, *options):
        return list(csv.DictReader(self.run(*options).splitlines()))


def is_same(column, cell, expected):
    if expected is None or isinstance(expected, str):
        paced = column == "status" and expected == "open" and cell in PACES
        return cell == (expected or "") or paced
    if column.startswith("rank"):
        return cell == str(expected)
    least = 1 if column.startswith("score") else 1e-3  # scores are on a scale, values are not
    return cell != "" and abs(float(cell) - expected) <= 1e-9 * max(least, abs(expected))


def key_of(row):
    return row["area"], row["period"], row["node"]


def differences(found, expected):
    """What the command's rows say otherwise than the oracle's."""
    if [key_of(row) for row in found] != [key_of(row) for row in expected]:
        yield f"rows: found {[key_of(row) for row in found]}, expected {[key_of(row) for row in expected]}"
        return
    for row, wanted in zip(found, expected):
        for column, value in wanted.items():
            if not is_same(column, row[column], value):
                yield f"{key_of(row)}: {column} is {row[column] or 'empty'}, expected {value}"


def as_text(value):
    """A value of the JSON as the CSV spells it, but for numbers, which are compared as numbers."""
    return "" if value is None else value if isinstance(value, str) else float(value)


def broken_promises(runner, rows, options, found):
    """What must not matter and does."""
    chosen = random.Random(len(rows)).choice(found)
    for option, column in ("--area", "area"), ("--node", "node"):
        if runner.table(*options, option, chosen[column]) != [row for row in found if row[column] == chosen[column]]:
            yield f"{option} {chosen[column]} changes more than what is shown"
    for row, other in zip(found, json.loads(runner.run(*options, output="json"))["rows"], strict=True):
        for column, value in other.items():
            cell = float(row[column]) if as_text(value) != "" and not isinstance(value, str) else row[column]
            if cell != as_text(value):
                yield f"{key_of(row)}: {column} is {cell} in CSV and {value} in JSON"
    runner.write(rows[::-1])
    if runner.table(*options) != found:
        yield "the order of the rows of the data changes the scorecard"
    runner.write(rows)


def try_case(command, seed, folder):
    model, rows, day, period = Maker(seed).case()
    runner = Runner(command, folder, model, rows)
    options = ["--as-of", day] if day else ["--period", period] if period else []
    stage = random.Random(seed).choice(["measured", "imputed", "treated", "normalised"])
    options += ["--stage", stage]
    found = runner.table(*options)
    expected = oracle.score(model, rows, day, [period] if period else [], stage)
    if period:
        expected = [row for row in expected if row["period"] == values.period(period).text]
    yield from differences(found, expected)
    if seed % 10 == 0 and found:
        yield from broken_promises(runner, rows, options, found)


def main():
    command = str(pathlib.Path(sys.argv[1]).resolve())
    first, last = map(int, sys.argv[2:4]) if len(sys.argv) > 2 else (0, 500)
    n_wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(first, last):
            faults = list(try_case(command, seed, "." if last == first + 1 else folder))
            n_wrong += bool(faults)
            if faults and n_wrong <= 10:
                print(f"seed {seed}: {len(faults)} differ", *faults[:5], sep="\n  ")
    print(f"{last - first} models compared, {n_wrong} differ")
    sys.exit(n_wrong > 0 or first >= last)


if __name__ == "__main__":
    main()
