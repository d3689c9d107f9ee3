# SPDX-License-Identifier: MIT
"""Makes a CSV file of observations of a given shape, ordinary or as hostile as can be, and has it
read.

    observations.py SHAPE ROWS READER [ARGUMENT...]

calls READER FILE ARGUMENT... and ends as it does.
"""

import random
import subprocess
import sys
import tempfile
from datetime import date, timedelta
from pathlib import Path

FIRST_DAY = date(1, 1, 1)


def day(i: int) -> str:
    return (FIRST_DAY + timedelta(days=i)).isoformat()


def long(n: int):
    """The same number of areas, series and months; rows by area, then series, then month."""
    side = round(n ** (1 / 3))
    yield "area,series,period,value"
    for area in range(side):
        for series in range(side):
            for month in range(side):
                value = (area * 7919 + series * 104729 + month * 1299709) % 100000 / 100
                yield f"VN-{area:03},indicator_{series:03},{2000 + month // 12}-{month % 12 + 1:02},{value}"


def shuffled(n: int):
    header, *rows = long(n)
    random.Random(57).shuffle(rows)
    yield header
    yield from rows


def sdmx(n: int):
    header, *rows = long(n)
    yield "DATAFLOW,REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE,OBS_STATUS,UNIT_MULT"
    for row in rows:
        yield f"KPI:A(1.0),{row},A,3"


def wide(n: int):
    header, *rows = long(n)
    side = round(n ** (1 / 3))
    yield "area,period," + ",".join(f"indicator_{i:03}" for i in range(side))
    for area in range(side):
        for month in range(side):
            values = ",".join(str((area + i + month) % 1000 / 10) for i in range(side))
            yield f"VN-{area:03},{2000 + month // 12}-{month % 12 + 1:02},{values}"


def hostile(n: int):
    """Each row has an area and a period of its own."""
    yield "area,series,period,value"
    for i in range(n):
        yield f"area-{i:07},x,{day(i)},{i}"


def hostile_ranges(n: int):
    yield "area,series,period,value"
    for i in range(n):
        yield f"area-{i:07},x,{day(i)}/{day(i + 1 + i % 1000)},{i}"


def hostile_all(n: int):
    """Each row has an area, a series and a period of its own."""
    yield "area,series,period,value"
    for i in range(n):
        yield f"area-{i:07},series-{i:07},{day(i)},{i}"


def hostile_bounds(n: int):
    """Each row has an area and a period of its own, and bounds."""
    yield "area,series,period,value"
    for i in range(n):
        yield f"area-{i:07},x,{day(i)},>{i}"


def main() -> int:
    shape, rows, reader, *arguments = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "observations.csv"
        with path.open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(line + "\n" for line in globals()[shape](int(rows)))
        return subprocess.run([reader, path, *arguments], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
