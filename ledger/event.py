"""One thing that happened, as it stands in the ledger for good."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TypeAlias

from ledger.actor import Actor

JsonValue: TypeAlias = bool | int | float | str | list["JsonValue"] | dict[str, "JsonValue"] | None


def canonical_json(value: Mapping[str, JsonValue]) -> str:
    """The one text form of a value that is hashed: sorted keys, no spaces, UTF-8 characters as they are."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


@dataclass(frozen=True, slots=True)
class EventDraft:
    """An event before it has its place in the chain.

    `kind` is a dotted name (`case.examined`), `subject` the resource name concerned (`cases/…`), `body` facts without
    personal data: personal data stands in its own table, and the body keeps its digest.
    """

    kind: str
    actor: Actor
    subject: str
    body: Mapping[str, JsonValue]
    recorded_at: datetime

    def __post_init__(self) -> None:
        if self.recorded_at.tzinfo is None:
            raise ValueError("recorded_at must carry a time zone")


@dataclass(frozen=True, slots=True)
class Event:
    """An event in its place: `sequence` counts from 1 without gaps, digests are SHA-256 in hex."""

    sequence: int
    kind: str
    actor: Actor
    subject: str
    body_json: str
    recorded_at: datetime
    previous_digest: str
    digest: str


def format_instant(instant: datetime) -> str:
    """UTC with microseconds: the one text form of a time that is hashed and stored; sorts as it passes."""
    return instant.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def parse_instant(text: str) -> datetime:
    """The inverse of `format_instant`."""
    return datetime.fromisoformat(text)
