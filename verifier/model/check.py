"""The result of one document check in the terms of BSI TR-03135 v2.5."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from ledger.text import Text


class CheckResult(Enum):
    """The five results of TR-03135. `aborted` is never evidence of anything."""

    SUCCESSFUL = "successful"
    FAILED = "failed"
    UNDETERMINED = "undetermined"
    NOT_SUPPORTED = "not_supported"
    ABORTED = "aborted"


_PRECEDENCE = (CheckResult.FAILED, CheckResult.ABORTED, CheckResult.UNDETERMINED, CheckResult.SUCCESSFUL)


def aggregate(results: Iterable[CheckResult]) -> CheckResult:
    """One result for a group: failed > aborted > undetermined > successful > not supported.

    Source: TR-03135, Tables 5.44 and 5.55.
    """
    seen = set(results)
    return next((result for result in _PRECEDENCE if result in seen), CheckResult.NOT_SUPPORTED)


class CheckGroup(Enum):
    """The groups that TR-03135 aggregates."""

    OPTICAL = "optical"
    ELECTRONIC = "electronic"
    COMBINED = "combined"
    SEAL = "seal"


class CheckSource(Enum):
    """Who came to the result: the service computed it, or the terminal measured and reported it."""

    SERVICE = "service"
    TERMINAL = "terminal"


@dataclass(frozen=True, slots=True)
class CheckOutcome:
    """One check: stable id of the catalogue (`combined.expiry`), result, and why, in both languages.

    `fields` names the MRZ or visual-zone fields concerned (`birth_date`), for the screen to mark; values stay out.
    `is_evaluatory` outcomes are logged but never count (TR-03135 mode e).
    """

    check_id: str
    group: CheckGroup
    result: CheckResult
    reasons: tuple[Text, ...] = ()
    fields: tuple[str, ...] = ()
    source: CheckSource = CheckSource.SERVICE
    is_evaluatory: bool = False


@dataclass(frozen=True, slots=True)
class CheckReport:
    """All outcomes with the derived results: one a group, and one overall (failed if any group failed)."""

    outcomes: tuple[CheckOutcome, ...]
    groups: tuple[tuple[CheckGroup, CheckResult], ...]
    overall: CheckResult

    def outcome(self, check_id: str) -> CheckOutcome | None:
        """The outcome with that id, or None where the check did not run."""
        return next((outcome for outcome in self.outcomes if outcome.check_id == check_id), None)
