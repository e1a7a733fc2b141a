"""Peers that score a pair of names: nomenklatura's matchers and plain string distances."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count
from typing import Any

from anyascii import anyascii
from rapidfuzz import fuzz
from rapidfuzz.distance import JaroWinkler

from benchmarks.matching_views import Row

Score = Callable[[Row], float]
NOMENKLATURA = ("logic-v1", "logic-v2", "regression-v1", "er-unstable")


def peers() -> Iterator[tuple[str, Score]]:
    """Every peer that is installed, by name. A string distance looks at the names alone."""
    yield "rapidfuzz token_sort", lambda row: fuzz.token_sort_ratio(_plain(row["name_a"]), _plain(row["name_b"])) / 100
    yield "Jaro-Winkler", lambda row: JaroWinkler.similarity(_plain(row["name_a"]), _plain(row["name_b"]))
    for name in NOMENKLATURA:
        score = nomenklatura(name)
        if score is not None:
            yield f"nomenklatura {name}", score


def _plain(name: str) -> str:
    return anyascii(name).lower()


def nomenklatura(name: str) -> Score | None:
    """One of nomenklatura's matchers with birth date and nationality; None where it is not installed."""
    try:
        from followthemoney import model  # noqa: PLC0415 - an extra that only this peer needs
        from nomenklatura.matching import get_algorithm  # noqa: PLC0415
    except ImportError:
        return None
    algorithm = get_algorithm(name)
    if algorithm is None:
        return None
    config = algorithm.default_config()
    number = count()

    def person(row: Row, side: str) -> Any:
        proxy = model.make_entity("Person")
        # it keeps what it prepared by id: two people must never share one
        proxy.id = f"person-{next(number)}"
        proxy.add("name", row[f"name_{side}"])
        proxy.add("birthDate", row[f"dob_{side}"])
        proxy.add("nationality", row[f"nat_{side}"])
        return proxy

    return lambda row: float(algorithm.compare(person(row, "a"), person(row, "b"), config).score)
