# SPDX-License-Identifier: MIT
"""Counts the items of a large register: this library beside DuckDB and pandas, where they can be
imported. All read the same file and answer the same question; the answers are compared first.

    registers.py COMMAND [--rows N] [--areas N] [--threads N] [--file FILE]

COMMAND is the kpiscore command. The file is made if it is not there, and kept if it is named.
Prints wall time, processor time and peak memory of each, as a process of its own, and ends with 1 if two differ.
"""

import argparse
import csv
import importlib.util
import io
import math
import os
import random
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

DAY = "2025-06-30"
FIRST, DAYS = date(2024, 1, 1), 540
COUNTS = ["opened", "closed", "on_time", "late", "open", "overdue", "median_days", "p90_days"]

MODEL = """\
kpiscore: 1
id: bench
registers:
  tasks:
    columns: {id: no, area: city, opened: assigned, due: deadline, closed: completed}
    unique: %s
indicators:
""" + "".join(f"  {count}: {{measure: {{register: tasks, count: {count}, where: {{level: central}}}}}}\n"
              for count in COUNTS)

DUCKDB = """
with items as (
  select city, assigned::date as opened, deadline::date as due,
         case when completed::date <= $day then completed::date end as closed
  from read_csv($file, header = true, all_varchar = true, nullstr = '')
  where level = 'central' and assigned::date <= $day)
select city, count(*), count(closed),
       count(*) filter (closed <= due or (closed is not null and due is null)),
       count(*) filter (closed > due), count(*) - count(closed),
       count(*) filter (closed is null and due < $day),
       quantile_cont(closed - opened, 0.5), quantile_cont(closed - opened, 0.9)
from items group by city
"""


def make(path: Path, rows: int, areas: int) -> None:
    chance = random.Random(57)
    days = [(FIRST + timedelta(days=i)).isoformat() for i in range(DAYS + 200)]
    cities = [f"VN-{i:02}" for i in range(areas)]
    levels = ["central", "central", "city", "commune"]
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write("no,city,level,assigned,deadline,completed\n")
        for start in range(0, rows, 100_000):
            block = []
            for number in range(start, min(start + 100_000, rows)):
                bits = chance.getrandbits(60)
                opened = bits % DAYS
                due = days[opened + 5 + (bits >> 10) % 40] if (bits >> 20) & 7 else ""
                closed = days[opened + (bits >> 24) % 60] if (bits >> 32) & 3 else ""
                block.append(f"T-{number:08},{cities[(bits >> 36) % areas]},"
                             f"{levels[(bits >> 44) & 3]},{days[opened]},{due},{closed}\n")
            file.writelines(block)


# ---- The others, each run by this script as a process of its own

def count_with_duckdb(path: str, threads: int) -> None:
    import duckdb
    connection = duckdb.connect()
    connection.execute(f"set threads = {threads}")
    found = connection.execute(DUCKDB, {"file": path, "day": date.fromisoformat(DAY)}).fetchall()
    csv.writer(sys.stdout).writerows(sorted(found))


def count_with_pandas(path: str, _threads: int) -> None:
    import pandas
    day = pandas.Timestamp(DAY)
    dates = {"assigned": "opened", "deadline": "due", "completed": "closed"}
    items = pandas.read_csv(path, usecols=["city", "level", *dates], parse_dates=list(dates),
                            date_format="%Y-%m-%d", dtype={"city": "category", "level": "category"})
    items = items.rename(columns=dates)
    items = items[(items.level == "central") & (items.opened <= day)]
    closed = items.closed.where(items.closed <= day)
    late = closed > items.due
    table = pandas.DataFrame({
        "city": items.city, "opened": 1, "closed": closed.notna(), "on_time": closed.notna() & ~late,
        "late": late, "open": closed.isna(), "overdue": closed.isna() & (items.due < day),
        "days": (closed - items.opened).dt.days})
    groups = table.groupby("city", observed=True)
    sums = groups[COUNTS[:6]].sum()
    sums["median_days"] = groups.days.quantile(0.5)
    sums["p90_days"] = groups.days.quantile(0.9)
    sums.sort_index().to_csv(sys.stdout, header=False)


OTHERS = {"duckdb": count_with_duckdb, "pandas": count_with_pandas}


# ---- The comparison

def measure(command: list[str]) -> tuple[float, float, float, str]:
    """Seconds by the clock and of processors, megabytes at the peak, standard output."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8")
    text = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{command[0]} ends with {process.returncode}")
    return (time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024,
            text)


def read_scorecard(text: str) -> dict[str, list[float]]:
    found: dict[str, list[float]] = {}
    for row in csv.DictReader(io.StringIO(text)):
        found.setdefault(row["area"], []).append(float(row["value"] or "nan"))
    return found


def read_table(text: str) -> dict[str, list[float]]:
    return {area: [float(number or "nan") for number in numbers]
            for area, *numbers in csv.reader(io.StringIO(text))}


def differ(found: dict[str, list[float]], expected: dict[str, list[float]]) -> bool:
    return found.keys() != expected.keys() or any(
        not math.isclose(a, b, rel_tol=1e-9)
        for area in expected for a, b in zip(found[area], expected[area], strict=True))


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("command")
    parser.add_argument("--rows", type=int, default=10_000_000)
    parser.add_argument("--areas", type=int, default=34)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--file", type=Path)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = arguments.file or Path(folder) / "tasks.csv"
        if not path.exists():
            make(path, arguments.rows, arguments.areas)
        with path.open("rb") as file:    # so that nobody waits for the disk
            while file.read(1 << 16):
                pass
        runs = {}
        for unique in ("false", "true"):
            model = Path(folder) / f"{unique}.yaml"
            model.write_text(MODEL % unique, encoding="utf-8")
            runs[f"kpiscore, unique: {unique}"] = measure(
                [arguments.command, "score", str(model), "--register", f"tasks={path}",
                 "--as-of", DAY, "--format", "csv"])
        for name in OTHERS:
            if importlib.util.find_spec(name) is None:
                print(f"{name}: skipped: it cannot be imported")
                continue
            runs[name] = measure([sys.executable, __file__, "--other", name, str(path),
                                  str(arguments.threads)])
    answers = {name: (read_scorecard if name.startswith("kpiscore") else read_table) (text)
               for name, (*_, text) in runs.items()}
    expected = answers["kpiscore, unique: false"]
    wrong = [name for name, answer in answers.items() if differ(answer, expected)]
    print(f"{len(expected)} areas; differing answers: {', '.join(wrong) or 'none'}")
    for name, (seconds, of_processors, megabytes, _) in runs.items():
        print(f"{name:26}{seconds:8.2f} s{of_processors:8.2f} s of processors{megabytes:7.0f} MB")
    return 1 if wrong else 0


if __name__ == "__main__":
    if sys.argv[1:2] == ["--other"]:
        OTHERS[sys.argv[2]] (sys.argv[3], int(sys.argv[4]))
    else:
        sys.exit(main())
