# SPDX-License-Identifier: MIT
"""Word tables stand once: no run of three or more words of a list of words stands in two places."""

import re
import sys
from collections import defaultdict
from pathlib import Path

RUN = 3
COMMENT = re.compile(r"/\*.*?\*/", re.S)
INITIALISER = re.compile(r"=\s*\{([^;{}]*)\}\s*;", re.S)
STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')
WORD = re.compile(r"[a-z][a-z0-9_-]+")


def find_lists(path: Path) -> list[tuple[int, list[str]]]:
    """The lists of words of a file, each with its line: strings, designators and NULL alone."""
    text = COMMENT.sub(lambda match: "\n" * match.group(0).count("\n"), path.read_text())
    lists = []
    for match in INITIALISER.finditer(text):
        rest = re.sub(r"\[\w+\]\s*=|\bNULL\b", "", STRING.sub("", match.group(1)))
        words = STRING.findall(match.group(1))
        if not re.search(r"[^\s,]", rest) and any(map(WORD.fullmatch, words)):
            lists.append((text.count("\n", 0, match.start()) + 1, words))
    return lists


def main(root: Path) -> int:
    places = defaultdict(set)
    files = [p for d in ("lib", "bindings") for p in sorted((root / d).rglob("*.[ch]"))]
    for path in files:
        for line, words in find_lists(path):
            for i in range(len(words) - RUN + 1):
                places[tuple(words[i : i + RUN])].add(f"{path.relative_to(root)}:{line}")
    twice = {run: where for run, where in places.items() if len(where) > 1}
    for run, where in sorted(twice.items()):
        print(*run, "stand in", *sorted(where))
    print(f"{len(files)} files, {len(twice)} runs of words that stand twice")
    return 1 if twice or not places else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
