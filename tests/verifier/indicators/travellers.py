"""Invented travellers for tests: documents with right check digits, journeys, hits."""

from __future__ import annotations

from datetime import UTC, date, datetime

from ledger.text import Text
from verifier import checks
from verifier.indicators.facts import Facts, gather
from verifier.indicators.history import History
from verifier.model.check import CheckReport
from verifier.model.journey import Journey
from verifier.model.presentation import Presentation
from verifier.model.visual_zone import VisualZone
from verifier.mrz.check_digits import compute
from verifier.mrz.parse import parse
from watchlist.entry import (
    Action,
    Category,
    Comparison,
    DocumentKey,
    Entry,
    EntryKind,
    EntryState,
    Evidence,
    Grade,
    Hit,
    SearchResult,
)

TODAY = date(2026, 11, 24)
NOTHING_FOUND = SearchResult(hits=(), list_version=1, searched_entries=10)


def passport(
    *,
    surname: str = "CONTOH",
    given: str = "ADI",
    state: str = "UTO",
    sex: str = "F",
    birth: str = "000102",
    expiry: str = "310101",
    number: str = "X1234567",
    code: str = "P<",
    birth_digits_of: str = "",
) -> tuple[str, str]:
    """TD3 lines; `birth_digits_of` computes the digits for another birth date (YYMMDD) than the one printed."""
    first = f"{code}{state}{surname}<<{given}".ljust(44, "<")[:44]
    padded = number.ljust(9, "<")
    honest = birth_digits_of or birth
    optional = "<" * 14
    middle = f"{sex}{expiry}{compute(expiry)}{optional}<"
    composite = compute(f"{padded}{compute(padded)}{honest}{compute(honest)}{expiry}{compute(expiry)}{optional}<")
    return first, f"{padded}{compute(padded)}{state}{birth}{compute(honest)}{middle}{composite}"


def hit(category: Category, grade: Grade = Grade.EXACT, state: EntryState = EntryState.ACTIVE, name: str = "") -> Hit:
    """A hit on an invented entry."""
    kind = EntryKind.DOCUMENT if category.value.endswith("document") else EntryKind.PERSON
    entry = Entry("E-1", "L-1", kind, category, Action.VERIFY_IDENTITY, authority="A", provenance="P")
    evidence = (Evidence("name", name, name, 2.0, Text(id="sama", en="same")),) if name else ()
    return Hit(entry, state, Comparison(0.99, grade, evidence))


def found(*hits: Hit) -> SearchResult:
    """A search result with these hits."""
    return SearchResult(hits=hits, list_version=1, searched_entries=10)


def facts_of(
    journey: Journey | None = None,
    *,
    lines: tuple[str, ...] | None = None,
    visual_zone: VisualZone | None = None,
    visa_lines: tuple[str, ...] = (),
    chip_lines: tuple[str, ...] = (),
    search: SearchResult | None = NOTHING_FOUND,
    history: History | None = None,
    is_retry: bool = False,
    report: CheckReport | None = None,
) -> Facts:
    """What the line would gather for this traveller; the checks run, or stand as given in `report`."""
    presentation = Presentation(
        mrz_lines=lines if lines is not None else passport(),
        visual_zone=visual_zone or VisualZone(),
        visa_mrz_lines=visa_lines,
        chip_mrz_lines=chip_lines,
        journey=journey or Journey(),
        is_retry=is_retry,
    )
    record = parse(presentation.mrz_lines, TODAY)
    visa = parse(visa_lines, TODAY) if visa_lines else None
    chip = parse(chip_lines, TODAY) if chip_lines else None
    report = report or checks.run(record, presentation, today=TODAY, visa=visa, chip=chip)
    return gather(
        presentation,
        today=TODAY,
        record=record,
        visa=visa,
        chip=chip,
        checks=report,
        search=search,
        history=history,
    )


def at(day: int, hour: int = 0) -> datetime:
    """An instant in November 2026, UTC."""
    return datetime(2026, 11, day, hour, tzinfo=UTC)


def document_key() -> DocumentKey:
    """The key of the document that `passport` writes."""
    return DocumentKey("UTO", "X1234567", "P")
