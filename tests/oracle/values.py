# SPDX-License-Identifier: MIT
"""Periods, and values with all that they can be.

A part of the oracle: see oracle.py.
"""
import calendar
import datetime
import math
import re
from collections import namedtuple

INFINITY = math.inf
DAY = datetime.timedelta(days=1)


Period = namedtuple("Period", "start end frequency text")


def months(year, first, count, frequency, text):
    last = first + count - 1
    end = datetime.date(year, last, calendar.monthrange(year, last)[1])
    return Period(datetime.date(year, first, 1), end, frequency, text)


def period(text):
    """Any spelling of a period; its `text` is the canonical one."""
    text = text.strip()
    if "/" in text:
        start, end = (period(part) for part in text.split("/"))
        return Period(start.start, end.end, "range", f"{start.start}/{end.end}")
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        day = datetime.date.fromisoformat(text)
        return Period(day, day, "D", text)
    year, _, rest = text.partition("-")
    year = int(year)
    if rest in ("", "A1"):
        return months(year, 1, 12, "A", f"{year:04}")
    if rest.isdigit():
        rest = "M" + rest
    letter, number = rest[0], int(rest[1:])
    if letter == "M":
        return months(year, number, 1, "M", f"{year:04}-{number:02}")
    if letter == "W":
        monday = datetime.date.fromisocalendar(year, number, 1)
        return Period(monday, monday + 6 * DAY, "W", f"{year:04}-W{number:02}")
    if letter == "D":
        day = datetime.date(year, 1, 1) + (number - 1) * DAY
        return Period(day, day, "D", str(day))
    count = {"S": 6, "T": 4, "Q": 3}[letter]
    return months(year, (number - 1) * count + 1, count, letter, f"{year:04}-{rest}")


# ------------------------------------------------------------------------------------------------------ values
# A place on the number line is (x, side): at x, just above it (side 1) or just below it (side -1).

Value = namedtuple("Value", "point low low_open high high_open")


def exact(x):
    return Value(x, x, False, x, False)


def place(value):
    """Where the point stands: that of ">80" just above 80."""
    if value.low_open and value.point == value.low:
        return value.point, 1
    if value.high_open and value.point == value.high:
        return value.point, -1
    return value.point, 0


def low_end(value):
    return value.low, 1 if value.low_open else 0


def high_end(value):
    return value.high, -1 if value.high_open else 0


def observed(row):
    """The value of an observation; None where it is missing."""
    text = row["value"].strip()
    if text in ("", "NaN"):
        return None
    for mark, is_open in (">=", False), ("<=", False), (">", True), ("<", True):
        if text.startswith(mark):
            x = float(text[len(mark):])
            if mark[0] == ">":
                return Value(x, x, is_open, INFINITY, True)
            return Value(x, -INFINITY, True, x, is_open)
    if ".." in text:
        low, high = (float(part) for part in text.split(".."))
        return Value((low + high) / 2, low, False, high, False)
    x = float(text.lstrip("~"))
    low, high = (row.get(key, "") or "" for key in ("low", "high"))
    return Value(x, float(low or x), False, float(high or x), False)


def within(value, valid):
    """The value with its bounds ended at `valid`."""
    if valid is None:
        return value
    least, greatest = valid
    low, high = low_end(value), high_end(value)
    if value.low < least:
        low = least, 0
    if value.high > greatest:
        high = greatest, 0
    return Value(value.point, low[0], low[1] != 0, high[0], high[1] != 0)
