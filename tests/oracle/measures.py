# SPDX-License-Identifier: MIT
"""What an indicator measures: sums, ratios, changes, carried and made of finer periods.

A part of the oracle: see oracle.py.
"""
import calendar
import datetime
import itertools
import math

from values import DAY, INFINITY, Value, exact, period


def terms(names):
    """[(sign, series)] of a sum such as [a, -b]."""
    return [(-1, name[1:]) if name.startswith("-") else (1, name) for name in names]


def sum_of(signed, numbers):
    total = 0.0
    for sign, name in signed:
        total += sign * numbers[name]
    return total


class Formula:
    """per * sum(of) / sum(to), or sum(of) where there is no `to`."""

    def __init__(self, indicator, definition):
        measure = definition.get("measure") or {"sum": [indicator]}
        ratio = measure.get("ratio", {})
        self.of = terms(measure.get("sum") or ratio["of"])
        self.to = terms(ratio.get("to", []))
        self.per = float(ratio.get("per", 1))
        self.series = list(dict.fromkeys(name for _, name in self.of + self.to))

    def at(self, numbers):
        if not self.to:
            return sum_of(self.of, numbers)
        below = sum_of(self.to, numbers)
        return self.per * sum_of(self.of, numbers) / below if below else None

    def towards(self, name, numbers):
        """The limit of the formula as the one series `name` goes to its infinite end, the others standing still."""
        sign = 1 if numbers[name] > 0 else -1
        above = sign * sum(s for s, n in self.of if n == name)
        below = sign * sum(s for s, n in self.to if n == name)
        finite = {**numbers, name: 0.0}
        if below:
            return self.per * above / below
        if not above:
            return self.at(finite)
        divisor = sum_of(self.to, finite) if self.to else 1
        return INFINITY * above * divisor * self.per if divisor else None

    def corners(self, values):
        """(result, uses an open end) at each combination of the ends of its series."""
        ends = [[(name, values[name].low, values[name].low_open), (name, values[name].high, values[name].high_open)]
                for name in self.series]
        for corner in itertools.product(*ends):
            numbers = {name: x for name, x, _ in corner}
            infinite = [name for name, x in numbers.items() if math.isinf(x)]
            if len(infinite) > 1:
                continue  # lies between those with one
            result = self.towards(infinite[0], numbers) if infinite else self.at(numbers)
            if result is not None:
                yield result, any(is_open for _, _, is_open in corner)

    def spans_zero(self, values):
        below = Formula("", {"measure": {"sum": ["-" * (sign < 0) + name for sign, name in self.to]}})
        results = [result for result, _ in below.corners(values)]
        return min(results) <= 0 <= max(results)

    def value(self, used, area, when):
        return self({name: used[name].get((area, when)) for name in self.series})

    def __call__(self, values):
        """The measured value; None where a term is missing or the divisor is 0."""
        if any(values.get(name) is None for name in self.series):
            return None
        point = self.at({name: values[name].point for name in self.series})
        if point is None:
            return None
        if self.to and self.spans_zero(values):
            return Value(point, -INFINITY, True, INFINITY, True)
        corners = list(self.corners(values))
        low, high = min(corners)[0], max(corners)[0]
        if low == high:  # a / a: the one value is reached
            return exact(point)
        return Value(point, low, all(is_open for x, is_open in corners if x == low),
                     high, all(is_open for x, is_open in corners if x == high))


LENGTHS = {"A": 12, "S": 6, "T": 4, "Q": 3, "M": 1}


def month_earlier(day, count):
    """The day so many months earlier; the last of a month stays the last of one."""
    year, month = divmod(day.year * 12 + day.month - 1 - count, 12)
    last = calendar.monthrange(year, month + 1)[1]
    is_last = day.day == calendar.monthrange(day.year, day.month)[1]
    return datetime.date(year, month + 1, last if is_last else min(day.day, last))


def earlier(when, over):
    """The period of the same kind that lies a span earlier; None where there is none."""
    count, unit = int(over[:-1]), over[-1]
    if unit in "WD":
        days = count * 7 if unit == "W" else count
        if when.frequency in LENGTHS or when.frequency == "W" and days % 7:
            return None
        start, end = when.start - days * DAY, when.end - days * DAY
    else:
        count *= {"Y": 12, "Q": 3, "M": 1}[unit]
        if when.frequency == "W" or count % LENGTHS.get(when.frequency, 1):
            return None
        start, end = month_earlier(when.start, count), month_earlier(when.end, count)
    if when.frequency in LENGTHS:
        number = (start.month - 1) // LENGTHS[when.frequency] + 1
        return period(f"{start.year:04}-{when.frequency}{number}")
    if when.frequency == "W":
        year, week, _ = start.isocalendar()
        return period(f"{year:04}-W{week}")
    return period(str(start)) if when.frequency == "D" else period(f"{start}/{end}")


class Change:
    """The change of one series over a span."""

    def __init__(self, measure):
        self.series = [measure["change"]]
        self.over = measure["over"]
        self.kind = measure.get("as", "percent")

    def at(self, x, b):
        if self.kind == "difference":
            return x - b
        if b <= 0 or self.kind == "annual" and x < 0:
            return None
        if math.isinf(b):
            return None if math.isinf(x) else -100.0
        if self.kind == "percent":
            return 100 * (x - b) / b
        count, unit = int(self.over[:-1]), self.over[-1]
        years = count * {"Y": 1, "Q": 1 / 4, "M": 1 / 12, "W": 7 / 365.25, "D": 1 / 365.25}[unit]
        try:
            return 100 * ((x / b) ** (1 / years) - 1)
        except OverflowError:
            return INFINITY

    def undefined(self, x, b):
        return self.kind != "difference" and (b.low <= 0 or self.kind == "annual" and x.low < 0)

    def corners(self, x, b):
        for (now, now_open), (then, then_open) in itertools.product(
                [(x.low, x.low_open), (x.high, x.high_open)], [(b.low, b.low_open), (b.high, b.high_open)]):
            result = self.at(now, then)
            if result is not None and not math.isnan(result):
                at_zero = now == 0 and self.kind != "difference"  # whatever it is divided by
                yield result, now_open or math.isinf(then) or then_open and not at_zero

    def value(self, used, area, when):
        found = used[self.series[0]]
        before = earlier(when, self.over)
        x, b = found.get((area, when)), found.get((area, before))
        point = None if x is None or b is None else self.at(x.point, b.point)
        if point is None or math.isinf(point):
            return None
        if self.undefined(x, b):
            return Value(point, -INFINITY, True, INFINITY, True)
        corners = list(self.corners(x, b))
        low, high = min(corners)[0], max(corners)[0]
        return Value(point, low, all(is_open for y, is_open in corners if y == low),
                     high, all(is_open for y, is_open in corners if y == high))
