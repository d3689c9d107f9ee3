# SPDX-License-Identifier: MIT
"""Every limit that a public header defines stands in SECURITY.md, and the test that is named there
speaks of it."""

import re
import sys
from pathlib import Path

ROW = re.compile(r"^\| `(KPI_MAX_\w+)` \|.*\| `([^`]+)` \| `([^`]+)` \|$", re.M)


def faults(root: Path, name: str, header: str, row: tuple[str, str] | None) -> list[str]:
    if row is None:
        return [f"{name} of {header} is not in SECURITY.md"]
    said, test = row
    wrong = []
    if said != header:
        wrong.append(f"{name}: SECURITY.md looks for it in {said}, expected {header}")
    if not (root / test).exists() or name not in (root / test).read_text():
        wrong.append(f"{name}: {test} does not test it")
    return wrong


def main(root: Path) -> int:
    rows = {name: (said, test) for name, said, test in ROW.findall((root / "SECURITY.md").read_text())}
    wrong, n = [], 0
    for header in sorted((root / "include/kpiscore").glob("*.h")):
        for name in re.findall(r"^#define (KPI_MAX_\w+)", header.read_text(), re.M):
            wrong += faults(root, name, header.name, rows.get(name))
            n += 1
    print("\n".join(wrong), f"{n} limits, {len(wrong)} faults", sep="\n")
    return 1 if wrong or n == 0 else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
