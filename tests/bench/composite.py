# SPDX-License-Identifier: MIT
"""Scores a cube of areas x indicators x periods: this library beside numpy, tuned and plain, and
pandas. All do the same on the same data: min-max, weighted means of what is there over three
levels, ranks of the index. The results are compared first.

    composite.py PROGRAM [--areas N] [--series N] [--periods N] [--threads N]

PROGRAM is tests/bench/composite.c. Prints seconds, nanoseconds a cell and ratios; ends with 1 if
two differ.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

try:
    import pandas as pd
except ImportError:
    pd = None

GROUP = 5
TOLERANCE = 1e-10  # relative: sums are taken in another order


def children(series: int) -> list[tuple[float, list[tuple[float, list[int]]]]]:
    """(weight, groups) of each pillar, (weight, leaves) of each group, as composite.c has them."""
    return [(1 + first // GROUP % 3,
             [(1 + g // GROUP % 2, list(range(g, min(g + GROUP, series))))
              for g in range(first, min(first + GROUP * GROUP, series), GROUP)])
            for first in range(0, series, GROUP * GROUP)]


def leaf_weight(s: int) -> float:
    return 1 + s % 4


def mean(scores: list[np.ndarray], weights: list[float]) -> np.ndarray:
    """The weighted mean of what is there."""
    total, weight = np.zeros_like(scores[0]), np.zeros_like(scores[0])
    for score, w in zip(scores, weights):
        missing = np.isnan(score)
        total += np.where(missing, 0, w * score)
        weight += np.where(missing, 0, w)
    with np.errstate(invalid="ignore"):
        return total / weight


def ranks(scores: np.ndarray) -> np.ndarray:
    """1 is best, ties share the better rank; of scores rounded to 1e-9."""
    rounded = np.round(scores * 1e9) / 1e9
    ordered = np.sort(-rounded)  # NaN last
    out = 1.0 + np.searchsorted(ordered[:np.count_nonzero(~np.isnan(ordered))], -rounded)
    out[np.isnan(scores)] = np.nan
    return out


def tree(scored: list[np.ndarray]) -> np.ndarray:
    pillars, weights = [], []
    for weight, groups in children(len(scored)):
        pillars.append(mean([mean([scored[s] for s in leaves], [leaf_weight(s) for s in leaves])
                             for _, leaves in groups], [w for w, _ in groups]))
        weights.append(weight)
    return mean(pillars, weights)


def turned(s: int) -> int:
    return -1 if s % 3 == 0 else 1


def numpy_plain(cube: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """A whole array an indicator, as one would write it down."""
    scored = []
    for s, values in enumerate(cube):
        x = turned(s) * values
        least, greatest = np.nanmin(x), np.nanmax(x)
        scored.append(100 * (x - least) / (greatest - least))
    index = tree(scored)
    return index, np.stack([ranks(row) for row in index])


def numpy_tuned(cube: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Period by period, so that what is worked on stays in the cache."""
    ends = [(np.nanmin(turned(s) * values), np.nanmax(turned(s) * values))
            for s, values in enumerate(cube)]
    n_periods, n_areas = cube.shape[1:]
    index, ranked = np.empty((n_periods, n_areas)), np.empty((n_periods, n_areas))
    for p in range(n_periods):
        index[p] = tree([(turned(s) * cube[s, p] - least) * (100 / (greatest - least))
                         for s, (least, greatest) in enumerate(ends)])
        ranked[p] = ranks(index[p])
    return index, ranked


def with_pandas(cube: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    n_series, n_periods, n_areas = cube.shape
    frame = pd.DataFrame(cube.reshape(n_series, -1).T)
    frame *= [turned(s) for s in range(n_series)]
    frame = 100 * (frame - frame.min()) / (frame.max() - frame.min())

    def combine(scores: pd.DataFrame, weights: list[float]) -> pd.Series:
        return (scores * weights).sum(axis=1, min_count=1) / (scores.notna() * weights).sum(axis=1)

    pillars = {}
    for p, (_, groups) in enumerate(children(n_series)):
        below = pd.DataFrame({g: combine(frame[leaves], [leaf_weight(s) for s in leaves])
                              for g, (_, leaves) in enumerate(groups)})
        pillars[p] = combine(below, [w for w, _ in groups])
    index = combine(pd.DataFrame(pillars), [w for w, _ in children(n_series)])
    period = np.repeat(np.arange(n_periods), n_areas)
    ranked = index.round(9).groupby(period).rank(method="min", ascending=False)
    return index.to_numpy().reshape(n_periods, n_areas), ranked.to_numpy().reshape(n_periods, n_areas)


def differ(name: str, ours: tuple, theirs: tuple) -> bool:
    scores = np.allclose(ours[0], theirs[0], rtol=TOLERANCE, atol=0, equal_nan=True)
    # Scores within the noise of one another may be ranked otherwise.
    off = np.count_nonzero(~((ours[1] == theirs[1]) | (np.isnan(ours[1]) & np.isnan(theirs[1]))))
    if not scores or off > 1e-4 * ours[1].size:
        print(f"{name} differs: scores {'agree' if scores else 'differ'}, {off} ranks differ")
        return True
    return False


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program")
    parser.add_argument("--areas", type=int, default=3321)
    parser.add_argument("--series", type=int, default=50)
    parser.add_argument("--periods", type=int, default=60)
    parser.add_argument("--threads", type=int, default=1)
    asked = parser.parse_args()
    shape = (asked.series, asked.periods, asked.areas)
    cells = asked.areas * asked.series * asked.periods
    with tempfile.TemporaryDirectory() as folder:
        said = subprocess.run(
            [asked.program, *map(str, (asked.areas, asked.series, asked.periods, asked.threads)),
             folder], check=True, capture_output=True, text=True).stdout.split()
        read = [np.fromfile(Path(folder, name + ".f64")) for name in ("cube", "scores", "ranks")]
    cube, ours = read[0].reshape(shape), [part.reshape(shape[1:]) for part in read[1:]]
    seconds = {"kpiscore": float(said[0]) / 1}
    wrong = False
    others = {"numpy, tuned": numpy_tuned, "numpy, plain": numpy_plain}
    if pd is not None:
        others["pandas"] = with_pandas
    for name, call in others.items():
        start = time.process_time()
        theirs = call(cube)
        seconds[name] = time.process_time() - start
        wrong |= differ(name, ours, theirs)
    for name, taken in seconds.items():
        print(f"{name:14} {taken:8.4f} s {taken / cells * 1e9:8.2f} ns a cell "
              f"{taken / seconds['kpiscore']:7.1f} x")
    print(f"peak memory of kpiscore: {float(said[2]):.2f} times the cube")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
