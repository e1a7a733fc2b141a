"""What the record keeps: counted, explained, asking and evaluatory cues; the last have no effect on anything."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from ledger.store import MemoryLedger
from tests.verifier.people import GOOD, NOW, OFFICER, NoReader, key, plenty
from verifier.advice import AdviceKind
from verifier.case import Case
from verifier.case_record import from_json, to_json
from verifier.desk import Desk
from verifier.engine import Engine
from verifier.indicators.catalogue import Catalogue
from verifier.indicators.outline import Standing
from verifier.indicators.policy_folder import load_catalogue
from verifier.model.journey import Booking, BookingStatus, Direction, Journey
from verifier.model.presentation import Presentation
from verifier.store import MemoryCaseStore
from watchlist.search import Searcher

Spoil = Callable[[str, str, str], Path]
CRITICAL = Journey(Direction.DEPARTURE, officer_cues=("TIP-123",))


def examined(journey: Journey, policy: Catalogue | None) -> Case:
    """The case as it stands in the record."""
    desk = Desk(
        engine=Engine(reading=NoReader(), watchlist=Searcher(()), version="test", policy=policy),
        cases=MemoryCaseStore(MemoryLedger()),
        now=lambda: NOW,
        new_id=lambda: "c-1",
        own_state="",
    )
    shown = Presentation(mrz_lines=GOOD, journey=journey)
    return from_json(to_json(desk.examine(shown, OFFICER, key(1), seconds_left=plenty)))


def test_an_evaluatory_critical_cue_is_in_the_record_and_not_in_the_advice(spoil: Spoil) -> None:
    """The strongest cue there is, switched to evaluatory in the policy file, changes nothing but the record."""
    old = "  observed_by: officer\n  weight: critical\n"
    policy = load_catalogue(spoil("control_in_transit.yaml", old, old + "  mode: evaluatory\n"))
    on_trial, in_force = examined(CRITICAL, policy), examined(CRITICAL, load_catalogue())
    quiet = examined(Journey(Direction.DEPARTURE), policy)
    assert in_force.examination.advice.kind is AdviceKind.PROTECT
    assert on_trial.examination.advice == quiet.examination.advice
    kept = on_trial.examination.protection
    assert kept is not None
    assert kept.kind is AdviceKind.CLEAR
    assert (kept.with_standing(Standing.LOGGED), kept.with_standing(Standing.COUNTED)) == (("TIP-123",), ())
    assert (kept.positive, kept.questions) == ((), ())


def test_an_evaluatory_rule_fires_into_the_record_only(spoil: Spoil) -> None:
    """TIP-061 would make three medium cues of two; on trial it does not."""
    cues = ("TIP-067",)
    journey = Journey(
        Direction.DEPARTURE, booking=Booking(status=BookingStatus.CANCELLED), officer_cues=cues, counter_cues=()
    )
    old = "  direction: departure\n  observed_by: system\n  weight: medium\n"
    policy = load_catalogue(spoil("travel_pattern.yaml", old, old + "  mode: evaluatory\n"))
    kept = examined(journey, policy).examination.protection
    assert kept is not None
    (logged,) = [cue for cue in kept.cues if cue.standing is Standing.LOGGED]
    assert (logged.indicator_id, logged.by_rule, logged.by_person) == ("TIP-061", True, False)
    assert logged.facts == ("booking.status",)
    active = examined(journey, load_catalogue()).examination.protection
    assert active is not None
    assert "TIP-061" in active.with_standing(Standing.COUNTED)


def test_every_standing_is_kept() -> None:
    journey = Journey(Direction.DEPARTURE, officer_cues=("TIP-001", "TIP-071", "TIP-020"), counter_cues=("CTR-02",))
    kept = examined(journey, load_catalogue()).examination.protection
    assert kept is not None
    assert kept.with_standing(Standing.COUNTED) == ("TIP-020",)
    assert kept.with_standing(Standing.CANCELLED) == ("TIP-001",)
    assert kept.with_standing(Standing.ASKING) == ("TIP-071",)
    assert kept.counter_indicators == ("CTR-02",)
    assert [cue.cancelled_by for cue in kept.cues if cue.indicator_id == "TIP-001"] == [("CTR-02",)]


def test_without_a_policy_nothing_is_kept_and_old_records_are_read() -> None:
    case = examined(Journey(), None)
    assert case.examination.protection is None
    assert "protection" not in to_json(case)


@pytest.mark.parametrize("cue", ["TIP-001", "TIP-123"])
def test_the_record_says_which_policy_it_was(cue: str) -> None:
    catalogue = load_catalogue()
    case = examined(replace(CRITICAL, officer_cues=(cue,)), catalogue)
    assert case.examination.protection is not None
    assert case.examination.protection.policy_version == catalogue.version
    assert case.examination.provenance.policy_digest == catalogue.digest
