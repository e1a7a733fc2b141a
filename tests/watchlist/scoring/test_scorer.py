"""Probability, grades and evidence: monotone, blind to order, exact in their sums."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.watchlist.people import person
from watchlist.entry import Comparison, DocumentKey, Entry, Grade, Sex, Subject, SubjectName
from watchlist.names.frequency import information
from watchlist.names.prepared import prepare
from watchlist.partial_date import PartialDate
from watchlist.scoring.model import load_model
from watchlist.scoring.pair_scores import score_pairs
from watchlist.scoring.scorer import Prior, Scorer

KNOWN = information(lambda _: 1, 6000)
SCORER = Scorer(load_model(), lambda name: prepare(name, KNOWN), 6000)
NAME = st.text(st.sampled_from("ABDEIKLMNORSTU "), max_size=30)
BORN = PartialDate(1977, 3, 4)
BUDI = Subject((SubjectName("Budi Hartono Wirawan"),), (BORN,), nationality="IDN")
LISTED = person("x", "BUDI HARTONO WIRAWAN", "1977-03-04", nationalities=("IDN",))


def compared(subject: Subject, entry: Entry) -> Comparison:
    return SCORER.compare(subject, [entry])[0]


def test_the_same_person_is_exact_and_a_namesake_is_not_held_up() -> None:
    assert compared(BUDI, LISTED).grade is Grade.EXACT
    other = compared(replace(BUDI, birth_dates=(PartialDate(1991, 11, 20),)), LISTED)
    assert other.grade is Grade.POSSIBLE
    assert other.probability < 0.1


def test_a_name_alone_is_never_more_than_possible() -> None:
    assert compared(Subject(BUDI.names), LISTED).grade is Grade.POSSIBLE
    assert compared(Subject(BUDI.names, sex=Sex.MALE, nationality="IDN"), LISTED).grade is Grade.POSSIBLE


def test_a_number_is_a_second_identifier() -> None:
    key = DocumentKey("IDN", "X1234567")
    found = compared(Subject(BUDI.names, documents=(key,)), replace(LISTED, documents=(key,)))
    assert found.grade is Grade.EXACT


@given(NAME, NAME, st.sampled_from(["", "1977", "1977-03-04", "1977-04-03", "1978-03-04", "1950-01-01"]))
@settings(deadline=None)
def test_evidence_and_prior_are_the_whole_sum(seen: str, listed: str, born: str) -> None:
    subject = Subject((SubjectName(seen),), (BORN,), nationality="IDN")
    entry = person("x", listed, born, nationalities=("IDN",))
    found = compared(subject, entry)
    assert 0 <= found.probability <= 1
    if 0.001 < found.probability < 1 - 1e-12:
        logit = math.log(found.probability / (1 - found.probability))
        prior = SCORER.prior.nats(6000, SCORER.model.list_size)
        assert sum(each.weight_nats for each in found.evidence) + prior == pytest.approx(logit, abs=1e-6)


@pytest.mark.parametrize(
    ("less", "more"),
    [
        (replace(BUDI, birth_dates=()), BUDI),
        (replace(BUDI, birth_dates=(PartialDate(1977),)), BUDI),
        (replace(BUDI, birth_dates=(PartialDate(1960, 1, 9),)), replace(BUDI, birth_dates=())),
        (replace(BUDI, nationality=""), BUDI),
        (replace(BUDI, nationality="CHL"), replace(BUDI, nationality="")),
        (replace(BUDI, names=(SubjectName("Budi Hartono"),)), BUDI),
        (replace(BUDI, names=(SubjectName("Budi Hartanto Wirawan"),)), BUDI),
        (BUDI, replace(BUDI, sex=Sex.MALE)),
        (replace(BUDI, sex=Sex.FEMALE), BUDI),
        (BUDI, replace(BUDI, birth_place="Surabaya")),
    ],
)
def test_true_evidence_never_lowers_the_score(less: Subject, more: Subject) -> None:
    entry = replace(LISTED, sex=Sex.MALE, birth_places=("Surabaya",))
    assert compared(less, entry).probability <= compared(more, entry).probability


def test_what_is_not_known_says_nothing() -> None:
    found = compared(Subject(BUDI.names), LISTED)
    assert {each.feature: each.weight_nats for each in found.evidence if each.feature != "name"} == {
        "birth_date": 0.0,
        "nationality": 0.0,
    }


@given(st.permutations(["BUDI", "HARTONO", "WIRAWAN"]))
@settings(deadline=None)
def test_the_order_of_words_does_not_matter(words: list[str]) -> None:
    shuffled = replace(BUDI, names=(SubjectName(" ".join(words)),))
    assert compared(shuffled, LISTED).probability == pytest.approx(compared(BUDI, LISTED).probability)


@pytest.mark.parametrize("name", ["", "<<<", "\u200b", "X" * 10_000, "A", "7", "Ж محمد 玉", "(؟)"])
def test_any_name_has_a_result(name: str) -> None:
    found = compared(Subject((SubjectName(name),), (BORN,)), person("x", name, "1977-03-04"))
    assert found.grade in set(Grade) - {Grade.EXCLUDED}


def test_nobody_among_nobody() -> None:
    assert SCORER.compare(Subject(), []) == []
    assert compared(Subject(), person("x", "", "")).grade is Grade.POSSIBLE


def test_the_prior_is_said_and_felt() -> None:
    rare = replace(SCORER, prior=Prior(1 / 1_000_000)).compare(BUDI, [LISTED])[0]
    assert rare.probability < compared(BUDI, LISTED).probability
    long_list = replace(SCORER, list_size=6_000_000).compare(BUDI, [LISTED])[0]
    assert long_list.probability < compared(BUDI, LISTED).probability


def test_a_file_of_pairs_is_scored_in_its_order_whatever_stands_in_it() -> None:
    rows = [
        {"pair_id": "1", "name_a": "MOCH RIZKY PRATAMA", "name_b": "Muhammad Rizki Pratama", "dob_a": "1991"},
        {"pair_id": "2", "name_a": "Zheng De Hua", "name_b": "Zheng Yu Chen", "dob_a": "1953-03-03", "dob_b": "1983"},
        {"name_a": "", "name_b": "", "dob_a": "31/12/1999"},
    ]  # fmt: skip
    same, different, nothing = score_pairs(rows, load_model())
    assert same.probability > 0.5
    assert different.probability < 0.2
    assert (same.pair_id, different.pair_id, nothing.pair_id) == ("1", "2", "3")
    assert nothing.probability < 0.5
    assert list(score_pairs([], load_model())) == []
