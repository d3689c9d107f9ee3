# SPDX-License-Identifier: MIT
"""Every public function has a doc comment that says since when, and stands in a file that its own
name or its header's says: kpi_column_get_name() of scorecard.h in column.c or scorecard.c."""

import re
import sys
from pathlib import Path

import public

# Found in a file that neither name says. Keep this short.
ELSEWHERE = {
    "kpi_dataset_read_csv": "builder.c",  # a builder of its own does it
    "kpi_model_get_builtin": "catalogue.c",
    "kpi_model_list_builtin": "catalogue.c",
    "kpi_scorecard_get_score": "find.c",  # which it is, with NaN in place of the error
}

DEFINITION = re.compile(r"^(kpi_\w+) \(|^G_DEFINE_EXTENDED_ERROR \(\w+, (\w+)\)", re.M)


def homes(root: Path) -> dict[str, set[str]]:
    """Function name -> the names of the files that define it."""
    found: dict[str, set[str]] = {}
    for path in sorted((root / "lib").rglob("*.c")):
        for name, error in DEFINITION.findall(path.read_text()):
            found.setdefault(name or f"{error}_quark", set()).add(path.name)
    return found


def is_home(file: str, function: public.Function) -> bool:
    said = {function.header.removesuffix(".h"), *function.name.split("_")}
    return file == ELSEWHERE.get(function.name) or re.split(r"[-.]", file)[0] in said


def faults(function: public.Function, defined_in: set[str]) -> list[str]:
    wrong = []
    if not function.comment.strip():
        wrong.append("has no doc comment")
    elif not re.search(r"@since \d+\.\d+", function.comment):
        wrong.append("does not say @since")
    if not defined_in:
        wrong.append("is defined nowhere")
    wrong += [f"is found in {file}" for file in sorted(defined_in) if not is_home(file, function)]
    return wrong


def main(root: Path) -> int:
    functions = public.functions(root)
    defined = homes(root)
    wrong = [
        f"{function.header}: {function.name} {fault}"
        for function in functions
        for fault in faults(function, defined.get(function.name, set()))
    ]
    stale = sorted(set(ELSEWHERE) - {function.name for function in functions})
    wrong += [f"ELSEWHERE lists {name}, which no header declares" for name in stale]
    print("\n".join(wrong), f"{len(functions)} functions, {len(wrong)} faults", sep="\n")
    return 1 if wrong or not functions else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
