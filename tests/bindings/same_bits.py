# SPDX-License-Identifier: MIT
"""One scenario, scored from C, by the command, in Python and in Lua, to the same bits.

    same_bits.py FOLDER --c PROGRAM --command PROGRAM --lua PROGRAM SCRIPT

A way in that is not named was not built, and is left out.
"""

import argparse
import csv
import io
import struct
import subprocess
import sys
from pathlib import Path

import kpiscore

TEXTS = {"area", "period", "node", "kind", "status"}
NUMBERS = [name for name in kpiscore.Scorecard.columns if name not in TEXTS]

# Without these the scenario would be too simple to show anything.
NEEDED = {"value", "value_low", "value_high", "target", "score", "score_low", "score_high", "rank",
          "rank_best", "rank_worst", "coverage"}


def bits(number) -> str:
    return "-" if number is None else struct.pack(">d", number).hex()


def run(*command: str) -> str:
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, encoding="utf-8", check=True)
    return done.stdout


def from_csv(text: str) -> list[str]:
    rows = csv.DictReader(io.StringIO(text, newline=""))
    return ["\t".join([row["area"], row["period"], row["node"],
                       *(bits(float(row[name]) if row[name] else None) for name in NUMBERS)])
            for row in rows]


def from_python(card: kpiscore.Scorecard) -> list[str]:
    return ["\t".join([row.area, row.period, row.node,
                       *(bits(getattr(row, name)) for name in NUMBERS)])
            for row in card]


def differences(ways: dict[str, list[str]]) -> list[str]:
    expected = ways["Python"]
    wrong = []
    for way, lines in ways.items():
        if len(lines) != len(expected):
            wrong.append(f"{way}: {len(lines)} rows, in Python {len(expected)}")
        wrong += [f"{way}: {line}\nPython: {other}"
                  for line, other in zip(lines, expected) if line != other]
    return wrong


def gaps(card: kpiscore.Scorecard) -> list[str]:
    """What the scenario ought to show and does not."""
    rows = list(card)
    wrong = [f"no row has a {name}" for name in sorted(NEEDED)
             if all(getattr(row, name) is None for row in rows)]
    if not any(row.score_low is not None and row.score_low < row.score for row in rows):
        wrong.append("no score has bounds")
    if not any(row.kind == "index" and row.score is None for row in rows):
        wrong.append("no index is without a score")
    return wrong


def compare(arguments: argparse.Namespace, as_of: str | None) -> list[str]:
    files = [str(arguments.folder / "model.yaml"), str(arguments.folder / "observations.csv")]
    day = [as_of] if as_of else []
    card = kpiscore.Model.load(files[0]).score(files[1], as_of=as_of)
    ways = {"Python": from_python(card), "CSV of Python": from_csv(card.to_csv()),
            "C": run(arguments.c, *files, *day).splitlines()}
    wrong = [] if as_of else gaps(card)
    if arguments.command:
        text = run(arguments.command, "score", files[0], "--data", files[1], "--format", "csv",
                   *(["--as-of", as_of] if as_of else []))
        ways["the command"] = from_csv(text)
        if text != card.to_csv():
            wrong.append("the command writes another CSV than Python")
    if arguments.lua:
        ways["Lua"] = run(*arguments.lua, *files, *day).splitlines()
    print(f"as of {as_of}: {len(card)} rows by {', '.join(ways)}")
    return wrong + differences(ways)


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--c", required=True)
    parser.add_argument("--command")
    parser.add_argument("--lua", nargs=2)
    arguments = parser.parse_args()
    wrong = [line for as_of in (None, "2025-11-14", "latest") for line in compare(arguments, as_of)]
    print("\n".join(wrong), f"{len(wrong)} differences", sep="\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
