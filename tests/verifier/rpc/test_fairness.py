"""Matched pairs through the whole line: the request of a terminal, real checks, the engine; two people, one answer."""

from __future__ import annotations

import pytest
from google.type.date_pb2 import Date
from hypothesis import given, settings

from lintas.v1 import verification_pb2 as wire
from tests.verifier.indicators.firing import FIRING, Case
from tests.verifier.indicators.test_matched_pairs import ONE, PEOPLE, Person, _in_other_words, document_of
from tests.verifier.indicators.wire_journey import sent
from tests.verifier.people import NOW, NoReader, plenty
from verifier.engine import Engine, Request
from verifier.indicators.outline import ProtectionOutline
from verifier.indicators.policy_folder import load_catalogue
from verifier.rpc.presentation import presentation_from_wire
from watchlist.search import Searcher

ENGINE = Engine(reading=NoReader(), watchlist=Searcher(()), version="test", own_state="IDN", policy=load_catalogue())
# those that need what only a list, a history or a spoilt document can say are held in test_matched_pairs
FROM_A_TERMINAL = {
    identifier: case
    for identifier, case in FIRING.items()
    if case == Case(case.journey, case.birth, case.birth_digits_of, case.printed_birth, case.issued, case.code,
                    case.is_retry, case.report) and not case.report.outcomes
}  # fmt: skip


def outline(case: Case, person: Person) -> ProtectionOutline:
    """What the service would record of this person in that case."""
    lines, page = document_of(case, person)
    zone = wire.VisualZone(birth_place=person.birth_place)
    if case.issued is not None:
        zone.issue_date.CopyFrom(Date(year=case.issued.year, month=case.issued.month, day=case.issued.day))
    told = _in_other_words(case.journey) if person.other_words else case.journey
    request = wire.ExamineRequest(mrz_lines=lines, visual_zone=zone, journey=sent(told), retry=case.is_retry)
    examined = ENGINE.examine(presentation_from_wire(request), Request(NOW, plenty))
    assert page.birth_place == person.birth_place
    assert examined.protection is not None
    return examined.protection


def test_most_rules_can_be_reached_by_a_terminal() -> None:
    assert len(FROM_A_TERMINAL) >= 15


@pytest.mark.parametrize("identifier", FROM_A_TERMINAL)
def test_it_fires_for_what_a_terminal_sends(identifier: str) -> None:
    assert identifier in {cue.indicator_id for cue in outline(FROM_A_TERMINAL[identifier], ONE).cues}


@pytest.mark.parametrize("identifier", FROM_A_TERMINAL)
@given(other=PEOPLE)
@settings(max_examples=8)
def test_two_people_with_the_same_facts_get_the_same_answer(identifier: str, other: Person) -> None:
    case = FROM_A_TERMINAL[identifier]
    assert outline(case, other) == outline(case, ONE)
