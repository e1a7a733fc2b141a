"""What a listed word says where it stands in a name."""

from __future__ import annotations

from watchlist.names.lexicon import particles
from watchlist.names.prepared import INITIAL_NATS, PARTICLE_NATS, Information


def nats_in_name(word: str, information: Information) -> float:
    """As `watchlist.names.prepared.prepare` weighs it: initials and particles say little, however rare."""
    if len(word) == 1:
        return INITIAL_NATS
    return PARTICLE_NATS if word in particles() else information(word)
