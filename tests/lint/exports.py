# SPDX-License-Identifier: MIT
"""The shared library shows the functions of the public headers: all of them, nothing else."""

import subprocess
import sys
from pathlib import Path

import public

NODE = "KPISCORE_0"


def exported(library: str) -> set[str]:
    """Names as the dynamic linker sees them, such as kpi_version@@KPISCORE_0."""
    command = ["nm", "-D", "--defined-only", library]
    lines = subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()
    return {line.split()[-1] for line in lines} - {f"{NODE}@@{NODE}", NODE}


def main(root: Path, library: str) -> int:
    shown = exported(library)
    declared = {f"{function.name}@@{NODE}" for function in public.functions(root)}
    for name in sorted(shown - declared):
        print(f"{name} is exported, and no public header declares it")
    for name in sorted(declared - shown):
        print(f"{name} is declared, and the library does not have it")
    print(f"{len(shown)} functions exported")
    return 0 if shown == declared and shown else 1


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2]))
