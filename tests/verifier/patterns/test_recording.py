"""Every case leaves one crossing, in the transaction of the case; parties and decisions are followed."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Row, select

from ledger.sql import Database
from tests.verifier.people import GOOD, NOW, OFFICER, SECOND, UTOPIA, case, draft, key
from verifier.case import Case, Decision
from verifier.decision import Outcome
from verifier.model.journey import Booking, Direction, Journey, PartyMember
from verifier.model.presentation import Presentation
from verifier.patterns.keys import Keyring
from verifier.sql import SqlCaseStore
from verifier.sql.crossing_tables import contacts, crossings
from verifier.sql.crossings import SqlCrossings

RING = Keyring(bytes(range(32)))
OUT = Journey(direction=Direction.DEPARTURE)


def store(database: Database, post: str = "BTM") -> SqlCaseStore:
    return SqlCaseStore(database, crossings=SqlCrossings(RING, post=post))


def made(number: int, journey: Journey = OUT, *, at: datetime | None = None, **parts: Any) -> Case:
    found = case(number, presentation=replace(Presentation(mrz_lines=GOOD, journey=journey), **parts))
    return replace(found, created_at=at) if at else found


def record(database: Database, of: Case, post: str = "BTM") -> Case:
    number = int(of.case_id[-12:])
    return store(database, post).record(of, draft(of), key(number))


def rows(database: Database) -> list[Row[Any]]:
    query = select(crossings).order_by(crossings.c.crossing_id)
    return database.read(lambda connection: list(connection.execute(query)))


def decide(database: Database, before: Case, outcome: Outcome) -> Case:
    taken = Decision("d-1", outcome, OFFICER, NOW, second_person=SECOND, confirmed_at=NOW)
    after = before.decided(taken)
    return store(database).change(before, after, draft(after, "case.decided"), key(900 + int(before.case_id[-2:])))


def test_a_case_leaves_one_crossing(database: Database) -> None:
    booking = Booking(contact_hashes=("ab" * 32, "cd" * 32))
    record(database, made(1, replace(OUT, booking=booking)))
    (row,) = rows(database)
    assert (row.crossing_id, row.port, row.direction, row.decision) == (made(1).case_id, "BTM", "departure", "")
    assert row.crossed_at_s == int(made(1).created_at.timestamp())
    named = database.read(lambda connection: list(connection.execute(select(contacts.c.contact_key)).scalars()))
    assert sorted(named) == sorted(RING.contact_key(each) for each in booking.contact_hashes)  # type: ignore[type-var]  # known


def test_the_same_request_again_leaves_no_second(database: Database) -> None:
    record(database, made(1))
    record(database, made(1))
    assert len(rows(database)) == 1


def test_without_a_recorder_nothing_is_recorded(database: Database) -> None:
    SqlCaseStore(database).record(made(1), draft(made(1)), key(1))
    assert rows(database) == []


def test_specimens_leave_nothing(database: Database) -> None:
    record(database, made(1, mrz_lines=UTOPIA))
    assert rows(database) == []


def test_case_and_crossing_stand_or_fall_together(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("no room")

    monkeypatch.setattr(SqlCrossings, "on_recorded", broken)
    with pytest.raises(RuntimeError, match="no room"):
        record(database, made(1))
    monkeypatch.undo()
    assert rows(database) == []
    assert store(database).answered(key(1)) is None


def test_decisions_are_followed(database: Database) -> None:
    found = record(database, made(1))
    assert decide(database, found, Outcome.DEFER).outcome is Outcome.DEFER
    assert [row.decision for row in rows(database)] == ["defer"]


def test_a_decision_that_waits_for_its_second_person_does_not_count(database: Database) -> None:
    found = record(database, made(1))
    after = found.decided(Decision("d-1", Outcome.REFUSE, OFFICER, NOW))
    store(database).change(found, after, draft(after, "case.decided"), key(900))
    assert [row.decision for row in rows(database)] == [""]


def test_a_second_reading_takes_the_place_of_the_first(database: Database) -> None:
    booking = replace(OUT, booking=Booking(contact_hashes=("ab" * 32,)))
    record(database, made(1, booking))
    record(database, made(2, booking, is_retry=True))
    assert [row.crossing_id for row in rows(database)] == [made(2).case_id]
    query = select(contacts.c.crossing_id)
    assert database.read(lambda c: list(c.execute(query).scalars())) == [made(2).case_id]


@pytest.mark.parametrize(
    "second",
    [
        made(2, is_retry=False),
        made(2, is_retry=True, at=NOW + timedelta(hours=2)),
        made(2, Journey(direction=Direction.ARRIVAL), is_retry=True),
    ],
    ids=["no retry", "hours later", "other way"],
)
def test_other_readings_are_kept(database: Database, second: Case) -> None:
    record(database, made(1))
    record(database, second)
    assert len(rows(database)) == 2


def test_what_was_decided_is_kept_beside_a_second_reading(database: Database) -> None:
    decide(database, record(database, made(1)), Outcome.DEFER)
    record(database, made(2, is_retry=True))
    assert len(rows(database)) == 2


def test_a_postponement_elsewhere_is_seen(database: Database) -> None:
    decide(database, record(database, made(1)), Outcome.DEFER)
    record(database, made(2, at=NOW + timedelta(days=5)), post="CGK")
    record(database, made(3, at=NOW + timedelta(days=6)))
    record(database, made(4, at=NOW + timedelta(days=60)), post="CGK")
    record(database, made(5, Journey(), at=NOW + timedelta(days=5)), post="CGK")
    assert [row.was_postponed_before for row in rows(database)] == [False, True, False, False, None]


def party(number: int, *named: int, alone: bool | None = None) -> Case:
    members = tuple(PartyMember(f"cases/{made(each).case_id}") for each in named)
    return made(number, replace(OUT, party=members, is_party_complete=alone))


PARTIES: dict[str, list[tuple[int, tuple[int, ...]]]] = {
    "each names the one before": [(1, ()), (2, (1,)), (3, (2,)), (4, (3,))],
    "the first names all": [(1, (2, 3, 4)), (2, (1,)), (3, (1,)), (4, (1,))],
    "a loop of relations": [(1, (2,)), (2, (1,)), (3, (1, 2)), (4, (3, 1))],
    "the last names all": [(1, ()), (2, ()), (3, ()), (4, (1, 2, 3))],
}


@pytest.mark.parametrize("told", PARTIES.values(), ids=PARTIES.keys())
@pytest.mark.parametrize("said", [{}, {"alone": True}], ids=["unknown", "said to be alone"])
def test_loops_in_relations_and_every_order_make_one_party(
    database: Database, told: list[tuple[int, tuple[int, ...]]], said: dict[str, bool]
) -> None:
    for number, named in told:
        record(database, party(number, *named, **({} if named else said)))
    keys = {row.party_key for row in rows(database)}
    assert len(keys) == 1
    assert None not in keys


def test_who_names_nobody_known_is_in_a_party_of_their_own(database: Database) -> None:
    record(database, party(1))
    record(database, party(2, 99))
    record(database, party(3, alone=True))
    unknown, named, alone = [row.party_key for row in rows(database)]
    assert unknown is None
    assert len({named, alone}) == 2


def test_a_record_under_another_key_never_meets_it(database: Database) -> None:
    record(database, made(1))
    other = SqlCrossings(Keyring(bytes(range(1, 33))), post="BTM")
    SqlCaseStore(database, crossings=other).record(made(2), draft(made(2)), key(2))
    one, two = rows(database)
    assert one.key_id != two.key_id
    assert one.person_key != two.person_key
