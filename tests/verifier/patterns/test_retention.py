"""Crossings age out, and go when their traveller asks; every removal is an event with its counts."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, select

from ledger.actor import Actor, Role
from ledger.errors import LintasError
from ledger.sql import Database, SqlLedger
from tests.verifier.patterns.travellers import START_S, World, fill_sql
from verifier.sql.crossing_retention import Forgotten, SqlCrossingRetention
from verifier.sql.crossing_tables import contacts, crossings

START = datetime.fromtimestamp(START_S, UTC)
NOW = START + timedelta(days=400)
SUPERVISOR = Actor("device", "sup", Role.SUPERVISOR)


def filled(database: Database) -> SqlCrossingRetention:
    """Ten crossings on ten days; every second named two contacts, of which one is the same for all."""
    world = World()
    for day in range(10):
        world.cross(day, day + 1, contact_keys=(7, 100 + day) if day % 2 else ())
    fill_sql(database, world)
    return SqlCrossingRetention(database, slice_rows=3)


def left(database: Database) -> tuple[int, int]:
    def work(connection: object) -> tuple[int, int]:
        count = (select(func.count()).select_from(table) for table in (crossings, contacts))
        one, two = (connection.execute(each).scalar_one() for each in count)  # type: ignore[attr-defined]  # a Connection
        return one, two

    return database.read(work)


def events(database: Database) -> list[dict[str, object]]:
    return [
        json.loads(each.body_json) for each in SqlLedger(database).events() if each.kind == "patterns.crossings_removed"
    ]


def test_what_is_older_goes_in_slices_with_its_contacts(database: Database) -> None:
    kept = filled(database)
    before = START + timedelta(days=7)
    assert kept.due(before) == Forgotten(7, 6)
    told: list[Forgotten] = []
    assert kept.forget(before, SUPERVISOR, NOW, told=told.append) == Forgotten(7, 6)
    assert [each.crossings for each in told] == [3, 3, 1]
    assert left(database) == (3, 4)
    assert kept.due(before) == Forgotten(0, 0)
    bodies = events(database)
    assert [(each["crossings"], each["contacts"]) for each in bodies] == [(3, 2), (3, 4), (1, 0)]
    assert all(str(each["before"]).startswith(f"{before:%Y-%m-%dT%H:%M}") for each in bodies)


def test_nothing_due_is_no_event(database: Database) -> None:
    assert filled(database).forget(START, SUPERVISOR, NOW) == Forgotten(0, 0)
    assert (left(database), events(database)) == ((10, 10), [])


def test_a_day_that_lies_ahead_is_refused(database: Database) -> None:
    with pytest.raises(LintasError, match="before"):
        filled(database).forget(NOW + timedelta(seconds=1), SUPERVISOR, NOW)
    assert left(database) == (10, 10)


@pytest.mark.parametrize("role", [each for each in Role if each is not Role.SUPERVISOR])
def test_only_supervisors_remove(database: Database, role: Role) -> None:
    kept, actor = filled(database), Actor("device", "somebody", role)
    with pytest.raises(LintasError, match="only a supervisor"):
        kept.forget(NOW, actor, NOW)
    with pytest.raises(LintasError, match="only a supervisor"):
        kept.erase(["c000001"], "17/2026", actor, NOW)
    assert left(database) == (10, 10)


def test_a_travellers_request_removes_their_crossings_alone(database: Database) -> None:
    kept = filled(database)
    (told,) = kept.of_cases(["C000002"])
    assert (told["person_key"], told["contact_keys"]) == (2, [7, 101])
    with pytest.raises(LintasError, match="request"):
        kept.erase(["c000002"], " ", SUPERVISOR, NOW)
    assert kept.erase(["c000002", "c000002", "unknown"], "17/2026", SUPERVISOR, NOW) == Forgotten(1, 2)
    assert left(database) == (9, 8)
    assert kept.of_cases(["c000002"]) == []
    (body,) = events(database)
    assert body == {"request": "17/2026", "crossings": 1, "contacts": 2}


def test_removing_leaves_no_key_in_the_ledger(database: Database) -> None:
    kept = filled(database)
    kept.forget(NOW - timedelta(days=1), SUPERVISOR, NOW)
    assert left(database) == (0, 0)
    assert {name for body in events(database) for name in body} == {"before", "crossings", "contacts"}
