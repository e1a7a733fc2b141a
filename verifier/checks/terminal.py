"""Results that the terminal measured: taken in as they are, once the catalogue knows them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ledger.errors import invalid_field
from verifier.checks.catalogue import catalogue
from verifier.model.check import CheckOutcome, CheckSource


def accepted(outcomes: Sequence[CheckOutcome]) -> tuple[CheckOutcome, ...]:
    """The same outcomes, with the group that the catalogue gives them.

    Raises LintasError naming the field: UNKNOWN_CHECK, CHECK_NOT_TERMINAL (the service computes it itself),
    RESULT_NOT_ALLOWED, CHECK_REPEATED.
    """
    seen: set[str] = set()
    return tuple(_accepted(outcome, index, seen) for index, outcome in enumerate(outcomes))


def _accepted(outcome: CheckOutcome, index: int, seen: set[str]) -> CheckOutcome:
    field = f"terminal_checks[{index}]"
    entry = catalogue().get(outcome.check_id)
    if entry is None:
        raise invalid_field(f"{field}.check_id", "no such check; docs/checks.md lists them", reason="UNKNOWN_CHECK")
    if entry.group is None or entry.computed_by is not CheckSource.TERMINAL:
        raise invalid_field(f"{field}.check_id", "the service computes this check", reason="CHECK_NOT_TERMINAL")
    if outcome.result not in entry.results:
        allowed = ", ".join(sorted(result.value for result in entry.results))
        raise invalid_field(f"{field}.result", f"this check can be {allowed}", reason="RESULT_NOT_ALLOWED")
    if outcome.check_id in seen:
        raise invalid_field(f"{field}.check_id", "this check came twice", reason="CHECK_REPEATED")
    seen.add(outcome.check_id)
    return replace(outcome, group=entry.group, source=CheckSource.TERMINAL)
