"""The port through which reports ask what came of cases: counts only, never a person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Period:
    """Cases examined from `since` up to, not including, `until`."""

    since: datetime
    until: datetime


@dataclass(frozen=True, slots=True)
class IndicatorTally:
    """How one indicator fared over a period; numbers of cases.

    `fired` is in how many cases it stood at all; of these `counted`, `cancelled`, `asking` and `logged` say what became
    of it. `referred`: a person decided REFER or PROTECT, or an outcome was recorded. `possible`, `actual`, `refuted`:
    the last outcome of those cases; what was referred and has none is open.
    """

    indicator_id: str
    fired: int = 0
    counted: int = 0
    cancelled: int = 0
    asking: int = 0
    logged: int = 0
    by_rule: int = 0
    referred: int = 0
    possible: int = 0
    actual: int = 0
    refuted: int = 0

    @property
    def helped(self) -> int:
        """Cases in which there was something to it."""
        return self.possible + self.actual

    @property
    def settled(self) -> int:
        """Cases of which the outcome is known."""
        return self.helped + self.refuted

    @property
    def is_open(self) -> int:
        """Referred, and nobody said yet what came of it."""
        return max(self.referred - self.settled, 0)


@dataclass(frozen=True, slots=True)
class Funnel:
    """From crossings to confirmed cases over a period; numbers of cases, of outcomes by their last word."""

    examined: int = 0
    advised_refer: int = 0
    advised_protect: int = 0
    referred: int = 0
    with_outcome: int = 0
    possible: int = 0
    actual: int = 0
    refuted: int = 0


@dataclass(frozen=True, slots=True)
class Workload:
    """Records of protection made in a period, by kind and coded state; numbers of records.

    States: call-backs `settling`, `alarming`, `open`; referrals `sent`, `acknowledged`, `declined`; outcomes
    `possible`, `actual`, `not`; tips as in `TipState`.
    """

    call_backs: Mapping[str, int]
    referrals: Mapping[str, int]
    outcomes: Mapping[str, int]
    tips: Mapping[str, int]


class Feedback(Protocol):
    """Counts over recorded cases and outcomes."""

    def tallies(self, period: Period) -> tuple[IndicatorTally, ...]:
        """One for each indicator that stood in a case of the period, by id."""

    def funnel(self, period: Period) -> Funnel:
        """Over all cases of the period."""

    def workload(self, period: Period) -> Workload:
        """Records made in the period."""

    def minutes_kept(self, period: Period) -> Mapping[str, tuple[int, ...]]:
        """How long people were kept at secondary inspection, in minutes and ascending, by what came of it.

        Of outcomes recorded in the period that say so; what false referrals cost the people concerned.
        """
