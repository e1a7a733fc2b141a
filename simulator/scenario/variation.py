"""How one scenario makes many: seeded swaps, defects left out, and the twin it is matched with."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from simulator.scenario.expected import ExpectedAnswer, GradedDecision
from simulator.scenario.part import Key, Line, Part

PathText = Annotated[str, StringConstraints(pattern=r"^[a-z_][a-z0-9_]*(\.[a-z0-9_]+)*$", max_length=120)]


class Twin(Part):
    """The scenario it is matched with, and the places (dotted, list items by key) in which the two may differ."""

    of: Key
    differs: Annotated[tuple[PathText, ...], Field(min_length=1, max_length=40)]


class CleanKey(Part):
    """The answer key of variants in which nothing is wrong with the documents; the signal is then noise."""

    engine: ExpectedAnswer
    again: ExpectedAnswer | None = None
    informed: ExpectedAnswer | None = None
    decisions: Annotated[tuple[GradedDecision, ...], Field(min_length=6, max_length=6)]
    description: Line


class Variation(Part):
    """Without any of this every run is alike."""

    seed: Annotated[int, Field(ge=0, le=2**31 - 1)] = 1
    swap: dict[PathText, Annotated[tuple[str | int | float | bool, ...], Field(min_length=2, max_length=12)]] = Field(
        default_factory=dict
    )
    """Place to values; a seed picks one for each. `documents.passport.number` names list items by key."""
    keep_identity: bool = False
    """Names, dates of birth and numbers stay: the watchlist or the story depends on them."""
    defect_dropout: Annotated[float, Field(ge=0, le=1)] = 0.0
    """Chance that a variant has no defects at all; it then needs `clean`."""
    clean: CleanKey | None = None
    counterfactual: Twin | None = None
