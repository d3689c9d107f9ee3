# SPDX-License-Identifier: MIT
"""Models: read from YAML, they score data."""

from __future__ import annotations

import datetime
import os
from typing import Iterable, Mapping, NamedTuple, Union

from . import _core
from ._arguments import as_day, as_list, as_paths, as_period, as_registers
from .errors import Finding
from .fit import Fit, _core_of
from .listing import Listing
from .scorecard import Scorecard

Path = Union[str, bytes, "os.PathLike[str]", "os.PathLike[bytes]"]


class Node(NamedTuple):
    """An indicator, a group or an index of a model."""

    id: str
    kind: str
    """`indicator`, `group` or `index`"""
    title: str
    unit: str | None


class Model:
    """Which indicators there are, their targets, and how they add up. Made by load() or parse()."""

    __slots__ = ("_model",)

    def __init__(self, core: _core.KpiModel | None = None) -> None:
        if not isinstance(core, _core.KpiModel):
            raise TypeError("a model is made by Model.load(path) or Model.parse(text)")
        self._model = core

    @classmethod
    def load(cls, path: Path, *more_paths: Path) -> Model:
        """Reads a model file; each further file is laid over those before it."""
        return cls(_core.KpiModel.load([path, *more_paths]))

    @classmethod
    def parse(cls, text: str) -> Model:
        """Reads a model from YAML text, which may extend built-in models alone."""
        return cls(_core.KpiModel.parse(text))

    @property
    def id(self) -> str:
        """The model's id."""
        return self._model.get_id()

    def title(self, language: str | None = None) -> str:
        """The title in a language such as "vi"; where it has none, in English or as first given."""
        return self._model.get_title(language)

    @property
    def nodes(self) -> list[Node]:
        """The indicators in order of first appearance, then each tree from its root down."""
        return [Node(*node) for node in self._model.get_nodes()]

    def targets(self) -> Listing:
        """The targets that hold somewhere, each beside the one that it overlays.

        The columns are node, area, level, target, by, file, line, overlaid, overlaid_file,
        overlaid_line and verdict, which is "stricter", "weaker", "earlier", "later" and so on.
        """
        return Listing(self._model.list_targets())

    @property
    def findings(self) -> list[Finding]:
        """The warnings met while reading."""
        return [Finding(*finding) for finding in self._model.get_findings()]

    def score(self, data: Path | list[Path] | tuple[Path, ...] | None = None, *,
              as_of: str | datetime.date | None = None,
              periods: str | int | Iterable[str | int] | None = None,
              areas: str | Iterable[str] | None = None,
              nodes: str | Iterable[str] | None = None,
              registers: Mapping[str, Path] | None = None,
              stage: str | None = None, fit: Fit | None = None) -> Scorecard:
        """Scores CSV files of observations; other threads run meanwhile.

        `as_of` scores one day: each indicator takes its latest observation whose period had ended
        by then. `periods` are scored whether or not they have data. `areas` and `nodes` select what
        is shown, which never changes a number. `registers` says from which CSV files registers of
        the model are read, whatever files it names: {"tasks": "tasks.csv"}. `stage` says how values
        are shown: as "measured", "imputed", "treated" or "normalised"; no other number changes.
        `fit` scores by what was learned from other data, rather than learning from these.
        """
        return Scorecard(self._model.score(
            as_paths(data), as_day(as_of), as_list(periods, as_period), as_list(areas),
            as_list(nodes), *as_registers(registers), stage,
            None if fit is None else _core_of(fit)))

    def fit(self, data: Path | list[Path] | tuple[Path, ...] | None = None, *,
            as_of: str | datetime.date | None = None,
            registers: Mapping[str, Path] | None = None) -> Fit:
        """Learns from CSV files of observations what scores need to know of them."""
        return Fit(self._model.fit(as_paths(data), as_day(as_of), *as_registers(registers)))

    def __repr__(self) -> str:
        return f"<kpiscore.Model {self.id!r}>"
