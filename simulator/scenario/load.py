"""From a file to a scenario; every fault with file:line:column."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from ledger.errors import Fault, LintasError
from simulator.scenario.model import Scenario
from simulator.scenario.references import reference_faults
from simulator.scenario.source import LARGEST_BYTES, Place, Source, dotted, read_source, scenario_error

_MOST_FAULTS: Final = 20
_HINTS: Final = {
    "string_type": "text expected; put it in quotes",
    "extra_forbidden": "no such field",
    "missing": "required",
}


def load_scenario(path: Path) -> Scenario:
    """Read one file. Raises LintasError: SCENARIO_UNREADABLE, SCENARIO_TOO_LARGE, SCENARIO_INVALID."""
    return parse_scenario(read_file(path))


def read_file(path: Path) -> Source:
    """The file as marked data. At most 256 KiB are read, whatever the file is."""
    try:
        with path.open("rb") as stream:
            content = stream.read(LARGEST_BYTES + 1)
    except OSError as error:
        message = f"{path}: {error.strerror or 'cannot be read'}"
        raise LintasError(Fault.NOT_FOUND, "SCENARIO_UNREADABLE", message) from None
    return read_source(str(path), content)


def parse_scenario(source: Source) -> Scenario:
    """Raises LintasError SCENARIO_INVALID with every fault of shape, or else of references."""
    scenario = shape(source)
    faults = [(f"{source.where(place)}: {dotted(place)}", text) for place, text in reference_faults(scenario)]
    if faults:
        raise scenario_error(faults)
    return scenario


def shape(source: Source) -> Scenario:
    """The model alone, without a look at what refers to what."""
    if not isinstance(source.data, dict):
        raise source.error((), "a scenario is a mapping; see docs/scenarios.md")
    try:
        # by way of JSON, since strict JSON reads dates and enums from text and nothing else from anything else
        return Scenario.model_validate_json(json.dumps(source.data, allow_nan=False))
    except ValidationError as error:
        details = error.errors(include_url=False, include_context=False, include_input=False)
        faults = [_fault(source, each) for each in details[:_MOST_FAULTS]]
        if len(details) > _MOST_FAULTS:
            faults.append((source.file, f"and {len(details) - _MOST_FAULTS} more"))
        raise scenario_error(faults) from None


def _fault(source: Source, details: ErrorDetails) -> tuple[str, str]:
    place = _in_file(source.data, details["loc"])
    description = _HINTS.get(details["type"], details["msg"].removeprefix("Value error, "))
    return f"{source.where(place)}: {dotted(place)}", description


def _in_file(data: Any, loc: tuple[int | str, ...]) -> Place:
    """Pydantic's place without the names of union members, which stand in no file."""
    place: list[int | str] = []
    for part in loc:
        is_there = isinstance(data, dict) and part in data
        is_item = isinstance(data, list) and isinstance(part, int) and part < len(data)
        if is_there or is_item:
            place.append(part)
            data = data[part]
        elif part == loc[-1] and isinstance(data, dict):
            place.append(part)
    return tuple(place)
