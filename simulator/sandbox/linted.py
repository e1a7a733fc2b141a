"""What lint says of the files of a library, with lines and columns; files that did not change are not asked again."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ledger.errors import LintasError
from simulator.library import Library, ScenarioFile, stamp_of
from simulator.sandbox.verdict import all_findings
from simulator.scenario.load import parse_scenario, read_file
from simulator.scenario.model import Scenario
from simulator.scenario.source import dotted
from verifier.indicators.catalogue import Catalogue

# as faults of a file name their place: file:line:column, then what stands there
_PLACE: Final = re.compile(r"^.*?:(\d+):(\d+)(?:: (.*))?$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class FileFinding:
    """One finding: line and column from 1, `error` or `warning`, the place in the file's own terms, what to do."""

    line: int
    column: int
    level: str
    place: str
    text: str
    rule: str


@dataclass(frozen=True, slots=True)
class LintedFile:
    """A file with its findings; `key` is '' where it cannot be read as a scenario."""

    file: ScenarioFile
    key: str
    findings: tuple[FileFinding, ...]


class LintShelf:
    """Asks lint and the real engine, some 0.2 s a file, and remembers. Thread-safe."""

    def __init__(self, policy: Callable[[], Catalogue]) -> None:
        """`policy` gives the protection policy; it is loaded when the first file is looked at."""
        self._policy = policy
        self._known: dict[Path, tuple[tuple[int, int], Scenario | None, tuple[FileFinding, ...]]] = {}
        self._lock = threading.Lock()

    def file(self, file: ScenarioFile, library: Library) -> LintedFile:
        """Everything that can be said against one file."""
        key = file.scenario.meta.key if file.scenario is not None else ""
        if file.fault is not None:
            return LintedFile(file, key, faults_of(file.fault))
        stamp, twin = stamp_of(file.path), _twin(file, library)
        with self._lock:
            known = self._known.get(file.path)
            if known is None or known[0] != stamp or known[1] is not twin:
                known = (stamp, twin, findings_in(file.path, library.scenarios, self._policy()))
                self._known[file.path] = known
            return LintedFile(file, key, known[2])

    def all(self, library: Library) -> tuple[LintedFile, ...]:
        """All files, in the order of the library."""
        return tuple(self.file(each, library) for each in library.files)


def _twin(file: ScenarioFile, library: Library) -> Scenario | None:
    """The other scenario on which its findings depend."""
    pair = file.scenario.variation.counterfactual if file.scenario is not None else None
    return library.scenarios.get(pair.of) if pair is not None else None


def findings_in(path: Path, others: Mapping[str, Scenario], policy: Catalogue | None) -> tuple[FileFinding, ...]:
    """Lint of one file as it is on the disk now. A fault of its format is a finding, too."""
    try:
        source = read_file(path)
        scenario = parse_scenario(source)
    except LintasError as error:
        return faults_of(error)
    found = []
    for each in all_findings(path, scenario, others, policy):
        mark = source.mark(each.place)
        found.append(FileFinding(mark.line, mark.column, each.level.value, dotted(each.place), each.text, each.rule))
    return tuple(found)


def faults_of(error: LintasError) -> tuple[FileFinding, ...]:
    """A file that cannot be read: each fault with its place."""
    if not error.fields:
        return (FileFinding(1, 1, "error", "(file)", error.message, error.reason),)
    return tuple(_fault(each.field, each.description) for each in error.fields)


def _fault(place: str, description: str) -> FileFinding:
    match = _PLACE.match(place)
    if match is None:
        return FileFinding(1, 1, "error", place, description, "format")
    return FileFinding(int(match[1]), int(match[2]), "error", match[3] or "(file)", description, "format")
