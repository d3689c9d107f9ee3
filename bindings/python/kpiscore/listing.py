# SPDX-License-Identifier: MIT
"""Listings: rows under named columns, which is what every analysis gives."""

from __future__ import annotations

import collections
from collections.abc import Sequence
from typing import Any

from . import _core


class Listing(Sequence):
    """A sequence of rows: tuples whose fields are named as `columns` are, None where there is
    nothing to say."""

    __slots__ = ("_listing", "_rows", "columns")

    def __init__(self, core: _core.KpiListing | None = None) -> None:
        if not isinstance(core, _core.KpiListing):
            raise TypeError("a listing is made by an analysis, such as Scorecard.alerts()")
        self._listing = core
        self.columns: tuple[str, ...] = tuple(core.get_columns())
        row = collections.namedtuple("Row", self.columns, rename=True)
        self._rows = [row._make(cells) for cells in core.get_rows()]

    def to_dict(self) -> dict[str, list[Any]]:
        """Each column as a list."""
        return {name: self._listing.get_column(i) for i, name in enumerate(self.columns)}

    def to_csv(self) -> str:
        """The text that the command writes with `--format csv`."""
        return self._listing.to_csv()

    def to_json(self) -> str:
        """The text that the command writes with `--format json`."""
        return self._listing.to_json()

    def __getitem__(self, index: Any) -> Any:
        return self._rows[index]

    def __len__(self) -> int:
        return len(self._rows)

    def __repr__(self) -> str:
        return f"<kpiscore.Listing of {', '.join(self.columns)}: {len(self)} rows>"
