# SPDX-License-Identifier: MIT
"""A binding uses the library as a stranger would: public headers, the shared library."""

import re
import sys
from pathlib import Path

SOURCES = {".c", ".h", ".i", ".cpp"}
INCLUDE = re.compile(r'^\s*[#%]\s*(?:include|import)\s+(?:"([^"]+\.h)"|<(kpi[^>]+)>)', re.M)


def wrong_includes(path: Path, text: str) -> list[str]:
    wrong = []
    for own, public in INCLUDE.findall(text):
        if own and not (path.parent / own).exists() and not own.startswith("kpiscore/"):
            wrong.append(f'includes "{own}", expected <kpiscore/...> or a file beside it')
        if public and not public.startswith("kpiscore/"):
            wrong.append(f"includes <{public}>, expected <kpiscore/...>")
    return wrong


def main(root: Path) -> int:
    wrong = []
    for path in sorted(p for p in (root / "bindings").rglob("*") if p.is_file()):
        if path.suffix in SOURCES:
            found = wrong_includes(path, path.read_text())
        elif path.name == "CMakeLists.txt" and "kpiscore_objects" in path.read_text():
            found = ["links kpiscore_objects, expected kpiscore::kpiscore"]
        else:
            found = []
        wrong += [f"{path.relative_to(root)}: {text}" for text in found]
    print("\n".join(wrong), f"{len(wrong)} ways round the public door", sep="\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
