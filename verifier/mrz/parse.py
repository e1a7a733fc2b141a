"""From MRZ text to a record. No text makes it raise: what is wrong with the text is a finding."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from ledger.text import Text
from verifier.mrz import dates
from verifier.mrz.detect import detect
from verifier.mrz.fields import cut, read
from verifier.mrz.layout import CharacterClass, FieldRule, LayoutRule, rules
from verifier.mrz.names import Names
from verifier.mrz.normalise import normalise, split_lines
from verifier.mrz.record import MrzField, MrzFinding, MrzRecord, Severity, Span
from watchlist.entry import Sex
from watchlist.partial_date import PartialDate

_SEX: Final = {"F": Sex.FEMALE, "M": Sex.MALE, "<": Sex.UNSPECIFIED}

_CHARACTER: Final = Text(
    id="Jenis karakter ini tidak lazim di posisi tersebut (huruf di tempat angka atau sebaliknya).",
    en="A character of this kind does not belong here (a letter where digits stand, or the reverse).",
)
_NO_DATE: Final = Text(id="Bukan tanggal yang ada.", en="Not a date that exists.")
_PARTIAL_DATE: Final = Text(
    id="Sebagian tanggal lahir tidak diketahui; ini diperbolehkan.",
    en="Part of the birth date is unknown; that is lawful.",
)
_NO_SEX: Final = Text(id="Kode jenis kelamin tidak dikenal.", en="Unknown code for the sex.")
_NO_NAME: Final = Text(id="Nama kosong.", en="The name is empty.")
_CUT_NAME: Final = Text(
    id="Nama mengisi seluruh kolom, jadi mungkin terpotong.", en="The name fills its field, so it may have been cut."
)
_LONG_NUMBER: Final = Text(
    id="Nomor dokumen berlanjut di data tambahan.", en="The document number goes on in the optional data."
)


def parse(text: str | Sequence[str], today: date) -> MrzRecord:
    """Parse one MRZ, given as lines or as one text.

    `today` decides what a two-digit year may mean. Fields of a text that fits no layout are absent, and a finding
    says so. Nothing is corrected but case, spaces and look-alike forms of MRZ characters, each with a finding.
    """
    cleaned, findings = normalise(split_lines(text))
    detected = detect(cleaned)
    findings += detected.findings
    if detected.layout is None:
        return MrzRecord(None, cleaned, findings=findings)
    rule = rules()[detected.layout]
    fields, names = read(detected.lines, rule)
    by_name = {field.name: field for field in fields}
    births = dates.birth_dates(by_name["birth_date"].raw, today)
    expiries = dates.expiry_dates(by_name["expiry_date"].raw, today) if "expiry_date" in by_name else ()
    findings += tuple(_field_findings(detected.lines, rule, by_name, names))
    findings += tuple(_date_findings(by_name, births, expiries))
    return MrzRecord(
        layout=detected.layout,
        lines=detected.lines,
        fields=fields,
        findings=findings,
        birth_dates=dates.before_expiry(births, expiries),
        expiry_dates=expiries,
        sex=_SEX.get(by_name["sex"].raw),
        names_truncated=names.is_truncated,
    )


def _field_findings(
    lines: tuple[str, ...], rule: LayoutRule, fields: dict[str, MrzField], names: Names
) -> Iterator[MrzFinding]:
    for each in rule.fields:
        yield from _misplaced(lines, each)
    for span in rule.names:
        yield from _misplaced(lines, FieldRule("primary_identifier", span, CharacterClass.LETTER_OR_FILLER))
    if len(fields["document_number"].spans) > 1:
        yield _finding("LONG_DOCUMENT_NUMBER", Severity.NOTE, _LONG_NUMBER, fields["document_number"])
    if fields["sex"].raw not in _SEX:
        yield _finding("UNKNOWN_SEX", Severity.WARNING, _NO_SEX, fields["sex"])
    if not (names.primary or names.secondary):
        yield _finding("EMPTY_NAME", Severity.ERROR, _NO_NAME, fields["primary_identifier"])
    elif names.is_truncated:
        yield _finding("NAME_MAY_BE_CUT", Severity.NOTE, _CUT_NAME, fields["primary_identifier"])


def _misplaced(lines: tuple[str, ...], rule: FieldRule) -> Iterator[MrzFinding]:
    """One finding a field, at its first character of the wrong class; dates and sex have findings of their own."""
    if rule.name == "sex":
        return
    for offset, character in enumerate(cut(lines, rule.span)):
        if character not in rule.characters.value and character in CharacterClass.ANY.value:
            span = Span(rule.span.line, rule.span.start + offset, rule.span.start + offset + 1)
            yield MrzFinding("MISPLACED_CHARACTER", Severity.WARNING, _CHARACTER, rule.name, span)
            return


def _date_findings(
    fields: dict[str, MrzField], births: tuple[PartialDate, ...], expiries: tuple[PartialDate, ...]
) -> Iterator[MrzFinding]:
    birth = fields["birth_date"]
    if not births and birth.raw != "<" * len(birth.raw):
        yield _finding("NO_DATE", Severity.ERROR, _NO_DATE, birth)
    elif not all(found.is_complete for found in births) or not births:
        yield _finding("PARTIAL_BIRTH_DATE", Severity.NOTE, _PARTIAL_DATE, birth)
    if "expiry_date" in fields and not expiries:
        yield _finding("NO_DATE", Severity.ERROR, _NO_DATE, fields["expiry_date"])


def _finding(code: str, severity: Severity, text: Text, field: MrzField) -> MrzFinding:
    return MrzFinding(code, severity, text, field.name, field.spans[0])
