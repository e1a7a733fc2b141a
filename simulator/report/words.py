"""The words that all reports share."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from ledger.text import Text
from simulator.report.blocks import Tone
from verifier.decision import Outcome

_FULL: Final = 0.9
DECISIONS: Final[Mapping[Outcome | None, Text]] = MappingProxyType(
    {
        Outcome.CLEAR: Text(id="loloskan", en="clear"),
        Outcome.REFER: Text(id="rujuk", en="refer"),
        Outcome.DEFER: Text(id="tunda", en="defer"),
        Outcome.REFUSE: Text(id="tolak", en="refuse"),
        Outcome.HOLD: Text(id="tahan", en="hold"),
        Outcome.PROTECT: Text(id="lindungi", en="protect"),
        None: Text(id="tidak diputuskan", en="not decided"),
    }
)
_ATTRIBUTES: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "sex": Text(id="jenis kelamin", en="sex"),
        "age_band": Text(id="kelompok umur", en="age band"),
        "nationality": Text(id="kewarganegaraan", en="nationality"),
        "ethnic_presentation": Text(id="penampilan etnis", en="ethnic presentation"),
        "religious_dress": Text(id="busana keagamaan", en="religious dress"),
        "disability": Text(id="disabilitas", en="disability"),
        "name_origin": Text(id="asal nama", en="origin of the name"),
    }
)


def named(text: Text, key: str) -> Text:
    """The text; the key where there is none in either language."""
    return text if text.id or text.en else Text(id=key, en=key)


def attribute_name(attribute: str) -> Text:
    """A protected attribute in words; the key itself where we have none."""
    return _ATTRIBUTES.get(attribute, Text(id=attribute or "lain-lain", en=attribute or "other"))


_VALUES: Final[Mapping[tuple[str, str], Text]] = MappingProxyType(
    {
        ("sex", "F"): Text(id="perempuan", en="female"),
        ("sex", "M"): Text(id="laki-laki", en="male"),
        ("sex", "X"): Text(id="tidak disebut", en="not stated"),
    }
)


def group_name(attribute: str, value: str) -> Text:
    """A group in words, "sex: female"; the scenario's own word where we have none."""
    name, told = attribute_name(attribute), _VALUES.get((attribute, value), Text(id=value, en=value))
    return Text(id=f"{name.id}: {told.id}", en=f"{name.en}: {told.en}")


def tone_of(credit: float) -> Tone:
    """As the key asks from nine tenths of the credit, partly so above nothing, else wrong."""
    if credit >= _FULL:
        return Tone.GOOD
    return Tone.PART if credit > 0 else Tone.BAD


REACTIONS: Final = Text(id="Reaksi", en="Reactions")
DESCRIPTION: Final = Text(id="Deskripsi", en="Description")
ANALYSIS: Final = Text(id="Analisis", en="Analysis")
APPLICATION: Final = Text(id="Penerapan", en="Application")
LIMITS: Final = Text(id="Batas angka-angka ini", en="The limits of these figures")

LABELS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "case": Text(id="kasus", en="case"),
        "decided": Text(id="putusan kelas", en="how the class decided"),
        "right": Text(id="benar", en="right"),
        "fit": Text(id="daya pilah", en="fit"),
        "signal": Text(id="perlu dihentikan", en="to be stopped"),
        "innocent": Text(id="tanpa masalah", en="innocent"),
        "figure": Text(id="angka", en="figure"),
        "value": Text(id="nilai", en="value"),
        "meaning": Text(id="apa artinya", en="what it says"),
        "better": Text(id="lebih baik", en="better"),
        "sure": Text(id="yakin", en="sure"),
        "seen": Text(id="dikutip dengan benar", en="rightly cited"),
        "missed": Text(id="terlewat", en="missed"),
        "mistaken": Text(id="keliru dikutip", en="wrongly cited"),
        "harm": Text(id="kerugian", en="harm"),
        "points": Text(id="nilai", en="points"),
        "contents": Text(id="Isi", en="Contents"),
    }
)
