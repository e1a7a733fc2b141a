"""What can only be seen with the file's name, or with other files beside it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from simulator.scenario.lint.finding import Finding
from simulator.scenario.model import Scenario


def file_findings(path: Path, scenario: Scenario) -> Iterator[Finding]:
    """The file is called by its key."""
    if path.stem != scenario.meta.key:
        yield Finding("file", ("meta", "key"), f"the file must be called {scenario.meta.key}.yaml")
