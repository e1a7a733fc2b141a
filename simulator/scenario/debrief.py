"""The debriefing in the order of PEARLS: reactions, description, analysis, application."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from simulator.scenario.part import Line, Part

_Lines = Annotated[tuple[Line, ...], Field(min_length=1, max_length=8)]


class Debrief(Part):
    """What is talked about afterwards."""

    reactions: _Lines
    """Open questions about how it felt; first, before anything is explained."""
    description: Line
    """What was really going on."""
    analysis: _Lines
    """What could be seen, and what it means."""
    application: _Lines
    """What to take to the counter tomorrow."""
    references: tuple[str, ...] = ()
