"""Millions of invented persons in a few bytes each, and searches for them with two errors in the name."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from faker import Faker
from numpy.typing import NDArray

from watchlist.entry import Action, Category, Entry, EntryKind, ListedName, Subject, SubjectName
from watchlist.names.transliteration import to_mrz
from watchlist.partial_date import PartialDate

Int32s = NDArray[np.int32]

# share of the population, locale, nationality; names of the locale in faker, in the letters of an MRZ
_CULTURES = (
    (0.40, "id_ID", "IDN"), (0.12, "ar_PS", "SAU"), (0.10, "en_IN", "IND"), (0.08, "vi_VN", "VNM"),
    (0.08, "es_MX", "MEX"), (0.08, "ru_RU", "RUS"), (0.08, "en_US", "USA"), (0.06, "fil_PH", "PHL"),
)  # fmt: skip
_OPENINGS = [
    "B",
    "C",
    "D",
    "F",
    "G",
    "H",
    "J",
    "K",
    "L",
    "M",
    "N",
    "P",
    "R",
    "S",
    "T",
    "W",
    "Y",
    "Z",
    "BR",
    "CH",
    "DJ",
    "KH",
    "KR",
    "NG",
    "PR",
    "SH",
    "SR",
    "ST",
    "SY",
    "TJ",
    "TR",
    "WI",
    "SU",
    "RA",
    "MA",
    "HA",
]
_RHYMES = [
    "A",
    "I",
    "U",
    "E",
    "O",
    "AN",
    "IN",
    "UN",
    "EN",
    "ON",
    "AR",
    "IR",
    "UR",
    "ER",
    "OR",
    "AH",
    "IH",
    "UH",
    "AS",
    "IS",
    "US",
    "AT",
    "IT",
    "UT",
    "AM",
    "IM",
    "UM",
    "AI",
    "AU",
    "YA",
    "YO",
]
_TAIL = 60_000  # words that no list of names holds, as every real population has them
_IN_TAIL = 0.3  # share of names drawn from them
_BORN_FROM, _BORN_DAYS = date(1945, 1, 1), 23_000
_SLIPS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True)
class Population(Mapping[str, Entry]):
    """Persons by id; each is made when asked for."""

    words: tuple[str, ...]
    given: Int32s
    middle: Int32s  # -1: none
    family: Int32s  # -1: a mononym
    born: Int32s  # days after 1 January 1945
    state: tuple[str, ...]
    culture: NDArray[np.uint8]

    def __len__(self) -> int:
        return len(self.given)

    def __iter__(self) -> Iterator[str]:
        return (f"p{number}" for number in range(len(self)))

    def __getitem__(self, entry_id: str) -> Entry:
        number = entry_id[1:]
        if entry_id[:1] != "p" or not number.isdecimal() or int(number) >= len(self):
            raise KeyError(entry_id)
        return self.entry(int(number))

    def name(self, number: int) -> str:
        """The name as written."""
        parts = (self.given[number], self.middle[number], self.family[number])
        return " ".join(self.words[part] for part in parts if part >= 0)

    def birth_date(self, number: int) -> PartialDate:
        """The birth date."""
        return PartialDate.of(_BORN_FROM + timedelta(days=int(self.born[number])))

    def entry(self, number: int) -> Entry:
        """The person as listed."""
        return Entry(
            f"p{number}", "synthetic", EntryKind.PERSON, Category.WANTED, Action.VERIFY_IDENTITY, "", "",
            names=(ListedName(self.name(number)),),
            birth_dates=(self.birth_date(number),),
            nationalities=(self.state[self.culture[number]],),
        )  # fmt: skip

    def exact(self, number: int) -> Subject:
        """The person as a traveller whose document says what the list says."""
        return Subject((SubjectName(self.name(number)),), (self.birth_date(number),))

    def wanted(self, number: int, chance: random.Random) -> Subject:
        """The person as a traveller whose name has two errors of a letter each, in any order."""
        name = self.name(number)
        for _ in range(2):
            name = _slip(name, chance)
        words = name.split()
        chance.shuffle(words)
        return Subject((SubjectName(" ".join(words)),), (self.birth_date(number),))


def _slip(name: str, chance: random.Random) -> str:
    at = chance.randrange(len(name))
    kind = chance.randrange(4)
    if kind == 0:
        return name[:at] + name[at + 1 :] or name
    if kind == 1:
        return name[:at] + chance.choice(_SLIPS) + name[at:]
    if kind == 2:
        return name[:at] + chance.choice(_SLIPS) + name[at + 1 :]
    return name[:at] + name[at : at + 2][::-1] + name[at + 2 :]


def population(count: int, seed: int) -> Population:
    """So many persons, the same for the same seed. Some names are common and most are rare (Zipf's law)."""
    chance = np.random.default_rng(seed)
    vocabulary: dict[str, int] = {}
    tail = _words_of(_tail(random.Random(seed)), vocabulary)
    share = np.array([each for each, _, _ in _CULTURES])
    culture = chance.choice(len(_CULTURES), count, p=share / share.sum()).astype(np.uint8)
    given, middle, family = (np.full(count, -1, np.int32) for _ in range(3))
    for number, (_, locale, _) in enumerate(_CULTURES):
        here = np.flatnonzero(culture == number)
        first, last = (_words_of(names, vocabulary) for names in _names(locale))
        given[here] = _drawn(first, tail, len(here), chance)
        middle[here] = np.where(chance.random(len(here)) < 0.35, _drawn(first, tail, len(here), chance), -1)
        family[here] = np.where(chance.random(len(here)) < 0.93, _drawn(last, tail, len(here), chance), -1)
    born = chance.integers(0, _BORN_DAYS, count, dtype=np.int32)
    states = tuple(state for _, _, state in _CULTURES)
    return Population(tuple(vocabulary), given, middle, family, born, states, culture)


def _names(locale: str) -> tuple[list[str], list[str]]:
    faker = Faker(locale)
    faker.seed_instance(0)
    first = list(dict.fromkeys(faker.first_name() for _ in range(6000)))
    last = list(dict.fromkeys(faker.last_name() for _ in range(6000)))
    return first, last


def _words_of(names: list[str], vocabulary: dict[str, int]) -> Int32s:
    written = (to_mrz(name).replace("<", "") for name in names)
    return np.array([vocabulary.setdefault(word, len(vocabulary)) for word in written if word], np.int32)


def _tail(chance: random.Random) -> list[str]:
    made = (
        "".join(chance.choice(_OPENINGS) + chance.choice(_RHYMES) for _ in range(chance.choice((2, 2, 3, 3, 4))))
        for _ in range(_TAIL)
    )
    return list(dict.fromkeys(made))


def _drawn(common: Int32s, tail: Int32s, count: int, chance: np.random.Generator) -> Int32s:
    weight = 1.0 / np.arange(2, len(common) + 2)
    often = chance.choice(common, count, p=weight / weight.sum())
    return np.where(chance.random(count) < _IN_TAIL, chance.choice(tail, count), often).astype(np.int32)
