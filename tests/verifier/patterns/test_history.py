"""What the record says at the counter: the same words as the indicators, and unknown where nothing is known."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import insert

from ledger.sql import Database
from tests.verifier.patterns.test_recording import RING, decide, made, record
from tests.verifier.people import GOOD, NOW, NoReader, plenty
from verifier.decision import Outcome
from verifier.engine import Engine, Request
from verifier.indicators.history import History
from verifier.indicators.policy_folder import load_catalogue
from verifier.model.journey import Booking, Direction, Journey, PartyMember
from verifier.model.presentation import Presentation
from verifier.mrz.parse import parse
from verifier.patterns.past import DAY_S, Member, Past, PastCrossing, most_strangers
from verifier.referral.terms import TraffickingStatus
from verifier.sql.crossing_tables import allowances, crossings
from verifier.sql.history import SqlHistory
from verifier.sql.protection_tables import OUTCOMES
from watchlist.search import Searcher

OUT, BACK = Direction.DEPARTURE, Direction.ARRIVAL
NOW_S = int(NOW.timestamp())
TODAY = NOW_S // DAY_S


def step(days_ago: float, direction: Direction, document: int | None = 1, **parts: Any) -> PastCrossing:
    at_s = NOW_S - int(days_ago * DAY_S)
    return replace(PastCrossing(at_s, "BTM", direction, document, TODAY + 900, None, ""), **parts)


def past(*own: PastCrossing, members: tuple[Member, ...] = ()) -> Past:
    return Past(sorted(own, key=lambda each: each.crossed_at_s), members, person_key=7)


def test_nothing_recorded_is_nothing_known() -> None:
    empty = past()
    assert empty.other_live_passport(1, OUT, NOW_S) is None
    assert empty.minors_escorted(NOW_S) is None
    assert empty.companions(NOW_S) is None
    assert empty.returned_alone_percent(NOW_S) is None
    assert empty.returned_trips(NOW_S) is None
    assert empty.postponed_elsewhere_days_ago("CGK", NOW_S) is None


@pytest.mark.parametrize(
    ("own", "document", "direction", "expected"),
    [
        ([step(40, OUT, 1), step(30, BACK, 2), step(20, OUT, 1)], 1, BACK, True),
        ([step(40, OUT, 1), step(30, BACK, 2), step(20, OUT, 1)], 1, None, True),
        ([step(40, OUT, 1), step(30, BACK, 1), step(20, OUT, 2), step(10, BACK, 2)], 2, OUT, False),  # renewed
        ([step(40, OUT, 1)], 2, BACK, False),  # lost abroad
        ([step(40, OUT, 1), step(30, BACK, 1), step(20, OUT, 2), step(10, BACK, 2)], 1, OUT, False),  # for service
        ([step(40, OUT, 1), step(30, BACK, 2, document_expires_day=TODAY - 1)], 1, OUT, False),  # no longer valid
        ([step(40, OUT, 1)], None, OUT, None),
        ([step(50 - each, OUT, each) for each in range(6)], 1, OUT, None),  # several people of one name
    ],
)
def test_another_passport(
    own: list[PastCrossing], document: int | None, direction: Direction | None, expected: object
) -> None:
    assert past(*own).other_live_passport(document, direction, NOW_S) is expected


def test_children_who_stayed_behind() -> None:
    own = [step(60, OUT, party_key=1), step(50, BACK), step(40, OUT, party_key=2), step(30, BACK, party_key=3)]
    members = (
        Member(1, 100, is_minor=True, direction=OUT),
        Member(1, 101, is_minor=True, direction=OUT),
        Member(2, 102, is_minor=True, direction=OUT),
        Member(2, 103, is_minor=True, direction=OUT),
        Member(3, 103, is_minor=True, direction=BACK),  # came home
        Member(2, 104, is_minor=False, direction=OUT),
        Member(2, None, is_minor=True, direction=OUT),
    )
    assert past(*own, members=members).minors_escorted(NOW_S) == 3
    assert past(own[0], members=members).minors_escorted(NOW_S) == 0  # nobody has come back yet
    assert past(*own, members=members).companions(NOW_S) == 5


def test_who_comes_back_alone() -> None:
    own = [step(60, OUT, party_key=1), step(50, BACK, party_key=2), step(40, BACK, party_key=3), step(30, BACK)]
    members = (
        Member(1, 100, is_minor=False, direction=OUT),
        Member(3, 100, is_minor=False, direction=BACK),
        Member(2, 7, is_minor=False, direction=BACK),
    )
    assert past(*own, members=members).returned_alone_percent(NOW_S) == 50


def test_trips_that_ended_in_time() -> None:
    own = [step(200, OUT), step(190, BACK), step(180, OUT), step(60, BACK), step(50, OUT), step(40, BACK)]
    assert past(*own).returned_trips(NOW_S) == 2


def test_a_postponement_counts_elsewhere_and_for_thirty_days() -> None:
    own = [step(6.5, OUT, decision="defer"), step(40, OUT, decision="defer", port="SUB")]
    assert past(*own).postponed_elsewhere_days_ago("CGK", NOW_S) == 6
    assert past(*own).postponed_elsewhere_days_ago("BTM", NOW_S) is None
    assert past(*own).postponed_elsewhere_days_ago(None, NOW_S) is None


def test_dates_out_of_order_are_put_in_order_or_left_out() -> None:
    ahead = step(-5, OUT, decision="defer", port="SUB")  # recorded for a day to come
    assert past(ahead).postponed_elsewhere_days_ago("CGK", NOW_S) is None


def test_strangers_of_a_contact() -> None:
    assert most_strangers([(1, 5), (1, 5), (1, 6), (2, 5)]) == 2
    assert most_strangers([]) is None


def ask(database: Database, journey: Journey, at: datetime, post: str = "CGK") -> History:
    shown = Presentation(mrz_lines=GOOD, journey=journey)
    return SqlHistory(database, RING, post=post).of(shown, parse(GOOD, at.date()), at)


def test_history_by_look_up(database: Database) -> None:
    decide(database, record(database, made(1)), Outcome.DEFER)
    named = Journey(direction=OUT, party=(PartyMember(f"cases/{made(3).case_id}"),))
    record(database, made(2, named, at=NOW + timedelta(days=40)))
    record(database, made(3, Journey(direction=BACK, is_party_complete=True), at=NOW + timedelta(days=45)))
    found = ask(database, Journey(direction=OUT), NOW + timedelta(days=50))
    assert (found.returned_trips, found.companions, found.returned_alone_percent) == (1, 0, 100)
    assert (found.postponed_elsewhere_days_ago, found.other_live_passport) == (None, False)
    assert found.travellers_sharing_contact is None
    soon = ask(database, Journey(direction=OUT), NOW + timedelta(days=5))
    assert soon.postponed_elsewhere_days_ago == 4


def test_contacts_and_licences(database: Database) -> None:
    contact = "ab" * 32
    for number in range(1, 8):
        record(
            database,
            made(number, Journey(direction=OUT, booking=Booking(contact_hashes=(contact,)), is_party_complete=True)),
        )
    with_contact = Journey(booking=Booking(contact_hashes=(contact,), agency_licence="LIC 1"))
    found = ask(database, with_contact, NOW + timedelta(days=1))
    assert found.travellers_sharing_contact == 0  # all of them are this same person
    database.write(lambda c: c.execute(crossings.update().values(person_key=99)))
    found = ask(database, with_contact, NOW + timedelta(days=1))
    assert (found.travellers_sharing_contact, found.contact_in_confirmed_case) == (7, False)
    assert found.agency_is_licensed is None  # nobody keeps the list
    row = {"allowance_id": "a", "kind": "licensed_agency", "subject_kind": "agency", "subject_text": "LIC1"}
    times = {"ground": "x", "allowed_by": "x", "valid_from_s": 0, "valid_until_s": NOW_S + 10 * DAY_S}
    database.write(lambda c: c.execute(insert(allowances).values(**row, **times)))
    assert ask(database, with_contact, NOW + timedelta(days=1)).agency_is_licensed is True
    other = Journey(booking=Booking(agency_licence="LIC 2"))
    assert ask(database, other, NOW + timedelta(days=1)).agency_is_licensed is False
    assert ask(database, Journey(), NOW).agency_is_licensed is None


def test_nobody_known_has_no_history(database: Database) -> None:
    found = SqlHistory(database, RING).of(Presentation(), None, NOW)
    assert found == History()


def test_the_engine_hears_of_it(database: Database) -> None:
    """A postponement at another post six days ago is TIP-073 in the assessment of the next examination."""
    decide(database, record(database, made(1)), Outcome.DEFER)
    engine = Engine(
        reading=NoReader(),
        watchlist=Searcher(()),
        version="test",
        policy=load_catalogue(),
        history=SqlHistory(database, RING, post="CGK"),
    )
    shown = Presentation(mrz_lines=GOOD, journey=Journey(direction=OUT))
    found = engine.examine(shown, Request(NOW + timedelta(days=6), plenty))
    assert "TIP-073" in str(found)
    assert "TIP-073" not in str(engine.examine(shown, Request(NOW + timedelta(days=60), plenty)))


def test_a_contact_of_a_confirmed_case_counts_until_it_proves_unfounded(database: Database) -> None:
    named = Journey(direction=OUT, booking=Booking(contact_hashes=("ab" * 32,)))
    record(database, made(1, named))
    outcome = {"device_id": "d", "officer_id": "o", "version": 1, "record_digest": "", "created_at": "2026"}
    for number, (status, confirmed) in enumerate([("possible", False), ("actual", True), ("not", False)]):
        row = {**outcome, "record_id": f"r{number}", "case_id": made(1).case_id, "event_sequence": number + 1}
        state = TraffickingStatus(status).value
        database.write(lambda c, row=row, state=state: c.execute(insert(OUTCOMES.rows).values(**row, state=state)))  # type: ignore[misc]  # bound now
        assert ask(database, named, NOW + timedelta(days=1)).contact_in_confirmed_case is confirmed
