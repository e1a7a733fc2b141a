"""A list that is too old allows no full check, whatever was or was not found on it."""

from __future__ import annotations

import pytest

from tests.verifier.documents import td3
from tests.verifier.people import NOW, engine, plenty
from tests.watchlist.people import person
from verifier.advice import AdviceKind, Track
from verifier.engine import Engine, Request
from verifier.examination import Examination
from verifier.model.presentation import Presentation
from watchlist.entry import Category, Entry
from watchlist.freshness import Freshness, ListAge
from watchlist.replica.dated import Dated

LISTED = person("a", "BUDI SANTOSO", "1985-03-12")
ALERT = person("a", "BUDI SANTOSO", "1985-03-12", category=Category.VULNERABLE_PERSON)


class Standing:
    """The searcher of an engine, with a list of some age."""

    def __init__(self, inner: Engine) -> None:
        self._inner = inner._watchlist

    def __getattr__(self, name: str) -> object:
        return getattr(self._inner, name)


def examined(freshness: Freshness | None, *entries: Entry) -> Examination:
    made = engine(*entries)
    if freshness is not None:
        made._watchlist = Dated(Standing(made), lambda now: ListAge(now, freshness))  # type: ignore[arg-type]  # forwards all
    return made.examine(Presentation(mrz_lines=td3()), Request(NOW, plenty))


@pytest.mark.parametrize(
    ("freshness", "entries", "kind", "code"),
    [
        (None, (), AdviceKind.CLEAR, "NOTHING_FOUND"),
        (Freshness.FRESH, (), AdviceKind.CLEAR, "NOTHING_FOUND"),
        (Freshness.STALE, (), AdviceKind.CLEAR, "LIST_STALE"),
        (Freshness.EXPIRED, (), AdviceKind.REFER, "LIST_EXPIRED"),
        (Freshness.STALE, (LISTED,), AdviceKind.REFER, "LIST_STALE"),
        (Freshness.EXPIRED, (LISTED,), AdviceKind.REFER, "LIST_EXPIRED"),
        (Freshness.EXPIRED, (ALERT,), AdviceKind.PROTECT, "LIST_EXPIRED"),
    ],
)
def test_what_an_age_leads_to(
    freshness: Freshness | None, entries: tuple[Entry, ...], kind: AdviceKind, code: str
) -> None:
    advice = examined(freshness, *entries).advice
    assert advice.kind is kind
    assert code in {reason.code for reason in advice.reasons}


@pytest.mark.parametrize("freshness", [Freshness.STALE, Freshness.EXPIRED])
def test_an_old_list_never_says_that_nobody_fits(freshness: Freshness) -> None:
    advice = examined(freshness).advice
    assert "NOTHING_FOUND" not in {reason.code for reason in advice.reasons}


def test_an_expired_list_says_what_to_do_in_both_languages() -> None:
    advice = examined(Freshness.EXPIRED).advice
    (reason,) = (each for each in advice.reasons if each.code == "LIST_EXPIRED")
    assert reason.track is Track.WATCHLIST
    assert ("by hand" in reason.text.en, "manual" in reason.text.id) == (True, True)
    assert any("centre" in change.en and "Pusat" in change.id for change in advice.changes)


def test_the_answer_says_how_old_the_list_is() -> None:
    examination = examined(Freshness.STALE)
    assert examination.provenance.watchlist_age == ListAge(NOW, Freshness.STALE)
    assert [note for note in examination.search.notes if "some time old" in note.en]
