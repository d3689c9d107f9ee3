# SPDX-License-Identifier: MIT
"""Fits: what scoring methods learned from data, for other data to be scored by."""

from __future__ import annotations

import os
from typing import Union

from . import _core
from .errors import Finding

Path = Union[str, bytes, "os.PathLike[str]", "os.PathLike[bytes]"]


class Fit:
    """What scores need to know of data. Made by Model.fit() or load(); it never changes."""

    __slots__ = ("_fit",)

    def __init__(self, core: _core.KpiFit | None = None) -> None:
        if not isinstance(core, _core.KpiFit):
            raise TypeError("a fit is made by model.fit(data) or Fit.load(path)")
        self._fit = core

    @classmethod
    def load(cls, path: Path) -> Fit:
        """Loads a fit that was saved."""
        return cls(_core.KpiFit.load([path]))

    def save(self, path: Path) -> None:
        """Saves it as text that brings back every number to the bit."""
        self._fit.save([path])

    def merge(self, other: Fit) -> Fit:
        """The fit of the data of both together: fits of parts, merged, are the fit of the whole."""
        return Fit(self._fit.merge(_core_of(other)))

    @property
    def model_id(self) -> str:
        """The id of the model that it is for."""
        return self._fit.get_model_id()

    @property
    def findings(self) -> list[Finding]:
        """The warnings met while learning."""
        return [Finding(*finding) for finding in self._fit.get_findings()]

    def __len__(self) -> int:
        return self._fit.get_n_entries()

    def __repr__(self) -> str:
        return f"<kpiscore.Fit of {self.model_id!r}: {len(self)} entries>"


def _core_of(fit: object) -> _core.KpiFit:
    if not isinstance(fit, Fit):
        raise TypeError(f"found {type(fit).__name__}, expected a kpiscore.Fit")
    return fit._fit
