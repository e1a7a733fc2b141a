"""How a word sounds, roughly: spellings of one name that differ by school of romanisation come out the same."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

# old Dutch spelling of Indonesian (oe, tj, dj, sj, nj, ch), Arabic schools (q, kh, gh, dh, ou, ee), Slavic ones
# (ya/ia, yo/e, w/v, -skiy), Chinese and Vietnamese ones (hs, ts, ph): longest first, applied in this order
_RULES: Final = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"X", "KS"),
        (r"SHCH|SCH|TSCH|STCH|SJ|SH|SZ|HS(?=[IU])|SY(?=[AEIOU])", "S"),
        (r"TCH|TJ|CZ|CH", "C"),
        (r"DZH|DJ|ZH|J", "I"),
        (r"NJ|NY(?=[AEIOU])|GN", "N"),
        (r"KH|GH|Q|CK", "K"),
        (r"PH", "F"),
        (r"TH", "T"),
        (r"DH", "D"),
        (r"W", "V"),
        (r"TS|TZ|DZ|Z", "S"),
        (r"IY|YI|YY|II|EY|EI|IE|EE|Y", "I"),
        (r"OE|OU|OO|UU|AU|AO|OW|O", "U"),
        (r"AE|AA|EA|E", "A"),
        (r"(?<=.)H", ""),
    )
)
_DOUBLED = re.compile(r"(.)\1+")
_VOWELS = re.compile(r"[AIU]+")


@lru_cache(maxsize=1 << 17)
def sound(word: str) -> str:
    """The word with one spelling for each sound; vowels only as A, I, U."""
    for pattern, replacement in _RULES:
        word = pattern.sub(replacement, word)
    return _DOUBLED.sub(r"\1", word)


@lru_cache(maxsize=1 << 17)
def consonants(word: str) -> str:
    """The sound without vowels: what Arabic and Hebrew script would write."""
    return _DOUBLED.sub(r"\1", _VOWELS.sub("", sound(word)))
