"""The assessment: its laws, its parts, and what one more fact would change."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.errors import LintasError
from ledger.text import Text
from tests.verifier.indicators.travellers import facts_of, found, hit
from verifier.advice.model import AdviceKind
from verifier.advice.protection import ProtectionAssessment
from verifier.indicators.as_advice import as_advice
from verifier.indicators.assess import assess
from verifier.indicators.assessment import Assessment, CueSource
from verifier.indicators.catalogue import Advisory, Catalogue
from verifier.indicators.facts import Facts, known
from verifier.indicators.indicator import Dimension
from verifier.indicators.policy_folder import load_catalogue
from verifier.model.journey import Booking, Direction, Journey, Purpose
from watchlist.entry import Category, Grade

CATALOGUE = load_catalogue()
CUES = st.lists(st.sampled_from(sorted(CATALOGUE.indicators)), max_size=12, unique=True)
COUNTERS = st.lists(st.sampled_from(sorted(CATALOGUE.counter_indicators)), max_size=5, unique=True)
AGES = st.none() | st.integers(5, 60)
DIRECTIONS = st.none() | st.sampled_from([each.value for each in Direction])


def facts(cues: Sequence[str] = (), counters: Sequence[str] = (), /, **values: Any) -> Facts:
    given_values = {name.replace("__", "."): value for name, value in values.items()}
    return Facts(known(given_values), tuple(cues), tuple(counters))


def positive(assessment: Assessment) -> set[Dimension]:
    return {each.dimension for each in assessment.positive}


@given(CUES, COUNTERS, AGES, st.sampled_from(sorted(CATALOGUE.indicators)))
def test_a_cue_more_never_lowers(cues: list[str], counters: list[str], age: int | None, more: str) -> None:
    before = assess(facts(cues, counters, traveller__age_years=age), CATALOGUE)
    after = assess(facts([*cues, more], counters, traveller__age_years=age), CATALOGUE)
    assert positive(after) >= positive(before)
    assert after.kind.weight >= before.kind.weight


@given(CUES, COUNTERS, AGES, st.sampled_from(sorted(CATALOGUE.counter_indicators)))
def test_a_counter_indicator_more_never_raises(
    cues: list[str], counters: list[str], age: int | None, more: str
) -> None:
    before = assess(facts(cues, counters, traveller__age_years=age), CATALOGUE)
    after = assess(facts(cues, [*counters, more], traveller__age_years=age), CATALOGUE)
    assert positive(after) <= positive(before)
    assert after.kind.weight <= before.kind.weight


@given(CUES, COUNTERS, AGES, DIRECTIONS, st.randoms(use_true_random=False))
def test_order_does_not_matter(
    cues: list[str], counters: list[str], age: int | None, direction: str | None, random: Random
) -> None:
    values: dict[str, Any] = {"traveller__age_years": age, "journey__direction": direction}
    one = assess(facts(cues, counters, **values), CATALOGUE)
    other = assess(
        facts(random.sample(cues, len(cues)) * 2, random.sample(counters, len(counters)), **values), CATALOGUE
    )
    assert one == other


@given(CUES, COUNTERS, AGES, DIRECTIONS)
def test_every_named_change_really_changes(
    cues: list[str], counters: list[str], age: int | None, direction: str | None
) -> None:
    values: dict[str, Any] = {"traveller__age_years": age, "journey__direction": direction}
    before = assess(facts(cues, counters, **values), CATALOGUE)
    for result in before.dimensions:
        for change in result.changes:
            more = [change.identifier]
            after = assess(
                facts([*cues, *more], counters, **values)
                if change.becomes_positive
                else facts(cues, [*counters, *more], **values),
                CATALOGUE,
            )
            assert (result.dimension in positive(after)) is change.becomes_positive is not result.is_positive
            assert change.advice is after.kind


@given(CUES, COUNTERS, AGES)
def test_no_single_change_is_left_out(cues: list[str], counters: list[str], age: int | None) -> None:
    """Whatever one counter-indicator would lift is said."""
    before = assess(facts(cues, counters, traveller__age_years=age), CATALOGUE)
    for result in before.positive:
        lifting = {
            each
            for each in CATALOGUE.counter_indicators
            if result.dimension
            not in positive(assess(facts(cues, [*counters, each], traveller__age_years=age), CATALOGUE))
        }
        assert {change.identifier for change in result.changes} == lifting


def test_nobody_without_cues_is_asked_anything() -> None:
    clear = assess(facts_of(Journey(direction=Direction.DEPARTURE)), CATALOGUE)
    assert clear.kind is AdviceKind.CLEAR
    assert (clear.dimensions, clear.questions, clear.handling) == ((), (), ())
    assert as_advice(clear).kind is AdviceKind.CLEAR
    assert not as_advice(clear).reasons


def test_unknown_is_kept_and_never_counts() -> None:
    result = assess(facts(), CATALOGUE)
    assert result.kind is AdviceKind.CLEAR
    missing = {each.indicator.indicator_id: each.missing_facts for each in result.undecided}
    assert missing["TIP-060"] == ("journey.direction", "journey.is_visit", "booking.is_one_way")
    assert set(missing) == {each.indicator_id for each in CATALOGUE.indicators.values() if each.rule}


def test_a_rule_waits_for_the_direction_but_a_person_is_heard() -> None:
    values: dict[str, Any] = {"journey__is_visit": True, "booking__is_one_way": True}
    assert not assess(facts(**values), CATALOGUE).cues
    leaving = assess(facts(journey__direction="departure", **values), CATALOGUE)
    assert [(cue.indicator.indicator_id, cue.sources) for cue in leaving.cues] == [
        ("TIP-060", frozenset({CueSource.RULE}))
    ]
    arriving = facts(["TIP-060"], journey__direction="arrival", **values)
    assert [cue.sources for cue in assess(arriving, CATALOGUE).cues] == [frozenset({CueSource.PERSON})]


def test_a_cue_seen_by_rule_and_person_counts_once() -> None:
    both = facts(["TIP-080", "TIP-084"], traveller__age_years=15, party__has_parent_or_guardian=False)
    result = assess(both, CATALOGUE)
    assert [cue.indicator.indicator_id for cue in result.cues] == ["TIP-080", "TIP-084"]
    assert result.cues[0].sources == {CueSource.RULE, CueSource.PERSON}
    assert not result.positive


def test_children_need_no_means() -> None:
    cues = ["TIP-011", "TIP-012"]
    adult = assess(facts(cues, traveller__age_years=18), CATALOGUE)
    child = assess(facts(cues, traveller__age_years=17), CATALOGUE)
    (of_adult,), (of_child,) = adult.dimensions, child.dimensions
    assert (of_adult.is_needed, of_child.is_needed) == (True, False)
    assert of_adult.changes
    assert not of_child.changes
    assert not child.questions


def test_debt_weighs_more_for_a_child() -> None:
    """ILO/EC: debt bondage is medium for adults at recruitment and strong for children."""
    cues = ["TIP-021", "TIP-024"]
    assert not assess(facts(cues, traveller__age_years=30), CATALOGUE).positive
    assert positive(assess(facts(cues, traveller__age_years=17), CATALOGUE)) == {Dimension.COERCIVE_RECRUITMENT}


def test_a_route_and_a_likeness_of_names_only_ask() -> None:
    ask = Text(id="Siapa yang menunggu?", en="Who is waiting?")
    advisory = Advisory("ADV-2026-01", frozenset({"XXX"}), date(2026, 1, 1), date(2026, 12, 1), "A", ask)
    values = known(
        {
            "journey.direction": "departure",
            "journey.route_in_advisory": True,
            "hits.only_similar": True,
            "booking.status": "cancelled",
        }
    )
    # two medium cues and these two weak ones: without the cap both dimensions would be positive
    cues = ("TIP-068", "TIP-074")
    result = assess(Facts(values, cues, (), (advisory,)), CATALOGUE)
    assert {cue.indicator.indicator_id for cue in result.asking} == {"TIP-067", "TIP-071"}
    assert result.kind is AdviceKind.CLEAR
    assert ask in result.questions


def test_what_explains_is_asked_first() -> None:
    result = assess(facts(["TIP-014", "TIP-015", "TIP-013"]), CATALOGUE)
    assert result.questions[0] == CATALOGUE.counter_indicators["CTR-03"].question
    everything = assess(facts(tuple(CATALOGUE.indicators)), CATALOGUE)
    assert len(everything.questions) == 6


def test_counter_indicators_cancel_and_are_shown() -> None:
    result = assess(facts(["TIP-083", "TIP-080"], ["CTR-05"]), CATALOGUE)
    assert [cue.indicator.indicator_id for cue in result.cues] == ["TIP-080"]
    assert [(cue.indicator.indicator_id, cue.cancelled_by) for cue in result.cancelled] == [("TIP-083", ("CTR-05",))]
    assert [each.counter_id for each in result.counter_indicators] == ["CTR-05"]


def test_a_counter_indicator_can_be_computed() -> None:
    values: dict[str, Any] = {"journey__direction": "departure", "journey__is_visit": True, "booking__is_one_way": True}
    result = assess(facts(history__returned_trips=2, **values), CATALOGUE)
    assert [cue.cancelled_by for cue in result.cancelled] == [("CTR-06",)]


def test_handling_follows_advice_child_and_cue() -> None:
    def steps(*cues: str, age: int = 30) -> list[str]:
        return [step.step_id for step in assess(facts(cues, traveller__age_years=age), CATALOGUE).handling]

    assert steps("TIP-002") == ["interpreter"]
    assert steps("TIP-120") == ["medical-help"]
    referred = steps("TIP-014", "TIP-015", "TIP-013")
    assert {"separate", "hidden-reason", "interpreter", "hotline"} <= set(referred)
    assert not {"consent", "child-officer", "silent-alert"} & set(referred)
    assert {"consent", "no-blame", "silent-alert"} <= set(steps("TIP-020"))
    assert {"child-officer", "parent-call-back"} <= set(steps("TIP-020", age=15))


def test_protective_alerts_protect() -> None:
    result = assess(facts_of(search=found(hit(Category.VULNERABLE_PERSON, Grade.PROBABLE))), CATALOGUE)
    assert result.kind is AdviceKind.PROTECT
    assert [cue.indicator.indicator_id for cue in result.cues] == ["TIP-072"]


def test_the_advice_repeats_no_personal_data() -> None:
    advice = as_advice(assess(facts(["TIP-020", "TIP-021"]), CATALOGUE))
    assert advice.kind is AdviceKind.PROTECT
    assert advice.reasons[0].en.startswith("Coercion at recruitment: ")
    assert advice.reasons[0].id.startswith("Paksaan saat perekrutan: ")
    assert advice.handling


def test_a_clear_traveller_brings_nothing_into_the_advice() -> None:
    hurt = assess(facts(["TIP-120"]), CATALOGUE)
    assert [step.step_id for step in hurt.handling] == ["medical-help"]
    assert as_advice(hurt) == ProtectionAssessment()


def test_the_policy_is_recorded() -> None:
    result = assess(facts(), CATALOGUE)
    assert (result.policy_version, result.policy_digest) == (CATALOGUE.version, CATALOGUE.digest)


def test_an_evaluatory_indicator_is_logged_without_effect(spoil: Callable[[str, str, str], Path]) -> None:
    text = "observed_by: secondary\n  weight: critical"
    changed = load_catalogue(spoil("coercive_recruitment.yaml", text, f"mode: evaluatory\n  {text}"))
    before, after = (assess(facts(["TIP-020", "TIP-021"]), policy) for policy in (CATALOGUE, changed))
    assert (before.kind, after.kind) == (AdviceKind.PROTECT, AdviceKind.CLEAR)
    assert [cue.indicator.indicator_id for cue in after.logged] == ["TIP-020"]
    assert "TIP-020" not in {change.identifier for each in after.dimensions for change in each.changes}


@pytest.mark.parametrize(
    ("cues", "counters", "field"),
    [
        (["TIP-001", "TIP-999"], [], "journey.officer_cues[1]"),
        (["CTR-01"], [], "journey.officer_cues[0]"),
        ([""], [], "journey.officer_cues[0]"),
        ([], ["CTR-01", "TIP-001"], "journey.counter_cues[1]"),
        (["TIP-001"] * 501, [], "journey.officer_cues"),
    ],
)
def test_unknown_ids_are_refused_by_field(cues: list[str], counters: list[str], field: str) -> None:
    with pytest.raises(LintasError) as caught:
        assess(facts(cues, counters), CATALOGUE)
    assert caught.value.fields[0].field == field


def test_presentation_never_stands_even_where_it_is_all_there_is() -> None:
    result = assess(facts(["TIP-120", "TIP-121", "TIP-122", "TIP-066", "TIP-112"]), CATALOGUE)
    assert result.kind is AdviceKind.CLEAR


def test_the_whole_catalogue_at_once_is_an_answer() -> None:
    journey = Journey(direction=Direction.DEPARTURE, purpose=Purpose.TOURISM, booking=Booking(is_one_way=True))
    everything = replace(
        facts_of(journey), officer_cues=tuple(CATALOGUE.indicators), counter_cues=tuple(CATALOGUE.counter_indicators)
    )
    result = assess(everything, CATALOGUE)
    assert result.kind is AdviceKind.PROTECT
    assert {each for counter in CATALOGUE.counter_indicators.values() for each in counter.cancels} == {
        cue.indicator.indicator_id for cue in result.cancelled
    }


def test_an_empty_policy_clears_everybody() -> None:
    nothing = replace(CATALOGUE, indicators=MappingProxyType({}), counter_indicators=MappingProxyType({}))
    assert isinstance(nothing, Catalogue)
    assert assess(facts(), nothing).kind is AdviceKind.CLEAR


@pytest.mark.parametrize(("age_years", "is_asked"), [(38, False), (26, False), (25, True), (18, True), (None, True)])
def test_the_school_year_is_asked_of_nobody_who_is_surely_grown_up(age_years: int | None, *, is_asked: bool) -> None:
    # a man of 38 with wrong check digits was asked for it
    result = assess(facts(("TIP-041",), traveller__age_years=age_years), CATALOGUE)
    assert CATALOGUE.indicators["TIP-042"].question in result.questions
    assert (CATALOGUE.indicators["TIP-044"].question in result.questions) is is_asked


@given(CUES, COUNTERS, st.integers(26, 60))
def test_nobody_over_25_is_spoken_to_as_a_child(cues: list[str], counters: list[str], age_years: int) -> None:
    grown_up = [each for each in cues if not CATALOGUE.indicators[each].treats_as_child]
    result = assess(facts(grown_up, counters, traveller__age_years=age_years), CATALOGUE)
    words = " ".join(each.id.lower() for each in result.questions)
    assert re.search(r"kamu|\b(ulang tahun|perjalanan|bersama|jemput|sekolah)mu\b", words) is None
