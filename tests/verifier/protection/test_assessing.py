"""Asking again: what was told since is added, the case's own facts and history are read again, nothing is recorded."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from ledger.errors import LintasError
from tests.verifier.people import GOOD, NOW, OFFICER, NoReader, draft, key, plenty
from tests.verifier.protection.kept import House
from verifier.case import Case
from verifier.engine import Engine, Request
from verifier.indicators.history import History
from verifier.indicators.policy_folder import load_catalogue
from verifier.model.journey import Booking, Direction, Journey, Payer, Purpose
from verifier.model.presentation import Presentation
from verifier.mrz.record import MrzRecord
from verifier.protection.assessing import Assessor, Question, added
from watchlist.partial_date import PartialDate
from watchlist.search import Searcher

CATALOGUE = load_catalogue()


class Remembering:
    """A history that says who asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[Presentation, datetime]] = []

    def of(self, presentation: Presentation, record: MrzRecord | None, now: datetime) -> History:
        self.asked.append((presentation, now))
        return History(companions=5, returned_alone_percent=100)


def examined(house: House, journey: Journey) -> Case:
    shown = Presentation(mrz_lines=GOOD, journey=journey)
    engine = Engine(reading=NoReader(), watchlist=Searcher(()), version="test", policy=CATALOGUE)
    case = Case("c-1", NOW, OFFICER, shown, engine.examine(shown, Request(NOW, plenty)))
    return house.cases.record(case, draft(case), key(1))


def ids(assessor: Assessor, question: Question) -> set[str]:
    return {cue.indicator.indicator_id for cue in assessor.assess(question).cues}


def test_what_was_told_since_takes_the_place_of_what_was_known_and_cues_add_up() -> None:
    known = Journey(Direction.DEPARTURE, purpose=Purpose.TOURISM, officer_cues=("TIP-001",))
    told = Journey(purpose=Purpose.WORK, officer_cues=("TIP-002", "TIP-001"), was_deported=False)
    together = added(known, told)
    assert (together.direction, together.purpose) == (Direction.DEPARTURE, Purpose.WORK)
    assert together.officer_cues == ("TIP-001", "TIP-002")
    assert together.was_deported is False


def test_the_history_of_that_day_is_read_again(memory: House) -> None:
    case = examined(memory, Journey(Direction.DEPARTURE))
    history = Remembering()
    later = Assessor(policy=CATALOGUE, cases=memory.cases, now=lambda: NOW + timedelta(days=3), history=history)
    assert ids(later, Question(Journey(officer_cues=("TIP-111",)), case.case_id)) == {"TIP-069", "TIP-111"}
    ((shown, when),) = history.asked
    assert (shown.journey.officer_cues, when) == (("TIP-111",), case.created_at)


def test_a_stay_that_ended_since_is_no_contradiction(memory: House) -> None:
    case = examined(memory, Journey(Direction.DEPARTURE, stay_until=date(2026, 11, 25)))
    later = Assessor(policy=CATALOGUE, cases=memory.cases, now=lambda: NOW + timedelta(days=30))
    assert later.assess(Question(Journey(), case.case_id)).kind.value == "clear"
    with pytest.raises(LintasError) as caught:
        later.assess(Question(Journey(stay_until=date(2026, 11, 25))))
    assert caught.value.fields[0].field == "journey.stay_until"


def test_without_a_case_the_birth_date_will_do(memory: House) -> None:
    assessor = Assessor(policy=CATALOGUE, cases=memory.cases, now=lambda: NOW)
    journey = Journey(booking=Booking(is_one_way=True, payer=Payer.OTHER), is_receiver_verified=False)
    assert ids(assessor, Question(journey, birth_date=PartialDate(2012))) == {"TIP-087"}
    assert ids(assessor, Question(journey, birth_date=PartialDate(1990))) == set()
    assert ids(assessor, Question(journey)) == set()


def test_nothing_is_recorded(memory: House) -> None:
    case = examined(memory, Journey())
    before = memory.ledger.head()
    Assessor(policy=CATALOGUE, cases=memory.cases, now=lambda: NOW).assess(Question(Journey(), case.case_id))
    assert memory.ledger.head() == before
