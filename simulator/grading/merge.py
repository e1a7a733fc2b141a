"""Several logs of one course as one workshop: the form before, the practice, the form after."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ledger.errors import invalid_field
from simulator.grading.model import AnswerKey, CaseKey, Workshop


def merge(workshops: Sequence[Workshop]) -> Workshop:
    """One workshop of all attempts in the order given; key, title and salt are the first one's, the day the last one's.

    Raises LintasError: INVALID_FIELD for none, or where two logs disagree on a case's answer key; DECIDED_TWICE where
    they hold the same attempt.
    """
    if not workshops:
        raise invalid_field("log", "one or more")
    cases: dict[CaseKey, AnswerKey] = {}
    for place, workshop in enumerate(workshops):
        for key in workshop.cases:
            if cases.setdefault(key.case, key) != key:
                raise invalid_field(f"log[{place}].cases", f"{key.case} has another answer key in an earlier log")
    return replace(
        workshops[0],
        held_on=max(workshop.held_on for workshop in workshops),
        cases=tuple(cases.values()),
        attempts=tuple(attempt for workshop in workshops for attempt in workshop.attempts),
        exports=tuple(dict.fromkeys(export for workshop in workshops for export in workshop.exports)),
    )
