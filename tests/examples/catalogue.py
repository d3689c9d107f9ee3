# SPDX-License-Identifier: MIT
"""The catalogue keeps its word: every entry says all that it must, docs/catalogue.md lists the same,
and every commented `measure:` is one that the command accepts.

usage: catalogue.py COMMAND SOURCE        the tests
       catalogue.py --rows SOURCE         prints the rows that docs/catalogue.md should have"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

import board

CATALOGUE = Path("lib/model/catalogue/nq57.yaml")


def field(entry: str, pattern: str) -> str:
    found = re.search(pattern, entry, re.M)
    return found[1].strip() if found else ""


def parse(entry: str) -> dict[str, str]:
    """An entry as the catalogue writes it, which is one of two forms for titles and for sources."""
    folded = re.sub(r"(source:) >-\n((?:      .*\n?)+)", lambda m: m[1] + " "
                    + " ".join(m[2].split()) + "\n", entry)
    return {
        "en": field(folded, r"\ben: (.*?)(?:, vi:|$)"),
        "vi": field(folded, r"\bvi: (.*?)\}?$"),
        "source": field(folded, r"^    source: (.*)$"),
        "unit": field(folded, r'^    unit: "?(.*?)"?$'),
        "better": field(folded, r"^    better: (.*)$"),
        "valid": field(folded, r"^    valid: \[(.*)\]$"),
        "measure": field(folded, r"^    # measure: (.*)$"),
    }


def formula(measure: str) -> str:
    """A measure as people write it: 100 · a / (b + c)."""
    def terms(key: str) -> str:
        names = field(measure, key + r": \[(.*?)\]").split(", ")
        return names[0] if len(names) == 1 else "(" + " + ".join(names) + ")"
    if measure.startswith("{sum"):
        return terms("sum").strip("()")
    return f"{field(measure, r'per: ([0-9]+)')} · {terms('of')} / {terms('to')}" if measure else "–"


def row(name: str, said: dict[str, str]) -> str:
    valid = said["valid"].replace(", ", " to ") or "–"
    cells = [f"`{name}`", f"{said['en']}<br>{said['vi']}", formula(said["measure"]), said["unit"],
             said["better"], valid, said["source"]]
    return "| " + " | ".join(cells) + " |"


def faults_of(name: str, said: dict[str, str]) -> list[str]:
    wrong = [f"{name}: no {key}" for key in ("en", "vi", "source", "unit") if not said[key]]
    if said["better"] not in ("higher", "lower"):
        wrong.append(f"{name}: better is {said['better']!r}")
    if said["unit"] == "%" and not said["measure"]:
        wrong.append(f"{name}: a share without a formula")
    return wrong


def switched_on(found: dict[str, dict[str, str]]) -> str:
    """A model that computes all that the catalogue has a formula for."""
    lines = [f"  {name}: {{measure: {said['measure']}}}"
             for name, said in found.items() if said["measure"]]
    return "\n".join(["kpiscore: 1", "id: all", "extends: [kpiscore:nq57]", "indicators:", *lines])


def accepted(command: str, text: str) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "model.yaml").write_text(text, encoding="utf-8")
        return board.run([command, "check", "model.yaml"], Path(folder))[1]


def built_in(command: str, text: str) -> list[str]:
    done = subprocess.run([command, "models", "nq57", "--yaml"], capture_output=True, text=True,
                          encoding="utf-8")
    return [] if done.stdout == text else ["kpiscore models nq57 --yaml does not show the file's text"]


def main(command: str, source: Path) -> int:
    found = {name: parse(entry) for name, entry in board.entries(source / CATALOGUE).items()}
    rows = [row(name, said) for name, said in found.items()]
    if command == "--rows":
        print("\n".join(rows))
        return 0
    wrong = [fault for name, said in found.items() for fault in faults_of(name, said)]
    listed = (source / "docs/catalogue.md").read_text(encoding="utf-8").splitlines()
    listed = [line for line in listed if line.startswith("| `")]
    wrong += [f"docs/catalogue.md lacks: {line}" for line in rows if line not in listed]
    wrong += [f"docs/catalogue.md has beyond the file: {line}" for line in listed if line not in rows]
    wrong += accepted(command, switched_on(found))
    wrong += built_in(command, (source / CATALOGUE).read_text(encoding="utf-8"))
    return board.report(wrong, len(found))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2])))
