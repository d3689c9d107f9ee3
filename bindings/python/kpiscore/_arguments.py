# SPDX-License-Identifier: MIT
"""Arguments as Python users write them, brought to what the C part takes: a str, a list, None.

Whether a text is right is for C to say; here only what is no text is turned into one.
"""

from __future__ import annotations

import datetime
import operator
import os
from typing import Any, Callable, Mapping, Sequence


def as_paths(data: Any) -> Sequence[Any] | None:
    """One path or several."""
    if data is None or isinstance(data, (list, tuple)):
        return data
    if isinstance(data, (str, bytes, os.PathLike)):
        return [data]
    raise TypeError(f"found {type(data).__name__}, expected a path or a list of paths")


def as_registers(registers: Any) -> tuple[list[Any] | None, list[Any] | None]:
    """The names of registers, and a path for each."""
    if registers is None:
        return None, None
    if not isinstance(registers, Mapping):
        raise TypeError(
            f"found {type(registers).__name__}, expected a mapping from registers to paths")
    return list(registers.keys()), list(registers.values())


def as_day(day: Any) -> Any:
    """A date, or a text for C to read, which refuses a time of day."""
    return day.isoformat() if isinstance(day, datetime.date) else day


def as_period(period: Any) -> Any:
    """2025 is a period as "2025" is, numpy's integers included; True is none."""
    if isinstance(period, (str, bool)) or not hasattr(period, "__index__"):
        return period
    return str(operator.index(period))


def as_list(names: Any, spell: Callable[[Any], Any] = lambda name: name) -> list[Any] | None:
    """One name or several."""
    if names is None:
        return None
    if isinstance(names, str) or not hasattr(names, "__iter__"):
        names = [names]
    return [spell(name) for name in names]
