"""Short ways to write answer keys, attempts and workshops."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from simulator.grading.model import (
    AnswerKey,
    Attempt,
    CaseKey,
    Citation,
    DealtPair,
    FactKey,
    GradedDecision,
    Harm,
    HarmKey,
    Indicator,
    IndicatorKey,
    PairKey,
    PairSide,
    TraineeId,
    Workshop,
)
from verifier.decision import Outcome

VICTIM = AnswerKey(
    case=CaseKey("victim"),
    is_signal=True,
    decisions=(
        GradedDecision(Outcome.PROTECT, 1.0),
        GradedDecision(Outcome.REFER, 0.6),
        GradedDecision(Outcome.HOLD, -0.3),
        GradedDecision(Outcome.REFUSE, -0.5),
        GradedDecision(Outcome.CLEAR, -1.0),
    ),
    indicators=(
        Indicator(IndicatorKey("debt"), 2.0),
        Indicator(IndicatorKey("no_contract"), 1.5),
        Indicator(IndicatorKey("held_passport"), 1.5, is_needed=False),
        Indicator(IndicatorKey("headscarf"), 1.0, is_decoy=True),
    ),
    needed_s=120,
)
INNOCENT = AnswerKey(
    case=CaseKey("innocent"),
    is_signal=False,
    decisions=(GradedDecision(Outcome.CLEAR, 1.0), GradedDecision(Outcome.REFER, -0.2)),
    indicators=(Indicator(IndicatorKey("nervous"), 1.0, is_decoy=True),),
    needed_s=20,
)
RELEASED = Harm(HarmKey("released"), 0.5, is_terminal=True)


def cite(*indicators: str) -> tuple[Citation, ...]:
    """One link an indicator; an empty name is a link that shows nothing."""
    return tuple(
        Citation((FactKey(f"left.{place}"), FactKey(f"right.{place}")), IndicatorKey(name))
        for place, name in enumerate(indicators)
    )


def attempt(decision: Outcome | None = Outcome.PROTECT, **others: Any) -> Attempt:
    """An attempt at VICTIM by "t1", unless told otherwise."""
    given: dict[str, Any] = {"trainee": TraineeId("t1"), "case": VICTIM.case, "decision": decision}
    return Attempt(**{**given, **others})


def pair(key: str, side: PairSide, swapped: str = "dress") -> DealtPair:
    """Half of a matched pair."""
    return DealtPair(PairKey(key), side, swapped)


def workshop(attempts: Iterable[Attempt], cases: Iterable[AnswerKey] = (VICTIM, INNOCENT)) -> Workshop:
    """A workshop of these attempts."""
    return Workshop("course-1", date(2026, 11, 24), "0123456789abcdef", tuple(cases), tuple(attempts))


def numbered(key: AnswerKey, count: int) -> tuple[AnswerKey, ...]:
    """So many cases like this one, under keys of their own."""
    return tuple(replace(key, case=CaseKey(f"{key.case}-{place:02}")) for place in range(count))
