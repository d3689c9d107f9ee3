# SPDX-License-Identifier: MIT
"""What the oracle does between measuring and scoring: screening, imputation, treatment.

Written from docs/model.md, for reading, as oracle.py is. `values` of an indicator stay as measured; `imputed` and `prepared`
are what the steps make of them, {(area, period): Value}.
"""
import math
import statistics

METHODS = {"mean": statistics.fmean, "median": statistics.median,
           "group_mean": statistics.fmean, "group_median": statistics.median}


def prepare(card, model):
    """Sets `left_out` of the card, and `imputed` and `prepared` of its indicators."""
    said = model.get("screen", {})
    leaves = {leaf for tree in card.trees for leaf in tree.leaves()}
    card.screens = said.get("indicators", 0) > 0
    card.left_out = {(name, card.about[area].get("level"), when) for when in card.periods for area in card.areas
                     for name in leaves if share_of_indicator(card, name, area, when) < said.get("indicators", 0)}
    areas_out = {(area, when) for when in card.periods for area in card.areas
                 if share_of_area(card, leaves, area, when) < said.get("areas", 0)}
    for name, indicator in card.indicators.items():
        indicator.kept = {(area, when): value for (area, when), value in indicator.values.items()
                          if name not in leaves or not is_left_out(card, name, area, when)
                          and (area, when) not in areas_out}
        indicator.barred = {(area, when) for area in card.areas for when in card.periods
                            if name in leaves and (is_left_out(card, name, area, when) or (area, when) in areas_out)}
    for name, indicator in card.indicators.items():
        indicator.imputed = {**indicator.kept, **fill(card, name, model)}
    for indicator in card.indicators.values():
        indicator.prepared_values = treat(card, indicator, model)


# ------------------------------------------------------------------------------------------------------ screen


def is_left_out(card, name, area, when):
    return (name, card.about[area].get("level"), when) in card.left_out


def share_of_indicator(card, name, area, when):
    peers = card.peers(area)
    return sum((peer, when) in card.indicators[name].values for peer in peers) / len(peers)


def share_of_area(card, leaves, area, when):
    asked = [name for name in leaves if not is_left_out(card, name, area, when)
             and share_of_indicator(card, name, area, when) > 0]
    return sum((area, when) in card.indicators[name].values for name in asked) / len(asked) if asked else 1


# ------------------------------------------------------------------------------------------------------ impute


def fill(card, name, model):
    """{(area, period): what stands in for a gap}"""
    indicator = card.indicators[name]
    said = indicator.definition.get("impute") or model.get("defaults", {}).get("impute", "none")
    options = said if isinstance(said, dict) else {"method": said}
    method = options["method"]
    filled = {}
    for area in card.areas:
        for when in card.periods:
            if (area, when) in indicator.values or (area, when) in indicator.barred or method == "none":
                continue
            if method in ("carry_forward", "linear"):
                x = along(card, indicator, method, area, when)
            elif options.get("by") == "row":
                x = by_row(card, name, METHODS[method], area, when)
            else:
                x = across(card, indicator, method, area, when)
            if x is not None:
                filled[area, when] = card.exact(x)
    return filled


def across(card, indicator, method, area, when):
    peers = card.peers(area)
    if method.startswith("group"):
        peers = [peer for peer in peers if card.about[peer].get("group") == card.about[area].get("group")]
    found = [indicator.kept[peer, when].point for peer in peers if (peer, when) in indicator.kept]
    return METHODS[method](found) if found else None


def along(card, indicator, method, area, when):
    if card.day:  # its latest observation is there already; what is behind one outside `valid` is not
        past = sorted((p.end, p.start, value.point) for (a, p), value in indicator.history.items() if a == area)
        return past[-1][2] if past and method == "carry_forward" else None
    if when.frequency not in {p.frequency for _, p in [*indicator.values, *indicator.outside]}:
        return None
    known = [(year(p), p.start, p.end, value.point) for (a, p), value in indicator.kept.items()
             if a == area and p.frequency == when.frequency]
    before = max((k for k in known if (k[2], k[1]) < (when.end, when.start)), key=lambda k: k[2:0:-1], default=None)
    after = min((k for k in known if (k[2], k[1]) > (when.end, when.start)), key=lambda k: k[2:0:-1], default=None)
    if method == "carry_forward":
        return before and before[3]
    if before is None or after is None or before[0] == after[0]:
        return None
    share = (year(when) - before[0]) / (after[0] - before[0])
    return before[3] + share * (after[3] - before[3])


def year(when):
    """The time at a period's end, in years."""
    end = when.end
    return end.year + end.timetuple().tm_yday / (366 if is_leap(end.year) else 365)


def is_leap(number):
    return number % 4 == 0 and (number % 100 != 0 or number % 400 == 0)


def by_row(card, name, method, area, when):
    siblings = {child for tree in card.trees for group in tree.groups()
                for child in [c for _, c in group.children] if isinstance(child, str)
                and name in [c for _, c in group.children if isinstance(c, str)]} - {name}
    positions = []
    for sibling in siblings:
        found, low, high = reach(card, sibling, area, when)
        if found is not None and low < high:
            positions.append(turned(card, sibling, (found - low) / (high - low)))
    _, low, high = reach(card, name, area, when)
    if not positions or low is None:
        return None
    return low + turned(card, name, method(positions)) * (high - low)


def reach(card, name, area, when):
    """What an area has of an indicator, and the least and the greatest of its level."""
    kept = card.indicators[name].kept
    points = [kept[peer, when].point for peer in card.peers(area) if (peer, when) in kept]
    own = kept.get((area, when))
    return own and own.point, min(points, default=None), max(points, default=None)


def turned(card, name, share):
    return 1 - share if card.indicators[name].better == "lower" else share


# ------------------------------------------------------------------------------------------------------- treat


def shape(points):
    """Sample-adjusted skewness and kurtosis; None where there are none."""
    n = len(points)
    if n < 4 or min(points) == max(points):
        return None
    mean = math.fsum(points) / n
    m2, m3, m4 = (math.fsum((x - mean) ** k for x in points) / n for k in (2, 3, 4))
    skewness = math.sqrt(n * (n - 1)) / (n - 2) * m3 / m2 ** 1.5
    kurtosis = (n - 1) / ((n - 2) * (n - 3)) * ((n + 1) * (m4 / m2 ** 2 - 3) + 6)
    return skewness, kurtosis


def treatment(points, options):
    """A function from a number to its treated one, and whether it is the logarithm; None where nothing is to be done."""
    def is_skewed(moved):
        found = shape(moved)
        return found is not None and abs(found[0]) > options.get("skew", 2) and found[1] > options.get("kurtosis", 3.5)

    if not is_skewed(points):
        return None
    moved, n_low, n_high, ordered = sorted(points), 0, 0, sorted(points)
    while is_skewed(moved) and n_low + n_high < min(options.get("winsorise", 5), (len(points) - 1) // 2):
        if shape(moved)[0] > 0:
            n_high += 1
        else:
            n_low += 1
        low, high = ordered[n_low], ordered[-1 - n_high]
        moved = [min(max(x, low), high) for x in ordered]
    if is_skewed(moved) and options.get("then") == "log":
        least, span = ordered[0], ordered[-1] - ordered[0]
        return (lambda x: math.log(max(x, least) - least + 0.01 * span)), True
    low, high = ordered[n_low], ordered[-1 - n_high]
    return (lambda x: min(max(x, low), high)), False


def treat(card, indicator, model):
    """{(area, period): Value} as it is scored"""
    default = model.get("defaults", {}).get("treat")
    options = indicator.definition.get("treat", default)
    is_fitted = indicator.method in ("minmax", "zscore", "rank", "borda", "percentile_rank", "fraction_of_max",
                                     "distance_to") and indicator.options.get("ref") != "target"
    if options is None or not is_fitted:
        return indicator.imputed
    if options.get("winsorise", 5) == 0 and options.get("then") != "log":
        return indicator.imputed
    result = {}
    for (area, when), value in indicator.imputed.items():
        points = [indicator.imputed[key].point for key in card.taught(indicator, area, when, indicator.imputed)]
        how = treatment(points, options)
        result[area, when] = value if how is None else moved_value(value, how)
    return result


def moved_value(value, how):
    """An end that is held to a limit is reached, whether or not it was before; and so is one at which the other is held."""
    apply, is_log = how
    low, high = apply(value.low), apply(value.high)
    return value._replace(point=apply(value.point), low=low, high=high,
                          low_open=value.low_open and (is_log or low == value.low and low < high),
                          high_open=value.high_open and (is_log or high == value.high and low < high))
