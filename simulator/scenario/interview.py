"""What the trainee can do beside looking: a pool of questions and acts with guards, not a story tree."""

from __future__ import annotations

from enum import Enum
from typing import Annotated

from pydantic import Field

from simulator.scenario.guard import GuardText
from simulator.scenario.part import Key, Line, Part


class Act(Enum):
    """What kind of step it is."""

    ASK = "ask"
    SEPARATE = "separate"
    INTERPRETER = "interpreter"
    CALL = "call"  # telephone: an authority, an issuer, a parent
    LOOK_UP = "look_up"  # a reference page: country profile, code table, law
    GIVE = "give"  # a hotline card, a written notice
    ALERT = "alert"  # a supervisor or protection officer, unseen


class Style(Enum):
    """How it is asked; interview guidance prefers open questions and rapport."""

    OPEN = "open"
    CLOSED = "closed"
    LEADING = "leading"
    THREATENING = "threatening"
    RAPPORT = "rapport"


class Effect(Part):
    """What an answer changes."""

    set: dict[Key, bool] = Field(default_factory=dict)
    """Flags of `state`, or the built-in `alone` and `interpreter`."""
    trust: Annotated[int, Field(ge=-9, le=9)] = 0
    stress: Annotated[int, Field(ge=-9, le=9)] = 0
    harm: Key | None = None


class Answer(Part):
    """One possible answer; the first whose guard holds is given. The last one has no guard."""

    when: GuardText | None = None
    text: Line
    reveals: tuple[Key, ...] = ()
    """Indicators that the trainee can now know and cite."""
    effect: Effect = Effect()


class Question(Part):
    """One step of the pool."""

    key: Key
    act: Act = Act.ASK
    to: Key | None = None
    """A companion's key; None is the traveller."""
    text: Line
    style: Style = Style.OPEN
    cost_s: Annotated[int, Field(ge=0, le=1800)] = 20
    private: bool = False
    """To be done only out of the companion's hearing; otherwise handling is marked down."""
    requires: GuardText | None = None
    """When it is offered at all."""
    once: bool = True
    necessary: bool = False
    """Missing it costs interview credit."""
    answers: Annotated[tuple[Answer, ...], Field(min_length=1, max_length=8)]
