"""What both OpenSanctions formats share: values as they write them, turned into ours."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from watchlist.entry import DocumentKey, Sex
from watchlist.issuers import code_of_alpha_2
from watchlist.partial_date import PartialDate
from watchlist.sources.identifiers import leading_number

IDENTIFIER: Final = re.compile(r"[A-Za-z0-9._-]{1,63}")
MOST_VALUES: Final = 500  # of one property; the longest real records have about a hundred names
LONGEST_VALUE: Final = 1000


def birth_dates(texts: Iterable[str]) -> tuple[PartialDate, ...]:
    """Each once. Raises ValueError for a date that does not exist or is written in another way."""
    return tuple(dict.fromkeys(PartialDate.parse(text.split("T")[0]) for text in texts))


def nationalities(countries: Iterable[str]) -> tuple[str, ...]:
    """ICAO codes; unions, former states and parts of states have none and are left out."""
    return tuple(dict.fromkeys(code for country in countries if (code := code_of_alpha_2(country))))


def passports(numbers: Iterable[str], country: str = "") -> Iterator[DocumentKey]:
    """Keys of passports, of unknown issuer where none is given."""
    for text in numbers:
        if number := leading_number(text):
            yield DocumentKey(issuer=code_of_alpha_2(country), number=number, code="P")


def identity_numbers(texts: Iterable[str]) -> tuple[str, ...]:
    """Numbers, each once."""
    return tuple(dict.fromkeys(number for text in texts if (number := leading_number(text))))


def sex_of(genders: Iterable[str]) -> Sex | None:
    """None where it is not given or not one."""
    known = {"male": Sex.MALE, "female": Sex.FEMALE, "other": Sex.UNSPECIFIED}
    found = {known.get(gender.casefold()) for gender in genders}
    return found.pop() if len(found) == 1 else None
