"""Invented names and numbers for variants. No list of real people is behind them."""

from __future__ import annotations

import random
from typing import Final

from watchlist.entry import Sex

_SURNAMES: Final = (
    *("RAHARDI", "MELATI", "SURYONO", "LAKSITA", "WIRANATA", "PERMADI", "ANGGARA", "SETIABUDI", "KARTIKA", "HALIMAN"),
    *("BRAMANTO", "CENDANA", "DARSONO", "ELKANA", "FIRMANSAH", "GUNADI", "HARYATI", "IRAWAN", "JATMIKO", "KUSUMO"),
)
_GIVEN: Final = {
    Sex.FEMALE: ("SARI", "DEWI", "RATIH", "LESTARI", "MAYA", "NINGSIH", "PUSPA", "RINI", "TIARA", "WULAN", "AYU"),
    Sex.MALE: ("BIMO", "SATRIA", "AGUNG", "DIMAS", "EKO", "FAJAR", "GALIH", "HENDRA", "JOKO", "RANGGA", "TEGUH"),
    Sex.UNSPECIFIED: ("KIRANA", "EKA", "DWI", "TRI", "NUR", "SURYA", "BULAN", "LINTANG"),
}


def surname(chance: random.Random) -> str:
    """One surname."""
    return chance.choice(_SURNAMES)


def given(chance: random.Random, sex: Sex, words: int) -> str:
    """As many given names as there were, all different."""
    pool = _GIVEN[sex]
    return " ".join(chance.sample(pool, min(words, len(pool))))


def number_like(chance: random.Random, number: str) -> str:
    """A number of the same shape: letters stay letters, digits stay digits."""
    return "".join(
        chance.choice("0123456789")
        if each.isdigit()
        else chance.choice("ABCDEFGHJKLMNPRSTUVWXYZ")
        if each.isalpha()
        else each
        for each in number
    )
