"""Every sentence of a scenario with an id that stays: list items are named by their key, answers by their order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import BaseModel

from simulator.scenario.model import Scenario
from simulator.scenario.part import Line
from simulator.scenario.source import Place


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """One sentence: its stable id (`questions.greet.text`), its place in the file, its words."""

    line_id: str
    place: Place
    line: Line


def lines_of(scenario: Scenario) -> Iterator[PlacedLine]:
    """In the order of the file."""
    yield from _lines((), (), scenario)


def _lines(names: tuple[str, ...], place: Place, value: object) -> Iterator[PlacedLine]:
    if isinstance(value, Line):
        yield PlacedLine(".".join(names), place, value)
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _lines((*names, name), (*place, name), getattr(value, name))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            name = name_of(item, index)
            yield from _lines((*names, name), (*place, index), item)


def name_of(item: object, index: int) -> str:
    """How a list item is named: by its key, a graded decision by its decision, anything else by its place from 1."""
    decision = getattr(item, "decision", None)
    if decision is not None:
        return str(decision.value)
    return str(getattr(item, "key", None) or index + 1)
