#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A second implementation of the scorecard, to hold the library against.

Written from the contract's text, for reading: one function a rule, plain floats, no care for speed. A model is the
mapping that its JSON says (JSON is YAML); observations are mappings of texts with area, series, period, value, low and
high. `score` gives the rows of the CSV as mappings, None where a cell is empty. Left out: `required`, `pace` and
`projected`; statuses that need a pace are "open" here; rollups, registers. What is done before the score is in prepare.py;
the rules stand beside it, in the order of the way: values.py, measures.py, methods.py, combining.py; here they come together.

It takes for granted that model and data are right: it finds no errors and gives no warnings.
"""
import itertools
import math

import prepare
from values import INFINITY, Value, exact, high_end, low_end, observed, period, place, within
from measures import Change, Formula
from methods import (
    SHARES, Score, TRANSFORMS, met, points, progress, rounded, share_of_best, standard, steps, straight,
    target_for, turned)
from combining import Group, copeland


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
