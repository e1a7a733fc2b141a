"""How common words of names are: in a population that we generated, and on the list itself."""

from __future__ import annotations

import gzip
import math
from collections.abc import Callable, Mapping
from functools import cache
from importlib import resources
from typing import Final

_LEAST_NATS: Final = 1.0
_MOST_NATS: Final = 9.5
_UNSEEN: Final = 0.3


@cache
def population() -> Mapping[str, float]:
    """Word → share of people who carry it, from generated populations of many cultures (training.matching)."""
    packed = (resources.files(__package__) / "data" / "frequency.tsv.gz").read_bytes()
    lines = (line.split("\t") for line in gzip.decompress(packed).decode().splitlines())
    return {word: float(share) for word, share in lines}


@cache
def _rarest_share() -> float:
    return min(population().values())


def information(listed_carriers: Callable[[str], int], listed_names: int) -> Callable[[str], float]:
    """Nats of information in a word: the commoner of its shares in the population and on the list decides."""
    shares = population()
    floor = _rarest_share() * _UNSEEN
    size = max(listed_names, 5_000)  # a short list says little about what is rare

    def nats(word: str) -> float:
        share = max(shares.get(word, floor), (listed_carriers(word) + _UNSEEN) / size)
        return min(max(-math.log(share), _LEAST_NATS), _MOST_NATS)

    return nats


def carriers_per_10_000(words: tuple[str, ...]) -> float | None:
    """Estimated carriers of all these words in 10,000 people, as if words were independent; None if unknown."""
    shares = [population().get(word) for word in words]
    known = [share for share in shares if share is not None]
    if not known or len(known) < len(shares):
        return None
    return 10_000 * math.prod(known)
