"""Assessing again, with what was seen or heard since; nothing is recorded, since nothing was decided."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from typing import Any

from verifier.case import Case
from verifier.engine import HistoryPort
from verifier.indicators.assess import assess
from verifier.indicators.assessment import Assessment
from verifier.indicators.catalogue import Catalogue
from verifier.indicators.facts import Facts, gather
from verifier.indicators.journey_check import check_journey
from verifier.model.journey import Journey
from verifier.model.presentation import Presentation
from verifier.model.visual_zone import VisualZone
from verifier.mrz.parse import parse
from verifier.protection.known_case import known_case
from verifier.store import CaseStore
from watchlist.partial_date import PartialDate


@dataclass(frozen=True, slots=True)
class Question:
    """What is known now. With a case, its document, checks and hits are read again, and the journey is added to it."""

    journey: Journey
    case_id: str = ""
    birth_date: PartialDate | None = None  # where there is no case


class Assessor:
    """The protection track alone."""

    def __init__(
        self,
        *,
        policy: Catalogue,
        cases: CaseStore,
        now: Callable[[], datetime],
        history: HistoryPort | None = None,
    ) -> None:
        """`history` remembers earlier crossings, as for the engine; without it, nothing is known of them."""
        self._policy = policy
        self._history = history
        self._cases = cases
        self._now = now

    @property
    def policy(self) -> Catalogue:
        """The policy in force."""
        return self._policy

    def today(self) -> date:
        """The day at the post."""
        return self._now().date()

    def assess(self, question: Question) -> Assessment:
        """What the indicators say of it.

        Raises LintasError: CASE_UNKNOWN, INDICATOR_UNKNOWN, INVALID_FIELD for a journey that contradicts itself.
        """
        if question.case_id:
            return assess(
                self._facts_of(known_case(self._cases, question.case_id, "case"), question.journey), self._policy
            )
        check_journey(question.journey, self._policy, self.today())
        shown = Presentation(visual_zone=VisualZone(birth_date=question.birth_date), journey=question.journey)
        return assess(gather(shown, today=self.today(), advisories=self._policy.advisories), self._policy)

    def _facts_of(self, case: Case, journey: Journey) -> Facts:
        shown = replace(case.presentation, journey=added(case.presentation.journey, journey))
        # as on the day of the crossing: a stay that has ended since is no contradiction
        day = case.created_at.date()
        check_journey(shown.journey, self._policy, day)
        answered = case.examination
        return gather(
            shown,
            today=day,
            record=answered.record,
            visa=answered.visa_record,
            chip=parse(shown.chip_mrz_lines, day) if shown.chip_mrz_lines else None,
            checks=answered.checks,
            search=answered.search,
            history=self._history.of(shown, answered.record, case.created_at) if self._history else None,
            advisories=self._policy.advisories,
        )


def added(known: Journey, told: Journey) -> Journey:
    """What was told since takes the place of what was known before, field by field; cues add up."""
    nothing = Journey()
    given: dict[str, Any] = {
        each.name: getattr(told, each.name)
        for each in fields(Journey)
        if getattr(told, each.name) != getattr(nothing, each.name)
    }
    for name in ("officer_cues", "counter_cues"):
        given[name] = tuple(dict.fromkeys((*getattr(known, name), *getattr(told, name))))
    return replace(known, **given)
