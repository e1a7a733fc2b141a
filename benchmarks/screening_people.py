"""Innocent travellers by name culture, from faker: the same for the same seed, and nobody real."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from faker import Faker

from watchlist.entry import Subject, SubjectName
from watchlist.names.transliteration import to_mrz
from watchlist.partial_date import PartialDate

_OLDEST, _YOUNGEST = date(1940, 1, 1), date(2008, 12, 31)
_MUHAMMAD = ("Muhammad", "Mohammad", "Mohamad", "Muhamad", "Mochamad", "Mochammad", "Moch.", "Moh.", "Muh.", "M.")
_ARABIC_PASSPORTS = ("SAU", "EGY", "IRQ", "YEM", "SYR", "JOR", "ARE", "SDN")


@dataclass(frozen=True, slots=True)
class Culture:
    """How its people are named. `nationalities` are drawn evenly."""

    locales: tuple[str, ...]
    nationalities: tuple[str, ...]
    name: Callable[[Faker, random.Random], str]


def _two_names(faker: Faker, _: random.Random) -> str:
    return f"{faker.first_name()} {faker.last_name()}"


def _mononym(faker: Faker, _: random.Random) -> str:
    return str(faker.first_name())


def _muhammad(faker: Faker, chance: random.Random) -> str:
    """As in the data of Indonesian passports: the first name is half the men's, the rest tells them apart."""
    rest = faker.last_name() if chance.random() < 0.3 else f"{faker.first_name_male()} {faker.last_name_male()}"
    return f"{chance.choice(_MUHAMMAD)} {rest}"


def _indonesian(faker: Faker, chance: random.Random) -> str:
    draw = chance.random()
    if draw < 0.1:
        return _mononym(faker, chance)
    if draw < 0.35:
        return _muhammad(faker, chance)
    return f"{faker.first_name()} {faker.first_name()} {faker.last_name()}" if draw < 0.6 else _two_names(faker, chance)


def _arabic(faker: Faker, chance: random.Random) -> str:
    """Own name, father's, often grandfather's, family: romanised as passports do where the locale is Latin."""
    middle = [faker.first_name_male() for _ in range(chance.choice((0, 1, 1, 2)))]
    return " ".join([faker.first_name(), *middle, faker.last_name()])


def _family_first(faker: Faker, _: random.Random) -> str:
    return f"{faker.last_name()} {faker.first_name()}"


def _chinese(faker: Faker, chance: random.Random) -> str:
    return str(faker.romanized_name()) if chance.random() < 0.7 else f"{faker.last_name()}{faker.first_name()}"


def _spanish(faker: Faker, _: random.Random) -> str:
    return f"{faker.first_name()} {faker.last_name()} {faker.last_name()}"


def _russian(faker: Faker, chance: random.Random) -> str:
    """As the MRZ of a Russian passport writes it, half of them with the patronymic."""
    male = chance.random() < 0.5
    names = [faker.first_name_male(), faker.middle_name_male(), faker.last_name_male()]
    if not male:
        names = [faker.first_name_female(), faker.middle_name_female(), faker.last_name_female()]
    kept = names if chance.random() < 0.5 else [names[0], names[2]]
    return to_mrz(" ".join(kept)).replace("<", " ")


CULTURES = {
    "Indonesian mononyms": Culture(("id_ID",), ("IDN",), _mononym),
    "Muhammad-type": Culture(("id_ID",), ("IDN", "IDN", "IDN", "MYS"), _muhammad),
    "Indonesian": Culture(("id_ID",), ("IDN",), _indonesian),
    "Arabic": Culture(("ar_SA", "ar_AA", "ar_PS"), _ARABIC_PASSPORTS, _arabic),
    "Chinese": Culture(("zh_CN",), ("CHN", "CHN", "SGP", "MYS"), _chinese),
    "Vietnamese": Culture(("vi_VN",), ("VNM",), _family_first),
    "Spanish": Culture(("es_MX", "es_CO", "es_ES"), ("MEX", "COL", "ESP", "VEN"), _spanish),
    "Russian": Culture(("ru_RU",), ("RUS",), _russian),
    "English": Culture(("en_GB", "en_US", "en_AU"), ("GBR", "USA", "AUS"), _two_names),
}


def innocents(culture: str, count: int, seed: int) -> Iterator[Subject]:
    """So many travellers of one culture."""
    kind = CULTURES[culture]
    chance = random.Random(f"{culture}/{seed}")
    fakers = [Faker(locale) for locale in kind.locales]
    for number, faker in enumerate(fakers):
        faker.seed_instance(seed * 100 + number)
    for _ in range(count):
        born = _OLDEST + timedelta(days=chance.randrange((_YOUNGEST - _OLDEST).days))
        yield Subject(
            (SubjectName(kind.name(chance.choice(fakers), chance)),),
            (PartialDate.of(born),),
            nationality=chance.choice(kind.nationalities),
        )
