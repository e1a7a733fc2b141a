"""Who may read what, and how it is forgotten.

A class report names nobody and is refused for fewer than three, where it would be about one person after all. An
individual report is for its owner. Other systems get pseudonyms that only the log's salt could tie to a trainee id.
"""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import replace
from typing import Final

from ledger.errors import Fault, LintasError
from simulator.grading.model import TraineeId, Workshop

SMALLEST_CLASS: Final = 3


def require_class(workshop: Workshop) -> None:
    """Raises LintasError (CLASS_TOO_SMALL) for fewer than three trainees."""
    if len(workshop.trainees) < SMALLEST_CLASS:
        raise LintasError(
            Fault.PRECONDITION,
            "CLASS_TOO_SMALL",
            f"a class report needs {SMALLEST_CLASS} trainees or more: with fewer it would be about a person",
        )


def require_owner(reader: TraineeId, owner: TraineeId) -> None:
    """Raises LintasError (NOT_YOURS) unless the reader is the one whom the report is about."""
    if reader != owner:
        raise LintasError(Fault.FORBIDDEN, "NOT_YOURS", "an individual report is for the trainee it is about")


def pseudonym(workshop: Workshop, trainee: TraineeId) -> str:
    """20 hexadecimal characters: HMAC-SHA-256 of the trainee's id under the workshop's salt.

    The same within a course, unrelated between courses; once the salt is gone, nothing leads back.
    """
    return hmac.new(workshop.salt.encode(), trainee.encode(), hashlib.sha256).hexdigest()[:20]


def forget(workshop: Workshop, trainee: TraineeId) -> Workshop:
    """The workshop without anything that this trainee did.

    Raises LintasError (TRAINEE_UNKNOWN) where nothing of them is there, so that a mistyped id is not taken for done.
    """
    left = tuple(attempt for attempt in workshop.attempts if attempt.trainee != trainee)
    if len(left) == len(workshop.attempts):
        raise LintasError(Fault.NOT_FOUND, "TRAINEE_UNKNOWN", "no such trainee in this log")
    return replace(workshop, attempts=left)
