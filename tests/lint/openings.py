# SPDX-License-Identifier: MIT
"""Every source opens with its licence; every file of the library says next what it is for."""

import sys
from pathlib import Path

SUFFIXES = {".c", ".h", ".cmake", ".i", ".in", ".lua", ".py", ".sh"}
FOLDERS = ["bindings", "cmake", "examples", "include", "lib", "pkgconfig", "tests"]
LICENCE = "SPDX-License-Identifier: MIT"


def fault(root: Path, path: Path) -> str | None:
    lines = [line for line in path.read_text().splitlines() if not line.startswith("#!")]
    if not lines or LICENCE not in lines[0]:
        return "does not open with its licence"
    in_library = path.relative_to(root).parts[0] in ("lib", "include")
    if in_library and path.suffix in (".c", ".h") and not lines[1].startswith("/*"):
        return "does not say what it is for"
    return None


def main(root: Path) -> int:
    files = [p for folder in FOLDERS for p in sorted((root / folder).rglob("*"))]
    files = [p for p in files if p.suffix in SUFFIXES or p.name == "CMakeLists.txt"]
    wrong = [f"{p.relative_to(root)} {text}" for p in files if (text := fault(root, p))]
    print("\n".join(wrong), f"{len(files)} files, {len(wrong)} faults", sep="\n")
    return 1 if wrong or not files else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
