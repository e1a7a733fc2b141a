"""The whole scenario file."""

from __future__ import annotations

from datetime import datetime
from enum import Enum
from typing import Annotated, Final, Literal

from pydantic import AwareDatetime, Field, StringConstraints

from simulator.scenario.debrief import Debrief
from simulator.scenario.document import Document
from simulator.scenario.evidence import Harm, Indicator
from simulator.scenario.expected import Expected
from simulator.scenario.fixture import Fixture
from simulator.scenario.interview import Question
from simulator.scenario.mirror import Mirror
from simulator.scenario.part import FictionalCode, Key, Line, Part
from simulator.scenario.person import Companion, Persona
from simulator.scenario.variation import Variation
from verifier.model.journey import Journey

SCHEMA: Final = "lintas-scenario/1"


class CaseClass(Enum):
    """What kind of case it is, in the letters of the bank."""

    INNOCENT = "N"
    DOCUMENT = "D"
    VICTIM = "V"
    TRAFFICKER = "T"
    AMBIGUOUS = "A"
    SYSTEM = "Q"  # engine or data is wrong


class Topic(Enum):
    """What it trains."""

    DOCUMENT = "document"
    IDENTITY = "identity"
    WATCHLIST = "watchlist"
    PROTECTION = "protection"
    CHILD = "child"
    RULES = "rules"
    SYSTEM = "system"


class Meta(Part):
    """About the file."""

    key: Key
    """The file is called `<key>.yaml`."""
    version: Annotated[int, Field(ge=1)] = 1
    bank: Annotated[int | None, Field(ge=1, le=999)] = None
    """Number in the bank of ideas."""
    case: CaseClass
    topic: Topic
    title: Line
    """Not shown to trainees: a title gives too much away."""
    authors: Annotated[tuple[str, ...], Field(min_length=1)]
    licence: str = "CC-BY-4.0"
    sources: Annotated[tuple[str, ...], Field(min_length=1)]
    reviewed_by: tuple[str, ...] = ()
    content_note: Line | None = None
    """A warning shown before the start."""


class Objective(Part):
    """What the trainee learns to do."""

    key: Key
    competency: Literal["examine", "compare", "interview", "corroborate", "decide", "protect", "automation", "fairness"]
    text: Line


class Link(Enum):
    """Whether the post reaches the centre."""

    UP = "up"
    DOWN = "down"


class Post(Part):
    """Where and when. The clock stands still at `now`."""

    now: AwareDatetime = datetime.fromisoformat("2026-06-15T09:30:00+07:00")
    own_state: FictionalCode = "XZA"
    """The trainee's own state; its nationals are never refused arrival."""
    link: Link = Link.UP
    list_age_h: Annotated[int, Field(ge=0, le=240)] = 0
    """How old the local copy of the watchlist is."""
    queue: Annotated[int, Field(ge=0, le=999)] = 0
    """How many people wait; shown, never scored."""


class Scenario(Part):
    """One exercise. docs/scenarios.md is the authors' manual."""

    # named so that editors and people see the version first
    schema_: Annotated[Literal["lintas-scenario/1"], Field(alias="schema")]
    meta: Meta
    objectives: Annotated[tuple[Objective, ...], Field(min_length=1, max_length=6)]
    difficulty: Annotated[float, Field(ge=-4, le=4)] = 0.0
    """Logits: 0 is even odds for an average trainee."""
    time_budget_s: Annotated[int, Field(ge=30, le=3600)] = 300
    briefing: Line
    """What the trainee reads first."""
    post: Post = Post()
    persona: Persona
    documents: Annotated[tuple[Document, ...], Field(min_length=1, max_length=4)]
    """The first one is put on the reader; a visa among the rest is read with it."""
    journey: Annotated[Journey, Mirror()] = Journey()
    """The fields of `verifier.model.journey.Journey`; cues come from indicators, not from here."""
    reported_cues: tuple[Annotated[str, StringConstraints(pattern=r"^(TIP|CTR)-[0-9]{2,3}$")], ...] = ()
    """Cues (docs/indicators.md) that other systems or the booth had reported before the first scan."""
    companions: Annotated[tuple[Companion, ...], Field(max_length=6)] = ()
    watchlist: Annotated[tuple[Fixture, ...], Field(max_length=20)] = ()
    state: dict[Key, bool] = Field(default_factory=dict)
    """Flags of the interview with their first values."""
    questions: Annotated[tuple[Question, ...], Field(max_length=16)] = ()
    indicators: Annotated[tuple[Indicator, ...], Field(max_length=24)] = ()
    harms: Annotated[tuple[Harm, ...], Field(max_length=8)] = ()
    expected: Expected
    debrief: Debrief
    variation: Variation = Variation()
