# SPDX-License-Identifier: MIT
"""The JSON Schema and the reader agree on every file of the corpus, and with the folder it is in."""

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

SKIPPED = 77  # what ctest takes for "skipped"
NULL = "tag:yaml.org,2002:null"

try:
    import jsonschema
    import yaml
except ImportError as error:
    print(f"skipped: {error}")
    sys.exit(SKIPPED)


class StringLoader(yaml.BaseLoader):
    """Scalars are strings, as a schema meets them at its hardest; null alone is null."""


class TypedLoader(StringLoader):
    """Numbers and booleans are typed, as an editor meets them; keys stay strings."""

    def construct_mapping(self, node, deep=False):
        pairs = ((key.value, value) for key, value in node.value)
        return {key: self.construct_object(value, deep=True) for key, value in pairs}


def resolve(loader: type, tag: str, pattern: str, first: str, make: Callable[[str], object]):
    """Gives what matches the pattern, and starts with one of the characters, its own type."""
    loader.add_implicit_resolver(tag, re.compile(pattern), list(first) or [""])
    loader.add_constructor(tag, lambda loader, node: make(node.value))


resolve(StringLoader, NULL, r"^(~|null)$", "~n", lambda text: None)
resolve(StringLoader, NULL, r"^$", "", lambda text: None)
resolve(TypedLoader, "!boolean", r"^(true|false)$", "tf", lambda text: text == "true")
resolve(TypedLoader, "!integer", r"^[-+]?[0-9]+$", "-+0123456789", int)
resolve(TypedLoader, "!number", r"^[-+]?(\.[0-9]+|[0-9]+\.?[0-9]*)([eE][-+]?[0-9]+)?$",
        "-+.0123456789", float)


def run(verdict: str, *files: str) -> str:
    return subprocess.run([verdict, *files], check=True, capture_output=True, text=True).stdout


def by_reader(verdict: str, files: list[Path]) -> dict[Path, str]:
    lines = run(verdict, *map(str, files)).splitlines()
    words = (line.split(" ", 1) for line in lines)
    return {Path(path): word for word, path in words}


def by_schema(validator: jsonschema.Draft7Validator, path: Path, loader: type) -> str:
    document = yaml.load(path.read_text(), Loader=loader)
    return "good" if validator.is_valid(document) else "bad"


def main(folder: Path, verdict: str) -> int:
    files = sorted(folder.glob("*/*.yaml"))
    schema = json.loads(run(verdict))
    jsonschema.Draft7Validator.check_schema(schema)
    validator = jsonschema.Draft7Validator(schema)
    reader = by_reader(verdict, files)
    wrong = 0
    for path in files:
        verdicts = {"folder": path.parent.name, "reader": reader[path]}
        for loader in (StringLoader, TypedLoader):
            verdicts[loader.__name__] = by_schema(validator, path, loader)
        if len(set(verdicts.values())) > 1:
            wrong += 1
            print(path.relative_to(folder), verdicts)
    print(f"{len(files)} files, {wrong} disagreements")
    return 1 if wrong or not files else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2]))
