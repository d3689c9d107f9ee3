# SPDX-License-Identifier: MIT
"""No circles of files: a file either names others or is named by them, as the objects' symbols show.

The object files of the library are given as further arguments. Two files that need each other's
symbols, directly or by way of others, are one concept in two files, or one holds what belongs lower.
"""

import subprocess
import sys
from pathlib import Path

DEFINED = "TDRBVWC"


def read_symbols(objects: list[Path]) -> tuple[dict[str, Path], dict[Path, set[str]]]:
    """Which object defines a symbol, and which symbols an object needs."""
    owner: dict[str, Path] = {}
    needs: dict[Path, set[str]] = {path: set() for path in objects}
    for path in objects:
        listed = subprocess.run(["nm", path], capture_output=True, text=True, check=True).stdout
        for *_, kind, symbol in (line.split() for line in listed.splitlines()):
            if kind in DEFINED:
                owner[symbol] = path
            elif kind == "U":
                needs[path].add(symbol)
    return owner, needs


def find_circles(edges: dict[Path, set[Path]]) -> list[set[Path]]:
    """The sets of files of which each needs all the others."""

    def reach(start: Path) -> set[Path]:
        seen, waiting = set(), [start]
        while waiting:
            new = edges[waiting.pop()] - seen
            seen |= new
            waiting += new
        return seen

    reached = {path: reach(path) for path in edges}
    circles = []
    for path in edges:
        circle = {other for other in reached[path] if path in reached[other]}
        if circle and circle not in circles:
            circles.append(circle)
    return circles


def name(path: Path) -> str:
    parts = path.parts
    start = max(i for i, part in enumerate(parts) if part.endswith(".dir")) + 1
    return "/".join(parts[start:]).removesuffix(".o")


def main(objects: list[Path]) -> int:
    owner, needs = read_symbols(objects)
    edges = {
        path: {owner[symbol] for symbol in needs[path] if symbol in owner} - {path}
        for path in objects
    }
    circles = find_circles(edges)
    for circle in circles:
        print(f"{len(circle)} files need each other:", *sorted(map(name, circle)))
        for path in sorted(circle):
            for symbol in sorted(needs[path]):
                if owner.get(symbol) in circle - {path}:
                    print(f"  {name(path)} needs {symbol} of {name(owner[symbol])}")
    print(f"{len(objects)} files, {len(circles)} circles")
    return 1 if circles or not objects else 0


if __name__ == "__main__":
    sys.exit(main([Path(path) for path in sys.argv[2:] if path.endswith(".o")]))
