# SPDX-License-Identifier: MIT
"""What the tests of the examples share: running the command, and reading what it prints."""

import csv
import io
import subprocess
from pathlib import Path

FOLDERS = ["viet-nam", "hue", "da-nang", "ha-noi", "vinh-yen"]

# folder -> models and their data that stand beside the folder's own
BESIDE = {"hue": [("communes.yaml", "communes.csv")]}


def run(command: list[str], folder: Path) -> tuple[str, list[str]]:
    """The standard output, and what is wrong: a failure, or anything on standard error."""
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8")
    wrong = []
    if done.returncode != 0:
        wrong.append(f"{command[1:]} in {folder.name}: exit {done.returncode}, expected 0")
    if done.stderr:
        wrong.append(f"{command[1:]} in {folder.name} says: {done.stderr.strip()}")
    return done.stdout, wrong


def rows(text: str) -> dict[tuple[str, str, str], dict[str, str]]:
    """(area, period, node) -> the row of a scorecard."""
    table = csv.DictReader(io.StringIO(text))
    return {(row["area"], row["period"], row["node"]): row for row in table}


def report(wrong: list[str], n_checked: int) -> int:
    """Prints what is wrong; the exit status. A test that looked at nothing has failed."""
    print("\n".join(wrong), f"{n_checked} checked, {len(wrong)} faults", sep="\n")
    return 1 if wrong or n_checked == 0 else 0


def entries(text: str) -> dict[str, str]:
    """The indicators of a model: id -> the text of its entry. It knows no YAML: an entry is a key
    two columns in, below `indicators:`."""
    found: dict[str, str] = {}
    inside = False
    name = ""
    for line in text.splitlines():
        if line and not line.startswith((" ", "#")):
            inside = line.split("#")[0].rstrip() == "indicators:"
        elif inside and line.startswith("  ") and line[2:3].isalpha():
            name = line.split(":")[0].strip()
            found[name] = line
        elif inside and name and not line.startswith("  #"):
            found[name] += "\n" + line
    return found
