"""What an answer key, an attempt and a workshop refuse, and how they travel as JSON."""

from __future__ import annotations

import json
import math
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.errors import LintasError
from ledger.text import Text
from simulator.grading.codec import MAX_BYTES, from_json, to_json
from simulator.grading.grades import grade
from simulator.grading.model import (
    CaseKey,
    Form,
    GradedDecision,
    Harm,
    HarmKey,
    Indicator,
    IndicatorKey,
    PairSide,
    Seat,
)
from tests.simulator.grading.builders import INNOCENT, RELEASED, VICTIM, attempt, cite, pair, workshop
from verifier.decision import Outcome

FULL = workshop(
    [
        attempt(
            confidence=0.8,
            citations=cite("debt", ""),
            harms=(RELEASED,),
            used_s=61.5,
            seat=Seat.PRIMARY,
            form=Form.PRE,
            pair=pair("p1", PairSide.ORIGINAL),
            reason="Utang",
        ),
        attempt(Outcome.CLEAR, case=INNOCENT.case),
        attempt(None, case=INNOCENT.case, form=Form.POST),
    ],
    [replace(VICTIM, title=Text(id="Korban", en="Victim")), INNOCENT],
)


@pytest.mark.parametrize(
    ("build", "field"),
    [
        (lambda: attempt(confidence=1.01), "confidence"),
        (lambda: attempt(confidence=math.nan), "confidence"),
        (lambda: attempt(used_s=-1), "used_s"),
        (lambda: attempt(trainee=""), "trainee"),
        (lambda: attempt(trainee="a\nb"), "trainee"),
        (lambda: GradedDecision(Outcome.CLEAR, 1.5), "credit"),
        (lambda: Indicator(IndicatorKey("x"), 0), "indicator.weight"),
        (lambda: Harm(HarmKey("x"), 2), "harm.penalty"),
        (lambda: replace(VICTIM, decisions=VICTIM.decisions * 2), "decisions"),
        (lambda: replace(VICTIM, indicators=VICTIM.indicators * 2), "indicators"),
        (lambda: replace(VICTIM, difficulty_logit=9), "difficulty_logit"),
        (lambda: replace(FULL, salt="short"), "salt"),
        (lambda: replace(FULL, cases=(VICTIM, VICTIM)), "cases"),
        (lambda: workshop([attempt(case=CaseKey("other"))]), "attempts[0].case"),
        (lambda: workshop([attempt(), attempt(Outcome.CLEAR)]), "attempts[1]"),
    ],
)
def test_what_is_out_of_range_or_twice_is_refused_by_field(build: Any, field: str) -> None:
    with pytest.raises(LintasError) as caught:
        build()
    assert caught.value.fields[0].field == field


def test_two_decisions_on_one_case_are_a_conflict_unless_the_form_or_seat_differs() -> None:
    with pytest.raises(LintasError, match="already has an attempt") as caught:
        workshop([attempt(), attempt(Outcome.CLEAR)])
    assert caught.value.reason == "DECIDED_TWICE"
    assert len(workshop([attempt(), attempt(form=Form.PRE), attempt(seat=Seat.SECONDARY)]).attempts) == 3


def test_json_brings_everything_back() -> None:
    assert from_json(to_json(FULL)) == FULL
    assert to_json(from_json(to_json(FULL).encode())) == to_json(FULL)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        (lambda log: log["attempts"][0].update(confidense=1), "attempts.0.confidense"),
        (lambda log: log["attempts"][0].update(decision="hurl"), "attempts.0.decision"),
        (lambda log: log["cases"][0].pop("is_signal"), "cases.0.is_signal"),
        (lambda log: log["attempts"][0]["citations"][0].update(facts=["one"]), "attempts.0.citations.0.facts.1"),
    ],
)
def test_a_wrong_field_is_named_and_its_value_is_not(change: Any, field: str) -> None:
    log = json.loads(to_json(FULL))
    change(log)
    with pytest.raises(LintasError) as caught:
        from_json(json.dumps(log))
    assert caught.value.reason == "WORKSHOP_MALFORMED"
    assert caught.value.fields[0].field == field
    assert "hurl" not in caught.value.message


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "[" * 100_000, '{"key": 1}', b"\xff\xfe"])
def test_what_is_no_workshop_is_refused(text: str | bytes) -> None:
    with pytest.raises(LintasError) as caught:
        from_json(text)
    assert caught.value.reason == "WORKSHOP_MALFORMED"


def places_in(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Paths to everything inside a JSON value."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(place for key, each in inner for place in places_in(each, (*path, key)))]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


@settings(max_examples=300)
@given(st.data())
def test_a_log_with_anything_anywhere_is_a_workshop_or_a_clear_refusal(data: st.DataObject) -> None:
    log = json.loads(to_json(FULL))
    place = data.draw(st.sampled_from(places_in(log)[1:]))
    holder = log
    for key in place[:-1]:
        holder = holder[key]
    holder[place[-1]] = data.draw(JSON)
    refused = None
    try:
        grade(from_json(json.dumps(log)))
    except LintasError as error:
        refused = error
    assert refused is None or refused.reason in {"WORKSHOP_MALFORMED", "INVALID_FIELD", "DECIDED_TWICE"}
    assert refused is None or refused.fields


def test_a_log_that_is_too_large_is_refused_unread() -> None:
    with pytest.raises(LintasError) as caught:
        from_json(" " * (MAX_BYTES + 1))
    assert caught.value.reason == "TOO_LARGE"
