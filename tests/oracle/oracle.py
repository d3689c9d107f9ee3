#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A second implementation of the scorecard, to hold the library against.

Written from the contract's text, for reading: one function a rule, plain floats, no care for speed. A model is the
mapping that its JSON says (JSON is YAML); observations are mappings of texts with area, series, period, value, low and
high. `score` gives the rows of the CSV as mappings, None where a cell is empty. Left out: `required`, `pace` and
`projected`; statuses that need a pace are "open" here; rollups, registers. What is done before the score is in prepare.py.

It takes for granted that model and data are right: it finds no errors and gives no warnings.
"""
import calendar
import datetime
import itertools
import math
import re
import statistics
from collections import namedtuple

import prepare

INFINITY = math.inf
DAY = datetime.timedelta(days=1)

# ---------------------------------------------------------------------------------------------------- periods

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


# ----------------------------------------------------------------------------------------------------- measure


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


# ------------------------------------------------------------------------------------------------------ target

DEMANDS = "at_least", "more_than", "at_most", "less_than", "between", "equal", "top"


class Target:
    """What is demanded: an interval of the number line, and what goes with it."""

    def __init__(self, said):
        self.said = said
        self.demand = next(name for name in DEMANDS if name in said)
        t = said[self.demand]
        self.sense = {"at_least": "higher", "more_than": "higher", "at_most": "lower", "less_than": "lower",
                      "top": "lower"}.get(self.demand)
        self.strict = self.demand in ("more_than", "less_than")
        if self.demand == "between":
            self.low, self.high = map(float, t)
        elif self.demand == "equal":
            self.low = self.high = float(t)
        elif self.sense == "higher":
            self.low, self.high = float(t), INFINITY
        else:
            self.low, self.high = -INFINITY, float(t)
        self.shown = None if self.demand == "between" else float(t)
        baseline = said.get("baseline")
        self.baseline = None if baseline is None or self.met(float(baseline["value"])) else float(baseline["value"])

    def below(self, x, side=0):
        return x < self.low or x == self.low and (side < 0 or side == 0 and self.strict)

    def above(self, x, side=0):
        return x > self.high or x == self.high and (side > 0 or side == 0 and self.strict)

    def met(self, x, side=0):
        return not self.below(x, side) and not self.above(x, side)

    def ends(self):
        return [end for end in (self.low, self.high) if not math.isinf(end)]

    def deadline(self):
        """The last day that counts."""
        if "before" in self.said:
            return period(str(self.said["before"])).start - DAY
        return period(str(self.said["by"])).end if "by" in self.said else None

    def among(self, when):
        """The n of "top k of n": a number, or that of the shortest period given that holds `when`."""
        of = self.said.get("of")
        if not isinstance(of, dict):
            return of
        given = [(period(key), n) for key, n in of.items()]
        return min(((p.end - p.start, n) for p, n in given if p.start <= when.start and when.end <= p.end),
                   default=(None, None))[1]


def target_for(definition, area, level):
    """The target with what it says for this area over what it says for its level over the default."""
    default = definition.get("target")
    if default is None:
        return None
    overrides = default.get("for", {})
    merged = {key: x for key, x in default.items() if key != "for"}
    for key in f"level:{level}", area:
        override = overrides.get(key, {})
        if any(name in override for name in DEMANDS):
            merged = {name: x for name, x in merged.items() if name not in DEMANDS + ("stretch",)}
        merged.update(override)
    return Target(merged) if any(name in merged for name in DEMANDS) else None


# ------------------------------------------------------------------------------------------------------- score
# A rule is a function from a place to a score, None where there is none, and the list of places where it breaks.


def way(x, start, end):
    """The share of the way from start to end, in per cent. "More than b" from b on is a way of no length."""
    if x == start:
        return 0.0
    return 100 * (x - start) / (end - start) if end != start else math.copysign(INFINITY, x - start)


def beside(x, below, target, valid):
    """The score of x outside the range that is asked for: from 100 at its end down to 0 where it is as far as known."""
    end, b = (target.low if below else target.high), target.baseline
    if b is not None and (b < end if below else b > end):
        start = b
    elif valid is not None:
        start = valid[0 if below else 1]
    elif below and end > 0:
        start = 0.0
    else:
        return None
    return None if start == end else 100 * (1 - abs(x - end) / abs(start - end))


def progress(target, valid, when):
    """100 where the target is met, else how far the way to it has been gone."""
    t, b = target.shown, target.baseline

    def scored(x, side):
        if target.met(x, side):
            return 100.0
        if target.sense is None:
            return beside(x, target.below(x, side), target, valid)
        if target.demand == "top":
            n = target.among(when)
            return 100 * t / x if n is None else 100 * (n - x) / (n - t)
        if target.sense == "higher":
            return way(x, b or 0.0, t)
        return 100 * t / x if b is None else way(-x, -b, -t)

    return scored, target.ends()


def met(target):
    return (lambda x, side: 100.0 if target.met(x, side) else 0.0), target.ends()


def points(at):
    def scored(x, _):
        if x <= at[0][0]:
            return at[0][1]
        for (x0, y0), (x1, y1) in zip(at, at[1:]):
            if x <= x1:
                return y0 + (y1 - y0) * (x - x0) / (x1 - x0)
        return at[-1][1]
    return scored, [x for x, _ in at]


def steps(at):
    def scored(x, side):
        reached = [y for post, y in at if post < x or post == x and side >= 0]
        return reached[-1] if reached else at[0][1]
    return scored, [x for x, _ in at]


TRANSFORMS = {None: lambda x: x,
              "log": lambda x: math.log(x) if x > 0 else None,
              "sqrt": lambda x: math.sqrt(x) if x >= 0 else None}


def straight(lo, hi, transform):
    """100 (x - lo) / (hi - lo) on the transformed scale."""
    def scored(x, _):
        y = TRANSFORMS[transform](x)
        if y is None:
            return None
        return 100 * (y - lo) / (hi - lo)
    return scored, []


def standard(mean, sd, population, learned, prepared):
    """mean + sd (y - m) / s of what was learned."""
    m = math.fsum(learned) / len(learned)
    s = math.sqrt(math.fsum((y - m) ** 2 for y in learned) / (len(learned) - (0 if population else 1)))

    def scored(x, _):
        y = prepared(x)
        return None if y is None else mean + sd * (y - m) / s
    return scored, []


def share_of_best(lower, learned):
    """100 x / max, or 100 min / x; at 0, where no value scores, the limit."""
    best = min(learned) if lower else max(learned)

    def scored(x, _):
        if lower:
            return 100 * best / x if x else INFINITY
        return 100 * x / best
    return scored, []


SHARES = {"low": 0, "average": 0.5, "high": 1}


def turned(place_):
    return -place_[0], -place_[1]


Score = namedtuple("Score", "point low high")


def rounded(x, digits=9):
    return x if math.isinf(x) else round(x, digits)


class Indicator:
    def __init__(self, name, definition, model, in_tree):
        self.definition = definition
        measure = definition.get("measure", {})
        self.formula = Change(measure) if "change" in measure else Formula(name, definition)
        self.valid = [float(end) for end in definition["valid"]] if "valid" in definition else None
        self.values = {}    # (area, period) -> Value
        self.outside = {}   # the same, of values outside `valid`: shown, and missing everywhere else
        self.history = {}   # as of a day: the values of the periods that had ended
        has_target = "target" in definition
        method = definition.get("score")
        if method is None and (in_tree or has_target):
            method = model.get("defaults", {}).get("score") or ("progress" if has_target else "minmax")
        self.options = method if isinstance(method, dict) else {"method": method}
        self.method = self.options["method"]
        default = target_for(definition, None, None)
        self.better = definition.get("better") or (default and default.sense) or "higher"

    def put(self, key, value):
        self.values.pop(key, None)
        self.outside.pop(key, None)
        if self.valid is None or (self.valid[0], 0) <= place(value) <= (self.valid[1], 0):
            self.values[key] = within(value, self.valid)
        else:
            self.outside[key] = value

    def prepared(self, x):
        """The value as a fitted method takes it: transformed, and turned where lower is better."""
        y = TRANSFORMS[self.options.get("transform")](x)
        return -y if y is not None and self.better == "lower" else y

    def fitted_rule(self, peers, reference):
        """The rule of a method that learns from its peers; None where it has none."""
        options = self.options
        if self.method == "fraction_of_max":
            return share_of_best(self.better == "lower", peers) if min(peers, default=0) > 0 else None
        learned = [y for y in map(self.prepared, peers) if y is not None]
        if not learned:
            return None
        if self.method == "zscore":
            if min(learned) == max(learned):
                return None
            return standard(float(options.get("mean", 0)), float(options.get("sd", 1)),
                            options.get("population", False), learned, self.prepared)
        start = min(learned)
        end = max(learned) if self.method == "minmax" else None if reference is None else self.prepared(reference)
        if end is None or end == start:
            return None

        def scored(x, _):
            y = self.prepared(x)
            return None if y is None else 100 * (y - start) / (end - start)
        return scored, []

    def rule(self, target, when, peers, reference):
        """The rule for one area and period; None where there is none. `peers` are the values that a fit learns from."""
        options = self.options
        transform = options.get("transform")
        if self.method in ("minmax", "zscore", "fraction_of_max", "distance_to"):
            return self.fitted_rule(peers, reference)
        if self.method in ("progress", "met"):
            return target and (met(target) if self.method == "met" else progress(target, self.valid, when))
        if self.method in ("points", "steps"):
            at = sorted((float(x), float(y)) for x, y in options["at"].items())
            return points(at) if self.method == "points" else steps(at)
        if self.method is None:
            return None
        ends = [TRANSFORMS[transform](float(x)) for x in options["posts"]]
        if self.better == "lower" and ends[0] < ends[1]:
            ends.reverse()
        return straight(*ends, transform) if ends[0] != ends[1] else None

    def held(self, score, own=None):
        """A method's score, held to 0 ... 100 and mapped onto the span that is asked for. `own`: the least and the
        greatest score of a fit that has no such range."""
        if score is None:
            return None
        least, greatest = map(float, self.options.get("to", [0, 100]))
        if self.method in ("zscore", "rank", "borda"):
            if "to" not in self.options:
                return score
            start, end = own
            return None if start == end else least + (greatest - least) * (score - start) / (end - start)
        clamp = self.options.get("clamp", True)
        if clamp:
            score = min(score, 100.0)
        if clamp is True:
            score = max(score, 0.0)
        return score if (least, greatest) == (0, 100) else least + (greatest - least) * score / 100

    def ranked(self, value, peers, me):
        """The score by rank, an area's ends against the others' opposite ends. `peers` are Values by area and period."""
        turn = turned if self.better == "lower" else tuple
        low, high = (high_end, low_end) if self.better == "lower" else (low_end, high_end)
        is_member = me in peers
        others = [other for key, other in peers.items() if key != me]
        share = SHARES[self.options.get("ties", "low")]

        def score_of(mine, theirs):
            equal = sum(x == mine for x in theirs)
            if not is_member:  # one that equals a value of the fit is that value
                equal = max(equal - 1, 0)
            rank = 1 + sum(x < mine for x in theirs) + share * equal
            return {"rank": rank, "borda": rank - 1, "percentile_rank": 100 * (rank - 1) / max(len(peers) - 1, 1)}[
                self.method]

        if not peers or self.method == "percentile_rank" and len(peers) == 1:
            return None
        points = [turn(place(other)) for other in peers.values()]
        own = []
        for end in min(points), max(points):
            rank = 1 + sum(x < end for x in points) + share * (points.count(end) - 1)
            own.append(rank - (self.method == "borda"))
        point = self.held(score_of(turn(place(value)), [turn(place(other)) for other in others]), own)
        if point is None:
            return None
        ends = [self.held(score_of(turn(low(value)), [turn(high(other)) for other in others]), own),
                self.held(score_of(turn(high(value)), [turn(low(other)) for other in others]), own)]
        return Score(point, min(ends), max(ends))

    def ends(self, rule, value, own=None):
        """The least and the greatest score of what the value can be: at its ends, and about each break between."""
        scored, breaks = rule
        places = [low_end(value), high_end(value)]
        places += [(x, side) for x in breaks if value.low <= x <= value.high for side in (-1, 0, 1)
                   if low_end(value) <= (x, side) <= high_end(value)]
        transform = self.options.get("transform")
        if (transform or self.method == "fraction_of_max") and value.low <= 0:
            places[0] = (0.0, 1)  # what lies outside the domain is cut off
        scores = [scored(*at) for at in places]
        if transform == "log" and value.low <= 0:  # without end as x falls to 0; up or down, as between 2 and 1
            scores[0] = math.copysign(INFINITY, scored(1.0, 0) - scored(2.0, 0))
        scores = [self.held(score, own) for score in scores]
        known = [score for score in scores if score is not None]
        return -INFINITY if None in scores else min(known), max(known)

    def score(self, value, target, when, peers, me, reference):
        """`peers` are the Values that a fit learns from, by area and period; `me` the area and period in hand."""
        if self.method in ("rank", "borda", "percentile_rank"):
            return self.ranked(value, peers, me)
        points = [peer.point for peer in peers.values()]
        rule = self.rule(target, when, points, reference)
        if rule is None or self.method == "fraction_of_max" and value.point <= 0:
            return None
        own = None
        if self.method == "zscore":
            own = sorted(rule[0](x, 0) for x in points if self.prepared(x) is not None)
            own = own[0], own[-1]
        point = self.held(rule[0](*place(value)), own)
        if point is None or math.isinf(point):
            return None
        return Score(point, *self.ends(rule, value, own))


def status(value, target, last_day):
    if value is None:
        return "no_data"
    if target is None:
        return "no_target"
    if target.met(*low_end(value)) and target.met(*high_end(value)):
        return "achieved"
    if not target.below(*high_end(value)) and not target.above(*low_end(value)):
        return "undecided"
    deadline = target.deadline()
    return "missed" if deadline is not None and last_day >= deadline else "open"


# ----------------------------------------------------------------------------------------------------- combine


ORDERS = {"geometric": 0.0, "harmonic": -1.0}  # of a power mean


def mean_of(combine, parts):
    """One number of [(weight, number)]; None where it is undefined. Infinite numbers stand for unbounded ends."""
    method = combine["method"]
    if method == "min":
        return min(x for _, x in parts)
    if method == "max":
        return max(x for _, x in parts)
    if method == "median":
        return statistics.median(x for _, x in parts)
    if method == "owa":
        return ordered_average([float(w) for w in combine["weights"]], parts)
    if method == "arithmetic":
        return sum(w * x for w, x in parts) / sum(w for w, _ in parts)
    return power_mean(ORDERS[method] if method in ORDERS else float(combine["p"]), parts)


def ordered_average(places, parts):
    """Each place of the order, the best first, has a weight. All children have one place if they are as many and weigh
    alike; else each takes up as much of the order as it has of their weight."""
    def up_to(share):
        """The weight of the order down to there."""
        whole, part = divmod(share * len(places), 1)
        return sum(places[:int(whole)]) + (part * places[int(whole)] if part else 0.0)
    total, passed, result = sum(w for w, _ in parts), 0.0, 0.0
    for weight, x in sorted(parts, key=lambda part: -part[1]):
        share = up_to(rounded(min((passed + weight) / total, 1), 14)) - up_to(rounded(passed / total, 14))
        passed += weight
        result += share * x if rounded(share, 12) else 0.0
    return result / sum(places)


def power_mean(p, parts):
    """(Σ w xᵖ / Σ w)^(1/p), the geometric mean where p is 0."""
    if any(rounded(x) < 0 for _, x in parts):
        return None
    if p <= 0 and any(rounded(x) == 0 for _, x in parts):
        return 0.0
    logs = [(w, math.log(x) if x > 0 else -INFINITY) for w, x in parts]
    total = sum(w for w, _ in parts)
    if p == 0:
        return math.exp(sum(w * y for w, y in logs) / total)
    greatest = max(p * y for _, y in logs)
    if math.isinf(greatest):  # one infinite (p > 0) or all of them; or all 0
        return INFINITY if greatest * p > 0 else 0.0
    return math.exp((greatest + math.log(sum(w * math.exp(p * y - greatest) for w, y in logs) / total)) / p)


def beats(mine, theirs):
    """1 if one area beats another, -1 if it is beaten, else 0. Both are {child: (weight, number)}."""
    both = [(mine[child][0], rounded(mine[child][1]) - rounded(theirs[child][1]) if mine[child][1] != theirs[child][1]
             else 0.0) for child in mine if child in theirs]
    observed = sum(weight for weight, _ in both)
    won = sum(weight if by > 0 else weight / 2 if by == 0 else 0 for weight, by in both)
    return 0 if not both or rounded(won / observed - 0.5) == 0 else 1 if won > observed / 2 else -1


class Group:
    def __init__(self, node, model, inherited, kind):
        self.name, self.kind = node["id"], kind
        combine = node.get("combine", model.get("defaults", {}).get("combine", "arithmetic"))
        self.how = {"method": combine} if isinstance(combine, str) else combine
        self.missing = {**inherited, **node.get("missing", {})}
        self.turned = node.get("better") == "lower"
        self.scale = float(node.get("out_of", 100)) / 100
        self.children = []  # (weight, Group or the name of an indicator)
        for child in node["of"]:
            about = {"id": child} if isinstance(child, str) else child
            node = Group(about, model, self.missing, "group") if "of" in about else about["id"]
            self.children.append((float(about.get("weight", 1)), node))

    def groups(self):
        return [self] + [g for _, child in self.children if isinstance(child, Group) for g in child.groups()]

    def leaves(self):
        return [leaf for _, child in self.children
                for leaf in (child.leaves() if isinstance(child, Group) else [child])]

    def gathered(self, scores, coverages, left_out, stand_in):
        """{child's place: (weight, Score)} of one area in one period, None where it is to have no score, and its coverage."""
        children = [(place, weight, child, score, coverage) for place, ((weight, child), score, coverage, out)
                    in enumerate(zip(self.children, scores, coverages, left_out)) if weight > 0 and not out]
        if not children:
            return None, 0.0
        total = sum(weight for _, weight, _, _, _ in children)
        coverage = sum(weight * covered for _, weight, _, _, covered in children) / total
        missing = [score is None for _, _, _, score, _ in children]
        policy = self.missing["policy"]
        if all(missing) or any(missing) and policy == "fail":
            return None, coverage
        if rounded(coverage) < rounded(float(self.missing["at_least"])):
            return None, coverage
        parts = {}
        for place, weight, child, score, _ in children:
            if score is None and policy == "zero":
                score = Score(0.0, 0.0, 0.0)
            if score is None and policy == "mean":
                score = stand_in(child)
            if score is not None:
                parts[place] = weight, score
        return parts, coverage

    def averaged(self, parts):
        """The score by a mean of what was gathered."""
        ends = [mean_of(self.how, [(w, getattr(s, end)) for w, s in parts.values()]) for end in Score._fields]
        if ends[0] is None:
            return None
        score = Score(ends[0], -INFINITY if ends[1] is None else ends[1], INFINITY if ends[2] is None else ends[2])
        return Score(100 - score.point, 100 - score.high, 100 - score.low) if self.turned else score


def copeland(parts, rivals):
    """The score by comparison with what was gathered of other areas: an end against their opposite ends."""
    def count(mine, theirs):
        mine = {place: (w, getattr(s, mine)) for place, (w, s) in parts.items()}
        return float(sum(beats(mine, {place: (w, getattr(s, theirs)) for place, (w, s) in rival.items()})
                         for rival in rivals))
    return Score(count("point", "point"), count("low", "high"), count("high", "low"))


# --------------------------------------------------------------------------------------------------- scorecard


class Card:
    def __init__(self, model, rows, as_of, periods, stage):
        self.stage = stage
        said = model.get("areas", {})
        observations = self.read(said, rows)
        self.about = {area: said.get(area, {}) for area in self.areas}
        missing = {"policy": "reweigh", "at_least": 0, **model.get("defaults", {}).get("missing", {})}
        trees = model.get("index", [])
        trees = trees if isinstance(trees, list) else [trees]
        self.trees = [Group(tree, model, missing, "index") for tree in trees]
        leaves = {leaf for tree in self.trees for leaf in tree.leaves()}
        self.indicators = {name: Indicator(name, definition, model, name in leaves)
                           for name, definition in model["indicators"].items()}
        used = {name: observations.get(name, {}) for i in self.indicators.values() for name in i.formula.series}
        self.measure(used, as_of, periods)
        self.exact = exact
        prepare.prepare(self, model)

    def read(self, said, rows):
        """{series: {(area, Period): Value}}; sets the areas: the model's, else those of the data."""
        names = {name: area for area, about in said.items() for name in [area, *about.get("aliases", [])]}
        observations, known = {}, {}
        for row in rows:
            area = names.get(row["area"]) if said else row["area"]
            if area is None:
                continue  # not listed: passed over
            end = period(row["period"]).end
            known[area] = min(end, known.get(area, end))
            value = observed(row)
            if value is not None:
                observations.setdefault(row["series"], {})[area, period(row["period"])] = value
        self.known = {} if said else known  # from which day on a row names an area that no list names
        self.areas = list(said) or sorted(known, key=lambda area: area.encode())
        return observations

    def measure(self, used, as_of, periods):
        """Measures each indicator in each period; as of a day in the latest that had ended and has all terms."""
        every = {p for found in used.values() for _, p in found}
        if as_of == "latest":
            as_of = max(p.end for p in every).isoformat() if every else None
        day = self.day = period(as_of) if as_of else None
        if day:
            self.areas = [area for area in self.areas if self.known.get(area, day.end) <= day.end]
        self.periods = {day} if day else every | {period(p) for p in periods}
        for indicator, area in itertools.product(self.indicators.values(), self.areas):
            for when in sorted(every, key=lambda p: (p.end, p.start)):  # later ones replace earlier ones
                value = indicator.formula.value(used, area, when)
                if value is not None and (day is None or when.end <= day.end):
                    indicator.put((area, when), value)
                    indicator.history[area, when] = indicator.values.pop((area, when), None)
                    indicator.outside.pop((area, when), None)
                    indicator.put((area, day or when), value)
            indicator.history = {key: value for key, value in indicator.history.items() if value is not None}

    def peers(self, area):
        return [other for other in self.areas if self.about[other].get("level") == self.about[area].get("level")]

    def target(self, indicator, area):
        return target_for(indicator.definition, area, self.about[area].get("level"))

    def taught(self, indicator, area, when, values):
        """The (area, period)s whose values a fit learns from."""
        options = indicator.options
        default = "period" if indicator.method in ("rank", "borda", "percentile_rank") and "fit" not in options else "all"
        over = {when} if options.get("over", default) == "period" else self.periods  # all of one frequency
        if "fit" in options:
            first, _, last = str(options["fit"]["periods"]).partition("..")
            over = {p for p in over if period(first).start <= p.start and p.end <= period(last or first).end}
        return [(other, p) for other, p in values
                if other in self.peers(area) and p in over and p.frequency == when.frequency]

    def indicator_score(self, indicator, area, when):
        values, options = indicator.prepared_values, indicator.options
        value = values.get((area, when))
        if value is None:
            return None
        peers = {key: values[key] for key in self.taught(indicator, area, when, values)}
        target = self.target(indicator, area)
        reference = None
        if indicator.method == "distance_to":
            if options["ref"] != "target":
                found = values.get((options["ref"]["area"], when))
                reference = found and found.point
            elif target is not None:
                reference = target.shown
        return indicator.score(value, target, when, peers, (area, when), reference)

    def node_scores(self, when):
        """{node: {area: (Score, coverage)}} of one period."""
        result = {}
        for name, indicator in self.indicators.items():
            result[name] = {area: (self.indicator_score(indicator, area, when),
                                   float((area, when) in indicator.values)) for area in self.areas}
        for tree in self.trees:
            for group in reversed(tree.groups()):
                self.combine(group, result, when)
        return result

    def combine(self, group, result, when):
        names = [child if isinstance(child, str) else child.name for _, child in group.children]
        cells = {}

        def is_left_out(child, area):
            """An indicator that was screened out; a group with nothing else."""
            if isinstance(child, str):
                return prepare.is_left_out(self, child, area, when)
            return all(is_left_out(c, area) for weight, c in child.children if weight > 0)

        for area in self.areas:
            def stand_in(child):
                siblings = [result[child if isinstance(child, str) else child.name][other][0]
                            for other in self.peers(area)
                            if self.about[other].get("group") == self.about[area].get("group")]
                siblings = [score for score in siblings if score is not None]
                return Score(*(sum(column) / len(siblings) for column in zip(*siblings))) if siblings else None
            found = [result[name][area] for name in names]
            cells[area] = group.gathered([score for score, _ in found], [coverage for _, coverage in found],
                                         [is_left_out(child, area) for _, child in group.children], stand_in)
        result[group.name] = {area: (self.group_score(group, area, cells), cells[area][1]) for area in self.areas}

    def group_score(self, group, area, cells):
        parts = cells[area][0]
        if parts is None or group.how["method"] != "copeland":
            return parts and group.averaged(parts)
        return copeland(parts, [cells[other][0] for other in self.peers(area) if other != area and cells[other][0]])

    def present(self, when):
        """The nodes that have rows in a period, in the model's order."""
        def has_rows(indicator):
            frequencies = {p.frequency for _, p in [*indicator.values, *indicator.outside]}
            return self.day or not frequencies or when.frequency in frequencies
        names = [name for name, indicator in self.indicators.items() if has_rows(indicator)]
        return names, [tree for tree in self.trees if set(tree.leaves()) & set(names)]

    def ranks(self, cells, area):
        mine = cells[area][0]
        others = [cells[other][0] for other in self.peers(area) if other != area and cells[other][0] is not None]
        return {"rank": 1 + sum(rounded(o.point) > rounded(mine.point) for o in others),
                "rank_best": 1 + sum(rounded(o.low) > rounded(mine.high) for o in others),
                "rank_worst": 1 + sum(rounded(o.high) > rounded(mine.low) for o in others)}

    def rows(self):
        for when in sorted(self.periods, key=lambda p: (p.start, p.end)):
            scores = self.node_scores(when)
            names, trees = self.present(when)
            nodes = [(name, "indicator", 1.0) for name in names]
            nodes += [(group.name, group.kind, group.scale) for tree in trees for group in tree.groups()]
            for area in self.areas:
                for name, kind, scale in nodes:
                    yield self.row(when, area, name, kind, scale, scores[name])

    def row(self, when, area, name, kind, scale, cells):
        score, coverage = cells[area]
        row = {"area": area, "period": when.text, "node": name, "kind": kind, "coverage": coverage, "status": None}
        for column in "value value_low value_high target score score_low score_high rank rank_best rank_worst".split():
            row[column] = None
        if kind == "indicator":
            indicator = self.indicators[name]
            value = indicator.values.get((area, when))
            target = self.target(indicator, area)
            row["status"] = status(value, target, when.end)
            row["target"] = target and target.shown
            shown = value or indicator.outside.get((area, when))
            if self.stage in ("imputed", "treated"):
                shown = (indicator.imputed if self.stage == "imputed" else indicator.prepared_values).get((area, when))
            if self.stage == "normalised":
                shown = score and Value(score.point, score.low, False, score.high, False)
            if shown is not None:
                row.update(value=shown.point, value_low=finite(shown.low), value_high=finite(shown.high))
        if score is not None:
            row.update(score=score.point * scale, score_low=finite(score.low * scale),
                       score_high=finite(score.high * scale), **self.ranks(cells, area))
        return row


def finite(x):
    return None if math.isinf(x) else x


def score(model, rows, as_of=None, periods=(), stage="measured"):
    """The rows of the scorecard, in its order. `periods` are added to those that have a value."""
    return list(Card(model, rows, as_of, periods, stage).rows())
