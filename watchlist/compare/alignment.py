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
    words, others = seen.words[:_MOST_WORDS], listed.words[:_MOST_WORDS]
    tally = _Tally(list(seen.nats), list(listed.nats))
    if likeness is not similarity_when_cut:
        # nothing is liker than the same word: these pairs come first, and their words need no other comparison
        equal = [
            (-1.0, i, j) for i, w in enumerate(words) if w in others for j, other in enumerate(others) if w == other
        ]
        tally.take(equal)
    open_others = [(j, other) for j, other in enumerate(others) if tally.listed_left[j]]
    tally.take(
        [
            (-alike, i, j)
            for i, word in enumerate(words)
            if tally.seen_left[i]
            for j, other in open_others
            if (alike := likeness(word, other)) >= _LEAST
        ]
    )
    return Alignment(
        shared_nats=tally.shared,
        exact_nats=tally.exact,
        seen_left_nats=sum(tally.seen_left),
        listed_left_nats=sum(tally.listed_left) * cut_away,
        quality=tally.shared / tally.weighted if tally.weighted else 0.0,
        weakest=tally.weakest if tally.pairs else 0.0,
        rarest=tally.rarest,
        pairs=tally.pairs,
        seen_words=len(seen.words),
        listed_words=len(listed.words),
    )


class _Tally:
    """Pairs taken so far; the nats of a word that was paired are 0."""

    __slots__ = ("exact", "listed_left", "pairs", "rarest", "seen_left", "shared", "weakest", "weighted")

    def __init__(self, seen_left: list[float], listed_left: list[float]) -> None:
        self.seen_left, self.listed_left = seen_left, listed_left
        self.shared = self.weighted = self.rarest = self.exact = 0.0
        self.weakest = 1.0
        self.pairs = 0

    def take(self, found: list[tuple[float, int, int]]) -> None:
        """Pair words, given as their negative likeness and places, the likest and then the rarest first."""
        seen_left, listed_left = self.seen_left, self.listed_left
        ranked = [(alike, -min(seen_left[i], listed_left[j]), i, j) for alike, i, j in found]
        ranked.sort()
        for alike, nats, i, j in ranked:
            if seen_left[i] and listed_left[j]:
                seen_left[i] = listed_left[j] = 0.0
                self.pairs += 1
                gained = nats * alike
                self.shared += gained
                self.weighted -= nats
                self.weakest = min(self.weakest, -alike)
                self.rarest = max(self.rarest, gained)
                if -alike > _NEARLY_EQUAL:
                    self.exact += gained


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
