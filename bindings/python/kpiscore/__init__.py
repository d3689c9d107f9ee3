# SPDX-License-Identifier: MIT
"""Scores indicators against targets.

    >>> import kpiscore
    >>> model = kpiscore.Model.load("model.yaml")
    >>> card = model.score("observations.csv")
    >>> card.score("VN-HUE", "2025", "hue_index")

A Model and a Scorecard never change and may be shared between threads.
"""

from __future__ import annotations

from . import _core
from .errors import Finding, KpiError, UnknownNameError
from .fit import Fit
from .listing import Listing
from .model import Model, Node
from .scorecard import Row, Scorecard

__all__ = [
    "Finding", "Fit", "KpiError", "Listing", "Model", "Node", "Row", "Scorecard", "UnknownNameError", "models",
]

__version__: str = _core.version()


def models() -> list[str]:
    """The built-in models, by the names that `extends: [kpiscore:NAME]` takes."""
    return _core.models()
