"""Plain sentences for evidence, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from ledger.text import Text
from watchlist.compare.alignment import Alignment
from watchlist.compare.birth_date import DateMatch

DATE_TEXTS: Final[Mapping[DateMatch, Text]] = MappingProxyType(
    {
        DateMatch.EQUAL: Text(id="Tanggal lahir sama.", en="Same birth date."),
        DateMatch.SWAPPED: Text(
            id="Tanggal lahir sama bila hari dan bulan ditukar.", en="Same with day and month swapped."
        ),
        DateMatch.ONE_DIGIT: Text(id="Tanggal lahir berbeda satu angka.", en="The birth dates differ in one digit."),
        DateMatch.YEAR: Text(
            id="Tahun lahir sama, selebihnya tidak diketahui.", en="Same year of birth, the rest is unknown."
        ),
        DateMatch.NEAR_YEAR: Text(
            id="Tanggal lahir berbeda, tahunnya berdekatan.", en="Other birth date in a near year."
        ),
        DateMatch.FEW_YEARS: Text(id="Tahun lahir berbeda dua atau tiga tahun.", en="Born two or three years apart."),
        DateMatch.DIFFERENT: Text(id="Tanggal lahir berbeda.", en="Other birth date."),
        DateMatch.UNKNOWN: Text(id="Tanggal lahir tidak diketahui.", en="Birth date unknown."),
    }
)
_RARE_NATS: Final = 7.0
_COMMON_NATS: Final = 4.5


def name_text(found: Alignment) -> Text:
    """How many words fit, how well, and how rare the rarest of them is."""
    words = f"{found.pairs}/{max(found.seen_words, found.listed_words)}"
    alike = f"{found.quality:.0%}"
    if found.rarest >= _RARE_NATS:
        rarity = Text(id="namanya jarang", en="a rare name")
    elif found.rarest >= _COMMON_NATS:
        rarity = Text(id="namanya cukup umum", en="a fairly common name")
    else:
        rarity = Text(id="namanya sangat umum", en="a very common name")
    return Text(
        id=f"{words} kata cocok, mirip {alike}; {rarity.id}.", en=f"{words} words fit, {alike} alike; {rarity.en}."
    )


def nationality_text(value: float) -> Text:
    """Agreement, contradiction, or nothing known."""
    if value > 0:
        return Text(id="Kewarganegaraan sama.", en="Same nationality.")
    if value < 0:
        return Text(id="Kewarganegaraan berbeda.", en="Other nationality.")
    return Text(id="Kewarganegaraan tidak diketahui.", en="Nationality unknown.")
