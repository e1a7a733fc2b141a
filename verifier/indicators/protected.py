"""Who somebody is: attributes that no rule may ever speak of, in the words that a policy file might use for them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

_WORDS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "nationality": ("nationality", "nationalities", "citizenship", "kewarganegaraan", "warga", "issuer", "issuing"),
        "origin": ("country", "countries", "negara", "origin", "asal", "birthplace", "place", "migrant", "foreigner"),
        "sex": ("sex", "sexes", "gender", "kelamin", "female", "male", "woman", "man", "perempuan", "pria", "wanita"),
        "ethnicity": ("ethnic", "ethnicity", "ethnicities", "race", "racial", "ras", "suku", "tribe", "caste", "kasta"),
        "religion": ("religion", "religions", "religious", "agama", "faith", "pilgrim", "pilgrimage", "umrah", "hajj"),
        "name": ("name", "names", "nama", "surname", "surnames", "forename", "given", "marga", "identifier"),
        "appearance": ("dress", "clothes", "clothing", "pakaian", "hijab", "jilbab", "headscarf", "skin", "appearance"),
        "disability": ("disability", "disabilities", "disabled", "disabilitas", "deaf", "blind"),
        "orientation": ("orientation", "orientasi", "sexuality"),
        "language": ("language", "languages", "bahasa", "accent", "dialect"),
        "poverty": ("poverty", "poor", "miskin", "income"),
    }
)
_ATTRIBUTES: Final = MappingProxyType({word: attribute for attribute, words in _WORDS.items() for word in words})


def protected_attribute(text: str) -> str | None:
    """The protected attribute that a word in `text` names, or None."""
    words = re.split(r"[^a-z]+", text.lower())
    return next((_ATTRIBUTES[word] for word in words if word in _ATTRIBUTES), None)
