"""How a word sounds, roughly: spellings of one name that differ by school of romanisation come out the same."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

# old Dutch spelling of Indonesian (oe, tj, dj, sj, nj, ch), Arabic schools (q, kh, gh, dh, ou, ee), Slavic ones
# (ya/ia, yo/e, w/v, -skiy), Chinese and Vietnamese ones (hs, ts, ph): longest first, applied in this order
_RULES: Final = tuple(
    # a rule has nothing to do without one of these letters: most have not, and asking for letters is cheap
    (needed[0], needed[1 % len(needed)], needed[-1], re.compile(pattern), replacement)
    for needed, pattern, replacement in (
        ("X", r"X", "KS"),
        ("S", r"SHCH|SCH|TSCH|STCH|SJ|SH|SZ|HS(?=[IU])|SY(?=[AEIOU])", "S"),
        ("CJ", r"TCH|TJ|CZ|CH", "C"),
        ("JZ", r"DZH|DJ|ZH|J", "I"),
        ("N", r"NJ|NY(?=[AEIOU])|GN", "N"),
        ("KGQ", r"KH|GH|Q|CK", "K"),
        ("P", r"PH", "F"),
        ("T", r"TH", "T"),
        ("D", r"DH", "D"),
        ("W", r"W", "V"),
        ("SZ", r"TS|TZ|DZ|Z", "S"),
        ("YIE", r"IY|YI|YY|II|EY|EI|IE|EE|Y", "I"),
        ("OU", r"OE|OU|OO|UU|AU|AO|OW|O", "U"),
        ("AE", r"AE|AA|EA|E", "A"),
        ("H", r"(?<=.)H", ""),
    )
)
_DOUBLED = re.compile(r"(.)\1+")
_VOWELS: Final = str.maketrans("", "", "AIU")


@lru_cache(maxsize=1 << 17)
def sound(word: str) -> str:
    """The word with one spelling for each sound; vowels only as A, I, U."""
    for one, other, third, pattern, replacement in _RULES:
        if one in word or other in word or third in word:
            word = pattern.sub(replacement, word)
    return _DOUBLED.sub(r"\1", word)


@lru_cache(maxsize=1 << 17)
def consonants(word: str) -> str:
    """The sound without vowels: what Arabic and Hebrew script would write."""
    return _DOUBLED.sub(r"\1", sound(word).translate(_VOWELS))


def sounds(words: Sequence[str]) -> list[str]:
    """`sound` of many words, all in one text: a line each, which no rule looks beyond. Nothing is remembered."""
    text = "\n".join(words)
    for _, _, _, pattern, replacement in _RULES:
        text = pattern.sub(replacement, text)
    return _DOUBLED.sub(r"\1", text).split("\n")


def consonants_of(sounded: Sequence[str]) -> list[str]:
    """`consonants` of words, given by their sounds."""
    return _DOUBLED.sub(r"\1", "\n".join(sounded).translate(_VOWELS)).split("\n") if sounded else []
