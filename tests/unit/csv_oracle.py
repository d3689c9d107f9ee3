# SPDX-License-Identifier: MIT
"""Holds the CSV tokenizer against Python's csv module, on files made at random.

    csv_oracle.py DRIVER

The text of each field comes from the csv module. Its place comes from the maker of the file, which
knows where it put each field. Files of random characters are cut into fields by a regular
expression, the grammar of RFC 4180, which says as well which of them are no CSV.
"""

import csv
import io
import random
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

PIECES = ["a", "1", " ", "ế", "é", "\u00a0", "中", "🙂", '"', ",", "\n", "\r\n", "\r", ";", "x" * 300]
LINE_ENDS = ["\n", "\r\n", "\r"]
FIELD = re.compile(r'(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\r|\n|\Z)')


class Place:
    """Where the next character of a file stands."""

    def __init__(self) -> None:
        self.line, self.column, self.after_cr = 1, 1, False

    def pass_over(self, text: str) -> None:
        for character in text:
            if character == "\n" and self.after_cr:
                pass
            elif character in "\r\n":
                self.line, self.column = self.line + 1, 1
            else:
                self.column += 1
            self.after_cr = character == "\r"


class Shown(NamedTuple):
    """What the tokenizer made of a file."""

    rows: list  # of lists of (line, column, text)
    findings: list  # of (code, line, column)


def understand(text: str) -> Shown:
    shown, row = Shown([], []), []
    for line in text.splitlines():
        parts = line.split(" ")
        if parts[0] == "!":
            shown.findings.append((parts[1], int(parts[2]), int(parts[3])))
        elif len(parts) == 3:
            row.append((int(parts[0]), int(parts[1]), bytes.fromhex(parts[2]).decode()))
        else:
            shown.rows.append(row)
            row = []
    return shown


def tokenize(driver: str, texts: list[str]) -> list[Shown]:
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / f"{i}.csv" for i in range(len(texts))]
        for path, text in zip(paths, texts):
            path.write_bytes(text.encode())
        command = [driver, *paths]
        out = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return [understand(part) for part in out.split("=\n")[:-1]]


def make_valid() -> tuple[str, list]:
    """A file, and the places of its fields by row."""
    rows, columns, place = random.randint(1, 40), random.randint(2, 6), Place()
    text, places = random.choice(["", "\ufeff"]), []
    for row in range(rows):
        places.append([])
        for column in range(columns):
            content = "".join(random.choices(PIECES, k=random.randint(0, 5)))
            needs_quotes = any(c in content for c in '",\r\n')
            if needs_quotes or random.random() < 0.2:
                content = '"' + content.replace('"', '""') + '"'
            places[-1].append((place.line, place.column))
            last = column == columns - 1
            end = random.choice(LINE_ENDS) if last else ","
            if last and row == rows - 1 and random.random() < 0.5:
                end = ""
            text += content + end
            place.pass_over(content + end)
    return text, places


def check_valid(text: str, places: list, shown: Shown) -> None:
    lines = io.StringIO(text.removeprefix("\ufeff"), newline="")
    expected = list(csv.reader(lines, strict=True))
    assert not shown.findings, (text, shown)
    assert [[field[2] for field in row] for row in shown.rows] == expected, (text, shown)
    assert [[field[:2] for field in row] for row in shown.rows] == places, (text, shown)


def parse(text: str) -> list | None:
    """The rows of a text by the grammar; None if it is no CSV."""
    rows, row, at = [], [], 0
    while at < len(text):
        match = FIELD.match(text, at)
        if match is None:
            return None
        quoted, plain, end = match.groups()
        row.append(plain if quoted is None else quoted.replace('""', '"'))
        at = match.end()
        if end != ",":
            rows.append(row)
            row = []
        elif at == len(text):
            rows.append(row + [""])
    return rows


def make_any() -> str:
    n = random.randint(0, 14)
    return "".join(random.choices('aế,"\n\r ', weights=[4, 1, 3, 3, 1, 1, 1], k=n))


def check_any(text: str, shown: Shown) -> None:
    rows = parse(text)
    if rows is None:
        assert any(code == "syntax" for code, *_ in shown.findings), (text, shown)
        return
    good = [row for row in rows if len(row) == len(rows[0])]
    assert [[field[2] for field in row] for row in shown.rows] == good, (text, shown)
    assert len(shown.findings) == len(rows) - len(good), (text, shown)


def main() -> None:
    driver = sys.argv[1]
    random.seed(57)
    valid = [make_valid() for _ in range(500)]
    for (text, places), shown in zip(valid, tokenize(driver, [text for text, _ in valid]), strict=True):
        check_valid(text, places, shown)
    anything = [make_any() for _ in range(3000)]
    for text, shown in zip(anything, tokenize(driver, anything), strict=True):
        check_any(text, shown)
    print(f"{len(valid) + len(anything)} files agree")


if __name__ == "__main__":
    main()
