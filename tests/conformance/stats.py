# SPDX-License-Identifier: MIT
"""`kpiscore stats` against Python's own `statistics` and against the definitions, written out.

    stats.py COMMAND

Random data with ties and gaps always; where the environment variable KPISCORE_ASEM names the folder
that holds COINr's example, its data too, and the skewness and kurtosis that COINr found in them.
"""

import csv
import itertools
import math
import os
import random
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

MODEL = """\
kpiscore: 1
id: m
indicators:
{indicators}
index: {{id: whole, of: [{{id: left, of: [{left}]}}, {{id: right, of: [{right}]}}]}}
"""


def close(got, expected, digits=1e-10):
    return abs(got - expected) <= digits * max(1, abs(expected))


def number(text):
    return float(text) if text else math.nan


class Table:
    """Columns of numbers by name, NaN where there is none."""

    def __init__(self, columns):
        self.columns = columns
        self.names = list(columns)
        self.n = len(columns[self.names[0]])
        middle = len(self.names) // 2
        self.groups = {"left": self.names[:middle], "right": self.names[middle:]}

    def write(self, folder):
        lines = [f"  {name}: {{score: {{method: goalposts, posts: [0, 1], clamp: false}}}}"
                 for name in self.names]
        (folder / "model.yaml").write_text(MODEL.format(
            indicators="\n".join(lines), left=", ".join(self.groups["left"]),
            right=", ".join(self.groups["right"])))
        with (folder / "data.csv").open("w", newline="") as file:
            out = csv.writer(file)
            out.writerow(["area", "period", *self.names])
            for i in range(self.n):
                cells = [self.columns[name][i] for name in self.names]
                out.writerow([f"A{i}", "2025", *("" if math.isnan(x) else repr(x) for x in cells)])

    def stats(self, command, *options):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            self.write(folder)
            done = subprocess.run(
                [command, "stats", folder / "model.yaml", "--data", folder / "data.csv",
                 "--format", "csv", "--of", *options], capture_output=True, text=True)
        if done.returncode != 0:
            raise SystemExit(done.stderr)
        return list(csv.DictReader(done.stdout.splitlines()))


def pairs(a, b):
    return [(x, y) for x, y in zip(a, b) if not math.isnan(x) and not math.isnan(y)]


def ranks(values):
    return [sum(y < x for y in values) + sum(y == x for y in values) / 2 for x in values]


def pearson(a, b):
    return statistics.correlation(a, b)


def spearman(a, b):
    return statistics.correlation(ranks(a), ranks(b))


def sign(x):
    return (x > 0) - (x < 0)


def kendall(a, b):
    both = list(itertools.combinations(zip(a, b), 2))
    total = sum(sign(p[0] - q[0]) * sign(p[1] - q[1]) for p, q in both)
    untied = [sum(p[k] != q[k] for p, q in both) for k in (0, 1)]
    return total / math.sqrt(untied[0] * untied[1])


def alpha(columns):
    rows = [row for row in zip(*columns) if not any(map(math.isnan, row))]
    parts = sum(statistics.variance(column) for column in zip(*rows))
    k = len(columns)
    return k / (k - 1) * (1 - parts / statistics.variance(map(sum, rows)))


def skewness(values):
    n, mean = len(values), statistics.fmean(values)
    m2, m3 = (sum((x - mean) ** k for x in values) / n for k in (2, 3))
    return math.sqrt(n * (n - 1)) / (n - 2) * m3 / m2 ** 1.5


def kurtosis(values):
    n, mean = len(values), statistics.fmean(values)
    m2, m4 = (sum((x - mean) ** k for x in values) / n for k in (2, 4))
    return (n - 1) / ((n - 2) * (n - 3)) * ((n + 1) * (m4 / m2 ** 2 - 3) + 6)


def expect(faults, what, got, expected):
    if not close(number(got), expected):
        faults.append(f"{what}: found {got}, expected {expected!r}")


def check_summary(table, command, faults):
    for row in table.stats(command, "summary"):
        if row["of"] != "value":
            continue
        values = [x for x in table.columns[row["node"]] if not math.isnan(x)]
        quartiles = statistics.quantiles(values, n=4, method="inclusive")
        expected = {"n": len(values), "missing": table.n - len(values), "min": min(values),
                    "q1": quartiles[0], "median": statistics.median(values), "q3": quartiles[2],
                    "max": max(values), "mean": statistics.mean(values),
                    "sd": statistics.stdev(values), "skewness": skewness(values),
                    "kurtosis": kurtosis(values), "distinct": len(set(values)),
                    "zeros": values.count(0)}
        for column, value in expected.items():
            expect(faults, f"{row['node']} {column}", row[column], value)


def check_correlations(table, command, faults):
    for method in (pearson, spearman, kendall):
        rows = [row for row in table.stats(command, "correlations", "--method", method.__name__)
                if row["node"] in table.columns and row["other"] in table.columns]
        expected_rows = sum(math.comb(len(group), 2) for group in table.groups.values())
        if len(rows) != expected_rows:
            faults.append(f"{method.__name__}: {len(rows)} pairs, expected {expected_rows}")
        for row in rows:
            both = pairs(table.columns[row["node"]], table.columns[row["other"]])
            what = f"{method.__name__} {row['node']} {row['other']}"
            expect(faults, f"{what} n", row["n"], len(both))
            expect(faults, what, row["r"], method(*zip(*both)))


def check_alpha(table, command, faults):
    found = {row["node"]: row for row in table.stats(command, "alpha")}
    for name, group in table.groups.items():
        expect(faults, f"alpha {name}", found[name]["alpha"],
               alpha([table.columns[child] for child in group]))


def check_components(table, command, faults):
    """That components put the correlations together again: R = sum of loadings by loadings."""
    rows = table.stats(command, "pca")
    for name, group in table.groups.items():
        complete = [row for row in zip(*(table.columns[child] for child in group))
                    if not any(map(math.isnan, row))]
        columns = dict(zip(group, zip(*complete)))
        loadings = {child: [number(row["loading"]) for row in rows
                            if row["node"] == name and row["child"] == child] for child in group}
        for a, b in itertools.combinations(group, 2):
            total = sum(x * y for x, y in zip(loadings[a], loadings[b]))
            expect(faults, f"pca {a} {b}", repr(total), pearson(columns[a], columns[b]))


def check(table, command, faults):
    check_summary(table, command, faults)
    check_correlations(table, command, faults)
    check_alpha(table, command, faults)
    check_components(table, command, faults)


def random_table(seed):
    source = random.Random(seed)
    base = [source.gauss(0, 1) for _ in range(60)]
    columns = {}
    for c in range(8):
        exact = [x + source.gauss(0, 1) for x in base]
        ties = [float(round(3 * x)) if c % 2 else math.exp(x) for x in exact]
        columns[f"i{c}"] = [math.nan if source.random() < 0.05 else x for x in ties]
    return Table(columns)


def read_columns(path):
    with path.open(newline="") as file:
        rows = list(csv.DictReader(file))
    names = [name for name in rows[0] if name != "uCode"]
    return {name: [number("" if row[name] == "NA" else row[name]) for row in rows]
            for name in names}


def check_coinr(folder, command, faults):
    table = Table(read_columns(folder / "h_full_screened.csv"))
    check(table, command, faults)
    found = {row["node"]: row for row in table.stats(command, "summary") if row["of"] == "value"}
    with (folder / "h_full_treat_details.csv").open(newline="") as file:
        for row in csv.DictReader(file):
            for ours, theirs in (("skewness", "Skew"), ("kurtosis", "Kurt")):
                expect(faults, f"COINr {row['iCode']} {ours}", found[row["iCode"]][ours],
                       number(row[f"check_SkewKurt0.{theirs}"]))


def main(command):
    faults = []
    for seed in range(3):
        check(random_table(seed), command, faults)
    if "KPISCORE_ASEM" in os.environ:
        check_coinr(Path(os.environ["KPISCORE_ASEM"]), command, faults)
    else:
        print("COINr's example is not here: random data alone")
    print("\n".join(faults), f"{len(faults)} faults", sep="\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
