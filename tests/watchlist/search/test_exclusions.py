"""What was decided about one document and one entry, and only about them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from ledger.errors import LintasError
from tests.watchlist.people import NOW, document, person
from watchlist.entry import DocumentKey, Grade, Subject, SubjectName
from watchlist.partial_date import PartialDate
from watchlist.search import Searcher
from watchlist.search.exclusions import Exclusion, MemoryExclusions

PASSPORT = DocumentKey("IDN", "X1234567")
LISTED = person("x", "Budi Santoso", "1977-03-04")
TRAVELLER = Subject((SubjectName("BUDI SANTOSO"),), (PartialDate(1977, 3, 4),), documents=(PASSPORT,))
DECISION = Exclusion(PASSPORT, "x", 1, "officer-7", NOW, NOW + timedelta(days=365), "other father's name")


def grades(searcher: Searcher, subject: Subject = TRAVELLER, after_days: int = 1) -> list[Grade]:
    return [hit.comparison.grade for hit in searcher.search(subject, NOW + timedelta(days=after_days)).hits]


def test_an_excluded_hit_is_shown_last_and_said() -> None:
    exclusions = MemoryExclusions()
    searcher = Searcher([LISTED, person("y", "Budi Santosa", "1977-03-04")], exclusions=exclusions)
    assert Grade.EXCLUDED not in grades(searcher)
    exclusions.remember(DECISION)
    result = searcher.search(TRAVELLER, NOW + timedelta(days=1))
    assert [hit.entry.entry_id for hit in result.hits] == ["y", "x"]
    assert result.hits[-1].comparison.grade is Grade.EXCLUDED
    assert "another person" in result.notes[-1].en


@pytest.mark.parametrize(
    ("decision", "subject", "entry", "after_days"),
    [
        pytest.param(DECISION, TRAVELLER, LISTED, 365, id="run out"),
        pytest.param(DECISION, TRAVELLER, LISTED, -1, id="not yet decided"),
        pytest.param(DECISION, TRAVELLER, replace(LISTED, version=2), 1, id="the entry was changed"),
        pytest.param(DECISION, replace(TRAVELLER, documents=()), LISTED, 1, id="no document"),
        pytest.param(
            DECISION, replace(TRAVELLER, documents=(DocumentKey("MYS", "X1234567"),)), LISTED, 1, id="other state"
        ),
        pytest.param(replace(DECISION, entry_id="z"), TRAVELLER, LISTED, 1, id="other entry"),
        pytest.param(DECISION, TRAVELLER, replace(LISTED, documents=(PASSPORT,)), 1, id="the entry lists the document"),
    ],
)
def test_it_speaks_for_nothing_else(decision: Exclusion, subject: Subject, entry: object, after_days: int) -> None:
    exclusions = MemoryExclusions()
    exclusions.remember(decision)
    found = grades(Searcher([entry], exclusions=exclusions), subject, after_days)  # type: ignore[list-item]
    assert found
    assert Grade.EXCLUDED not in found


def test_a_lost_document_is_never_excluded() -> None:
    exclusions = MemoryExclusions()
    exclusions.remember(replace(DECISION, entry_id="d"))
    assert grades(Searcher([document("d", "IDN", "X1234567")], exclusions=exclusions)) == [Grade.EXACT]


def test_a_review_withdraws_it_and_old_ones_fall_due() -> None:
    exclusions = MemoryExclusions()
    exclusions.remember(DECISION)
    assert list(exclusions.due(NOW + timedelta(days=364))) == []
    assert list(exclusions.due(NOW + timedelta(days=365))) == [DECISION]
    assert exclusions.withdraw(PASSPORT, "x")
    assert not exclusions.withdraw(PASSPORT, "x")
    assert exclusions.of_documents([PASSPORT]) == ()


@pytest.mark.parametrize(
    "wrong",
    [
        replace(DECISION, document=DocumentKey("", "X1234567")),
        replace(DECISION, document=DocumentKey("IDN", "<<<")),
        replace(DECISION, expires_at=NOW),
    ],
)
def test_a_decision_that_could_speak_for_others_is_refused(wrong: Exclusion) -> None:
    with pytest.raises(LintasError):
        MemoryExclusions().remember(wrong)
