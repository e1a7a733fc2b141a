"""Every session store behaves alike: in memory and in a file."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from ledger.errors import LintasError
from simulator.session.action import Ask, Decide
from simulator.session.debrief import to_json
from simulator.sql import SqlSessionStore, TrainingFile
from simulator.store import MemorySessionStore, SessionStore, StoredCase, StoredSession
from tests.simulator.session.rooms import cases, plan, room
from verifier.decision import Outcome

_STORED = StoredSession("s1", "c" * 64, "{}", (StoredCase("a", "{}"), StoredCase("b", "{}", "[1]")))


@pytest.fixture(params=["memory", "file"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[SessionStore]:
    if request.param == "memory":
        yield MemorySessionStore()
        return
    with TrainingFile(tmp_path / "training.sqlite") as file:
        yield SqlSessionStore(file)


def _reason(caught: pytest.ExceptionInfo[LintasError]) -> str:
    return caught.value.reason


def test_what_was_created_is_loaded(store: SessionStore) -> None:
    store.create(_STORED)
    store.append("s1", 1, "one")
    store.append("s1", 2, "two")
    assert store.load("s1") == (_STORED, ("one", "two"))
    assert store.by_code("c" * 64) == "s1"
    assert list(store.list()) == ["s1"]


def test_codes_and_ids_are_taken_once(store: SessionStore) -> None:
    store.create(_STORED)
    for again in (_STORED, StoredSession("s2", "c" * 64, "{}", ()), StoredSession("s1", "d" * 64, "{}", ())):
        with pytest.raises(LintasError) as caught:
            store.create(again)
        assert _reason(caught) == "SESSION_EXISTS"
    assert list(store.list()) == ["s1"]


@pytest.mark.parametrize("number", [0, 1, 3, -1])
def test_the_log_has_no_gaps_and_no_doubles(store: SessionStore, number: int) -> None:
    store.create(_STORED)
    store.append("s1", 1, "one")
    with pytest.raises(LintasError) as caught:
        store.append("s1", number, "other")
    assert _reason(caught) == "LOG_MOVED"
    assert store.load("s1")[1] == ("one",)


def test_nothing_is_known_of_sessions_that_are_not_there(store: SessionStore) -> None:
    for call in (store.load, store.delete, store.by_code):
        with pytest.raises(LintasError) as caught:
            call("s9")
        assert _reason(caught) == "SESSION_UNKNOWN"
    with pytest.raises(LintasError):
        store.append("s9", 1, "x")


def test_the_code_is_told_until_it_is_forgotten(store: SessionStore) -> None:
    store.create(replace(_STORED, code="ABC234"))
    assert store.code("s1") == "ABC234"
    assert store.load("s1")[0] == _STORED  # what goes on from room to room does not carry it
    store.forget_code("s1")
    store.forget_code("s1")
    assert store.code("s1") == ""
    assert store.by_code("c" * 64) == "s1"  # who sits there may still come back
    store.delete("s1")
    with pytest.raises(LintasError) as caught:
        store.code("s1")
    assert _reason(caught) == "SESSION_UNKNOWN"


def test_closing_a_session_forgets_its_code(store: SessionStore) -> None:
    exercises = room(store)
    opened = exercises.open(plan(), cases())
    assert exercises.join_code(opened.session_id) == opened.code
    exercises.close(opened.session_id)
    assert exercises.join_code(opened.session_id) == ""
    assert store.code(opened.session_id) == ""


def test_deleting_forgets_everything(store: SessionStore) -> None:
    store.create(_STORED)
    store.append("s1", 1, "one")
    store.delete("s1")
    assert list(store.list()) == []
    store.create(_STORED)
    assert store.load("s1")[1] == ()


def test_two_writers_of_one_entry_leave_one(store: SessionStore) -> None:
    store.create(_STORED)
    results: list[str] = []

    def write(name: str) -> None:
        try:
            store.append("s1", 1, name)
            results.append(name)
        except LintasError as error:
            results.append(error.reason)

    threads = [threading.Thread(target=write, args=(f"w{i}",)) for i in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results.count("LOG_MOVED") == 5
    assert store.load("s1")[1] == tuple(each for each in results if each != "LOG_MOVED")


def test_a_session_goes_on_in_another_room(store: SessionStore) -> None:
    first = room(store)
    code = first.open(plan(), cases()).code
    mine = first.join(code, "Melati")
    first.act("s1", mine.trainee, 0, Ask("greet"), "r1")
    second = room(store)
    second.act("s1", mine.trainee, 0, Decide(Outcome.PROTECT, 0.8), "r2")
    assert to_json(room(store).debrief("s1", mine.trainee)) == to_json(second.debrief("s1", mine.trainee))
    # the first room learns of it when it is refused, and nothing is lost or done twice
    with pytest.raises(LintasError) as caught:
        first.act("s1", mine.trainee, 0, Ask("separate"), "r3")
    assert _reason(caught) == "LOG_MOVED"
    with pytest.raises(LintasError) as caught:
        first.act("s1", mine.trainee, 0, Ask("separate"), "r3")
    assert _reason(caught) == "ALREADY_DECIDED"
