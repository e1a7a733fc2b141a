"""The fictional states: names, colours, typefaces and emblem of each. None stands for a real state."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import cache
from types import MappingProxyType
from typing import Final

from ledger.text import Text
from simulator.specimen.fonts import Face


class Motif(Enum):
    """What the emblem shows."""

    SUN_WAVES = "sun_waves"
    COMPASS = "compass"
    LOTUS = "lotus"
    MOUNTAINS = "mountains"
    HONEYCOMB = "honeycomb"
    GLOBE = "globe"


@dataclass(frozen=True, slots=True)
class State:
    """One state. `name` is in its official language, `title` what its passports are headed with.

    Colours are `#rrggbb`: paper left and right, two background lines, accent, fluorescent inks.
    """

    code: str
    name: str
    english: str
    adjective: Text
    words: tuple[str, str, str]  # passport, identity card, visa in its own language
    papers: tuple[str, str]
    lines: tuple[str, str, str]
    accent: str
    glow: tuple[str, str]
    motif: Motif
    title_face: Face
    data_face: Face
    petals: int  # of its rosettes
    waves: float  # of its background
    capital: str
    authority: str


_STATES: Final = (
    State(
        code="UTO",
        name="UTOPIA",
        english="UTOPIA",
        adjective=Text(id="Utopia", en="Utopian"),
        words=("PASSEPORT", "CARTE D'IDENTITÉ", "VISA"),
        papers=("#f4efdc", "#e7ecd8"),
        lines=("#b7a25a", "#7f9f7a", "#c9b27c"),
        accent="#6a5412",
        glow=("#e9ff5a", "#ff5b4a"),
        motif=Motif.GLOBE,
        title_face=Face.TIMES_BOLD,
        data_face=Face.SANS,
        petals=12,
        waves=3.0,
        capital="ZENITH",
        authority="MINISTRY OF THE INTERIOR",
    ),
    State(
        code="XZA",
        name="REPUBLIKA HALCYRA",
        english="REPUBLIC OF HALCYRA",
        adjective=Text(id="Halcyra", en="Halcyran"),
        words=("PASAPORTA", "KARTA IDENTA", "VIZA"),
        papers=("#e2f1f0", "#eef3e4"),
        lines=("#4f9f9d", "#6fa8c7", "#8fc0a6"),
        accent="#0d5c63",
        glow=("#49ffd1", "#ffb23e"),
        motif=Motif.SUN_WAVES,
        title_face=Face.SERIF_BOLD,
        data_face=Face.SANS,
        petals=16,
        waves=4.5,
        capital="PORT HALCYON",
        authority="DIREKTA MIGRA, PORT HALCYON",
    ),
    State(
        code="XZB",
        name="REGNO DI MERIDOVA",
        english="KINGDOM OF MERIDOVA",
        adjective=Text(id="Meridova", en="Meridovan"),
        words=("PASSAVIA", "TESSERA", "VISTO"),
        papers=("#f6e7e4", "#f2ecdd"),
        lines=("#b0616a", "#c08f4f", "#a87a94"),
        accent="#6d1a2d",
        glow=("#ff6ad5", "#7dff6a"),
        motif=Motif.COMPASS,
        title_face=Face.TIMES_BOLD,
        data_face=Face.SERIF,
        petals=8,
        waves=2.2,
        capital="CASTELMAR",
        authority="REGIA QUESTURA 04",
    ),
    State(
        code="XZC",
        name="PERSEKUTUAN SELINDRA",
        english="SELINDRA FEDERATION",
        adjective=Text(id="Selindra", en="Selindran"),
        words=("SURAT LINTAS", "KARTU WARGA", "VISA"),
        papers=("#e8f1df", "#f3eedb"),
        lines=("#5f9a55", "#b59a3c", "#7fae93"),
        accent="#1f5130",
        glow=("#6bff55", "#ff4fa0"),
        motif=Motif.LOTUS,
        title_face=Face.SANS_BOLD,
        data_face=Face.SANS,
        petals=10,
        waves=5.5,
        capital="TELUK RAYA",
        authority="JAWATAN LINTAS TELUK RAYA",
    ),
    State(
        code="XZD",
        name="FORBUNDET NORVALE",
        english="UNION OF NORVALE",
        adjective=Text(id="Norvale", en="Norvalian"),
        words=("REISEPAS", "ID-KORT", "VISUM"),
        papers=("#e4e9f2", "#eceaf1"),
        lines=("#5d7fae", "#8a93b8", "#6ea3b4"),
        accent="#1d3461",
        glow=("#58b7ff", "#f4ff61"),
        motif=Motif.MOUNTAINS,
        title_face=Face.SERIF_BOLD,
        data_face=Face.SANS,
        petals=6,
        waves=1.6,
        capital="HAVNSUND",
        authority="POLITIET HAVNSUND",
    ),
    State(
        code="XZE",
        name="AUREMI KOINA",
        english="COMMONWEALTH OF AUREM",
        adjective=Text(id="Aurem", en="Auremian"),
        words=("DIAVATI", "TAVTOTI", "THEORI"),
        papers=("#f7eed6", "#efe6ef"),
        lines=("#c58a2f", "#8d6aa8", "#d1a667"),
        accent="#4a2a63",
        glow=("#ffcf3d", "#8f6bff"),
        motif=Motif.HONEYCOMB,
        title_face=Face.SANS_BOLD,
        data_face=Face.SERIF,
        petals=18,
        waves=3.6,
        capital="MELISSA",
        authority="ARCHI 11 MELISSA",
    ),
)


@cache
def states() -> MappingProxyType[str, State]:
    """All states that are drawn, by code."""
    return MappingProxyType({each.code: each for each in _STATES})


def state_of(issuer: str, design: str = "") -> State:
    """The state that designs this issuer's documents.

    Training codes without a design of their own, and codes that do not exist, get one of the designs, always the same.
    """
    known = states()
    if (design or issuer) in known:
        return known[design or issuer]
    drawn = [code for code in known if code != "UTO"]
    return known[drawn[sum(issuer.encode()) % len(drawn)]]
