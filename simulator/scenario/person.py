"""Who stands at the booth. Everybody is invented."""

from __future__ import annotations

from enum import Enum
from typing import Annotated

from pydantic import Field, StringConstraints

from simulator.scenario.part import DateText, FictionalCode, Key, Line, Part
from watchlist.entry import Sex


class Cover(Enum):
    """What the portrait's head wears."""

    NONE = "none"
    SCARF = "scarf"
    CAP = "cap"


class Portrait(Part):
    """Which face is drawn. All optional: the drawing takes sex and age from the persona and the seed from the key."""

    seed: Annotated[int | None, Field(ge=0, le=1_000_000)] = None
    """Which of the endless faces; None derives one from the scenario's key."""
    person: Annotated[str | None, StringConstraints(pattern=r"^p[0-9]{2,3}$")] = None
    """One of the drawn people (docs/specimens.md), instead of a choice by sex, age and seed."""
    cover: Cover = Cover.NONE
    age_years: Annotated[int | None, Field(ge=0, le=110)] = None
    """How old the face looks; None is the age by the date of birth."""


class Protected(Part):
    """Attributes that must never raise a result; matched pairs swap them, and equity is measured over them."""

    sex: Sex | None = None
    age_band: str = ""
    ethnic_presentation: Annotated[str, Field(max_length=8)] = ""
    """A letter, not a real people: `a`, `b`, `c`."""
    religious_dress: Annotated[str, Field(max_length=24)] = "none"
    disability: Annotated[str, Field(max_length=24)] = "none"


class Persona(Part):
    """The traveller as they truly are; documents may say something else."""

    surname: Annotated[str, Field(max_length=60)]
    """May be empty only if `given` is not: one-word names are common."""
    given: Annotated[str, Field(max_length=60)] = ""
    dob: DateText
    sex: Sex
    nationality: FictionalCode
    place_of_birth: Annotated[str, Field(max_length=40)] = ""
    occupation: Line | None = None
    portrait: Portrait = Portrait()
    demeanour: Line
    """What anybody sees: shown to the trainee. Nervousness proves nothing."""
    protected: Protected = Protected()


class Companion(Part):
    """Somebody with the traveller. Their facts for the engine stand in `journey.party` under the same key."""

    key: Key
    who: Line
    """Shown to the trainee."""
    claims: Line
    """What they say unasked; shown to the trainee."""
    controls: bool = False
    """They control the traveller: answers to the debrief, never shown before."""
