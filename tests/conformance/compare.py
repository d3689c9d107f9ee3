#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Scores each folder beside this file that holds a model.yaml and compares it with its expected.csv.

expected.csv says, a line a cell: area, period, node, column, what was published, and by how much it may differ because of
how it was published; without a tolerance the cell is that text. Run: compare.py path/to/kpiscore
"""
import csv
import pathlib
import subprocess
import sys


def score(command, folder):
    run = subprocess.run(
        [command, "score", folder / "model.yaml", "--data", folder / "observations.csv", "--format", "csv"],
        capture_output=True, text=True, check=False)
    if run.returncode or run.stderr:
        sys.exit(f"{folder.name}: exit {run.returncode}\n{run.stderr}")
    rows = csv.DictReader(run.stdout.splitlines())
    return {(row["area"], row["period"], row["node"]): row for row in rows}


def is_wrong(cell, line):
    if line["tolerance"] == "":
        return cell != line["expected"]
    return cell == "" or abs(float(cell) - float(line["expected"])) > float(line["tolerance"])


def differences(card, folder):
    with open(folder / "expected.csv", encoding="utf-8", newline="") as file:
        for line in csv.DictReader(file):
            cell = card[line["area"], line["period"], line["node"]][line["column"]]
            yield is_wrong(cell, line), f"{' '.join(list(line.values())[:4])}: {cell or 'nothing'}, published {line['expected']}"


def main():
    folders = sorted(path.parent for path in pathlib.Path(__file__).parent.glob("*/model.yaml"))
    n_compared = n_wrong = 0
    for folder in folders:
        for wrong, text in differences(score(sys.argv[1], folder), folder):
            n_compared += 1
            n_wrong += wrong
            if wrong:
                print(f"{folder.name}: {text}")
    print(f"{n_compared} numbers of {len(folders)} tables compared, {n_wrong} differ")
    sys.exit(n_wrong > 0 or n_compared == 0)


main()
