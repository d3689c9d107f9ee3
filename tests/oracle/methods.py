# SPDX-License-Identifier: MIT
"""Targets, and the scoring methods: from a value to a score.

A part of the oracle: see oracle.py.
"""
import math
from collections import namedtuple

from values import DAY, INFINITY, period


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
