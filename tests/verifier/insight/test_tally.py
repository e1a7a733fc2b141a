"""What is counted, and what is not told of small groups."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.verifier.insight.months import START, month
from tests.verifier.people import UTOPIA, case
from verifier.advice.model import AdviceKind
from verifier.case import Case
from verifier.decision import Outcome
from verifier.insight.figures import Grouping, Insight
from verifier.insight.tally import Tally, spread
from verifier.model.presentation import Presentation
from verifier.outcome.feedback import Funnel, Period
from watchlist.entry import Grade

JAKARTA = ZoneInfo("Asia/Jakarta")
PERIOD = Period(START, START + timedelta(days=31))


def told(*cases: Case) -> Insight:
    tally = Tally(JAKARTA)
    for each in cases:
        tally.add(each)
    return tally.insight(PERIOD, Funnel(), ())


@pytest.fixture(scope="module")
def october() -> tuple[Case, ...]:
    return tuple(month())


def test_every_case_is_counted_once(october: tuple[Case, ...]) -> None:
    found = told(*october)
    assert sum(day.examined for day in found.days) == sum(found.by_hour) == len(october)
    assert sum(found.advice.values()) == len(october)
    assert sum(found.outcomes.values()) + found.undecided == len(october)
    assert found.outcomes[Outcome.REFER] == 12
    assert found.undecided == 12


def test_days_and_hours_are_the_posts_own() -> None:
    late = replace(case(0), created_at=START.replace(hour=18, minute=30))
    found = told(late)
    assert [each.day.day for each in found.days] == [2]
    assert found.by_hour[1] == 1


def test_training_documents_are_no_travellers() -> None:
    found = told(case(1, presentation=Presentation(mrz_lines=UTOPIA)))
    assert found.days == ()
    assert found.advice == {}


def test_hits_are_told_by_their_best_grade(october: tuple[Case, ...]) -> None:
    found = told(*october)
    with_hits = [each for each in october if each.examination.search.hits]
    assert with_hits
    assert sum(found.hits.by_grade.values()) == len(with_hits)
    assert found.hits.by_grade[Grade.POSSIBLE] > 0
    sure = [each for each in october if each.examination.advice.kind is AdviceKind.REFER]
    assert found.hits.referred <= len(sure)


def test_small_groups_are_put_together_and_smaller_ones_not_told(october: tuple[Case, ...]) -> None:
    found = told(*october)
    for rate in found.groups:
        assert rate.cases >= 20
        assert rate.decided.low <= rate.decided.value <= rate.decided.high
    assert told(*october[:19]).groups == ()
    sexes = {rate.group: rate.cases for rate in found.groups if rate.grouping is Grouping.SEX}
    assert sum(sexes.values()) == len(october)


def test_the_order_of_cases_changes_nothing(october: tuple[Case, ...]) -> None:
    one, other = told(*october), told(*reversed(october))
    assert (one.days, one.advice, one.hits, one.groups) == (other.days, other.advice, other.hits, other.groups)
    assert one.engine_ms == other.engine_ms


@given(st.lists(st.floats(0, 1e6), max_size=50))
def test_a_spread_lies_within_its_values(values: list[float]) -> None:
    found = spread(values)
    if not values:
        assert found is None
    else:
        assert found is not None
        assert min(values) <= found.median <= found.p95 <= max(values) + 1e-6 * max(values)
