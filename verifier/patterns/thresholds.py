"""Thresholds as data: every number with its reason, its bounds and a day of review."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from importlib import resources
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Final

from pydantic import BaseModel, ConfigDict, Field, StrictInt, StringConstraints, ValidationError

from verifier.indicators.marked_yaml import MarkedDocument, parse, policy_error
from verifier.patterns.pattern import Numbers, Pattern

_FILE: Final = "thresholds.yaml"
_Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=10, max_length=400)]


class _Row(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _Threshold(_Row):
    value: StrictInt
    reason: _Words


class _File(_Row):
    version: Annotated[int, Field(ge=1)]
    owner: Annotated[str, StringConstraints(min_length=1)]
    reviewed_on: date
    review_due_on: date
    patterns: dict[str, dict[str, _Threshold]]


@dataclass(frozen=True, slots=True)
class Thresholds:
    """The numbers of every pattern, why they are so, and until when somebody vouches for them.

    `digest` is the SHA-256 (hex) of the file's text: each report names it.
    """

    version: int
    owner: str
    reviewed_on: date
    review_due_on: date
    numbers: Mapping[str, Numbers]
    reasons: Mapping[str, Mapping[str, str]]
    digest: str

    def is_overdue(self, today: date) -> bool:
        """Nobody has looked at them again in time."""
        return today > self.review_due_on


def load_thresholds(patterns: Iterable[Pattern], path: Path | None = None) -> Thresholds:
    """The thresholds that Lintas ships, or those of a file of one's own.

    Raises LintasError: POLICY_INVALID with file, line and field (a pattern or number that is missing or unknown, out of
    its bounds, without a reason; a review that is due before it was done).
    """
    name = path.name if path else _FILE
    try:
        source = path if path else resources.files("verifier.patterns") / _FILE
        text = source.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise policy_error(name, 1, "(file)", "cannot be read as UTF-8 text") from error
    document = parse(name, text)
    file = _shape(document)
    if file.review_due_on <= file.reviewed_on:
        raise document.error(("review_due_on",), "must lie after reviewed_on")
    _check_all_there(document, file, patterns)
    return Thresholds(
        version=file.version,
        owner=file.owner,
        reviewed_on=file.reviewed_on,
        review_due_on=file.review_due_on,
        numbers=MappingProxyType(
            {
                one: MappingProxyType({key: row.value for key, row in rows.items()})
                for one, rows in file.patterns.items()
            }
        ),
        reasons=MappingProxyType(
            {
                one: MappingProxyType({key: row.reason for key, row in rows.items()})
                for one, rows in file.patterns.items()
            }
        ),
        digest=hashlib.sha256(text.encode()).hexdigest(),
    )


def _shape(document: MarkedDocument) -> _File:
    try:
        return _File.model_validate(document.data)
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        raise document.error(tuple(first["loc"]), first["msg"]) from None


def _check_all_there(document: MarkedDocument, file: _File, patterns: Iterable[Pattern]) -> None:
    wanted = {each.pattern_id: each for each in patterns}
    for unknown in file.patterns.keys() - wanted.keys():
        raise document.error(("patterns", unknown), "no such pattern")
    for pattern_id, pattern in wanted.items():
        place: tuple[str | int, ...] = ("patterns", pattern_id)
        rows = file.patterns.get(pattern_id, {})
        for unknown in rows.keys() - pattern.numbers.keys():
            raise document.error((*place, unknown), "the pattern has no such number")
        for key, bounds in pattern.numbers.items():
            if key not in rows:
                raise document.error((*place, key), "is missing")
            if not bounds.least <= rows[key].value <= bounds.most:
                raise document.error((*place, key, "value"), f"between {bounds.least} and {bounds.most}")
