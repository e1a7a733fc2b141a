"""What can be known and cited, and what can go wrong."""

from __future__ import annotations

from enum import Enum
from typing import Annotated

from pydantic import Field, StringConstraints

from simulator.scenario.part import Key, Line, Part


class IndicatorKind(Enum):
    """Where it shows."""

    DOCUMENT = "document"
    CHIP = "chip"
    STORY = "story"
    COMPANION = "companion"
    JOURNEY = "journey"
    WATCHLIST = "watchlist"
    APPEARANCE = "appearance"
    CONTEXT = "context"
    SYSTEM = "system"


class Side(Enum):
    """What it speaks for."""

    CONCERN = "concern"
    RELIEF = "relief"


class ShownAt(Enum):
    """When it needs no question and no tool."""

    START = "start"
    SCAN = "scan"


class Indicator(Part):
    """One piece of evidence. A decoy seems to be one and is none: citing it counts against the trainee."""

    key: Key
    text: Line
    kind: IndicatorKind
    weight: Annotated[float, Field(ge=0.1, le=5)] = 1.0
    side: Side = Side.CONCERN
    decoy: bool = False
    shown: ShownAt | None = None
    """START: visible at once. SCAN: with the engine's answer. Left out: by an answer or a defect."""
    between: Annotated[tuple[tuple[str, str], ...], Field(max_length=6)] = ()
    """Pairs of facts whose contradiction it is, such as [passport.page.dob, passport.mrz.dob]; citing needs one.

    Without a pair, citing any fact that revealed it is enough.
    """
    cue: Annotated[str | None, StringConstraints(pattern=r"^(TIP|CTR)-[0-9]{2,3}$")] = None
    """Id in the policy (docs/indicators.md) that an officer who found it reports to the engine."""
    explain: Line | None = None
    """For the debrief; needed for decoys."""


class Harm(Part):
    """Something that hurts the traveller or lets a danger go on."""

    key: Key
    text: Line
    penalty: Annotated[float, Field(gt=0, le=1)]
    terminal: bool = False
    """No score survives it, however fast or well-argued."""
