"""Invented people of many cultures: for name frequencies, calibration and fairness. No list is looked at."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

from faker import Faker

# locale → culture of the fairness table; weights are ours: Indonesia's border sees mostly Indonesians
LOCALES = {
    "id_ID": ("indonesian", 30),
    "ar_SA": ("arabic", 6),
    "ar_EG": ("arabic", 6),
    "zh_CN": ("chinese", 8),
    "zh_TW": ("chinese", 3),
    "vi_VN": ("vietnamese", 6),
    "es_ES": ("spanish", 4),
    "es_MX": ("spanish", 4),
    "ru_RU": ("russian", 6),
    "uk_UA": ("russian", 3),
    "en_US": ("english", 5),
    "en_GB": ("english", 4),
    "en_IN": ("indian", 6),
    "tr_TR": ("turkish", 3),
    "fr_FR": ("french", 2),
    "de_DE": ("german", 2),
    "pt_BR": ("portuguese", 2),
    "fil_PH": ("philippine", 5),
    "th_TH": ("thai", 3),
    "ja_JP": ("japanese", 2),
    "ko_KR": ("korean", 2),
}
MUHAMMAD = (
    "MUHAMMAD",
    "MOHAMAD",
    "MOCHAMAD",
    "MUHAMAD",
    "MOCH",
    "MUH",
    "M",
    "MOHAMMAD",
    "AHMAD",
    "ACHMAD",
    "ABDUL",
    "SITI",
    "NUR",
    "ALI",
)


@dataclass(frozen=True, slots=True)
class Invented:
    """A person who does not exist."""

    name: str
    born: str
    culture: str


def people(count: int, seed: int) -> Iterator[Invented]:
    """So many people, the same for the same seed."""
    chance = random.Random(seed)
    fakers = {locale: Faker(locale) for locale in LOCALES}
    for number, faker in enumerate(fakers.values()):
        faker.seed_instance(seed + number)
    locales = list(LOCALES)
    weights = [weight for _, weight in LOCALES.values()]
    for locale in chance.choices(locales, weights, k=count):
        yield person(fakers[locale], locale, chance)


def person(faker: Faker, locale: str, chance: random.Random) -> Invented:
    """One person; Indonesians as they are named: mononyms, two names, Muhammad and its kin."""
    culture = LOCALES[locale][0]
    first, last = faker.first_name(), faker.last_name()
    name = f"{first} {last}"
    if locale == "id_ID":
        draw = chance.random()
        if draw < 0.12:
            name, culture = first, "indonesian mononym"
        elif draw < 0.35:
            name, culture = f"{chance.choice(MUHAMMAD)} {first} {last}", "muhammad"
        elif draw < 0.42:
            name, culture = f"{chance.choice(MUHAMMAD)} {first}", "muhammad"
        elif draw < 0.6:
            name = f"{first} {faker.first_name()} {last}"
    elif locale in {"ar_SA", "ar_EG"} and chance.random() < 0.5:
        name = f"{first} {faker.first_name_male()} {last}"
    elif locale in {"zh_CN", "zh_TW", "vi_VN", "ko_KR", "ja_JP"}:
        name = f"{last} {first}"
    year, month, day = chance.randint(1945, 2008), chance.randint(1, 12), chance.randint(1, 28)
    return Invented(name, f"{year}-{month:02d}-{day:02d}", culture)
