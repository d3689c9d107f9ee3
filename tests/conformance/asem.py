#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Scores COINr's example, 51 areas by 49 indicators, in several configurations and compares every node of every area with
what COINr gave, at 1e-11 relative.

The tables are COINr's own (W. Becker et al., ASEM Sustainable Connectivity Portal) and not part of this repository: the
environment variable KPISCORE_ASEM names the folder that holds them. Ranks are compared where ours are untied: COINr breaks
exact ties by rounding noise. Run: asem.py path/to/kpiscore
"""
import csv
import json
import os
import pathlib
import subprocess
import sys
import tempfile
from collections import Counter

SKIPPED = 77  # what ctest takes for "skipped"
TOLERANCE = 1e-11
UPPER = {"combine": "geometric"}

# name of COINr's files: the score of an indicator, what is said of each level above, and the rows of its meta data
CONFIGURATIONS = {
    "a_minmax100_amean": (lambda meta: {"method": "minmax"}, {}, "ASEM_iMeta.csv"),
    "b2_minmax1_amean_gmean_gmean": (lambda meta: {"method": "minmax", "to": [1, 100]}, {3: UPPER, 4: UPPER},
                                     "ASEM_iMeta.csv"),
    "c_zscore_amean": (lambda meta: {"method": "zscore"}, {}, "ASEM_iMeta.csv"),
    "e1_goalposts_iMeta_amean": (
        lambda meta: {"method": "goalposts", "posts": [float(meta["goalpost_lower"]), float(meta["goalpost_upper"])]},
        {}, "ASEM_iMeta_extended.csv"),
}


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def node(meta, above, levels):
    """A node of the tree, from COINr's table of who is whose parent."""
    level = int(meta["Level"])
    weighed = {"id": meta["iCode"], "weight": float(meta["Weight"])}
    if level == 1:
        return weighed
    children = [node(child, above, levels) for child in above if child["Parent"] == meta["iCode"]]
    return {**weighed, **levels.get(level, {}), "of": children}


def make_model(rows, score, levels):
    metas = [row for row in rows if row["Level"] != "NA"]
    indicators = {meta["iCode"]: {"better": "higher" if meta["Direction"] == "1" else "lower", "score": score(meta)}
                  for meta in metas if meta["Level"] == "1"}
    tree = node(next(meta for meta in metas if meta["Parent"] == "NA"), metas, levels)
    del tree["weight"]
    return {"kpiscore": 1, "id": "asem", "indicators": indicators, "index": tree}


def write_observations(path, data, names):
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["area", "period", *names])
        for row in data:
            writer.writerow([row["uCode"], row["Time"], *("" if row[name] == "NA" else row[name] for name in names)])


def scored(command, folder, model, data):
    """{(area, node): row of the scorecard}"""
    (folder / "model.json").write_text(json.dumps(model), encoding="utf-8")
    write_observations(folder / "data.csv", data, list(model["indicators"]))
    words = [command, "score", folder / "model.json", "--data", folder / "data.csv", "--format", "csv"]
    run = subprocess.run(words, capture_output=True, text=True, check=False)
    if run.returncode:
        sys.exit(run.stderr)
    return {(row["area"], row["node"]): row for row in csv.DictReader(run.stdout.splitlines())}


def is_same(found, expected):
    if found == "" or expected == "NA":
        return found == "" and expected == "NA"
    found, expected = float(found), float(expected)
    return abs(found - expected) <= TOLERANCE * abs(expected)


def wrong_scores(card, table):
    for row in table:
        for name in row:
            if name != "uCode" and (row["uCode"], name) in card:
                found = card[row["uCode"], name]["score"]
                yield is_same(found, row[name]), f"{row['uCode']} {name}: {found or 'nothing'}, COINr {row[name]}"


def wrong_ranks(card, table):
    shared = Counter((name, row["rank"]) for (_, name), row in card.items())
    for row in table:
        for name in row:
            if name == "uCode" or (row["uCode"], name) not in card:
                continue
            found = card[row["uCode"], name]["rank"]
            if shared[name, found] == 1:
                yield found == row[name].replace("NA", ""), f"{row['uCode']} {name}: rank {found}, COINr {row[name]}"


def main(command, reference):
    n = n_wrong = 0
    data = read(reference / "ASEM_iData_17.csv")
    for name, (score, levels, meta) in CONFIGURATIONS.items():
        with tempfile.TemporaryDirectory() as folder:
            card = scored(command, pathlib.Path(folder), make_model(read(reference / meta), score, levels), data)
        for right, text in [*wrong_scores(card, read(reference / f"{name}_aggregated.csv")),
                            *wrong_ranks(card, read(reference / f"{name}_ranks.csv"))]:
            n += 1
            n_wrong += not right
            if not right and n_wrong <= 20:
                print(f"{name}: {text}")
    print(f"{n} numbers of {len(CONFIGURATIONS)} configurations compared, {n_wrong} differ")
    return n_wrong > 0 or n < len(CONFIGURATIONS) * 51 * 60


if __name__ == "__main__":
    if "KPISCORE_ASEM" not in os.environ:
        print("skipped: KPISCORE_ASEM names no folder with COINr's tables")
        sys.exit(SKIPPED)
    sys.exit(main(pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(os.environ["KPISCORE_ASEM"])))
