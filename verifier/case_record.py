"""A case as text and back: what is stored, and what the ledger's digest vouches for."""

from __future__ import annotations

import hashlib
from functools import cache

from pydantic import TypeAdapter

from verifier.case import Case


@cache
def _adapter() -> TypeAdapter[Case]:
    # built at first use: it takes some tens of milliseconds, and imports stay free of work
    return TypeAdapter(Case)


def to_json(case: Case) -> str:
    """The whole case, values at their defaults left out. The image is not part of a case."""
    return _adapter().dump_json(case, exclude_defaults=True).decode()


def from_json(text: str) -> Case:
    """The inverse. Raises ValueError where the text is no case."""
    return _adapter().validate_json(text)


def digest_of(text: str) -> str:
    """SHA-256 (hex) of the stored text."""
    return hashlib.sha256(text.encode()).hexdigest()
