#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Takes COINr's example through all of its stages, as COINr's own script does, and compares every table on the way at 1e-11
relative: denominated by ratio measures, screened, imputed by the mean of the group (Europe or Asia), outliers winsorised,
normalised by min-max, aggregated by arithmetic means.

See asem.py for where the tables come from. Run: asem_stages.py path/to/kpiscore
"""
import csv
import json
import os
import pathlib
import subprocess
import sys
import tempfile

import asem

TABLES = [("measured", "denominated", "value"), ("imputed", "imputed", "value"), ("imputed", "screened", "value"),
          ("treated", "treated", "value"), ("normalised", "normalised", "value"), ("measured", "normalised", "score"),
          ("measured", "aggregated", "score")]


def make_model(metas, data):
    model = asem.make_model(metas, lambda meta: "minmax", {})
    for meta in metas:
        if meta["iCode"] in model["indicators"] and meta["Denominator"] != "NA":
            ratio = {"of": [meta["iCode"]], "to": [meta["Denominator"]]}
            model["indicators"][meta["iCode"]]["measure"] = {"ratio": ratio}
    return {**model, "areas": {row["uCode"]: {"group": row["EurAsia_group"]} for row in data},
            "screen": {"areas": 0.66, "indicators": 0.66},
            "defaults": {"impute": "group_mean",
                         "treat": {"winsorise": 5, "skew": 2, "kurtosis": 3.5, "then": "log"}}}


def scored(command, folder, stage):
    words = [command, "score", folder / "model.json", "--data", folder / "data.csv", "--format", "csv", "--stage", stage]
    run = subprocess.run(words, capture_output=True, text=True, check=False)
    if run.returncode or run.stderr:
        sys.exit(run.stderr)
    return {(row["area"], row["node"]): row for row in csv.DictReader(run.stdout.splitlines())}


def compare(card, table, column):
    for row in table:
        for name in row:
            if name != "uCode" and (row["uCode"], name) in card:
                found, expected = card[row["uCode"], name][column], row[name] or "NA"
                yield asem.is_same(found, expected), f"{row['uCode']} {name}: {found or 'nothing'}, COINr {expected}"


def main(command, reference):
    data, metas = asem.read(reference / "ASEM_iData_17.csv"), asem.read(reference / "ASEM_iMeta.csv")
    names = [meta["iCode"] for meta in metas if meta["Type"] in ("Indicator", "Denominator")]
    n = n_wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        (folder / "model.json").write_text(json.dumps(make_model(metas, data)), encoding="utf-8")
        asem.write_observations(folder / "data.csv", data, names)
        cards = {stage: scored(command, folder, stage) for stage, _, _ in TABLES}
    for stage, name, column in TABLES:
        for right, text in compare(cards[stage], asem.read(reference / f"h_full_{name}.csv"), column):
            n += 1
            n_wrong += not right
            if not right and n_wrong <= 20:
                print(f"{name}: {text}")
    print(f"{n} numbers of {len(TABLES)} tables compared, {n_wrong} differ")
    return n_wrong > 0 or n < 6 * 51 * 49 + 51 * 60


if __name__ == "__main__":
    if "KPISCORE_ASEM" not in os.environ:
        print("skipped: KPISCORE_ASEM names no folder with COINr's tables")
        sys.exit(asem.SKIPPED)
    sys.exit(main(pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(os.environ["KPISCORE_ASEM"])))
