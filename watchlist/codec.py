"""An entry as text and back: how it is stored, and what its digest is made of."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from functools import cache

from pydantic import TypeAdapter

from watchlist.entry import Entry


@cache
def _adapter() -> TypeAdapter[Entry]:
    return TypeAdapter(Entry)


def to_json(entry: Entry) -> str:
    """The whole entry, values at their defaults left out."""
    return _adapter().dump_json(entry, exclude_defaults=True).decode()


def from_json(text: str) -> Entry:
    """The inverse. Raises ValueError where the text is no entry."""
    return _adapter().validate_json(text)


def content_digest(entry: Entry) -> str:
    """SHA-256 (hex) of what the list says, whatever was decided here: the same for two versions that say the same."""
    if entry.version != 1 or entry.revoked_at is not None or entry.local is not None:
        entry = replace(entry, version=1, revoked_at=None, local=None)
    return hashlib.sha256(to_json(entry).encode()).hexdigest()
