"""Two names held against each other: words aligned one to one, joined or divided where that fits better."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from watchlist.compare.word import similarity, similarity_unvowelled, similarity_when_cut
from watchlist.names.prepared import PreparedName

Likeness = Callable[[str, str], float]
_LEAST: Final = 0.5  # less alike than this, words are not paired
_NEARLY_EQUAL: Final = 0.9
_JOINED: Final = 0.79
_MOST_WORDS: Final = 12
_MOST_JOINED: Final = 5  # words that one side writes together; a line without any fillers has about so many
_CUT_AWAY: Final = 0.3  # what a listed word counts that may have been cut off altogether


@dataclass(frozen=True, slots=True)
class Alignment:
    """What two names share and what is left over, in nats of information.

    `quality` is the mean likeness of the paired words, weighted by their information; `weakest` the least of them;
    `rarest` the most that any one pair shares; `exact_nats` what pairs share that are equal or variants.
    """

    shared_nats: float
    exact_nats: float
    seen_left_nats: float
    listed_left_nats: float
    quality: float
    weakest: float
    rarest: float
    pairs: int
    seen_words: int
    listed_words: int


def align(seen: PreparedName, listed: PreparedName, *, may_be_cut: bool = False) -> Alignment:
    """Pair the words greedily, the likest and rarest first. Order does not matter."""
    if may_be_cut:
        likeness: Likeness = similarity_when_cut
    elif seen.is_unvowelled != listed.is_unvowelled:
        likeness = similarity_unvowelled
    else:
        likeness = similarity
    cut_away = _CUT_AWAY if may_be_cut else 1.0
    best = _aligned(seen, listed, likeness, cut_away)
    if best.seen_left_nats > 0.5 or best.listed_left_nats > 0.5:
        # consonants alone would join anything with something
        joined_like = similarity if likeness is similarity_unvowelled else likeness
        first, second = _join_like(seen, listed.words, joined_like), _join_like(listed, seen.words, joined_like)
        if first is not seen or second is not listed:
            again = _aligned(first, second, likeness, cut_away)
            return again if _fit(again) > _fit(best) else best
    return best


def _fit(found: Alignment) -> float:
    return found.shared_nats * found.quality - found.seen_left_nats - found.listed_left_nats


def _aligned(seen: PreparedName, listed: PreparedName, likeness: Likeness, cut_away: float) -> Alignment:
    candidates = []
    other_nats = listed.nats
    others = listed.words[:_MOST_WORDS]
    for i, word in enumerate(seen.words[:_MOST_WORDS]):
        nats = seen.nats[i]
        for j, other in enumerate(others):
            alike = likeness(word, other)
            if alike >= _LEAST:
                held = other_nats[j]
                candidates.append((-alike, -held if held < nats else -nats, i, j))
    candidates.sort()
    seen_left, listed_left = list(seen.nats), list(listed.nats)
    shared = weighted = rarest = exact = 0.0
    weakest = 1.0
    pairs = 0
    for alike, nats, i, j in candidates:
        if seen_left[i] and listed_left[j]:
            seen_left[i] = listed_left[j] = 0.0
            pairs += 1
            gained = nats * alike
            shared += gained
            weighted -= nats
            weakest = -alike if -alike < weakest else weakest
            rarest = gained if gained > rarest else rarest
            if -alike > _NEARLY_EQUAL:
                exact += gained
    return Alignment(
        shared_nats=shared,
        exact_nats=exact,
        seen_left_nats=sum(seen_left),
        listed_left_nats=sum(listed_left) * cut_away,
        quality=shared / weighted if weighted else 0.0,
        weakest=weakest if pairs else 0.0,
        rarest=rarest,
        pairs=pairs,
        seen_words=len(seen.words),
        listed_words=len(listed.words),
    )


def _join_like(name: PreparedName, wanted: tuple[str, ...], likeness: Likeness) -> PreparedName:
    """Neighbouring words joined where the other side writes them as one: Abdul Rahman, Abdulrahman."""
    words = name.words
    lengths = tuple(map(len, words))
    wanted_lengths = tuple(map(len, wanted))
    longest = max(wanted_lengths, default=0) + 2
    for start in range(min(len(words), _MOST_WORDS) - 1):
        for size in range(min(len(words) - start, _MOST_JOINED), 1, -1):
            length = sum(lengths[start : start + size])
            if not 3 < length <= longest:
                continue
            near = [wanted[n] for n, other in enumerate(wanted_lengths) if -3 <= other - length <= 3]
            if near and _is_like_any("".join(words[start : start + size]), near, likeness):
                return _join_like(_joined(name, start, size), wanted, likeness)
    return name


def _is_like_any(whole: str, others: Iterable[str], likeness: Likeness) -> bool:
    return any(likeness(whole, other) >= _JOINED for other in others)


def _joined(name: PreparedName, start: int, size: int) -> PreparedName:
    """With `size` words from `start` on as one."""
    words, nats, end = name.words, name.nats, start + size
    joined = (*words[:start], "".join(words[start:end]), *words[end:])
    return PreparedName(joined, (*nats[:start], sum(nats[start:end]), *nats[end:]), name.is_unvowelled)
