# SPDX-License-Identifier: MIT
"""From the scores of children to that of their parent.

A part of the oracle: see oracle.py.
"""
import math
import statistics

from values import INFINITY
from methods import Score, rounded


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
