"""Which figures of a class are taken in, and which could point at somebody or belong to no class."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from ledger.actor import Actor, Role
from ledger.errors import LintasError
from ledger.store import MemoryLedger
from tests.verifier.people import NOW, key
from verifier.classes.desk import ClassDesk
from verifier.classes.result import FIGURES, ClassResult, Figure, check_result
from verifier.protection.memory import MemoryRecords

TRAINER = Actor("class-1", "tono", Role.TRAINER)
DAY = NOW.date()
WHOLE = ClassResult(
    record_id="",
    created_at=NOW,
    actor=TRAINER,
    held_on=DAY,
    trainees=12,
    cases=8,
    decisions=90,
    harms=2,
    points=Figure(61, 52, 70, 12),
    hit_rate=Figure(0.7, 0.6, 0.8, 12),
    source_sha256="a",
)


def desk() -> ClassDesk:
    return ClassDesk(records=MemoryRecords(MemoryLedger(), ClassResult), now=lambda: NOW)


def test_a_class_is_found_by_the_day_it_was_held() -> None:
    of = desk()
    for back in (0, 3, 40):
        held = replace(WHOLE, held_on=DAY - timedelta(days=back), source_sha256=str(back))
        of.record(held, TRAINER, key(back))
    found = of.held_in(DAY - timedelta(days=10), DAY + timedelta(days=1))
    assert [DAY - each.held_on for each in found] == [timedelta(days=3), timedelta(0)]
    assert of.held_in(DAY - timedelta(days=10), DAY) == found[:1]


def test_the_same_figures_are_counted_once() -> None:
    of = desk()
    first = of.record(WHOLE, TRAINER, key(1))
    assert of.record(WHOLE, TRAINER, key(2)) == first
    assert len(of.held_in(date(2000, 1, 1), date(2100, 1, 1))) == 1


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"trainees": 4}, "CLASS_TOO_SMALL"),
        ({"trainees": 0}, "CLASS_TOO_SMALL"),
        ({"trainees": 1_000_000}, "INVALID_FIELD"),
        ({"decisions": -1}, "INVALID_FIELD"),
        ({"held_on": DAY + timedelta(days=1)}, "INVALID_FIELD"),
        ({"points": Figure(61, 52, 70, 4)}, "INVALID_FIELD"),  # of fewer than five of the class
        ({"points": Figure(61, 52, 70, 13)}, "INVALID_FIELD"),  # of more than there were
        ({"points": Figure(101, 52, 101, 12)}, "INVALID_FIELD"),
        ({"points": Figure(50, 52, 70, 12)}, "INVALID_FIELD"),
        ({"points": Figure(float("nan"), 0, 100, 12)}, "INVALID_FIELD"),
        ({"hit_rate": Figure(70, 60, 80, 12)}, "INVALID_FIELD"),
    ],
)
def test_what_no_class_can_have_or_could_point_at_somebody(changes: dict[str, object], reason: str) -> None:
    with pytest.raises(LintasError) as caught:
        desk().record(replace(WHOLE, **changes), TRAINER, key(1))  # type: ignore[arg-type]  # a table of facts
    assert caught.value.reason == reason


@pytest.mark.parametrize("name", FIGURES)
def test_every_figure_has_its_range(name: str) -> None:
    beyond = Figure(1e6, 1e6, 1e6, 12)
    with pytest.raises(LintasError, match=name):
        check_result(replace(WHOLE, **{name: beyond}), DAY)  # type: ignore[arg-type]  # as above
