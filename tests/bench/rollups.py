# SPDX-License-Identifier: MIT
"""Rolls communes up to provinces: this library beside DuckDB and pandas, where they can be imported.
All read the same file and answer the same question; the answers are compared first.

    rollups.py COMMAND [--communes N] [--months N] [--threads N]

COMMAND is the kpiscore command. 34 provinces, 3,321 communes, 24 months, 40 series of which 3 % is
missing: 20 are summed where at least 90 % of the communes have them, and 20 make ten ratios over the
communes that have both. Prints wall time, processor time and peak memory of each, as a process of its own,
and as ratios to this library's; ends with 1 if two differ.
"""

import argparse
import csv
import importlib.util
import math
import random
import sys
import tempfile
from pathlib import Path

from registers import measure

PROVINCES, SUMS, RATIOS, LEAST, MISSING = 34, 20, 10, 0.9, 0.03
SUMMED = [f"s{k}" for k in range(SUMS)]
PAIRS = [(f"a{k}", f"b{k}") for k in range(RATIOS)]
SERIES = SUMMED + [name for pair in PAIRS for name in pair]


def province_of(commune: int) -> str:
    return f"P{commune % PROVINCES:02}"


def make(folder: Path, communes: int, months: int) -> None:
    with (folder / "model.yaml").open("w", encoding="utf-8") as file:
        file.write("kpiscore: 1\nid: bench\nareas:\n")
        file.writelines(f"  P{p:02}: {{level: province}}\n" for p in range(PROVINCES))
        file.writelines(f"  C{c:04}: {{level: commune, parent: {province_of(c)}}}\n" for c in range(communes))
        file.write("indicators:\n")
        file.writelines(f"  {name}: {{rollup: {{method: sum, at_least: {LEAST}}}}}\n" for name in SUMMED)
        file.writelines(f"  r{k}: {{rollup: ratio, measure: {{ratio: {{of: [{a}], to: [{b}], per: 100}}}}}}\n"
                        for k, (a, b) in enumerate(PAIRS))
    chance = random.Random(34)
    with (folder / "data.csv").open("w", encoding="utf-8") as file:
        file.write("area,period," + ",".join(SERIES) + "\n")
        for month in range(months):
            when = f"{2024 + month // 12}-{month % 12 + 1:02}"
            for commune in range(communes):
                numbers = ("" if chance.random() < MISSING else str(chance.randrange(1, 1000)) for _ in SERIES)
                file.write(f"C{commune:04},{when},{','.join(numbers)}\n")
    with (folder / "parents.csv").open("w", encoding="utf-8") as file:
        file.write("area,province\n")
        file.writelines(f"C{c:04},{province_of(c)}\n" for c in range(communes))


# ---- The others, each run by this script as a process of its own: rows of province, period, node, value


def roll_up_with_duckdb(folder: str, threads: int) -> None:
    import duckdb
    connection = duckdb.connect()
    connection.execute(f"set threads = {threads}")
    sums = [f"case when count({s}) >= {LEAST} * count(*) then sum({s}) end" for s in SUMMED]
    ratios = [f"100 * sum({a}) filter ({b} is not null) / sum({b}) filter ({a} is not null)" for a, b in PAIRS]
    rows = connection.execute(
        f"select province, period, {', '.join(sums + ratios)} "
        f"from read_csv('{folder}/data.csv', types = {{'period': 'varchar'}}) "
        f"join read_csv('{folder}/parents.csv') using (area) group by province, period").fetchall()
    names = SUMMED + [f"r{k}" for k in range(RATIOS)]
    csv.writer(sys.stdout).writerows(
        (province, period, name, value) for province, period, *values in rows for name, value in zip(names, values))


def roll_up_with_pandas(folder: str, _threads: int) -> None:
    import pandas
    data = pandas.read_csv(f"{folder}/data.csv", dtype={"area": "category", "period": "category"})
    parents = pandas.read_csv(f"{folder}/parents.csv").set_index("area").province
    keys = [data.area.map(parents).astype("category"), data.period]
    for a, b in PAIRS:
        both = data[a].notna() & data[b].notna()
        data[a], data[b] = data[a].where(both), data[b].where(both)
    groups = data[SERIES].groupby(keys, observed=True)
    sums, counts, sizes = groups.sum(), groups.count(), groups.size()
    table = sums[SUMMED].where(counts[SUMMED].ge(LEAST * sizes, axis=0))
    for k, (a, b) in enumerate(PAIRS):
        table[f"r{k}"] = 100 * sums[a] / sums[b]
    table.stack(future_stack=True).to_csv(sys.stdout, header=False)


OTHERS = {"duckdb": roll_up_with_duckdb, "pandas": roll_up_with_pandas}


# ---- The comparison


def read_answer(text: str, head: bool) -> dict[tuple[str, str, str], float]:
    rows = list(csv.reader(text.splitlines()))[1 if head else 0:]
    at = 4 if head else 3
    return {tuple(row[:3]): float(row[at] or "nan") for row in rows}


def differ(found: dict, expected: dict) -> bool:
    return found.keys() != expected.keys() or any(
        not math.isclose(found[key], value, rel_tol=1e-9) and not (math.isnan(found[key]) and math.isnan(value))
        for key, value in expected.items())


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("command")
    parser.add_argument("--communes", type=int, default=3321)
    parser.add_argument("--months", type=int, default=24)
    parser.add_argument("--threads", type=int, default=2)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make(folder, arguments.communes, arguments.months)
        (folder / "data.csv").read_bytes()  # so that nobody waits for the disk
        shown = [word for p in range(PROVINCES) for word in ("--area", f"P{p:02}")]
        runs = {"kpiscore": measure([arguments.command, "score", f"{name}/model.yaml", "--data", f"{name}/data.csv",
                                     "--format", "csv", *shown])}
        for other in OTHERS:
            if importlib.util.find_spec(other) is None:
                print(f"{other}: skipped: it cannot be imported")
                continue
            runs[other] = measure([sys.executable, __file__, "--other", other, name, str(arguments.threads)])
    answers = {who: read_answer(text, who == "kpiscore") for who, (*_, text) in runs.items()}
    expected = answers["kpiscore"]
    wrong = [who for who, answer in answers.items() if differ(answer, expected)]
    print(f"{len(expected)} values; differing answers: {', '.join(wrong) or 'none'}")
    own = runs["kpiscore"]
    for who, (seconds, of_processors, megabytes, _) in runs.items():
        print(f"{who:10}{seconds:8.2f} s{of_processors:8.2f} s of processors{megabytes:7.0f} MB; "
              f"{seconds / own[0]:.2f}, {of_processors / own[1]:.2f}, {megabytes / own[2]:.2f} times kpiscore")
    return 1 if wrong else 0


if __name__ == "__main__":
    if sys.argv[1:2] == ["--other"]:
        OTHERS[sys.argv[2]] (sys.argv[3], int(sys.argv[4]))
    else:
        sys.exit(main())
