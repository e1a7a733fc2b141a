"""Counts over cases, one pass, in memory that does not grow with them but for two numbers a case."""

from __future__ import annotations

import statistics
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, tzinfo
from typing import Final

from verifier.advice.model import AdviceKind, Track
from verifier.case import Case
from verifier.decision import Outcome
from verifier.insight.figures import Day, Grouping, GroupRate, HitFigures, Insight, Spread
from verifier.model.check import CheckResult
from verifier.outcome.feedback import Funnel, Period
from verifier.outcome.performance import Performance, wilson
from watchlist.entry import Grade
from watchlist.freshness import Freshness

_REFERS: Final = frozenset({Outcome.REFER, Outcome.PROTECT})
_ADVISES: Final = frozenset({AdviceKind.REFER, AdviceKind.PROTECT})
_SMALLEST_GROUP: Final = 20  # cases; a share of fewer says nothing, and could point at a person
_AGES: Final = ((0, "0-11"), (12, "12-17"), (18, "18-29"), (30, "30-44"), (45, "45-59"), (60, "60+"))
_GRADES: Final = (Grade.EXACT, Grade.PROBABLE, Grade.POSSIBLE, Grade.EXCLUDED)


class Tally:
    """Add cases, then ask for the figures. Training specimens are left out: they are no travellers."""

    def __init__(self, zone: tzinfo) -> None:
        self._zone = zone
        self._days: defaultdict[date, Counter[str]] = defaultdict(Counter)
        self._hours = [0] * 24
        self._advice: Counter[AdviceKind] = Counter()
        self._outcomes: Counter[Outcome] = Counter()
        self._undecided = 0
        self._engine_ms: list[float] = []
        self._decision_s: list[float] = []
        self._failed: Counter[str] = Counter()
        self._grades: Counter[Grade] = Counter()
        self._hits: Counter[str] = Counter()
        self._stale = 0
        self._groups: defaultdict[tuple[Grouping, str], Counter[str]] = defaultdict(Counter)

    def add(self, case: Case) -> None:
        """Count one case."""
        if case.examination.is_specimen:
            return
        advised = case.examination.advice.kind in _ADVISES
        decided = any(each.is_in_force and each.outcome in _REFERS for each in case.decisions)
        local = case.created_at.astimezone(self._zone)
        counted = {"examined": 1, "advised": int(advised), "decided": int(decided)}
        self._days[local.date()].update(counted)
        self._hours[local.hour] += 1
        self._advice[case.examination.advice.kind] += 1
        self._engine_ms.append(case.examination.provenance.elapsed_ms)
        self._count_decision(case)
        self._failed.update(
            check.check_id for check in case.examination.checks.outcomes if check.result is CheckResult.FAILED
        )
        self._count_hits(case)
        age = case.examination.provenance.watchlist_age
        self._stale += age is not None and age.freshness is not Freshness.FRESH
        for grouping, group in _groups_of(case).items():
            self._groups[grouping, group].update(counted)

    def _count_decision(self, case: Case) -> None:
        outcome = case.outcome
        if outcome is None:
            self._undecided += 1
            return
        self._outcomes[outcome] += 1
        first = min(each.decided_at for each in case.decisions)
        self._decision_s.append((first - case.created_at).total_seconds())

    def _count_hits(self, case: Case) -> None:
        hits = case.examination.search.hits
        grades = {hit.comparison.grade for hit in hits if not hit.entry.category.is_protective}
        if best := next((grade for grade in _GRADES if grade in grades), None):
            self._grades[best] += 1
        reasons = [each for each in case.examination.advice.reasons if each.track is Track.WATCHLIST]
        is_referred = any(each.kind is AdviceKind.REFER for each in reasons)
        self._hits["referred"] += is_referred
        self._hits["cleared"] += is_referred and case.outcome is Outcome.CLEAR
        self._hits["excluded"] += Grade.EXCLUDED in grades
        self._hits["protective"] += any(hit.entry.category.is_protective for hit in hits)

    def insight(self, period: Period, funnel: Funnel, indicators: Sequence[Performance]) -> Insight:
        """All figures."""
        return Insight(
            period=period,
            days=tuple(
                Day(day, counts["examined"], counts["advised"], counts["decided"])
                for day, counts in sorted(self._days.items())
            ),
            by_hour=tuple(self._hours),
            advice=dict(self._advice),
            outcomes=dict(self._outcomes),
            undecided=self._undecided,
            engine_ms=spread(self._engine_ms),
            decision_s=spread(self._decision_s),
            failed_checks=dict(self._failed.most_common()),
            hits=HitFigures(
                dict(self._grades),
                self._hits["referred"],
                self._hits["cleared"],
                self._hits["excluded"],
                self._hits["protective"],
            ),
            stale_answers=self._stale,
            funnel=funnel,
            indicators=tuple(indicators),
            groups=tuple(self._rates()),
        )

    def _rates(self) -> Iterable[GroupRate]:
        for grouping in Grouping:
            merged: defaultdict[str, Counter[str]] = defaultdict(Counter)
            for (kind, group), counts in self._groups.items():
                if kind is grouping:
                    is_small = counts["examined"] < _SMALLEST_GROUP
                    merged["other" if is_small else group].update(counts)
            for group, counts in sorted(merged.items(), key=lambda each: (-each[1]["examined"], each[0])):
                cases = counts["examined"]
                advised, decided = wilson(counts["advised"], cases), wilson(counts["decided"], cases)
                if advised is not None and decided is not None and cases >= _SMALLEST_GROUP:
                    yield GroupRate(grouping, group, cases, advised, decided)


def spread(values: Sequence[float]) -> Spread | None:
    """Median and 95th percentile (inclusive); None of nothing."""
    if not values:
        return None
    if len(values) == 1:
        return Spread(values[0], values[0], 1)
    median = statistics.median(values)
    # of equal values the interpolation may lie one bit below them
    p95 = max(median, statistics.quantiles(values, n=20, method="inclusive")[-1])
    return Spread(median, p95, len(values))


def _groups_of(case: Case) -> dict[Grouping, str]:
    record, page = case.examination.record, case.presentation.visual_zone
    sex = (record.sex if record else None) or page.sex
    nationality = (record.value("nationality") if record else "") or page.nationality
    return {
        Grouping.SEX: sex.value if sex else "",
        Grouping.AGE: _age_band(case),
        Grouping.NATIONALITY: nationality,
    }


def _age_band(case: Case) -> str:
    record, page = case.examination.record, case.presentation.visual_zone
    born = page.birth_date or (record.birth_dates[0] if record and record.birth_dates else None)
    if born is None or not born.year:
        return ""
    day = case.created_at.date()
    age = day.year - born.year - ((day.month, day.day) < (born.month or 1, born.day or 1))
    return next((name for least, name in reversed(_AGES) if age >= least), "")
