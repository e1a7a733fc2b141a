"""A record as text and back: what is stored, and what the ledger's digest vouches for."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from functools import cached_property
from typing import Generic, TypeVar

from pydantic import TypeAdapter

from ledger.event import EventDraft

T = TypeVar("T")


class Codec(Generic[T]):
    """For one kind of record."""

    def __init__(self, kind: type[T]) -> None:
        self._kind = kind

    @cached_property
    def _adapter(self) -> TypeAdapter[T]:
        # built at first use: it takes milliseconds, and imports stay free of work
        return TypeAdapter(self._kind)

    def to_json(self, record: T) -> str:
        """The whole record, values at their defaults left out."""
        return self._adapter.dump_json(record, exclude_defaults=True).decode()

    def from_json(self, text: str) -> T:
        """The inverse. Raises ValueError where the text is no such record."""
        return self._adapter.validate_json(text)


def digest_of(text: str) -> str:
    """SHA-256 (hex) of the stored text."""
    return hashlib.sha256(text.encode()).hexdigest()


def vouching(draft: EventDraft, text: str) -> EventDraft:
    """The event with the digest of the record that it tells of, so that neither can change without the other."""
    return replace(draft, body={**draft.body, "record_sha256": digest_of(text)})
