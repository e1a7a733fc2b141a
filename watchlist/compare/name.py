"""How alike two names are, word by word; rare words say more than common ones."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from rapidfuzz.distance import JaroWinkler

WordWeight = Callable[[str], float]
_ALIKE: Final = 0.86  # Jaro-Winkler below this is another word
_INITIAL: Final = 0.5  # what an initial is worth of the word that it may stand for


@dataclass(frozen=True, slots=True)
class NameMatch:
    """`score` 0…1: weight of the words found in each other, over all words of the shorter and most of the longer."""

    score: float
    matched_words: int
    matched_weight_nats: float


def match(seen: Sequence[str], listed: Sequence[str], weight: WordWeight, *, truncated: bool = False) -> NameMatch:
    """Align the words of two names one to one, best pairs first. Order does not matter."""
    if not seen or not listed:
        return NameMatch(0.0, 0, 0.0)
    if "".join(seen) == "".join(listed):  # written apart or together
        total = sum(weight(word) for word in listed)
        return NameMatch(1.0, len(listed), total)
    pairs = sorted(
        (
            (similarity, i, j)
            for i, a in enumerate(seen)
            for j, b in enumerate(listed)
            if (similarity := _similarity(a, b, truncated=truncated)) > 0
        ),
        key=lambda pair: (-pair[0], pair[1], pair[2]),
    )
    used_seen: set[int] = set()
    used_listed: set[int] = set()
    gained = 0.0
    for similarity, i, j in pairs:
        if i not in used_seen and j not in used_listed:
            used_seen.add(i)
            used_listed.add(j)
            gained += similarity * min(weight(seen[i]), weight(listed[j]))
    all_seen = sum(weight(word) for word in seen)
    all_listed = sum(weight(word) for word in listed)
    shorter, longer = sorted((all_seen, all_listed))
    # a second name that one side leaves out is common; a name that shares only its commonest word is not
    score = 0.75 * gained / shorter + 0.25 * gained / longer if shorter else 0.0
    return NameMatch(min(score, 1.0), len(used_seen), gained)


def _similarity(a: str, b: str, *, truncated: bool) -> float:
    if a == b:
        return 1.0
    shorter, longer = sorted((a, b), key=len)
    if len(shorter) == 1 or (truncated and len(shorter) >= 2):
        return (0.9 if len(shorter) > 1 else _INITIAL) if longer.startswith(shorter) else 0.0
    similarity = JaroWinkler.similarity(a, b)
    return (similarity - _ALIKE) / (1 - _ALIKE) * 0.6 + 0.4 if similarity >= _ALIKE else 0.0
