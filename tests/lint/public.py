# SPDX-License-Identifier: MIT
"""What the public headers declare, for the lints that ask."""

import re
from pathlib import Path
from typing import NamedTuple

DECLARATION = re.compile(
    r"(?:/\*\*(?P<comment>(?:(?!\*/).)*)\*/\s*)?"  # the doc comment right before, if any
    r"KPI_AVAILABLE_IN_\w+\s[^;(]*?\b(?P<name>kpi_\w+) \(",
    re.DOTALL,
)


class Function(NamedTuple):
    name: str
    header: str  # such as "model.h"
    comment: str  # "" where there is none


def functions(root: Path) -> list[Function]:
    """All functions that the headers under include/kpiscore declare."""
    found = []
    for header in sorted((root / "include/kpiscore").glob("*.h*")):
        for match in DECLARATION.finditer(header.read_text()):
            name = header.name.removesuffix(".in")
            found.append(Function(match["name"], name, match["comment"] or ""))
    return found
