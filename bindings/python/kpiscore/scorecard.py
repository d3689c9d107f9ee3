# SPDX-License-Identifier: MIT
"""Scorecards: for each area, period and node the value, target, score, status and rank.

The columns, and so the fields of a Row, are those of the CSV, in its order.
"""

from __future__ import annotations

from typing import Any, Iterator, NamedTuple

from . import _core
from ._arguments import as_period
from .errors import Finding
from .listing import Listing


class Row(NamedTuple):
    """What there is to say of one area, period and node; None where there is nothing."""

    area: str
    period: str
    node: str
    kind: str
    value: float | None
    value_low: float | None
    value_high: float | None
    target: float | None
    required: float | None
    score: float | None
    score_low: float | None
    score_high: float | None
    rank: int | None
    rank_best: int | None
    rank_worst: int | None
    status: str | None
    pace: float | None
    projected: float | None
    coverage: float | None


class Scorecard:
    """The result of Model.score(). Its numbers are the library's own, to the bit."""

    __slots__ = ("_card",)

    columns: tuple[str, ...] = Row._fields

    def __init__(self, core: _core.KpiScorecard | None = None) -> None:
        if not isinstance(core, _core.KpiScorecard):
            raise TypeError("a scorecard is made by Model.score()")
        self._card = core

    def score(self, area: str, period: str | int, node: str) -> float:
        """The score of a node; nan where there is none, KeyError for an unknown name."""
        return self._card.get_score(area, as_period(period), node)

    def met_on(self, area: str, period: str | int, node: str) -> str | None:
        """The day on which an indicator would meet its target if it goes on as it does, such as
        '2031-06-30'; None where it has met it, never would, or nothing tells. KeyError for an
        unknown name.
        """
        return self._card.get_met_on(area, as_period(period), node)

    def flags(self, area: str, period: str | int, node: str) -> frozenset[str]:
        """What was noticed of the value of an indicator, of "contradictory", "jump", "stale",
        "outside", "differs" and "rolled_up". KeyError for an unknown name.
        """
        return frozenset(self._card.list_flags(area, as_period(period), node))

    def rows(self, area: str | None = None, period: str | int | None = None,
             node: str | None = None) -> Iterator[Row]:
        """The rows, by period, area and node; of one area, period or node where these are given.

        KeyError for an unknown name.
        """
        selection = _core.KpiSelection(self._card, area, as_period(period), node)
        return map(Row._make, iter(selection.next, None))

    def to_dict(self) -> dict[str, list[Any]]:
        """Each column as a list, None where there is nothing to say."""
        return {name: self._card.get_column(i) for i, name in enumerate(self.columns)}

    def to_csv(self) -> str:
        """The text that `kpiscore score --format csv` writes."""
        return self._card.to_csv()

    def to_json(self) -> str:
        """The text that `kpiscore score --format json` writes."""
        return self._card.to_json()

    @property
    def findings(self) -> list[Finding]:
        """The warnings of the model, the data and the run."""
        return [Finding(*finding) for finding in self._card.get_findings()]

    def __iter__(self) -> Iterator[Row]:
        return self.rows()

    def __len__(self) -> int:
        return self._card.get_n_rows()

    def alerts(self, language: str | None = None) -> Listing:
        """What needs somebody now, most urgent first: of a scorecard as of a day, as a rule.

        The columns are alert ("overdue", "moving_away", "behind", "contradictory", "stale"), area,
        period, node, status, value, target, required, deadline, days, pace and text, one sentence
        in `language`.
        """
        return Listing(self._card.list_alerts(language))

    def treatments(self) -> Listing:
        """What was done between the measure and the score: who was left out, what was filled, what
        was moved.

        The columns are stage ("screened", "imputed" or "treated"), method, area, period, node,
        before, after, and share, of data, of who was left out.
        """
        return Listing(self._card.list_treatments())

    def stats(self, of: str = "summary", method: str = "pearson") -> Listing:
        """What the index is judged by, for each period and level of areas shown.

        `of` is "summary" (how values and scores are spread), "correlations" (between siblings, and
        with all that a node is part of; `method` is "pearson", "spearman" or "kendall"), "alpha"
        (Cronbach's), "pca" (principal components, which need LAPACK), "availability" or "weights"
        (what each node is said to weigh, beside what it moves).
        """
        return Listing(self._card.list_statistics(of, method))

    def __repr__(self) -> str:
        return f"<kpiscore.Scorecard of {self._card.get_model_id()!r}: {len(self)} rows>"
