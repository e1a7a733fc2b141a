"""Which layout a text has, by the number and length of its lines; what is missing or too much becomes a finding."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from ledger.text import Text
from verifier.mrz.layout import FILLER, rules
from verifier.mrz.record import Layout, MrzFinding, Severity, Span

_LARGEST_MISFIT: Final = 3  # characters; a line further off is not a line of that layout

_WRONG_LENGTH: Final = Text(
    id="Baris ini terlalu panjang atau terlalu pendek. Periksa dan baca ulang.",
    en="This line is too long or too short. Check it and read it again.",
)
_NO_LAYOUT: Final = Text(
    id="Teks ini bukan MRZ lengkap: jumlah atau panjang barisnya tidak sesuai dengan jenis dokumen mana pun.",
    en="This is no complete MRZ: number or length of its lines fit no kind of document.",
)


@dataclass(frozen=True, slots=True)
class Detected:
    """The layout (None where nothing fits), the lines brought to its width, and findings."""

    layout: Layout | None
    lines: tuple[str, ...]
    findings: tuple[MrzFinding, ...] = ()


def detect(lines: Sequence[str]) -> Detected:
    """Find the layout of cleaned lines. Lines a little too long or short are cut or filled, and reported."""
    width = _width(lines)
    if width is None:
        return Detected(None, tuple(lines), (MrzFinding("NO_LAYOUT", Severity.ERROR, _NO_LAYOUT),))
    findings = tuple(
        MrzFinding("WRONG_LENGTH", Severity.ERROR, _WRONG_LENGTH, span=Span(number, 0, len(line)))
        for number, line in enumerate(lines)
        if len(line) != width
    )
    fitted = tuple(line[:width].ljust(width, FILLER) for line in lines)
    return Detected(_layout(fitted), fitted, findings)


def _width(lines: Sequence[str]) -> int | None:
    widths = {rule.width for rule in rules().values() if rule.lines == len(lines)}
    misfits = {width: max(abs(len(line) - width) for line in lines) for width in widths}
    best = min(misfits, key=lambda width: misfits[width], default=None)
    return best if best is not None and misfits[best] <= _LARGEST_MISFIT else None


def _layout(lines: tuple[str, ...]) -> Layout:
    if len(lines) == 3:
        return Layout.TD1
    is_visa = lines[0].startswith("V")
    if len(lines[0]) == 44:
        return Layout.MRV_A if is_visa else Layout.TD3
    if is_visa:
        return Layout.MRV_B
    # France prints no other document of two lines of 36 characters; its card of 2021 is a TD1
    return Layout.FRENCH_ID if lines[0].startswith("IDFRA") else Layout.TD2
