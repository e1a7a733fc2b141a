"""What a report tells, as numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum

from verifier.advice.model import AdviceKind
from verifier.decision import Outcome
from verifier.outcome.feedback import Funnel, Period
from verifier.outcome.performance import Performance, Share
from watchlist.entry import Grade


class Grouping(Enum):
    """By what cases are compared. Who somebody is never raises a result; this shows whether that is kept."""

    SEX = "sex"
    AGE = "age"
    NATIONALITY = "nationality"


@dataclass(frozen=True, slots=True)
class Day:
    """One day at the post, in its own time zone; numbers of cases."""

    day: date
    examined: int
    advised: int  # REFER or PROTECT
    decided: int  # REFER or PROTECT took force


@dataclass(frozen=True, slots=True)
class Spread:
    """Median and 95th percentile of `of` values; None of nothing."""

    median: float
    p95: float
    of: int


@dataclass(frozen=True, slots=True)
class GroupRate:
    """Of all cases of a group, how many were referred: advised by the engine, decided by people; with intervals."""

    grouping: Grouping
    group: str  # F, 18-29, a nationality; '' where unknown, 'other' for groups too small to tell
    cases: int
    advised: Share
    decided: Share


@dataclass(frozen=True, slots=True)
class HitFigures:
    """Cases with hits by their best grade, and what came of those that referred."""

    by_grade: Mapping[Grade, int]
    referred: int  # cases that the engine referred for a hit
    cleared: int  # of these, let go by a person
    excluded_again: int  # cases in which a settled namesake was shown as excluded
    protective: int  # cases with a protective alert


@dataclass(frozen=True, slots=True)
class Insight:
    """One period of one post."""

    period: Period
    days: tuple[Day, ...]
    by_hour: tuple[int, ...]  # 24 numbers, in the post's time zone
    advice: Mapping[AdviceKind, int]
    outcomes: Mapping[Outcome, int]
    undecided: int
    engine_ms: Spread | None
    decision_s: Spread | None  # from the answer to the decision
    failed_checks: Mapping[str, int]
    hits: HitFigures
    stale_answers: int  # given from a list that was stale or expired
    funnel: Funnel
    indicators: tuple[Performance, ...]
    groups: tuple[GroupRate, ...]
