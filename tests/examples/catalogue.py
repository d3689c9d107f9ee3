# SPDX-License-Identifier: MIT
"""The catalogue keeps its word: every entry says all that it must, docs/catalogue.md lists the same
under the model's heading, and every commented `measure:` is one that the command accepts. What the
models compute is looked at in builtin.py.

usage: catalogue.py COMMAND SOURCE        the tests
       catalogue.py --rows SOURCE         prints the rows that docs/catalogue.md should have"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

import board

CATALOGUE = Path("lib/model/catalogue")
Entries = dict[str, dict[str, str]]


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
        "measure": field(folded, r"^    (?:# )?measure: (.*)$"),
        "posts": field(folded, r"posts: \[(.*?)\]"),
        "transform": field(folded, r"transform: (\w+)"),
        "target": field(folded, r"target: \{(.*)\}\}$"),
    }


def formula(measure: str) -> str:
    """A measure as people write it: 100 · a / (b + c), or the count of a register."""
    def terms(key: str) -> str:
        names = field(measure, key + r": \[(.*?)\]").split(", ")
        return names[0] if len(names) == 1 else "(" + " + ".join(names) + ")"
    if measure.startswith("{register"):
        within = " in the period" if "window: period" in measure else ""
        return f"{field(measure, r'count: (.*?)[,}]')}{within}"
    if measure.startswith("{sum"):
        return terms("sum").strip("()")
    return f"{field(measure, r'per: ([0-9]+)')} · {terms('of')} / {terms('to')}"


def scored(said: dict[str, str], weight: str) -> str:
    """The posts between which an entry without a formula is scored, and its weight in the tree."""
    posts = said["posts"].replace(", ", " to ") + (", logarithms" if said["transform"] else "")
    return ", ".join(part for part in [posts, weight and f"weight {weight}"] if part) or "–"


def row(name: str, said: dict[str, str], tree: str) -> str:
    if said["target"]:
        return f"| `{name}` | {said['target'].replace('_', ' ').replace(':', '')} |"
    weight = field(tree, rf"\{{id: {name}, weight: (\d+)\}}")
    valid = said["valid"].replace(", ", " to ") or "–"
    how = formula(said["measure"]) if said["measure"] else scored(said, weight)
    cells = [f"`{name}`", f"{said['en']}<br>{said['vi']}", how, said["unit"], said["better"], valid,
             said["source"]]
    return "| " + " | ".join(cells) + " |"


def rows_of(text: str, found: Entries) -> list[str]:
    tree = text.partition("\nindex:\n")[2]
    return [row(name, said, tree) for name, said in found.items()]


def faults_of(name: str, said: dict[str, str]) -> list[str]:
    if said["target"]:
        return []
    wrong = [f"{name}: no {key}" for key in ("en", "vi", "source", "unit") if not said[key]]
    if said["better"] not in ("higher", "lower"):
        wrong.append(f"{name}: better is {said['better']!r}")
    if said["unit"] == "%" and not said["measure"]:
        wrong.append(f"{name}: a share without a formula")
    return wrong


def listed(page: str, model: str) -> list[str]:
    """The rows below the heading of a model."""
    section = page.partition(f"\n## kpiscore:{model}\n")[2].partition("\n## kpiscore:")[0]
    return [line for line in section.splitlines() if line.startswith("| `")]


def compare(model: str, rows: list[str], page: str) -> list[str]:
    there = listed(page, model)
    wrong = [f"docs/catalogue.md lacks below {model}: {line}" for line in rows if line not in there]
    wrong += [f"docs/catalogue.md has beyond {model}: {line}" for line in there if line not in rows]
    return wrong if wrong or there == rows else [f"docs/catalogue.md has {model} in another order"]


def unlike(models: dict[str, Entries]) -> list[str]:
    """What stands in two models that a file may extend both means the same in both."""
    first: dict[str, tuple[str, dict[str, str]]] = {}
    wrong = []
    for model, found in models.items():
        for name, said in found.items():
            before, other = first.setdefault(name, (model, said))
            if not said["target"] and not other["target"]:
                wrong += [f"{name}: {key} differs between {before} and {model}"
                          for key in ("en", "vi", "unit", "better", "valid") if said[key] != other[key]]
    return wrong


def switched_on(found: Entries) -> str:
    """A model that computes all that the catalogue has a formula for."""
    lines = [f"  {name}: {{measure: {said['measure']}}}"
             for name, said in found.items() if said["measure"]]
    return "\n".join(["kpiscore: 1", "id: all", "extends: [kpiscore:nq57]", "indicators:", *lines])


def accepted(command: str, text: str) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "model.yaml").write_text(text, encoding="utf-8")
        return board.run([command, "check", "model.yaml"], Path(folder))[1]


def built_in(command: str, model: str, text: str) -> list[str]:
    done = subprocess.run([command, "models", model, "--yaml"], capture_output=True, text=True,
                          encoding="utf-8")
    return [] if done.stdout == text else [f"kpiscore models {model} --yaml does not show the file's text"]


def main(command: str, source: Path) -> int:
    texts = {path.stem: path.read_text(encoding="utf-8")
             for path in sorted((source / CATALOGUE).glob("*.yaml"))}
    models = {model: {name: parse(entry) for name, entry in board.entries(text).items()}
              for model, text in texts.items()}
    if command == "--rows":
        for model, found in models.items():
            print(f"## kpiscore:{model}", *rows_of(texts[model], found), "", sep="\n")
        return 0
    page = (source / "docs/catalogue.md").read_text(encoding="utf-8")
    wrong = unlike(models) + accepted(command, switched_on(models["nq57"]))
    for model, found in models.items():
        wrong += [f"{model}: {fault}" for name, said in found.items() for fault in faults_of(name, said)]
        wrong += compare(model, rows_of(texts[model], found), page)
        wrong += built_in(command, model, texts[model])
    return board.report(wrong, sum(map(len, models.values())))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2])))
