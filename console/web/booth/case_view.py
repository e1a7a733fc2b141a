"""One case in the shape in which the page shows it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from google.type.date_pb2 import Date

from console.web.booth.words import EVIDENCE_SIDE, READING_NOTE
from console.words import FIELD
from ledger.text import Text
from lintas.v1 import common_pb2, verification_pb2, watchlist_pb2
from verifier.checks.catalogue import catalogue

_SURE: Final = 0.995
_FAIR: Final = 0.9
_STRONG_NATS: Final = 3.0
# MRZ field → field of the visual zone that says the same
_ON_PAGE: Final = (
    ("primary_identifier", "surname"),
    ("secondary_identifier", "given_names"),
    ("document_number", "document_number"),
    ("issuing_state", "issuing_state"),
    ("nationality", "nationality"),
    ("birth_date", "birth_date"),
    ("sex", "sex"),
    ("expiry_date", "expiry_date"),
    ("optional_data", "personal_number"),
)
_COMPARED: Final = "combined.mrz_viz"


@dataclass(frozen=True, slots=True)
class Character:
    """One character with how sure the eye was: `''` sure or typed, `fair`, `weak`, `repaired`."""

    text: str
    mark: str = ""
    seen: str = ""
    probability: float | None = None


@dataclass(frozen=True, slots=True)
class Repair:
    """A place where the grammar overruled the eye; line and column count from 1."""

    line: int
    column: int
    seen: str
    chosen: str


@dataclass(frozen=True, slots=True)
class FieldRow:
    """One field: the MRZ's side, and the page's. `difference` is '', 'same' or 'differs'."""

    name: str
    label: Text
    characters: tuple[Character, ...]
    value: str
    digit: str
    printed_digit: str
    computed_digit: str
    page_name: str
    page_value: str
    difference: str


@dataclass(frozen=True, slots=True)
class CheckRow:
    """One check by its name in the catalogue."""

    name: Text
    section: str
    result: str
    reasons: Sequence[common_pb2.Text]
    from_terminal: bool
    evaluatory: bool


@dataclass(frozen=True, slots=True)
class CheckGroupView:
    """The checks of one group of TR-03135, with their common result."""

    group: str
    result: str
    rows: tuple[CheckRow, ...]


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """What one feature says, and which way."""

    text: common_pb2.Text
    side: Text
    is_for: bool | None


def mrz_lines(examination: verification_pb2.Examination) -> list[tuple[Character, ...]]:
    """The MRZ, character by character."""
    return [tuple(_characters(examination, number)) for number in range(len(examination.mrz.lines))]


def _characters(examination: verification_pb2.Examination, number: int) -> Iterator[Character]:
    line = examination.mrz.lines[number]
    read = examination.reading.characters
    seen = read[number] if number < len(read) else verification_pb2.CharacterLine()
    repaired = set(seen.repaired_columns)
    for column, text in enumerate(line):
        probability = seen.probabilities[column] if column < len(seen.probabilities) else None
        eye = seen.seen[column] if column < len(seen.seen) else ""
        yield Character(text, _mark(probability, is_repaired=column in repaired), eye, probability)


def _mark(probability: float | None, *, is_repaired: bool) -> str:
    if is_repaired:
        return "repaired"
    if probability is None or probability >= _SURE:
        return ""
    return "fair" if probability >= _FAIR else "weak"


def repairs(lines: Sequence[Sequence[Character]]) -> tuple[Repair, ...]:
    """All repaired characters, in words for who does not see marks."""
    return tuple(
        Repair(row, column, each.seen, each.text)
        for row, line in enumerate(lines, 1)
        for column, each in enumerate(line, 1)
        if each.mark == "repaired"
    )


def field_rows(case: verification_pb2.Case, lines: Sequence[Sequence[Character]]) -> tuple[FieldRow, ...]:
    """The fields that MRZ and page share, in the order of the page."""
    fields = {field.name: field for field in case.examination.mrz.fields}
    outcome = next((each for each in case.examination.checks.outcomes if each.check_id == _COMPARED), None)
    wrong = set(outcome.fields) if outcome and outcome.result == verification_pb2.CHECK_RESULT_FAILED else set()
    zone = case.presented.visual_zone
    return tuple(_row(name, page, fields, lines, case, zone, wrong) for name, page in _ON_PAGE)


def _row(
    name: str,
    page_name: str,
    fields: dict[str, verification_pb2.MrzField],
    lines: Sequence[Sequence[Character]],
    case: verification_pb2.Case,
    zone: verification_pb2.VisualZone,
    wrong: set[str],
) -> FieldRow:
    field = fields.get(name, verification_pb2.MrzField())
    page_value = page_text(zone, page_name)
    is_compared = bool(page_value and field.value)
    return FieldRow(
        name=name,
        label=FIELD[name] if page_name != "personal_number" else Text(id="Nomor pribadi", en="Personal number"),
        characters=_without_fillers([each for span in field.spans for each in lines[span.line][span.start : span.end]]),
        value=shown_value(field, case.examination.mrz),
        digit=verification_pb2.DigitResult.Name(field.check_digit),
        printed_digit=field.printed_digit,
        computed_digit=field.computed_digit,
        page_name=page_name,
        page_value=page_value,
        difference="differs" if name in wrong else "same" if is_compared else "",
    )


def _without_fillers(characters: Sequence[Character]) -> tuple[Character, ...]:
    """Fillers at the end say nothing, unless the eye was unsure of one."""
    end = len(characters)
    while end and characters[end - 1].text == "<" and not characters[end - 1].mark:
        end -= 1
    return tuple(characters[:end])


def shown_value(field: verification_pb2.MrzField, mrz: verification_pb2.MrzRecord) -> str:
    """The value; a date with every century that it may mean."""
    by_name: dict[str, Iterable[Date]] = {"birth_date": mrz.birth_dates, "expiry_date": mrz.expiry_dates}
    return " / ".join(iso_date(date) for date in by_name.get(field.name, ())) or field.value


def page_text(zone: verification_pb2.VisualZone, name: str) -> str:
    """A field of the visual zone as its input holds it."""
    if name == "sex":
        return common_pb2.Sex.Name(zone.sex) if zone.sex else ""
    value = getattr(zone, name)
    return iso_date(value) if isinstance(value, Date) else str(value)


def iso_date(date: Date) -> str:
    """As much of the date as is known; '' for nothing."""
    if not date.year:
        return ""
    return "-".join(f"{part:0{width}}" for part, width in ((date.year, 4), (date.month, 2), (date.day, 2)) if part)


def check_groups(report: verification_pb2.CheckReport) -> tuple[CheckGroupView, ...]:
    """Groups in the order of the service; without the checks that only sum the group up."""
    return tuple(
        CheckGroupView(
            group=verification_pb2.CheckGroup.Name(each.group),
            result=verification_pb2.CheckResult.Name(each.result),
            rows=tuple(_check(outcome) for outcome in report.outcomes if outcome.group == each.group),
        )
        for each in report.groups
        if any(outcome.group == each.group for outcome in report.outcomes)
    )


def _check(outcome: verification_pb2.CheckOutcome) -> CheckRow:
    entry = catalogue().get(outcome.check_id)
    return CheckRow(
        name=entry.name if entry else Text(id=outcome.check_id, en=outcome.check_id),
        section="" if entry is None or entry.is_own else entry.section,
        result=verification_pb2.CheckResult.Name(outcome.result),
        reasons=outcome.reasons,
        from_terminal=outcome.from_terminal,
        evaluatory=outcome.evaluatory,
    )


def evidence_rows(hit: watchlist_pb2.Hit) -> tuple[EvidenceRow, ...]:
    """Strongest first; what is missing says nothing and stands last."""
    ordered = sorted(hit.evidence, key=lambda each: -abs(each.weight_nats))
    return tuple(_evidence(each) for each in ordered)


def _evidence(evidence: watchlist_pb2.Evidence) -> EvidenceRow:
    weight = evidence.weight_nats
    if not weight:
        return EvidenceRow(evidence.text, EVIDENCE_SIDE["neutral"], None)
    key = ("strongly_" if abs(weight) >= _STRONG_NATS else "") + ("for" if weight > 0 else "against")
    return EvidenceRow(evidence.text, EVIDENCE_SIDE[key], weight > 0)


def band_points(reading: verification_pb2.Reading) -> str:
    """Corners of the MRZ band for an SVG polygon, in pixels of the upright image; '' where it is not known."""
    return " ".join(f"{point.x:.1f},{point.y:.1f}" for point in reading.band)


def reading_notes(reading: verification_pb2.Reading) -> tuple[Text, ...]:
    """What the reader remarked."""
    return tuple(READING_NOTE.get(note, Text(id=note, en=note)) for note in reading.notes)
