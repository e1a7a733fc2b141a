"""The scenarios of one folder. Broken files are told, and keep nobody from playing the others."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ledger.errors import Fault, LintasError
from simulator.scenario.load import load_scenario
from simulator.scenario.model import Scenario


@dataclass(frozen=True, slots=True)
class Library:
    """Scenarios by key, and the faults of files that could not be read."""

    scenarios: dict[str, Scenario]
    faults: tuple[LintasError, ...] = ()

    def scenario(self, key: str) -> Scenario:
        """Raises LintasError SCENARIO_UNKNOWN."""
        if key not in self.scenarios:
            known = ", ".join(sorted(self.scenarios)) or "none"
            raise LintasError(Fault.NOT_FOUND, "SCENARIO_UNKNOWN", f"no such scenario; there are: {known}")
        return self.scenarios[key]


def load_library(folder: Path) -> Library:
    """All `*.yaml` files of the folder. Raises LintasError SCENARIO_FOLDER where there is no such folder."""
    if not folder.is_dir():
        raise LintasError(Fault.NOT_FOUND, "SCENARIO_FOLDER", f"{folder}: no such folder of scenarios")
    scenarios: dict[str, Scenario] = {}
    faults = []
    for path in sorted(folder.glob("*.yaml")):
        try:
            scenario = load_scenario(path)
            scenarios[scenario.meta.key] = scenario
        except LintasError as error:
            faults.append(error)
    return Library(scenarios, tuple(faults))
