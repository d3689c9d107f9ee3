# SPDX-License-Identifier: MIT
"""C code is as clang-format leaves it. Its versions differ, so only the one of .clang-format's
first users looks."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

VERSION = "14"
FOLDERS = ["lib", "include", "bindings", "tests", "examples"]
SKIPPED = 77


def main(root: Path) -> int:
    program = shutil.which(f"clang-format-{VERSION}") or shutil.which("clang-format")
    if program is None:
        print("skipped: clang-format is not installed")
        return SKIPPED
    version = subprocess.run([program, "--version"], capture_output=True, text=True).stdout
    if not re.search(rf"version {VERSION}\.", version):
        print(f"skipped: {version.strip()}, expected version {VERSION}")
        return SKIPPED
    files = [str(p) for folder in FOLDERS for p in sorted((root / folder).rglob("*.[ch]"))]
    return subprocess.run([program, "--dry-run", "--Werror", *files]).returncode


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
