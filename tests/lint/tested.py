# SPDX-License-Identifier: MIT
"""Every public function is called, and every error code is expected, by a test in C."""

import re
import sys
from pathlib import Path

import public


def ender(word: str) -> str:
    """What g_autoptr (KpiModel) calls: kpi_model_unref."""
    noun = re.sub(r"(?<!^)(?=[A-Z])", "_", word).lower()
    return f"{noun}_free" if word in ("KpiDatasetBuilder", "KpiScoreOptions") else f"{noun}_unref"


def main(root: Path) -> int:
    names = {function.name for function in public.functions(root)}
    header = (root / "include/kpiscore/error.h").read_text()
    codes = set(re.findall(r"^  (KPI_ERROR_\w+)", header, re.M))
    words = set()
    for path in (root / "tests").rglob("*.c"):
        words |= set(re.findall(r"\w+", path.read_text()))
    if "KPI_ERROR" in words:
        words.add("kpi_error_quark")
    untested = sorted((names | codes) - words - {ender(word) for word in words})
    for name in untested:
        print(f"no test names {name}")
    print(f"{len(names)} functions and {len(codes)} codes, {len(untested)} without a test")
    return 1 if untested or not names or not codes else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
