"""Peers in the end-to-end run: nomenklatura's matchers and rapidfuzz, on candidates that none of our code chose."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import count
from typing import Any

import numpy as np
from anyascii import anyascii
from rapidfuzz import fuzz, process

from watchlist.entry import Entry, Subject

_CANDIDATES = 30
Scored = Callable[[Subject], dict[str, float]]
Compare = Callable[[Any, Any], float]

# name → threshold that its makers recommend
PEERS = {"logic-v1": 0.7, "logic-v2": 0.7, "regression-v1": 0.7, "er-unstable": 0.7, "rapidfuzz token_sort": 0.9}


def peer(name: str, entries: Iterable[Entry]) -> tuple[Scored, float]:
    """An engine and its own threshold. Raises ImportError where nomenklatura is not installed."""
    listed = list(entries)
    names = [(number, _plain(each.full)) for number, entry in enumerate(listed) for each in entry.names]
    owner = np.array([number for number, _ in names])
    texts = [text for _, text in names]
    if name.startswith("rapidfuzz"):
        return _token_sort(listed, owner, texts), PEERS[name]
    make, compare = _nomenklatura(name)
    proxies = [make(entry) for entry in listed]

    def found(subject: Subject) -> dict[str, float]:
        seen = make(subject)
        return {listed[each].entry_id: compare(seen, proxies[each]) for each in _likest(subject, owner, texts)}

    return found, PEERS[name]


def _likest(subject: Subject, owner: Any, texts: list[str]) -> list[int]:
    scores = _scores(subject, texts, fuzz.token_set_ratio)
    order = np.argsort(-scores, kind="stable")[: _CANDIDATES * 4]
    return list(dict.fromkeys(owner[order].tolist()))[:_CANDIDATES]


def _token_sort(listed: list[Entry], owner: Any, texts: list[str]) -> Scored:
    def found(subject: Subject) -> dict[str, float]:
        scores = _scores(subject, texts, fuzz.token_sort_ratio)
        best: dict[str, float] = {}
        for row in np.argsort(scores, kind="stable")[-_CANDIDATES:]:
            best[listed[owner[row]].entry_id] = float(scores[row]) / 100
        return best

    return found


def _scores(subject: Subject, texts: list[str], scorer: Any) -> Any:
    # as float: cdist may answer in unsigned bytes, which cannot be negated to sort
    return process.cdist([_plain(subject.names[0].full)], texts, scorer=scorer, dtype=np.float32)[0]


def _plain(name: str) -> str:
    return anyascii(name).lower()


def _nomenklatura(name: str) -> tuple[Callable[[Entry | Subject], Any], Compare]:
    from followthemoney import model  # noqa: PLC0415 - an extra that only this engine needs
    from nomenklatura.matching import get_algorithm  # noqa: PLC0415

    algorithm = get_algorithm(name)
    if algorithm is None:
        raise ImportError(f"this nomenklatura has no {name}")
    config = algorithm.default_config()
    number = count()

    def make(person: Entry | Subject) -> Any:
        proxy = model.make_entity("Person")
        # nomenklatura keeps what it prepared by id: two travellers must never share one
        proxy.id = f"person-{next(number)}"
        proxy.add("name", [each.full for each in person.names])
        proxy.add("birthDate", [str(date) for date in person.birth_dates if date.year])
        nationalities = person.nationalities if isinstance(person, Entry) else (person.nationality,)
        proxy.add("nationality", [code for code in nationalities if code], cleaned=False)
        return proxy

    def compare(seen: Any, listed: Any) -> float:
        return float(algorithm.compare(seen, listed, config).score)

    return make, compare
