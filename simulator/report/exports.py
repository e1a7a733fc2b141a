"""Where reports and exports of a log went, so that whoever is forgotten can be deleted there too.

The log notes the path, the SHA-256 of what was written, the form and the day; of an individual report the pseudonym of
its owner, which nobody can undo once the log is gone. No names, no ids.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from simulator.grading.model import Export, TraineeId, Workshop
from simulator.report.privacy import pseudonym


class Fate(Enum):
    """What became of a file."""

    THERE = "there"  # as it was written: to be deleted
    CHANGED = "changed"  # something else lies there now: to be looked at
    GONE = "gone"  # moved or deleted: copies are to be looked for


@dataclass(frozen=True, slots=True)
class Found:
    """A file that holds something of a trainee."""

    export: Export
    fate: Fate
    is_own: bool  # their own report; otherwise the class's, in which they have a part


def noted(
    workshop: Workshop, path: str, content: bytes, form: str, *, owner: TraineeId | None, written_on: date
) -> Workshop:
    """The log with one more export. The same file written again takes the older note's place."""
    whose = pseudonym(workshop, owner) if owner is not None else ""
    export = Export(path, hashlib.sha256(content).hexdigest(), form, written_on, whose)
    kept = tuple(each for each in workshop.exports if each.path != path)
    return replace(workshop, exports=(*kept, export))


def holding(workshop: Workshop, trainee: TraineeId, digest_of: Callable[[str], str | None]) -> Iterator[Found]:
    """The exports that hold something of that trainee, own reports first. `digest_of` gives None where no file is."""
    own = pseudonym(workshop, trainee)
    for export in sorted(workshop.exports, key=lambda each: (each.whose != own, each.path)):
        if export.whose in {"", own}:
            yield Found(export, _fate(export, digest_of(export.path)), export.whose == own)


def without_notes(workshop: Workshop, trainee: TraineeId) -> Workshop:
    """The log without the notes of that trainee's own reports."""
    own = pseudonym(workshop, trainee)
    return replace(workshop, exports=tuple(each for each in workshop.exports if each.whose != own))


def _fate(export: Export, digest: str | None) -> Fate:
    if digest is None:
        return Fate.GONE
    return Fate.THERE if digest == export.sha256 else Fate.CHANGED
