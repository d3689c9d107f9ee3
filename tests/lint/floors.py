# SPDX-License-Identifier: MIT
"""Includes go one way: a file of lib/ includes its own floor and those before it."""

import re
import sys
from pathlib import Path

# model and data stand side by side and do not see each other; what lies between reading YAML and
# the model does not see data either.
LEVELS = [
    ["base"],
    ["method"],
    ["model/yaml"],
    ["model/schema"],
    ["data/file"],
    ["data/dataset"],
    ["data/observations"],
    ["data/registers"],
    ["model"],
    ["score/run"],
    ["score/measure"],
    ["score/check"],
    ["score/prepare"],
    ["score/tree"],
    ["score/card"],
    ["analyse"],
    ["write"],
]
LEVEL = {floor: level for level, floors in enumerate(LEVELS) for floor in floors}

# The floor that each public header belongs to. kpiscore.h is for users alone.
HEADERS = {
    "error": "base",
    "findings": "base",
    "listing": "base",
    "macros": "base",
    "version": "base",
    "model": "model/yaml",
    "dataset": "data/file",
    "fit": "score/run",
    "options": "score/run",
    "scorecard": "score/run",
    "alerts": "analyse",
    "statistics": "analyse",
    "treatments": "analyse",
    "write": "write",
}

INCLUDE = re.compile(r'^\s*#\s*include\s+(?:"(\w[^"]*)/[^/"]+"|"([^/"]+)"|<kpiscore/(\w+)\.h>)', re.M)


def floor_of(folder: str) -> str:
    """The floor that a folder is, or lies in: model/yaml is part of model."""
    while folder not in LEVEL and "/" in folder:
        folder = folder.rsplit("/", 1)[0]
    return folder


def may_enter(floor: str, other: str) -> bool:
    if {floor.split("/")[0], other.split("/")[0]} == {"data", "model"}:
        return False
    return floor == other or (other in LEVEL and LEVEL[other] < LEVEL[floor])


def wrong_includes(root: Path, path: Path) -> list[str]:
    floor = floor_of(str(path.parent.relative_to(root / "lib")))
    wrong = []
    for match in INCLUDE.finditer(path.read_text()):
        folder, bare, public = match.groups()
        other = HEADERS.get(public, public) if public else folder and floor_of(folder)
        line = path.read_text().count("\n", 0, match.start(1 if folder else 0)) + 1
        where = f"{path.relative_to(root)}:{line}"
        if bare and any((root / "lib").rglob(bare)):  # what is generated has no floor
            wrong.append(f'{where}: includes "{bare}", expected its floor before it')
        if not bare and not may_enter(floor, other):
            wrong.append(f"{where}: {floor} includes {other}, which is not below it")
    return wrong


def main(root: Path) -> int:
    files = [p for p in sorted((root / "lib").rglob("*.[ch]"))]
    wrong = [line for path in files for line in wrong_includes(root, path)]
    print("\n".join(wrong), f"{len(files)} files, {len(wrong)} arrows upward", sep="\n")
    return 1 if wrong or not files else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
