"""How alike two words of names are, 0 (different) to 1 (equal)."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from rapidfuzz.distance import OSA, JaroWinkler

from watchlist.names.lexicon import is_variant
from watchlist.names.skeleton import consonants, sound

VARIANT: Final = 0.95
SAME_SOUND: Final = 0.93
SAME_CONSONANTS: Final = 0.82
INITIAL: Final = 0.55
SHORT_FORM: Final = 0.8
UNVOWELLED: Final = 0.95  # the same consonants, where one script writes no others
_NEAR_BONES: Final = 0.78  # one of five or more consonants differs; of fewer, it makes another name
_HOPELESS: Final = 0.55
CUT: Final = 0.9  # a word that the other begins with, where the name may have been cut


@lru_cache(maxsize=1 << 18)
def similarity(one: str, other: str) -> float:
    """Equal, a known variant, the same sound, the same consonants, or a few letters apart; symmetric."""
    if one == other:
        return 1.0
    if len(one) == 1 or len(other) == 1:
        return INITIAL if one[:1] == other[:1] else 0.0
    if is_variant(one, other):
        return VARIANT
    alike = JaroWinkler.similarity(one, other)
    # most pairs of words have nothing in common: a look at the letters saves all the rest
    first, second = sound(one), sound(other)
    if alike < _HOPELESS and JaroWinkler.similarity(first, second) < _HOPELESS:
        return 0.0
    spelled, sounded = _spelled(one, other, alike), _sounded(one, other, first, second)
    return spelled if spelled > sounded else sounded


def _spelled(one: str, other: str, alike: float) -> float:
    shorter, longer = (one, other) if len(one) <= len(other) else (other, one)
    longest, shortest = len(longer), len(shorter)
    if shortest >= 4 and longer.startswith(shorter):
        return SHORT_FORM  # Kamchi for Kamchybek, Percy needs the variants
    most = longest // 3 or 1
    if longest - shortest > most:
        return 0.0
    distance = OSA.distance(one, other, score_cutoff=most)
    if distance > most:
        return 0.0
    # one slip in a long word is nothing, in a short one it makes another name
    by_letters = 1 - distance / longest
    return 0.5 * by_letters + 0.5 * alike - (0.12 if longest <= 4 else 0.0)


def _sounded(one: str, other: str, first: str, second: str) -> float:
    """`first` and `second` are their sounds."""
    if first == second:
        return SAME_SOUND if len(first) > 2 else 0.8
    bones, other_bones = consonants(one), consonants(other)
    if bones == other_bones and len(bones) >= 3:
        return SAME_CONSONANTS
    if _is_unvowelled(bones, other_bones, first, second):
        return _alike_bones(bones, other_bones)
    length, other_length = len(first), len(second)
    longest = length if length > other_length else other_length
    if longest < 4 or not -1 <= length - other_length <= 1:
        return 0.0
    distance = OSA.distance(first, second, score_cutoff=1)
    return 0.9 - distance / longest if distance <= 1 else 0.0


def _is_unvowelled(bones: str, other_bones: str, first: str, second: str) -> bool:
    """One of the words comes from a script that writes few vowels, and they share most of the others."""
    count, other_count = len(bones), len(other_bones)
    is_near = -1 <= count - other_count <= 1
    return is_near and (len(first) - count <= 1 or len(second) - other_count <= 1)


def _alike_bones(bones: str, other_bones: str) -> float:
    longest = max(len(bones), len(other_bones))
    distance = OSA.distance(bones, other_bones, score_cutoff=1)
    if distance == 0 and longest >= 2:
        return SAME_CONSONANTS if longest >= 3 else 0.7
    return 0.62 if distance == 1 and longest >= 4 else 0.0


@lru_cache(maxsize=1 << 16)
def similarity_when_cut(one: str, other: str) -> float:
    """As `similarity`, where either word may have been cut short to fit an MRZ."""
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) >= 2 and longer.startswith(shorter):
        return CUT
    return similarity(one, other)


@lru_cache(maxsize=1 << 16)
def similarity_unvowelled(one: str, other: str) -> float:
    """As `similarity`, where one of the words comes from a script that leaves short vowels out."""
    alike = similarity(one, other)
    bones, other_bones = consonants(one), consonants(other)
    longest = max(len(bones), len(other_bones))
    if bones == other_bones and longest > 1:
        return max(alike, UNVOWELLED if longest > 2 else SAME_CONSONANTS)
    if longest < 5 or OSA.distance(bones, other_bones, score_cutoff=1) > 1:
        return alike
    return max(alike, _NEAR_BONES)
