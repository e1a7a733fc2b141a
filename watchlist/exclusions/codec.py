"""A settlement as text and back, and the digest that its event vouches for."""

from __future__ import annotations

import hashlib
from functools import cache

from pydantic import TypeAdapter

from watchlist.exclusions.settlement import Settlement


@cache
def _adapter() -> TypeAdapter[Settlement]:
    return TypeAdapter(Settlement)


def to_json(settlement: Settlement) -> str:
    """The whole settlement, values at their defaults left out."""
    return _adapter().dump_json(settlement, exclude_defaults=True).decode()


def from_json(text: str) -> Settlement:
    """The inverse. Raises ValueError where the text is none."""
    return _adapter().validate_json(text)


def settlement_digest(text: str) -> str:
    """SHA-256 (hex) of a settlement as it is stored."""
    return hashlib.sha256(text.encode()).hexdigest()
