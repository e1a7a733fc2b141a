"""The chain finds every event that was changed, dropped, moved, put in or cut off."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.actor import Actor, Role
from ledger.chain import EMPTY, FaultKind, Head, link, verify
from ledger.event import Event, EventDraft, format_instant, parse_instant

START = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
OFFICER = Actor("booth-1", "off-17", Role.OFFICER)


def draft(number: int) -> EventDraft:
    return EventDraft("case.examined", OFFICER, f"cases/{number}", {"n": number}, START + timedelta(seconds=number))


def chain(length: int) -> list[Event]:
    head, events = EMPTY, []
    for number in range(1, length + 1):
        events.append(link(draft(number), head))
        head = Head(events[-1].sequence, events[-1].digest)
    return events


def kinds(events: list[Event], *heads: Head) -> set[FaultKind]:
    return {fault.kind for fault in verify(events, *heads)}


def test_an_unbroken_chain_has_no_fault() -> None:
    events = chain(5)
    assert kinds(events, Head(5, events[-1].digest), Head(2, events[1].digest)) == set()


def swap(events: list[Event]) -> list[Event]:
    return [events[0], events[2], events[1], *events[3:]]


def renumber(events: list[Event]) -> list[Event]:
    """Drop one and close the gap, as somebody would who knows about sequence numbers but not about digests."""
    return [events[0], *(replace(event, sequence=event.sequence - 1) for event in events[2:])]


def rewrite(events: list[Event]) -> list[Event]:
    """Change one and give it a fitting digest of its own."""
    forged = link(replace(draft(2), subject="cases/other"), Head(1, events[0].digest))
    return [events[0], forged, *events[2:]]


@pytest.mark.parametrize(
    ("attack", "expected"),
    [
        pytest.param(lambda e: [e[0], replace(e[1], body_json="{}"), *e[2:]], FaultKind.TAMPERED, id="body"),
        pytest.param(
            lambda e: [e[0], replace(e[1], actor=replace(OFFICER, officer_id="x")), *e[2:]],
            FaultKind.TAMPERED,
            id="actor",
        ),
        pytest.param(lambda e: [e[0], replace(e[1], recorded_at=START), *e[2:]], FaultKind.TAMPERED, id="time"),
        pytest.param(lambda e: [e[0], replace(e[1], kind="x"), *e[2:]], FaultKind.TAMPERED, id="kind"),
        pytest.param(lambda e: [e[0], *e[2:]], FaultKind.MISSING, id="dropped"),
        pytest.param(lambda e: e[1:], FaultKind.MISSING, id="dropped first"),
        pytest.param(swap, FaultKind.UNLINKED, id="moved"),
        pytest.param(renumber, FaultKind.TAMPERED, id="renumbered"),
        pytest.param(rewrite, FaultKind.UNLINKED, id="rewritten"),
        pytest.param(lambda e: [*e[:2], e[1], *e[2:]], FaultKind.UNLINKED, id="doubled"),
    ],
)
def test_each_attack_is_found(attack: Callable[[list[Event]], list[Event]], expected: FaultKind) -> None:
    assert expected in kinds(attack(chain(5)))


def test_a_shortened_chain_is_found_only_against_a_noted_head() -> None:
    events = chain(5)
    noted = Head(5, events[-1].digest)
    assert kinds(events[:3]) == set()
    assert kinds(events[:3], noted) == {FaultKind.SHORTENED}


def test_a_chain_made_anew_is_found_against_a_noted_head() -> None:
    other = link(replace(draft(1), subject="cases/other"), EMPTY)
    assert kinds([other], Head(1, chain(1)[0].digest)) == {FaultKind.SHORTENED}


def test_a_gap_is_named() -> None:
    events = chain(6)
    assert [fault.detail for fault in verify([events[0], *events[4:]])] == ["events missing: 2…4"]


@given(st.text(), st.text(), st.text(), st.text())
def test_contents_that_only_read_alike_have_other_digests(a: str, b: str, c: str, d: str) -> None:
    first = link(EventDraft(a, OFFICER, b, {}, START), EMPTY)
    second = link(EventDraft(c, OFFICER, d, {}, START), EMPTY)
    assert (first.digest == second.digest) == ((a, b) == (c, d))


def test_head_round_trip() -> None:
    head = Head(7, "ab" * 32)
    assert Head.parse(str(head)) == head


@pytest.mark.parametrize("text", ["", "7", "7:xyz", "-1:" + "0" * 64, "7:" + "G" * 64])
def test_a_malformed_head_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="SEQUENCE:DIGEST"):
        Head.parse(text)


def test_a_time_without_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        EventDraft("k", OFFICER, "s", {}, datetime(2026, 1, 1))  # noqa: DTZ001 - the fault under test


@given(st.datetimes(timezones=st.just(UTC)), st.datetimes(timezones=st.just(UTC)))
def test_instants_survive_and_sort_as_text(instant: datetime, other: datetime) -> None:
    assert parse_instant(format_instant(instant)) == instant
    assert (format_instant(instant) < format_instant(other)) == (instant < other)
