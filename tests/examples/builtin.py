# SPDX-License-Identifier: MIT
"""What the built-in models compute: their trees weigh as published, their targets are as strict as
published, their registers count as one counts by hand.

The calculations stand where the expected numbers stand; nothing here was copied from output. That
the published tables come out is looked at in tests/conformance/. usage: builtin.py COMMAND"""

import math
import sys
import tempfile
from pathlib import Path

import board

# model -> its index, the points of each leaf (docs/catalogue.md says where they were published),
# the value that gives a leaf all of its points, where that is not the points themselves
TREES = {
    "dti-province": ("dti", {
        "dti_awareness": 100, "dti_institutions": 100, "dti_infrastructure": 100,
        "dti_human_resources": 100, "dti_cybersecurity": 100, "dti_digital_government": 200,
        "dti_digital_economy": 150, "dti_digital_society": 150}, 1),
    "qd766": ("qd766", {
        "points_transparency": 18, "points_progress": 20, "points_digitisation": 22,
        "points_online_provision": 12, "points_online_payment": 10, "points_satisfaction": 18}, None),
    "egdi": ("egdi", {
        "egdi_online_service": 1 / 3, "egdi_telecommunication": 1 / 3, "egdi_human_capital": 1 / 3}, 1),
    "gii": ("gii", {    # a fifth of a half, a half of a half
        "gii_institutions": 10, "gii_human_capital": 10, "gii_infrastructure": 10,
        "gii_market_sophistication": 10, "gii_business_sophistication": 10,
        "gii_knowledge_outputs": 25, "gii_creative_outputs": 25}, 100),
}
TOTALS = {"gii": 100, "dti-province": 1000, "qd766": 100, "egdi": 1}

# sub-dimension -> its weight in per cent of its dimension, and the weight and posts of each indicator
DESI = {
    "1a": (50, [(2, 0, 100), (1, 0, 66), (1, 25, 100)]),
    "1b": (50, [(2, 0, 12), (1, 0, 30), (1, 0, 60), (1, 0, 12)]),
    "2a": (25, [(1, 50, 100), (1, 0, 100), (1, 0, 50)]),
    "2b": (25, [(1, 25, 100), (2, 0, 100), (1, 0, 100)]),
    "2c": (40, [(1, 0, 100), (2, 0, 100), (1, 25, 100)]),
    "2d": (10, [(1, 25, 100)]),
    "3a": (15, [(1, 20, 100)]),
    "3b": (70, [(1, 0, 60), (1, 0, 60), (2, 0, 75), (2, 0, 75), (2, 0, 75), (1, 30, 100), (1, 0, 100)]),
    "3c": (15, [(1, 0, 50), (1, 0, 33), (1, 0, 25)]),
    "4a": (100, [(1, 0, 100), (1, 0, 100), (2, 35, 100), (2, 40, 100), (1, 0, 100)]),
}

# model -> indicator -> what is demanded, and whether a value of just that much meets it
TARGETS = {
    "nq57-2030": (2030, {
        "digital_economy_share": (30, True), "rd_share": (2, True), "researchers_per_10000": (12, True),
        "tfp_contribution": (55, False), "high_tech_exports": (50, True),
        "online_service_use": (80, False), "hdi": (0.7, False), "asean_digital_rank": (3, True),
        "world_digital_rank": (50, True)}),
    "nq57-2045": (2045, {"digital_economy_share": (50, True), "world_innovation_rank": (30, True)}),
    "qd411-2025": (2025, {
        "digital_economy_share": (20, True), "ecommerce_share": (10, False),
        "adults_with_account": (80, True), "smartphone_adults": (80, True),
        "digital_skills": (70, False), "broadband_households": (80, True),
        "e_health_records": (90, True)}),
    "qd411-2030": (2030, {"ecommerce_share": (20, False)}),
}

# Eight items. By the end of March 2025: 1 to 4 closed after 10, 30, 40 and 20 days, 1 and 2 by their
# due date (2 on its very day), 3 late, 4 without one; 5 open and overdue; 6 open and due that very
# day; 7 open, for what is closed in April is open in March; 8 not there yet.
REGISTER = """id,area,opened,due,closed
1,A,2025-01-01,2025-01-31,2025-01-11
2,A,2025-01-01,2025-01-31,2025-01-31
3,A,2025-01-01,2025-01-31,2025-02-10
4,A,2025-02-01,,2025-02-21
5,A,2025-02-01,2025-03-15,
6,A,2025-03-01,2025-03-31,
7,A,2025-03-01,2025-04-30,2025-04-02
8,A,2025-04-01,2025-04-30,
"""
# The index: half of 3 on time of 4 closed and 1 overdue, half of what is left of 1 overdue of 3 open.
COUNTS = {
    "task-discipline": ("tasks", "task_discipline", {
        "tasks_opened": 7, "tasks_closed": 4, "tasks_on_time": 3, "tasks_late": 1, "tasks_open": 3,
        "tasks_overdue": 1, "tasks_done_rate": 100 * 4 / 7, "tasks_on_time_rate": 100 * 3 / 4,
        "tasks_timely_rate": 100 * 3 / 5, "tasks_overdue_rate": 100 * 1 / 3,
        "tasks_median_days": (20 + 30) / 2, "tasks_p90_days": 30 + 0.7 * (40 - 30)}),
    "proposals-intake": ("proposals", "proposals_intake", {
        "proposals_received": 7, "proposals_received_in_period": 2, "proposals_answered": 4,
        "proposals_answered_in_period": 0, "proposals_on_time": 3, "proposals_late": 1,
        "proposals_open": 3, "proposals_overdue": 1, "proposals_answered_rate": 100 * 4 / 7,
        "proposals_timely_rate": 100 * 3 / 5, "proposals_overdue_rate": 100 * 1 / 3,
        "proposals_median_days": (20 + 30) / 2, "proposals_p90_days": 30 + 0.7 * (40 - 30)}),
}
DISCIPLINE = (60 + (100 - 100 / 3)) / 2


class Kitchen:
    """A folder in which models of three lines are written and scored."""

    def __init__(self, command: str, folder: Path):
        self.command, self.folder = command, folder
        self.wrong: list[str] = []
        self.n_checked = 0

    def score(self, model: str, shown: dict, data: str, *options: str) -> dict:
        lines = ["kpiscore: 1", "id: my", f"extends: [kpiscore:{model}]", "indicators:",
                 *[f"  {name}: {{}}" for name in shown]]
        (self.folder / "my.yaml").write_text("\n".join(lines), encoding="utf-8")
        (self.folder / "data.csv").write_text(data, encoding="utf-8")
        asked = ["my.yaml", *(options or ["--data", "data.csv"])]
        self.wrong += board.run([self.command, "check", *asked[:3]], self.folder)[1]
        text, wrong = board.run([self.command, "score", *asked, "--format", "csv"], self.folder)
        self.wrong += wrong
        return board.rows(text)

    def expect(self, rows: dict, place: tuple[str, str, str], column: str, expected) -> None:
        self.n_checked += 1
        found = rows.get(place, {}).get(column)
        same = found == expected if isinstance(expected, str) else (
            found not in (None, "") and math.isclose(float(found), expected, rel_tol=1e-13))
        if not same:
            self.wrong.append(f"{' '.join(place)}: {column} is {found!r}, expected {expected!r}")


def wide(leaves: list[str], cells: dict[str, list[float | str]]) -> str:
    lines = [",".join(["area", "period", *leaves])]
    return "\n".join(lines + [",".join([area, "2025", *map(str, row)]) for area, row in cells.items()])


def trees(kitchen: Kitchen) -> None:
    """One leaf full and the others at 0 gives the leaf's points; a gap gives no total."""
    for model, (index, points, full) in TREES.items():
        leaves = list(points)
        most = [full or points[leaf] for leaf in leaves]
        cells = {leaf: [m if other == leaf else 0 for other, m in zip(leaves, most)] for leaf in leaves}
        rows = kitchen.score(model, points, wide(leaves, cells | {"all": most, "gap": ["", *most[1:]]}))
        for leaf in leaves:
            kitchen.expect(rows, (leaf, "2025", index), "score", points[leaf])
        kitchen.expect(rows, ("all", "2025", index), "score", TOTALS[model])
        kitchen.expect(rows, ("gap", "2025", index), "score", "")
        if not math.isclose(sum(points.values()), TOTALS[model]):
            kitchen.wrong.append(f"{model}: the points do not sum to {TOTALS[model]}")


def development(kitchen: Kitchen) -> None:
    """Halfway between all goalposts, in logarithms for income, is a half; beyond them is 1."""
    leaves = ["life_expectancy", "expected_schooling", "mean_schooling", "gni_per_capita"]
    cells = {"half": [52.5, 9, 7.5, math.sqrt(100 * 75000)], "beyond": [90, 20, 16, 100000]}
    rows = kitchen.score("hdi", dict.fromkeys(leaves), wide(leaves, cells))
    kitchen.expect(rows, ("half", "2025", "human_development"), "score", 0.5)
    kitchen.expect(rows, ("beyond", "2025", "human_development"), "score", 1)


def europe(kitchen: Kitchen) -> None:
    """Where all stand on their lower posts the index is 0; one on its upper gives a quarter of its share
    of its dimension. Nothing is held to the posts: where there is room above, a fifth more gives more."""
    leaves, lows, cells, points = [], [], {}, {}
    for sub, (weight, children) in DESI.items():
        for number, (own, low, _) in enumerate(children, 1):
            leaf = f"desi_{sub}{number}"
            leaves.append(leaf)
            lows.append(low)
            points[leaf] = weight / 4 * own / sum(child[0] for child in children)
    highs = [high for _, children in DESI.values() for _, _, high in children]
    for i, leaf in enumerate(leaves):
        cells[leaf] = [*lows[:i], highs[i], *lows[i + 1:]]
    above = leaves.index("desi_1b1")
    cells |= {"low": lows, "above": [*lows[:above], 1.2 * highs[above], *lows[above + 1:]]}
    rows = kitchen.score("desi", points, wide(leaves, cells | {"gap": ["", *highs[1:]]}))
    for leaf in leaves:
        kitchen.expect(rows, (leaf, "2025", "desi"), "score", points[leaf])
    kitchen.expect(rows, ("low", "2025", "desi"), "score", 0)
    kitchen.expect(rows, ("above", "2025", "desi"), "score", 1.2 * points["desi_1b1"])
    kitchen.expect(rows, ("gap", "2025", "desi"), "score", "")


def goals(kitchen: Kitchen) -> None:
    """17 goals weigh the same; one that a country lacks counts as the mean of the others'."""
    leaves = [f"sdg{n}" for n in range(1, 18)]
    cells = {leaf: [17 if other == leaf else 0 for other in leaves] for leaf in leaves}
    rows = kitchen.score("sdg-index", dict.fromkeys(leaves),
                         wide(leaves, cells | {"gap": ["", *[17] * 16]}))
    for leaf in leaves:
        kitchen.expect(rows, (leaf, "2025", "sdg_index"), "score", 1)
    kitchen.expect(rows, ("gap", "2025", "sdg_index"), "score", 16 + 1 / 17)    # 17 among 17 others


def targets(kitchen: Kitchen) -> None:
    """A value of just what is demanded, in the year of the deadline."""
    for model, (year, demands) in TARGETS.items():
        data = ["area,series,period,value"] + [f"VN,{i},{year},{v}" for i, (v, _) in demands.items()]
        rows = kitchen.score(model, demands, "\n".join(data))
        for indicator, (value, meets) in demands.items():
            place = ("VN", str(year), indicator)
            kitchen.expect(rows, place, "target", value)
            kitchen.expect(rows, place, "status", "achieved" if meets else "missed")


def registers(kitchen: Kitchen) -> None:
    for model, (register, index, counts) in COUNTS.items():
        rows = kitchen.score(model, counts, REGISTER, "--register", f"{register}=data.csv",
                             "--period", "2025-03")
        for indicator, value in counts.items():
            kitchen.expect(rows, ("A", "2025-03", indicator), "value", value)
        kitchen.expect(rows, ("A", "2025-03", index), "score", DISCIPLINE)


def main(command: str) -> int:
    with tempfile.TemporaryDirectory() as folder:
        kitchen = Kitchen(command, Path(folder))
        for part in (trees, development, europe, goals, targets, registers):
            part(kitchen)
    return board.report(kitchen.wrong, kitchen.n_checked)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
