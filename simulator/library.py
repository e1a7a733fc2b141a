"""The scenarios of one folder. Broken files are told, and keep nobody from playing the others."""

from __future__ import annotations

import threading
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


class Shelf:
    """A folder of scenarios that is looked at anew each time; files that did not change are not read again."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._read: dict[Path, tuple[tuple[int, int], Scenario | LintasError]] = {}
        self._lock = threading.Lock()

    def library(self) -> Library:
        """What the folder holds now. Raises LintasError SCENARIO_FOLDER where there is no such folder."""
        if not self._folder.is_dir():
            raise LintasError(Fault.NOT_FOUND, "SCENARIO_FOLDER", f"{self._folder}: no such folder of scenarios")
        with self._lock:
            found = [self._scenario(path) for path in sorted(self._folder.glob("*.yaml"))]
        scenarios = {each.meta.key: each for each in found if isinstance(each, Scenario)}
        return Library(scenarios, tuple(each for each in found if isinstance(each, LintasError)))

    def _scenario(self, path: Path) -> Scenario | LintasError:
        try:
            status = path.stat()
            stamp = (status.st_mtime_ns, status.st_size)
        except OSError:
            stamp = (0, 0)
        if path not in self._read or self._read[path][0] != stamp:
            try:
                self._read[path] = (stamp, load_scenario(path))
            except LintasError as error:
                self._read[path] = (stamp, error)
        return self._read[path][1]
