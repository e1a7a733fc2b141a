"""A whole scenario to change in tests: the template that authors start from."""

from __future__ import annotations

from simulator.scenario.load import parse_scenario
from simulator.scenario.model import Scenario
from simulator.scenario.schema import template
from simulator.scenario.source import Source, read_source


def source_with(*changes: tuple[str, str]) -> Source:
    """The template with texts replaced, each of which must stand there."""
    text = template("example")
    for old, new in changes:
        assert old in text, f"not in the template: {old}"
        text = text.replace(old, new, 1)
    return read_source("example.yaml", text.encode())


def scenario_with(*changes: tuple[str, str]) -> Scenario:
    """The same, parsed."""
    return parse_scenario(source_with(*changes))
