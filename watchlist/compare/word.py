"""How alike two words of names are, 0 (different) to 1 (equal); worked out for many pairs of words at once."""

from __future__ import annotations

from enum import IntEnum
from typing import Final

import numpy as np
from rapidfuzz.distance import OSA, JaroWinkler

from watchlist.compare.vocabulary import (
    BONES,
    BONES_LENGTH,
    FIRST_LETTER,
    HAS_VARIANTS,
    LENGTH,
    SOUND,
    SOUND_LENGTH,
    Floats,
    Ints,
    Vocabulary,
    distinct,
    measured,
    where,
)
from watchlist.names.lexicon import is_variant

VARIANT: Final = 0.95
SAME_SOUND: Final = 0.93
SAME_SHORT_SOUND: Final = 0.8
SAME_CONSONANTS: Final = 0.82
INITIAL: Final = 0.55
SHORT_FORM: Final = 0.8
UNVOWELLED: Final = 0.95  # the same consonants, where one script writes no others
CUT: Final = 0.9  # a word that the other begins with, where the name may have been cut
_TWO_BONES: Final = 0.7
_NEAR_BONES: Final = 0.62
_NEAR_UNVOWELLED: Final = 0.78  # one of five or more consonants differs; of fewer, it makes another name
_HOPELESS: Final = 0.55
_SHORT_PENALTY: Final = 0.12  # one slip in a long word is nothing, in a short one it makes another name


class Reading(IntEnum):
    """What is known of how the two names were written."""

    PLAIN = 0
    CUT = 1  # either word may have been cut short to fit an MRZ
    UNVOWELLED = 2  # one of the words comes from a script that leaves short vowels out


def likenesses(known: Vocabulary, one: Ints, other: Ints, reading: Ints) -> Floats:
    """For each k, how alike the words of number one[k] and other[k] are, read as `reading[k]`. Symmetric."""
    if not len(one):
        return np.zeros(0)
    keys, which = distinct((one * len(known.words) + other) * len(Reading) + reading)
    pair, read = np.divmod(keys, len(Reading))
    first, second = np.divmod(pair, len(known.words))
    alike = _plain(known, first, second)
    if len(cut := where(read == Reading.CUT)):
        alike[cut[_begins(known, first[cut], second[cut], 2)]] = CUT
    if len(bare := where(read == Reading.UNVOWELLED)):
        alike[bare] = np.maximum(alike[bare], _by_bones_alone(known, first[bare], second[bare]))
    found: Floats = alike[which]
    return found


def _plain(known: Vocabulary, one: Ints, other: Ints) -> Floats:
    """Equal, a known variant, the same sound, the same consonants, or a few letters apart."""
    alike = np.zeros(len(one))
    mine, theirs = known.facts[one], known.facts[other]
    equal = one == other
    alike[equal] = 1.0
    initial = ~equal & ((mine[:, LENGTH] == 1) | (theirs[:, LENGTH] == 1))
    alike[initial & (mine[:, FIRST_LETTER] == theirs[:, FIRST_LETTER])] = INITIAL
    rest = ~(equal | initial)
    both = where(rest & (mine[:, HAS_VARIANTS] & theirs[:, HAS_VARIANTS] == 1))
    pairs = zip(one[both].tolist(), other[both].tolist(), strict=True)
    variants = both[np.array([is_variant(known.words[a], known.words[b]) for a, b in pairs], np.bool_)]
    alike[variants] = VARIANT
    rest[variants] = False
    left = where(rest)
    alike[left] = _unequal(known, one[left], other[left])
    return alike


def _unequal(known: Vocabulary, one: Ints, other: Ints) -> Floats:
    """Of words of two letters and more that are not variants."""
    by_letters = measured(known.words, one, other, JaroWinkler.similarity)
    # most pairs of words have nothing in common: a look at the letters saves all the rest
    doubtful = where(by_letters < _HOPELESS)
    by_sound = measured(known.sounds, one[doubtful], other[doubtful], JaroWinkler.similarity)
    hopeful = np.ones(len(one), np.bool_)
    hopeful[doubtful] = by_sound >= _HOPELESS
    left = where(hopeful)
    alike = np.zeros(len(one))
    first, second = one[left], other[left]
    alike[left] = np.maximum(_spelled(known, first, second, by_letters[left]), _sounded(known, first, second))
    return alike


def _spelled(known: Vocabulary, one: Ints, other: Ints, by_letters: Floats) -> Floats:
    length, other_length = known.facts[one, LENGTH], known.facts[other, LENGTH]
    longest = np.maximum(length, other_length)
    most = np.maximum(longest // 3, 1)
    near = where(np.abs(length - other_length) <= most)
    distance = measured(known.words, one[near], other[near], OSA.distance)
    long = longest[near]
    alike = np.zeros(len(one))
    scored = 0.5 * (1 - distance / long) + 0.5 * by_letters[near] - np.where(long <= 4, _SHORT_PENALTY, 0.0)
    alike[near] = np.where(distance <= most[near], scored, 0.0)
    alike[_begins(known, one, other, 4)] = SHORT_FORM  # Kamchi for Kamchybek, Percy needs the variants
    return alike


def _begins(known: Vocabulary, one: Ints, other: Ints, least: int) -> Ints:
    """Where the longer word begins with the shorter one, of `least` letters or more."""
    mine, theirs = known.facts[one], known.facts[other]
    shortest = np.minimum(mine[:, LENGTH], theirs[:, LENGTH])
    may = where((mine[:, FIRST_LETTER] == theirs[:, FIRST_LETTER]) & (shortest >= least))
    words = known.words
    pairs = zip(one[may].tolist(), other[may].tolist(), strict=True)
    found = [words[a].startswith(words[b]) or words[b].startswith(words[a]) for a, b in pairs]
    begins: Ints = may[np.array(found, np.bool_)]
    return begins


def _sounded(known: Vocabulary, one: Ints, other: Ints) -> Floats:
    mine, theirs = known.facts[one], known.facts[other]
    sound, other_sound = mine[:, SOUND_LENGTH], theirs[:, SOUND_LENGTH]
    bones, other_bones = mine[:, BONES_LENGTH], theirs[:, BONES_LENGTH]
    same_sound = mine[:, SOUND] == theirs[:, SOUND]
    same_bones = mine[:, BONES] == theirs[:, BONES]
    # one of the words comes from a script that writes few vowels, and they share most of the others
    unvowelled = (np.abs(bones - other_bones) <= 1) & ((sound - bones <= 1) | (other_sound - other_bones <= 1))
    longest, most_bones = np.maximum(sound, other_sound), np.maximum(bones, other_bones)
    alike = np.zeros(len(one))
    near_bones = where(unvowelled & ~same_bones & (most_bones >= 4))
    apart = measured(known.bones, one[near_bones], other[near_bones], OSA.distance)
    alike[near_bones[apart <= 1]] = _NEAR_BONES
    near_sound = where(~unvowelled & ~same_sound & (longest >= 4) & (np.abs(sound - other_sound) <= 1))
    apart = measured(known.sounds, one[near_sound], other[near_sound], OSA.distance)
    alike[near_sound] = np.where(apart <= 1, 0.9 - apart / longest[near_sound], 0.0)
    alike[unvowelled & same_bones & (bones == 2)] = _TWO_BONES
    alike[same_bones & (bones >= 3)] = SAME_CONSONANTS
    alike[same_sound] = np.where(sound[same_sound] > 2, SAME_SOUND, SAME_SHORT_SOUND)
    return alike


def _by_bones_alone(known: Vocabulary, one: Ints, other: Ints) -> Floats:
    """What the consonants say where one side has no others."""
    mine, theirs = known.facts[one], known.facts[other]
    longest = np.maximum(mine[:, BONES_LENGTH], theirs[:, BONES_LENGTH])
    same = mine[:, BONES] == theirs[:, BONES]
    alike = np.zeros(len(one))
    near = where(~same & (longest >= 5))
    apart = measured(known.bones, one[near], other[near], OSA.distance)
    alike[near[apart <= 1]] = _NEAR_UNVOWELLED
    alike[same & (longest > 1)] = SAME_CONSONANTS
    alike[same & (longest > 2)] = UNVOWELLED
    return alike
