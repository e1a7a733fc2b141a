"""Two travellers with the same facts get the same answer, whoever they are: every rule, present and future.

Every journey goes over the wire first, as from a terminal: a rule that reads a fact which no terminal can send would
find no traveller for whom it fires.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.errors import LintasError
from ledger.text import Text
from tests.verifier.indicators.firing import CHILD, FIRING, NEAR_MISSES, NEEDS_ADVISORY, Case, report
from tests.verifier.indicators.travellers import TODAY, at, found, hit, passport
from tests.verifier.indicators.wire_journey import sent
from verifier import checks
from verifier.indicators.assess import assess
from verifier.indicators.assessment import Assessment, CueSource
from verifier.indicators.catalogue import Advisory
from verifier.indicators.facts import Facts, gather
from verifier.indicators.history import History
from verifier.indicators.policy_folder import load_catalogue
from verifier.model.check import CheckResult
from verifier.model.journey import (
    Booking,
    BookingStatus,
    Direction,
    Journey,
    Leg,
    PartyMember,
    Payer,
    Purpose,
    Visa,
    VisaClass,
)
from verifier.model.presentation import Presentation
from verifier.model.visual_zone import VisualZone
from verifier.mrz.parse import parse
from verifier.rpc.journey import journey_from_wire
from watchlist.entry import Category, EntryState, Grade, Hit, SearchResult, Sex
from watchlist.issuers import IssuerKind, issuers

CATALOGUE = load_catalogue()
ADVISORY = Advisory(
    "ADV-2026-01", frozenset({"XXX"}), date(2026, 11, 1), date(2026, 12, 1), "A", Text(id="Apa?", en="What?")
)
STATES = sorted(code for code, each in issuers().items() if each.kind is IssuerKind.STATE and len(code) == 3)
SURNAMES = ("MUHAMMAD", "SIMATUPANG", "WIJAYA", "NGUYEN", "COHEN", "SINGH", "OKAFOR", "", "SMITH", "LIM", "HUSSEIN")
GIVEN = ("SITI NURHALIZA", "MARIA MAGDALENA", "I MADE", "KETUT", "BUDDHI", "JOHN PAUL", "FATIMAH", "MOSHE", "GURPREET")
RELATIVES = (("mother", "father"), ("husband", "wife"), ("sister", "brother"), ("aunt", "uncle"), ("friend", "teman"))


@dataclass(frozen=True, slots=True)
class Person:
    """Who somebody is: what must make no difference. `other_words` swaps mother and father, pilgrimage and holiday."""

    state: str
    sex: str
    surname: str
    given: str
    birth_place: str
    other_words: bool


PEOPLE = st.builds(
    Person,
    st.sampled_from(STATES),
    st.sampled_from("FM<"),
    st.sampled_from(SURNAMES),
    st.sampled_from(GIVEN),
    st.sampled_from(("", "ACEH", "MANADO", "DENPASAR", "DHAKA", "LAGOS")),
    st.booleans(),
)


def document_of(case: Case, person: Person) -> tuple[tuple[str, str], VisualZone]:
    """This person's document in that case: MRZ and data page."""
    lines = passport(
        surname=person.surname or person.given.replace(" ", "<"),
        given=person.given.replace(" ", "<") if person.surname else "",
        state=person.state,
        sex=person.sex,
        birth=case.birth,
        birth_digits_of=case.birth_digits_of,
        code=case.code,
    )
    page = VisualZone(
        surname=person.surname,
        given_names=person.given,
        nationality=person.state,
        issuing_state=person.state,
        birth_date=case.printed_birth,
        sex=Sex(person.sex) if person.sex != "<" else Sex.UNSPECIFIED,
        birth_place=person.birth_place,
        issue_date=case.issued,
    )
    return lines, page


def facts_about(case: Case, person: Person) -> Facts:
    """The facts gathered where this person is in that case."""
    lines, page = document_of(case, person)
    told = _in_other_words(case.journey) if person.other_words else case.journey
    journey = journey_from_wire(sent(told))
    return gather(
        Presentation(mrz_lines=lines, visual_zone=page, journey=journey, is_retry=case.is_retry),
        today=TODAY,
        record=parse(lines, TODAY),
        checks=case.report,
        search=_about(case.search, person),
        history=case.history,
        advisories=(ADVISORY,),
    )


def _in_other_words(journey: Journey) -> Journey:
    swapped = {one: other for pair in RELATIVES for one, other in (pair, pair[::-1])}
    party = tuple(
        replace(each, claimed_relation=swapped.get(each.claimed_relation, each.claimed_relation))
        for each in journey.party
    )
    purposes = {Purpose.TOURISM: Purpose.RELIGION, Purpose.RELIGION: Purpose.FAMILY, Purpose.FAMILY: Purpose.TOURISM}
    purpose = purposes.get(journey.purpose, journey.purpose) if journey.purpose else None
    return replace(journey, party=party, purpose=purpose)


def _about(search: SearchResult, person: Person) -> SearchResult:
    """The same hits, on entries that carry this person's name, sex and nationality."""

    def about(each: Hit) -> Hit:
        entry = replace(each.entry, nationalities=(person.state,), birth_places=(person.birth_place,))
        evidence = hit(each.entry.category, name=f"{person.given} {person.surname}").comparison.evidence
        return replace(each, entry=entry, comparison=replace(each.comparison, evidence=evidence))

    return replace(search, hits=tuple(about(each) for each in search.hits))


def answer(case: Case, person: Person) -> Assessment:
    """The engine's answer about that person in that case."""
    return assess(facts_about(case, person), CATALOGUE)


ONE = Person("IDN", "F", "SIMATUPANG", "MARIA MAGDALENA", "MEDAN", other_words=False)


def test_every_rule_has_a_traveller_for_whom_it_fires() -> None:
    rules = {each.indicator_id for each in CATALOGUE.indicators.values() if each.rule}
    assert rules == set(FIRING) | {NEEDS_ADVISORY}


@pytest.mark.parametrize("identifier", FIRING)
def test_it_fires_and_would_not_for_somebody_of_whom_nothing_is_known(identifier: str) -> None:
    result = answer(FIRING[identifier], ONE)
    fired = {cue.indicator.indicator_id for cue in (*result.cues, *result.asking) if CueSource.RULE in cue.sources}
    assert identifier in fired
    assert not answer(Case(), ONE).cues


@pytest.mark.parametrize(("identifier", "case"), NEAR_MISSES)
def test_one_step_short_it_stays_silent(identifier: str, case: Case) -> None:
    result = answer(case, ONE)
    assert identifier not in {cue.indicator.indicator_id for cue in (*result.cues, *result.asking)}


def test_every_rule_has_a_near_miss() -> None:
    assert {identifier for identifier, _ in NEAR_MISSES} == (set(FIRING) | {NEEDS_ADVISORY}) - {"TIP-050"}


@pytest.mark.parametrize("identifier", FIRING)
@given(other=PEOPLE)
@settings(max_examples=10)
def test_each_rule_answers_the_same_for_everybody(identifier: str, other: Person) -> None:
    case = FIRING[identifier]
    assert answer(case, other) == answer(case, ONE)


def test_the_route_answers_the_same_for_everybody() -> None:
    case = Case(Journey(Direction.DEPARTURE, legs=(Leg("CGK", "XXX"),)))
    answers = [answer(case, replace(ONE, state=state)) for state in STATES]
    assert {cue.indicator.indicator_id for cue in answers[0].asking} == {NEEDS_ADVISORY}
    assert all(each == answers[0] for each in answers)


MAYBE = st.none() | st.booleans()
MEMBERS = st.builds(
    PartyMember,
    st.just(""),
    st.sampled_from(["", *(word for pair in RELATIVES for word in pair), "coach", "agent", "stranger"]),
    st.none() | st.sampled_from([14, 16, 24]),
    MAYBE,
    MAYBE,
)
BOOKINGS = st.builds(
    Booking,
    st.none() | st.sampled_from([at(1), at(23)]),
    st.none() | st.sampled_from(Payer),
    MAYBE,
    st.none() | st.integers(1, 6),
    status=st.none() | st.sampled_from(BookingStatus),
    is_paid_in_cash=MAYBE,
    is_route_own_choice=MAYBE,
    has_consecutive_documents=MAYBE,
)
ROUNDABOUT = (
    Leg("CGK", "XXX", departs_at=at(24), arrives_at=at(24, 6)),
    Leg("XXX", "YYY", departs_at=at(25), arrives_at=at(25, 6)),
)
JOURNEYS = st.builds(
    Journey,
    direction=st.none() | st.sampled_from(Direction),
    legs=st.sampled_from([(), (Leg("CGK", "XXX", departs_at=at(24)),), ROUNDABOUT]),
    booking=st.none() | BOOKINGS,
    purpose=st.none() | st.sampled_from(Purpose),
    stay_until=st.none() | st.dates(TODAY, date(2027, 6, 1)),
    party=st.lists(MEMBERS, max_size=4).map(tuple),
    officer_cues=st.lists(st.sampled_from(sorted(CATALOGUE.indicators)), max_size=4).map(tuple),
    counter_cues=st.lists(st.sampled_from(sorted(CATALOGUE.counter_indicators)), max_size=2).map(tuple),
    visa=st.none() | st.builds(Visa, st.none() | st.sampled_from(VisaClass), st.none() | st.integers(0, 90)),
    is_party_complete=MAYBE,
    is_placement_registered=MAYBE,
    is_receiver_verified=MAYBE,
    was_deported=MAYBE,
    permitted_until=st.none() | st.dates(date(2026, 10, 1), date(2026, 12, 31)),
    is_passport_issued_far_from_home=MAYBE,
)
COUNTS = st.none() | st.integers(0, 9)
CASES = st.builds(
    Case,
    journey=JOURNEYS,
    birth=st.sampled_from(["800102", "000102", "080102", "091231"]),
    birth_digits_of=st.sampled_from(["", "", "100102"]),
    is_retry=st.booleans(),
    code=st.sampled_from(["P<", "PE", "PP"]),
    report=st.builds(
        report,
        digits=st.sampled_from(CheckResult),
        codes=st.sampled_from(CheckResult),
        page=st.sampled_from(CheckResult),
        chip=st.sampled_from(CheckResult),
    ),
    search=st.lists(
        st.builds(hit, st.sampled_from(Category), st.sampled_from(Grade), st.sampled_from(EntryState)), max_size=2
    ).map(lambda hits: found(*hits)),
    history=st.none()
    | st.builds(History, MAYBE, COUNTS, COUNTS, st.integers(0, 100), COUNTS, MAYBE, COUNTS, MAYBE, COUNTS),
)


def answer_or_fault(case: Case, person: Person) -> Assessment | str:
    """The answer, or the field that was refused: a mother of 14 is refused to everybody alike."""
    try:
        return answer(case, person)
    except LintasError as error:
        return error.fields[0].field


@given(CASES, PEOPLE, PEOPLE)
@settings(max_examples=150)
def test_generated_pairs_answer_the_same(case: Case, one: Person, other: Person) -> None:
    assert answer_or_fault(case, one) == answer_or_fault(case, other)


@given(JOURNEYS)
@settings(max_examples=100)
def test_a_journey_arrives_as_it_was_sent(journey: Journey) -> None:
    assert journey_from_wire(sent(journey)) == journey


@given(PEOPLE)
@settings(max_examples=60)
def test_true_documents_of_anybody_answer_the_same(person: Person) -> None:
    """The real checks on each one's own document, names on the page as in the MRZ."""
    journey = Journey(Direction.DEPARTURE, purpose=Purpose.TOURISM, booking=Booking(is_one_way=True))
    assert _with_own_checks(Case(journey), person) == _with_own_checks(Case(journey), ONE)


def _with_own_checks(case: Case, person: Person) -> Assessment:
    lines, page = document_of(case, person)
    presentation = Presentation(mrz_lines=lines, visual_zone=page)
    own = checks.run(parse(lines, TODAY), presentation, today=TODAY)
    return answer(replace(case, report=own), person)


def test_the_pairs_really_differ() -> None:
    """What the engine is given differs in everything that must not matter."""
    other = Person("NGA", "M", "HUSSEIN", "MOSHE", "LAGOS", other_words=True)
    case = Case(Journey(purpose=Purpose.TOURISM, party=(PartyMember("a", "mother", 50),)), birth=CHILD)
    assert _in_other_words(case.journey).purpose is Purpose.RELIGION
    assert _in_other_words(case.journey).party[0].claimed_relation == "father"
    assert answer(case, ONE) == answer(case, other)


def test_age_is_the_one_thing_about_a_person_that_matters() -> None:
    case = FIRING["TIP-080"]
    assert answer(case, ONE) != answer(replace(case, birth="000102"), ONE)
