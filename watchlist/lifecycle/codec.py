"""A proposal as text and back: how it is stored, and what its event vouches for."""

from __future__ import annotations

import hashlib
from functools import cache

from pydantic import TypeAdapter

from watchlist.lifecycle.proposal import Proposal


@cache
def _adapter() -> TypeAdapter[Proposal]:
    return TypeAdapter(Proposal)


def to_json(proposal: Proposal) -> str:
    """The whole proposal, values at their defaults left out."""
    return _adapter().dump_json(proposal, exclude_defaults=True).decode()


def from_json(text: str) -> Proposal:
    """The inverse. Raises ValueError where the text is no proposal."""
    return _adapter().validate_json(text)


def proposal_digest(text: str) -> str:
    """SHA-256 (hex) of a proposal as it is stored."""
    return hashlib.sha256(text.encode()).hexdigest()
