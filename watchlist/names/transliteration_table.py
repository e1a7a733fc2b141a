"""The letters of ICAO Doc 9303-3 §6 and the forms they may take in an MRZ; the data stands in `transliteration.tsv`."""

from __future__ import annotations

import csv
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib import resources
from typing import Final

SHADDA: Final = "\u0651"  # doubles the letter before it
TEH_MARBUTA: Final = "\u0629"
_LEFT_OUT: Final = "-"  # in the table: the letter has no form of its own


@cache
def table() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """Script (`latin`, `cyrillic`, `arabic`) → letter → lawful forms, the recommended one first."""
    text = (resources.files(__package__) / "transliteration.tsv").read_text("utf-8")
    scripts: dict[str, dict[str, tuple[str, ...]]] = {}
    for row in csv.DictReader(text.splitlines(), dialect="excel-tab"):
        forms = tuple("" if form == _LEFT_OUT else form for form in row["forms"].split(" "))
        scripts.setdefault(row["script"], {})[row["letter"]] = forms
    return scripts


@cache
def _letters() -> Mapping[str, tuple[str, ...]]:
    return {letter: forms for script in table().values() for letter, forms in script.items()}


@lru_cache(maxsize=20_000)
def letter_forms(character: str) -> tuple[str, ...]:
    """Lawful forms of one composed character, the recommended first; ('',) where the MRZ has nothing for it.

    Marks that are not in the table (9303-3 §6 A says: left out) vanish, as do letters of other scripts.
    """
    for candidate in (character, character.upper()):
        if candidate in _letters():
            return _letters()[candidate]
    base = unicodedata.normalize("NFKD", character.upper())
    if len(base) > 1 and base[0] in _letters():
        # Ǟ, Ǿ, Ấ …: the letter under further marks decides
        return _letters()[base[0]]
    return ("".join(c for c in base if c.isascii() and c.isalnum()).upper(),)
