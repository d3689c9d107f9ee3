# SPDX-License-Identifier: MIT
"""What went wrong, or is worth a warning, each with its place.

The C part of this package (python.i) makes these objects; the order of their fields is that of
values.c.
"""

from __future__ import annotations

from typing import Any, Iterable, NamedTuple, Sequence


class Finding(NamedTuple):
    """One thing found wrong; str() of it is its whole line, place and all."""

    severity: str
    """`error` or `warning`"""
    code: str
    """what kind of thing is wrong, as a word such as `unknown`"""
    file: str | None
    line: int | None
    """counted from 1"""
    column: int | None
    """in characters, counted from 1"""
    path: str | None
    """the place within the document, such as `indicators.e_id.target`"""
    text: str
    """what was found and what was expected"""
    message: str
    """`FILE:LINE:COLUMN: error: PATH: TEXT`, without the parts it lacks"""

    def __str__(self) -> str:
        return self.message


class KpiError(ValueError):
    """A model, a data file or an argument is wrong.

    str() tells all errors, a line each; `findings` has them one by one, warnings included. `code`,
    `file`, `line` and `column` are those of the first error, None where it has none.
    """

    def __init__(self, message: str, code: str | None = None, file: str | None = None,
                 line: int | None = None, column: int | None = None,
                 findings: Sequence[Finding] = ()) -> None:
        super().__init__(message, code, file, line, column, findings)  # all, for pickle
        self.message = message
        self.code = code
        self.file = file
        self.line = line
        self.column = column
        self.findings = list(findings)

    def __str__(self) -> str:
        return self.message

    @classmethod
    def _make(cls, fields: Iterable[Any], findings: Iterable[Iterable[Any]]) -> KpiError:
        message, code, file, line, column = fields
        return cls(message, code, file, line, column, [Finding(*finding) for finding in findings])


class UnknownNameError(KpiError, KeyError):
    """A scorecard has no such area, period or node; the message names the nearest one."""
