"""What is right: the engine's answer, the evidence that is enough, and a grade for every decision."""

from __future__ import annotations

from enum import Enum
from typing import Annotated

from pydantic import Field

from simulator.scenario.part import Key, Line, Part
from verifier.advice.model import AdviceKind
from verifier.decision import Outcome
from verifier.indicators.indicator import Dimension
from verifier.model.check import CheckResult
from watchlist.entry import EntryState, Grade


class ExpectedHit(Part):
    """One hit; hits that are not stated here must not come."""

    entry: Key
    grade: Grade
    state: EntryState = EntryState.ACTIVE


class ExpectedAnswer(Part):
    """What the real engine says of the presentation. Everything is compared, so nothing may be left out."""

    advice: AdviceKind
    reasons: tuple[str, ...] = ()
    """Reason codes, all of them, in any order; () is NOTHING_FOUND."""
    checks: dict[str, CheckResult] = Field(default_factory=dict)
    """Only results other than `successful` and `not_supported`."""
    hits: tuple[ExpectedHit, ...] = ()
    indicators: tuple[str, ...] = ()
    """Cues (TIP-…) that count, also weak ones."""
    cancelled: tuple[str, ...] = ()
    """Cues that a counter-indicator explains."""
    dimensions: tuple[Dimension, ...] = ()
    """Positive dimensions."""


class GradedDecision(Part):
    """What a decision is worth, and why: the debrief's text."""

    decision: Outcome
    credit: Annotated[float, Field(ge=-1, le=1)]
    why: Line
    harm: Key | None = None
    """The harm that this decision does."""


class Signal(Enum):
    """Whether there is something to find (signal) or not (noise), for hit and false-referral rates."""

    SIGNAL = "signal"
    NOISE = "noise"


class Expected(Part):
    """The key of the exercise: never shown before the debrief."""

    signal: Signal
    engine: ExpectedAnswer
    """At the first scan, before anything was asked."""
    again: ExpectedAnswer | None = None
    """At the second reading (RETRY), if it differs."""
    informed: ExpectedAnswer | None = None
    """After an officer reported the cues of all true indicators, if it differs."""
    minimum: tuple[Key, ...] = ()
    """Indicators that together justify the best decision; () where nothing needs to be found."""
    decisions: Annotated[tuple[GradedDecision, ...], Field(min_length=6, max_length=6)]
    """All six: CLEAR, REFER, DEFER, REFUSE, HOLD, PROTECT."""
