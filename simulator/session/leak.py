"""No answer stands in what a trainee sees."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any, Final

from simulator.grading.model import Seat
from simulator.scenario.lines import lines_of
from simulator.scenario.lint.finding import Finding
from simulator.scenario.model import Scenario
from simulator.session.case import DealtCase
from simulator.session.play import start
from simulator.session.view import view_of

_SHORTEST: Final = 12  # characters; shorter texts may stand anywhere by chance
_HIDDEN: Final = ("meta.title", "documents.", "harms.", "expected.", "debrief.", "variation.")


def leaks(scenario: Scenario) -> Iterator[Finding]:
    """Sentences of the key that also stand in the first view."""
    case = DealtCase(scenario.meta.key, scenario)
    view = view_of(case, start(case), slot=0, of_cases=1, seat=Seat.SOLO.value)
    seen = "\n".join(_strings(asdict(view)))
    for each in lines_of(scenario):
        if is_hidden(each.line_id, scenario):
            for text in (each.line.id, each.line.en):
                if len(text) >= _SHORTEST and text in seen:
                    yield Finding("leak", each.place, "trainees see this sentence before they decide")
                    break


def is_hidden(line_id: str, scenario: Scenario) -> bool:
    """Whether a sentence belongs to the key: never in a trainee's view before the debrief."""
    if line_id.startswith(_HIDDEN) and not line_id.startswith("meta.content_note"):
        return True
    if line_id.endswith(".explain"):
        return True
    observed = {each.key for each in scenario.indicators if each.shown is not None and not each.between}
    parts = line_id.split(".")
    return parts[0] == "indicators" and parts[1] not in observed


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _strings(each)
    elif isinstance(value, (list, tuple)):
        for each in value:
            yield from _strings(each)
