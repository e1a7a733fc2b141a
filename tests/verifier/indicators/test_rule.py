"""The rule language: three-valued truth, and what a rule may not say."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any as Anything

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from ledger.errors import LintasError
from verifier.indicators.marked_yaml import parse
from verifier.indicators.policy_folder import load_catalogue
from verifier.indicators.protected import protected_attribute
from verifier.indicators.rule import Rule
from verifier.indicators.rule_text import read_rule
from verifier.indicators.truth import Truth
from verifier.indicators.vocabulary import VOCABULARY

T, F, U = Truth.TRUE, Truth.FALSE, Truth.UNKNOWN
ONE_WAY, DEPORTED = "booking.is_one_way", "journey.was_deported"


def rule(text: str) -> Rule:
    document = parse("rules.yaml", text)
    return read_rule(document, (), document.data)


@pytest.mark.parametrize(
    ("one", "other", "both", "either"),
    [
        (True, True, T, T),
        (True, False, F, T),
        (False, False, F, F),
        (True, None, U, T),
        (False, None, F, U),
        (None, None, U, U),
    ],
)
def test_kleene(one: Anything, other: Anything, both: Truth, either: Truth) -> None:
    facts = {name: value for name, value in ((ONE_WAY, one), (DEPORTED, other)) if value is not None}
    parts = f"[{{{ONE_WAY}: true}}, {{{DEPORTED}: true}}]"
    assert rule(f"all: {parts}").truth(facts) is both
    assert rule(f"any: {parts}").truth(facts) is either
    # de Morgan
    negated = f"[{{not: {{{ONE_WAY}: true}}}}, {{not: {{{DEPORTED}: true}}}}]"
    assert rule(f"not: {{any: {negated}}}").truth(facts) is both


@pytest.mark.parametrize(
    ("text", "value", "expected"),
    [
        ("traveller.age_years: {at_most: 17}", 17, T),
        ("traveller.age_years: {at_most: 17}", 18, F),
        ("traveller.age_years: {at_least: 18}", 18, T),
        ("traveller.age_years: {at_least: 18}", 17, F),
        ("traveller.age_years: 0", 0, T),
        ("booking.payer: {one_of: [companion, other]}", "other", T),
        ("booking.payer: {one_of: [companion, other]}", "self", F),
        ("booking.payer: {not_one_of: [companion, other]}", "self", T),
        ("booking.payer: companion", "companion", T),
        ("booking.is_one_way: false", False, T),
    ],
)
def test_conditions(text: str, value: Anything, expected: Truth) -> None:
    (name,) = rule(text).facts_named()
    assert rule(text).truth({name: value}) is expected
    assert rule(text).truth({}) is U


@pytest.mark.parametrize(
    "text",
    [
        "{}",
        "[]",
        "true",
        "null",
        "all: []",
        "all: {booking.is_one_way: true}",
        "any: []",
        "{booking.is_one_way: true, journey.was_deported: true}",
        "booking.is_one_wya: true",
        "booking.is_one_way: 1",
        "booking.is_one_way: 'true'",
        "booking.is_one_way: {at_least: 1}",
        "booking.payer: uncle",
        "booking.payer: {at_most: self}",
        "booking.payer: [self]",
        "booking.payer: {one_of: [[self]]}",
        "booking.payer: {one_of: []}",
        "booking.payer: {one_of: self}",
        "booking.payer: {is: self, one_of: [self]}",
        "traveller.age_years: true",
        "traveller.age_years: {at_most: 17.5}",
        "traveller.age_years: {one_of: [17]}",
        "traveller.age_years: {below: 18}",
        "traveller.age_years: [17]",
        "{not: " * 12 + "{booking.is_one_way: true}" + "}" * 12,
    ],
)
def test_a_rule_that_makes_no_sense_is_refused(text: str) -> None:
    with pytest.raises(LintasError, match=r"rules\.yaml:1") as caught:
        rule(text)
    assert caught.value.reason == "POLICY_INVALID"


KEYS = st.sampled_from(["all", "any", "not", ONE_WAY, "booking.payer", "x"])
NONSENSE = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=2),
    max_leaves=8,
)


@given(NONSENSE)
def test_any_text_is_a_rule_or_a_named_fault(data: Anything) -> None:
    fault = None
    try:
        found = rule(yaml.safe_dump(data))
    except LintasError as error:
        fault = error
    if fault is None:
        assert set(found.facts_named()) <= set(VOCABULARY)
    else:
        assert fault.reason in {"POLICY_INVALID", "PROTECTED_ATTRIBUTE"}
        assert "rules.yaml:" in fault.fields[0].field


PROTECTED = [
    "traveller.nationality: IDN",
    "document.issuing_state: IDN",
    "traveller.country: IDN",
    "traveller.sex: F",
    "traveller.gender: female",
    "traveller.jenis_kelamin: P",
    "traveller.ethnicity: x",
    "traveller.suku: x",
    "traveller.religion: x",
    "traveller.agama: x",
    "traveller.surname: x",
    "traveller.name_length: {at_most: 1}",
    "traveller.dress: x",
    "traveller.disability: true",
    "traveller.language: x",
    "journey.purpose: religion",
    "booking.payer: {one_of: [self, religion]}",
]


@pytest.mark.parametrize("condition", PROTECTED)
def test_who_somebody_is_cannot_be_said(condition: str, tmp_path: Path, spoil: Callable[[str, str, str], Path]) -> None:
    with pytest.raises(LintasError):
        rule(condition)
    folder = spoil("facilitator.yaml", "  weight: weak\n", f"  weight: weak\n  rule:\n    {condition}\n")
    line = (folder / "facilitator.yaml").read_text().split(condition)[0].count("\n") + 1
    with pytest.raises(LintasError) as caught:
        load_catalogue(folder)
    if "purpose" not in condition:
        assert caught.value.reason == "PROTECTED_ATTRIBUTE"
    assert caught.value.fields[0].field.startswith(f"facilitator.yaml:{line}: indicators[2].rule.")


def test_it_cannot_be_hidden_inside_a_rule() -> None:
    with pytest.raises(LintasError) as caught:
        rule(f"all:\n- {ONE_WAY}: true\n- any:\n  - {DEPORTED}: true\n  - not:\n      traveller.sex: F\n")
    assert caught.value.reason == "PROTECTED_ATTRIBUTE"
    assert "rules.yaml:6" in caught.value.fields[0].field


def test_no_word_of_the_language_speaks_of_who_somebody_is() -> None:
    for fact in VOCABULARY.values():
        assert protected_attribute(fact.name) is None
        assert all(protected_attribute(choice) is None for choice in fact.choices)
