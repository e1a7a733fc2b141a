"""The party: relations in both languages, contradictions refused, unknown kept unknown."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.errors import LintasError
from verifier.indicators.age import AgeRange
from verifier.indicators.party import party_of
from verifier.indicators.relation import Relation, relation_of
from verifier.indicators.stated_party import LARGEST_PARTY, TRAVELLER
from verifier.model.journey import Booking, Journey, PartyLink, PartyMember


@pytest.mark.parametrize(
    ("claimed", "expected"),
    [
        ("mother", Relation.PARENT),
        ("  Ibu ", Relation.PARENT),
        ("Orang  Tua", Relation.PARENT),
        ("wali", Relation.GUARDIAN),
        ("paman", Relation.RELATIVE),
        ("pelatih", Relation.TEACHER),
        ("coach", Relation.TEACHER),
        ("", None),
        ("third cousin twice removed", None),
    ],
)
def test_words_of_both_languages(claimed: str, expected: Relation | None) -> None:
    assert relation_of(claimed) is expected


@given(st.sampled_from(Relation))
def test_an_inverse_turns_back_and_keeps_kinship(relation: Relation) -> None:
    assert relation.inverse.inverse is relation
    assert relation.inverse.is_kin is relation.is_kin
    assert relation_of(relation.value) is relation


@pytest.mark.parametrize(
    ("journey", "expected"),
    [
        (Journey(), None),
        (Journey(is_party_complete=True), False),
        (Journey(booking=Booking(group_size=1)), False),
        (Journey(booking=Booking(group_size=2)), None),
        (Journey(party=(PartyMember("a", "mother"),)), True),
        (Journey(party=(PartyMember("a", "wali"),)), True),
        (Journey(party=(PartyMember("a", "uncle"),)), False),
        (Journey(party=(PartyMember("a", "uncle"),), is_party_complete=False), None),
        (Journey(party=(PartyMember("a"),)), None),
        (Journey(party=(PartyMember("a", "uncle"), PartyMember("b", "???"))), None),
        (Journey(party=(PartyMember("a", "uncle"), PartyMember("b", "ayah"))), True),
        (Journey(party=(PartyMember("a"),), party_links=(PartyLink("a", "mother", TRAVELLER),)), True),
        (Journey(party=(PartyMember("a"),), party_links=(PartyLink(TRAVELLER, "child", "a"),)), True),
    ],
)
def test_a_parent_travels_along(journey: Journey, expected: Any) -> None:
    assert party_of(journey, 12).has_parent_or_guardian is expected


def team(children: int, relation: str = "pemain") -> Journey:
    return Journey(party=tuple(PartyMember(f"c{i}", relation, age_years=14) for i in range(children)))


@pytest.mark.parametrize(
    ("journey", "age", "expected"),
    [
        (Journey(), 40, None),
        (team(0), 40, None),
        (team(1), 40, 1),
        (team(14), 40, 14),
        (team(3, "anak"), 40, 0),  # a mother of three, whatever the surnames
        (team(3, "keponakan"), 40, 0),
        (team(3, ""), 40, None),
        (team(3), None, 0),  # nobody is known to be an adult
        (Journey(party=(PartyMember("a", "guru", 30), PartyMember("b", "teman", 14))), 15, 1),
    ],
)
def test_children_who_are_not_family(journey: Journey, age: int | None, expected: int | None) -> None:
    assert party_of(journey, age).unrelated_minors == expected


def test_a_child_points_to_the_adult_with_several() -> None:
    coach, other = PartyMember("coach", "pelatih", 35), PartyMember("b", "teman", 14)
    journey = Journey(party=(coach, other), party_links=(PartyLink("coach", "coach", "b"),))
    assert party_of(journey, 15).unrelated_minors == 2


@pytest.mark.parametrize(
    ("members", "age", "expected"),
    [
        ((("a", "friend", 30), ("b", "friend", 30)), 25, 3),
        ((("a", "husband", 30),), 25, 1),
        ((("a", "friend", 17),), 25, 1),
        ((("a", "friend", 30),), 17, None),
        ((), 25, None),
    ],
)
def test_adults_who_are_not_family(members: Any, age: int, expected: int | None) -> None:
    party = tuple(PartyMember(reference, relation, years) for reference, relation, years in members)
    assert party_of(Journey(party=party), age).unrelated_adults == expected


A, B, C = PartyMember("a"), PartyMember("b"), PartyMember("c")


@pytest.mark.parametrize(
    ("journey", "field"),
    [
        (
            Journey(
                party=(PartyMember("a", age_years=12), PartyMember("b", age_years=12)),
                party_links=(PartyLink("a", "mother", "b"),),
            ),
            "journey.party_links[0]",
        ),
        (
            Journey(
                party=(PartyMember("a", age_years=31), PartyMember("b", age_years=30)),
                party_links=(PartyLink("a", "cucu", "b"),),
            ),
            "journey.party_links[0]",
        ),
        (Journey(party=(A, A)), "journey.party[1].reference"),
        (Journey(party=(PartyMember(TRAVELLER),)), "journey.party[0].reference"),
        (Journey(party=(PartyMember("a", age_years=126),)), "journey.party[0].age_years"),
        (Journey(party=(PartyMember("a", age_years=-1),)), "journey.party[0].age_years"),
        (Journey(party=(A,), party_links=(PartyLink("a", "mother", "z"),)), "journey.party_links[0]"),
        (Journey(party=(A,), party_links=(PartyLink("a", "mother", "a"),)), "journey.party_links[0]"),
        (Journey(party=(A,), party_links=(PartyLink("a", "", TRAVELLER),)), "journey.party_links[0].relation"),
        (Journey(party=(A,), party_links=(PartyLink("a", "xyz", TRAVELLER),)), "journey.party_links[0].relation"),
        (
            Journey(party=(PartyMember("a", "mother"),), party_links=(PartyLink("a", "sibling", TRAVELLER),)),
            "journey.party_links[0]",
        ),
        (
            Journey(party=(A, B), party_links=(PartyLink("a", "parent", "b"), PartyLink("b", "parent", "a"))),
            "journey.party_links[1]",
        ),
        (
            Journey(
                party=(A, B, C),
                party_links=(PartyLink("a", "ibu", "b"), PartyLink("b", "ibu", "c"), PartyLink("c", "ibu", "a")),
            ),
            "journey.party_links",
        ),
        (
            Journey(
                party=(PartyMember("a", "ayah"), B),
                party_links=(PartyLink("b", "kakek", "a"), PartyLink("b", "anak", TRAVELLER)),
            ),
            "journey.party_links",
        ),
    ],
)
def test_a_party_that_contradicts_itself_is_refused_by_field(journey: Journey, field: str) -> None:
    with pytest.raises(LintasError) as caught:
        party_of(journey, 30)
    assert caught.value.fields[0].field == field


@pytest.mark.parametrize(
    ("member", "expected"),
    [
        (PartyMember("a", "mother", age_years=12), True),
        (PartyMember("a", "mother", age_years=30), True),
        (PartyMember("a", "mother", age_years=31), False),
        (PartyMember("a", "child", age_years=31), True),
        (PartyMember("a", "child", age_years=29), False),
        (PartyMember("a", "kakek", age_years=30), True),
        (PartyMember("a", "mother"), None),
        (PartyMember("a", "aunt", age_years=12), None),
        (PartyMember("a", age_years=12), None),
    ],
)
def test_a_document_that_contradicts_a_claim_is_a_finding_and_no_fault(member: PartyMember, expected: Any) -> None:
    journey = Journey(party=(member,))
    assert party_of(journey, 30, sure_ages=(AgeRange(30, 30),)).contradicts_document is expected
    assert party_of(journey, 30).contradicts_document is None  # nobody trusts the record


def test_where_records_leave_the_age_open_nothing_contradicts() -> None:
    journey = Journey(party=(PartyMember("a", "mother", age_years=40),))
    assert party_of(journey, 30, sure_ages=(AgeRange(30, 30), AgeRange(45, 45))).contradicts_document is False


@pytest.mark.parametrize(
    ("relations", "expected"),
    [((), None), (("",), None), (("stranger",), True), (("friend",), False), (("friend", "tidak kenal"), True)],
)
def test_who_denies_knowing_whom(relations: tuple[str, ...], expected: Any) -> None:
    party = tuple(PartyMember(str(i), relation) for i, relation in enumerate(relations))
    assert party_of(Journey(party=party), 30).denies_companion is expected


def test_the_same_word_twice_is_no_contradiction() -> None:
    journey = Journey(party=(PartyMember("a", "mother"),), party_links=(PartyLink(TRAVELLER, "child", "a"),))
    assert party_of(journey, 30).has_parent_or_guardian is True


def test_members_without_reference_are_people_of_their_own() -> None:
    journey = Journey(party=(PartyMember("", "friend", 30), PartyMember("", "friend", 30)))
    assert party_of(journey, 30).unrelated_adults == 3


def test_huge_parties_are_refused_and_large_ones_are_quick() -> None:
    with pytest.raises(LintasError, match="at most 200"):
        party_of(team(LARGEST_PARTY + 1), 30)
    links = tuple(PartyLink("c0", "friend", "c1") for _ in range(1001))
    with pytest.raises(LintasError, match="at most 1000"):
        party_of(Journey(party=(A,), party_links=links), 30)
    assert party_of(team(LARGEST_PARTY), 30).unrelated_minors == LARGEST_PARTY


@given(st.lists(st.tuples(st.integers(0, 5), st.sampled_from(Relation), st.integers(0, 5)), max_size=10))
def test_any_links_are_a_party_or_a_named_fault(links: list[tuple[int, Relation, int]]) -> None:
    journey = Journey(
        party=tuple(PartyMember(str(i)) for i in range(6)),
        party_links=tuple(PartyLink(str(one), relation.value, str(other)) for one, relation, other in links),
    )
    fault = None
    try:
        party = party_of(journey, None)
    except LintasError as error:
        fault = error
    if fault is not None:
        assert fault.fields[0].field.startswith("journey.party_links")
    else:
        assert all(party.relations[(b, a)] is relation.inverse for (a, b), relation in party.relations.items())
