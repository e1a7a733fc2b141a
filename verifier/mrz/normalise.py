"""From whatever arrives as MRZ text to lines of MRZ characters, with a finding for everything that was changed."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import Final

from ledger.text import Text
from verifier.mrz.record import MrzFinding, Severity, Span

_ALLOWED: Final = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<")
_FILLER_LIKE: Final = frozenset("«‹≤〈＜")
_MOST_LINES: Final = 12
_LONGEST_LINE: Final = 100  # characters; a longer line fits no layout, whatever follows

LOWER_CASE: Final = Text(
    id="Huruf kecil dibaca sebagai huruf besar.", en="Lower-case letters were taken as upper-case ones."
)
LOOK_ALIKE: Final = Text(
    id="Bentuk lain dari karakter MRZ (misalnya huruf lebar) diganti.",
    en="Other forms of MRZ characters (such as full-width ones) were replaced.",
)
SPACES: Final = Text(id="Spasi di dalam MRZ dihapus.", en="Spaces inside the MRZ were removed.")
FOREIGN: Final = Text(
    id="Karakter ini tidak dapat berada di MRZ. Bisa jadi huruf lain yang mirip.",
    en="This character cannot stand in an MRZ. It may be another letter that looks alike.",
)


def split_lines(text: str | Sequence[str]) -> tuple[str, ...]:
    """Lines without line ends and without empty lines. One string without breaks is cut at the lengths of a layout."""
    lines = text.splitlines() if isinstance(text, str) else [piece for line in text for piece in line.splitlines()]
    kept = [line.strip() for line in lines if line.strip()][:_MOST_LINES]
    cut = _cut(kept[0]) if len(kept) == 1 else kept
    return tuple(line[:_LONGEST_LINE] for line in cut)


def _cut(text: str) -> list[str]:
    compact = "".join(text.split())
    width = {90: 30, 88: 44, 72: 36}.get(len(compact))
    return [compact[i : i + width] for i in range(0, len(compact), width)] if width else [text]


def normalise(lines: Sequence[str]) -> tuple[tuple[str, ...], tuple[MrzFinding, ...]]:
    """MRZ characters where that is beyond doubt (case, spaces, full-width forms); the rest stays and is reported."""
    findings: list[MrzFinding] = []
    cleaned = tuple(_clean(line, number, findings) for number, line in enumerate(lines))
    return cleaned, tuple(findings)


def _clean(line: str, number: int, findings: list[MrzFinding]) -> str:
    plain = unicodedata.normalize("NFKC", line)
    plain = "".join("<" if character in _FILLER_LIKE else character for character in plain)
    if plain != line:
        findings.append(_finding("LOOK_ALIKE", Severity.WARNING, LOOK_ALIKE, number))
    spaceless = "".join(plain.split())
    if spaceless != plain:
        findings.append(_finding("SPACES_REMOVED", Severity.NOTE, SPACES, number))
    upper = "".join(c.upper() if c.isascii() else c for c in spaceless)
    if upper != spaceless:
        findings.append(_finding("LOWER_CASE", Severity.WARNING, LOWER_CASE, number))
    for column, character in enumerate(upper):
        if character not in _ALLOWED:
            span = Span(number, column, column + 1)
            findings.append(MrzFinding("FOREIGN_CHARACTER", Severity.ERROR, FOREIGN, span=span))
    return upper


def _finding(code: str, severity: Severity, text: Text, line: int) -> MrzFinding:
    return MrzFinding(code, severity, text, span=Span(line, 0, 0))
