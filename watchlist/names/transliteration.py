"""ICAO Doc 9303-3 §4.6 and §6: from names as printed to the characters of the MRZ, back, and whether they agree."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import islice, product
from typing import Final

from watchlist.names.transliteration_match import Printed, matches
from watchlist.names.transliteration_table import SHADDA, TEH_MARBUTA, letter_forms, table

_DROPPED: Final = frozenset("'’‘ʼʻ′＇`´.ـ")  # apostrophes, full stop, tatweel: the parts are joined (§4.6)
_MOST_FORMS: Final = 64
_LONGEST_NAME: Final = 1_000  # characters


def words(text: str) -> list[str]:
    """Words of letters; apostrophes and full stops vanish, everything else that is no letter divides."""
    composed = unicodedata.normalize("NFC", text[:_LONGEST_NAME])
    kept = "".join(c for c in composed if c not in _DROPPED and unicodedata.category(c) != "Cf")
    spaced = "".join(c if c.isalnum() or unicodedata.category(c).startswith("M") else " " for c in kept)
    return spaced.split()


def _forms(word: str) -> Printed:
    """For every letter of a word its lawful forms, the recommended first."""
    forms: list[tuple[str, ...]] = []
    for position, character in enumerate(word):
        if character == SHADDA:
            # §6 C: the letter is doubled; where vowel signs are not written, it is not
            forms.append(tuple(dict.fromkeys((*(forms[-1] if forms else ()), ""))))
        elif character == TEH_MARBUTA and position == len(word) - 1:
            forms.append(tuple(reversed(letter_forms(character))))
        else:
            forms.append(letter_forms(character))
    return tuple(forms)


def to_mrz(text: str) -> str:
    """The recommended form: A to Z and one filler between words.

    Digits stay, since lists and entries hold them; an MRZ name has none (§4.6: they are to be written as words).
    Letters of scripts that §6 does not know (Han, Thai, …) vanish.
    """
    written = ("".join(forms[0] for forms in _forms(word)) for word in words(text))
    return "<".join(word for word in written if word)


def mrz_forms(text: str) -> tuple[str, ...]:
    """Lawful forms of a name, the recommended one first; at most 64.

    A letter takes the same form wherever it stands in the name, since an issuer keeps to one scheme.
    """
    printed = [tuple(zip(map(str.upper, word), _forms(word), strict=True)) for word in words(text)]
    choices = {letter: forms for word in printed for letter, forms in word if len(forms) > 1}
    written = (_written(printed, dict(zip(choices, chosen, strict=True))) for chosen in product(*choices.values()))
    return tuple(dict.fromkeys(form for form in islice(written, _MOST_FORMS) if form))


def _written(printed: list[tuple[tuple[str, tuple[str, ...]], ...]], chosen: dict[str, str]) -> str:
    spelled = ("".join(chosen.get(letter, forms[0]) for letter, forms in word) for word in printed)
    return "<".join(word for word in spelled if word)


def could_be(mrz_name: str, printed: str, *, truncated: bool) -> bool:
    """Whether the MRZ name (words divided by spaces or fillers) lawfully comes from the printed one.

    Any lawful form of every letter will do, and words may be joined or divided differently. With `truncated`, any
    word may be cut to its first letters, and words after the first may be left out (9303-4 §4.2.3).
    """
    seen = " ".join(mrz_name.upper()[:_LONGEST_NAME].replace("<", " ").split())
    return matches(seen, tuple(_forms(word) for word in words(printed)), truncated=truncated)


def originals(mrz: str) -> tuple[str, ...]:
    """Names that lawfully give this MRZ name: itself, with Latin letters of §6 A, then in Cyrillic, then in Arabic.

    At most 64. Bare letters stay bare (A is not tried as Ä: anything could be); only AE, OE, UE, UXX, NXX, SS, TH …
    are read back. Cyrillic and Arabic come only where the whole name can be read in that script.
    """
    name = " ".join(mrz.upper()[:_LONGEST_NAME].replace("<", " ").split())
    if not name:
        return ()
    found = [*islice(_latin_originals(name), _MOST_FORMS - 2)]
    found.extend(filter(None, (_in_script(name, "cyrillic"), _in_script(name, "arabic"))))
    return tuple(dict.fromkeys(found))


def _latin_originals(name: str) -> Iterator[str]:
    pieces: list[tuple[str, ...]] = []
    digraphs = _reverse("latin", shortest=2)
    while name:
        size = next((n for n in (3, 2) if name[:n] in digraphs), 1)
        pieces.append((name[:size], *digraphs.get(name[:size], ())))
        name = name[size:]
    return ("".join(chosen) for chosen in product(*pieces))


def _in_script(name: str, script: str) -> str:
    """The name read letter by letter, longest forms first; '' where a piece has no letter in that script."""
    letters = _reverse(script, shortest=1)
    read = ""
    while name:
        size = next((n for n in (4, 3, 2, 1) if name[:n] in letters), 0)
        if name[0] != " " and not size:
            return ""
        read += letters[name[:size]][0] if size else " "
        name = name[size or 1 :]
    return read


@cache
def _reverse(script: str, *, shortest: int) -> dict[str, tuple[str, ...]]:
    """Form → letters that may be written so; letters whose recommended form it is come first."""
    found: dict[str, list[tuple[int, str]]] = {}
    for letter, forms in table()[script].items():
        for rank, form in enumerate(forms):
            if len(form) >= shortest:
                found.setdefault(form, []).append((rank, letter))
    return {form: tuple(letter for _, letter in sorted(ranked, key=lambda r: r[0])) for form, ranked in found.items()}
