# SPDX-License-Identifier: MIT
"""A new scoring method is one file, one line and one test: a copy of the tree gets one.

The method is written, named in the table and in the two lists that CMake builds by, and nothing
else is touched. Then a model may use it, and the JSON Schema offers it.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

METHOD = """/* SPDX-License-Identifier: MIT */
/* halves: half of the value. A gap: no value, no score. */

#include "method/scoring.h"

static void
score (const KpiScoringCall *call, const double *values, double *out_scores, gsize n)
{
  (void)call;
  for (gsize i = 0; i < n; i++)
    out_scores[i] = values[i] / 2;
}

const KpiScoringMethod _kpi_scoring_halves = {
    .name = "halves",
    .about = "half of the value",
    .score = score,
};
"""

TEST = """/* SPDX-License-Identifier: MIT */
#include "scoring-support.h"

Test (halves, half_of_the_value, .timeout = 10)
{
  KpiScoring scoring = scoring_with ("halves", NULL, 0);
  KpiScoringCall call = {.scoring = &scoring};

  expect_score (&call, 30, 15.0);
  expect_no_score (&call, NAN);
}
"""

MODEL = "kpiscore: 1\nid: m\nindicators: {a: {score: halves}}\nindex: {id: i, of: [a]}\n"
DATA = "area,series,period,value\nX,a,2025,30\n"


def insert(path: Path, pattern: str, line: str) -> None:
    """Puts a line behind the one that matches."""
    text, n = re.subn(f"(?m)^({pattern})$", rf"\1{line}", path.read_text(), count=1)
    if n != 1:
        sys.exit(f"{path.name}: found no line {pattern}, behind which the method belongs")
    path.write_text(text)


def add_method(tree: Path) -> None:
    (tree / "lib/method/halves.c").write_text(METHOD)
    (tree / "tests/unit/test_halves.c").write_text(TEST)
    insert(tree / "lib/method/methods.c", r"  METHOD \(scoring, met\)\s*\\", r"\n  METHOD (scoring, halves) \\")
    insert(tree / "lib/CMakeLists.txt", r"  method/goalposts\.c", r"\n  method/halves.c")
    insert(tree / "tests/CMakeLists.txt", r"foreach \(name", r"\n    halves")


def is_left_out(folder: str, name: str, root: Path) -> bool:
    is_build = Path(folder) == root and name.startswith("build")
    return is_build or name in (".git", "__pycache__")


def run(*command: object, cwd: Path | None = None) -> str:
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))}\n{done.stdout[-4000:]}{done.stderr[-4000:]}")
    return done.stdout


def main(root: Path) -> int:
    with tempfile.TemporaryDirectory(prefix="kpiscore-") as folder:
        tree, build = Path(folder) / "tree", Path(folder) / "build"
        shutil.copytree(
            root, tree, ignore=lambda at, names: {n for n in names if is_left_out(at, n, root)}
        )
        add_method(tree)
        modules = ["-DKPISCORE_BUILD_PYTHON=OFF", "-DKPISCORE_BUILD_LUA=OFF"]
        run("cmake", "-G", "Ninja", "-S", tree, "-B", build, "-DCMAKE_BUILD_TYPE=Debug", *modules,
            f"-DPython3_EXECUTABLE={sys.executable}")  # fmt: skip
        run("cmake", "--build", build, "-j", os.cpu_count() or 1, "--target", "test_halves",
            "kpiscore_command")  # fmt: skip
        run(build / "tests/test_halves")
        command = build / "bindings/cli/kpiscore"
        (tree / "m.yaml").write_text(MODEL)
        (tree / "d.csv").write_text(DATA)
        scores = run(command, "score", "m.yaml", "--data", "d.csv", "--format", "csv", cwd=tree)
        rows = [line.split(",") for line in scores.splitlines()]
        score = next(row[rows[0].index("score")] for row in rows if row[2] == "a")
        offered = '"halves"' in run(command, "models", "--schema")
    print(f"scored 30 as {score}, expected 15; the JSON Schema offers it: {offered}")
    return 0 if score == "15" and offered else 1


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
