"""The scenarios that come with Lintas and the trainer's own. Broken files are told, and keep nobody from playing."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from ledger.errors import Fault, LintasError
from simulator.scenario.load import load_scenario
from simulator.scenario.model import Scenario


@dataclass(frozen=True, slots=True)
class ScenarioFile:
    """One file as it is now: its scenario, or what is wrong. `is_own`: from the folder of the trainer's own."""

    path: Path
    is_own: bool
    scenario: Scenario | None
    fault: LintasError | None = None


@dataclass(frozen=True, slots=True)
class Library:
    """Scenarios by key, and the faults of files that could not be read."""

    scenarios: dict[str, Scenario]
    faults: tuple[LintasError, ...] = ()
    files: tuple[ScenarioFile, ...] = ()

    def scenario(self, key: str) -> Scenario:
        """Raises LintasError SCENARIO_UNKNOWN."""
        if key not in self.scenarios:
            known = ", ".join(sorted(self.scenarios)) or "none"
            raise LintasError(Fault.NOT_FOUND, "SCENARIO_UNKNOWN", f"no such scenario; there are: {known}")
        return self.scenarios[key]

    def file(self, key: str) -> ScenarioFile:
        """Where that scenario stands. Raises LintasError SCENARIO_UNKNOWN."""
        scenario = self.scenario(key)
        return next(each for each in self.files if each.scenario is scenario)


def named_scenario(name: str, bank: Path) -> Scenario:
    """A scenario by its key in the folder `bank`, or by the path of its file.

    Raises LintasError SCENARIO_UNKNOWN with the nearest keys, and what `load_scenario` does.
    """
    path = Path(name)
    if path.suffix == ".yaml" or path.is_file() or len(path.parts) != 1:
        return load_scenario(path)
    keys = sorted(each.stem for each in bank.glob("*.yaml"))
    if name in keys:
        return load_scenario(bank / f"{name}.yaml")
    near = ", ".join(get_close_matches(name, keys, n=3, cutoff=0.4) or keys) or "none"
    message = f"no scenario of that key; near it: {near}. A file is named by its path, such as ./KEY.yaml"
    raise LintasError(Fault.NOT_FOUND, "SCENARIO_UNKNOWN", message)


class Shelf:
    """Folders of scenarios that are looked at anew each time; files that did not change are not read again.

    The trainer's own scenarios stand beside those of `folder`; a key that both have is the one of `folder`, and the
    other file is told as broken.
    """

    def __init__(self, folder: Path, own: Path | None = None) -> None:
        self._folders = [(folder, False)] + ([(own, True)] if own is not None else [])
        self._read: dict[Path, tuple[tuple[int, int], Scenario | LintasError]] = {}
        self._lock = threading.Lock()

    def library(self) -> Library:
        """What the folders hold now. Raises LintasError SCENARIO_FOLDER where one is not there."""
        files: list[ScenarioFile] = []
        scenarios: dict[str, Scenario] = {}
        for folder, is_own in self._folders:
            if not folder.is_dir():
                raise LintasError(Fault.NOT_FOUND, "SCENARIO_FOLDER", f"{folder}: no such folder of scenarios")
            for path in sorted(folder.glob("*.yaml")):
                files.append(self._file(path, scenarios, is_own=is_own))
        return Library(scenarios, tuple(each.fault for each in files if each.fault is not None), tuple(files))

    def _file(self, path: Path, scenarios: dict[str, Scenario], *, is_own: bool) -> ScenarioFile:
        """One file, taken into `scenarios` where it can be played."""
        with self._lock:
            found = self._scenario(path)
        if isinstance(found, LintasError):
            return ScenarioFile(path, is_own, None, found)
        if is_own and found.meta.key in scenarios:
            message = f"{path}: the key {found.meta.key} is taken by a scenario that comes with Lintas; choose another"
            return ScenarioFile(path, is_own, None, LintasError(Fault.CONFLICT, "SCENARIO_KEY_TAKEN", message))
        scenarios[found.meta.key] = found
        return ScenarioFile(path, is_own, found)

    def _scenario(self, path: Path) -> Scenario | LintasError:
        stamp = stamp_of(path)
        if path not in self._read or self._read[path][0] != stamp:
            try:
                self._read[path] = (stamp, load_scenario(path))
            except LintasError as error:
                self._read[path] = (stamp, error)
        return self._read[path][1]


def stamp_of(path: Path) -> tuple[int, int]:
    """Changes whenever the file does: its time in nanoseconds and its size in bytes; zeros where it is gone."""
    try:
        status = path.stat()
    except OSError:
        return (0, 0)
    return (status.st_mtime_ns, status.st_size)
