"""A month at an invented post, through the real engine, without images."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from tests.verifier.people import OFFICER, SECOND, engine, plenty
from verifier.case import Case, Decision
from verifier.decision import Outcome
from verifier.engine import Request
from verifier.model.journey import Direction, Journey
from verifier.model.presentation import Presentation
from verifier.model.visual_zone import VisualZone
from watchlist.entry import Action, Category, Entry, EntryKind, ListedName, Sex
from watchlist.partial_date import PartialDate

START = datetime(2026, 10, 1, tzinfo=UTC)
LISTED = Entry(
    entry_id="bans:1",
    list_id="bans",
    kind=EntryKind.PERSON,
    category=Category.TRAVEL_BAN,
    action=Action.REFUSE_DEPARTURE,
    authority="A",
    provenance="test",
    names=(ListedName("SITI AMINAH"),),
    birth_dates=(PartialDate(1990, 5, 6),),
)
_NAMES = ("BUDI SANTOSO", "SITI AMINAH", "AGUS WIJAYA", "DEWI LESTARI", "RINA WATI")


def month(count: int = 120, seed: int = 1) -> Iterator[Case]:
    """Cases from the first to the thirtieth of October 2026, some referred, some decided by two."""
    made = random.Random(seed)
    house = engine(LISTED)
    for number in range(count):
        at = START + timedelta(minutes=made.randrange(30 * 24 * 60))
        given, surname = _NAMES[number % len(_NAMES)].split()
        page = VisualZone(
            surname=surname,
            given_names=given,
            birth_date=PartialDate(1955 + number % 60, 5, 6),
            sex=(Sex.FEMALE, Sex.MALE)[number % 2],
            nationality=("IDN", "MYS", "SGP")[number % 3 if number % 7 else 2],
            document_number=f"X{number:07d}",
            issuing_state="IDN",
        )
        shown = Presentation(visual_zone=page, journey=Journey(direction=Direction.DEPARTURE))
        examined = house.examine(shown, Request(at, plenty))
        case = Case(f"{number:08d}-0000-0000-0000-000000000000", at, OFFICER, shown, examined)
        yield _decided(case, number)


def _decided(case: Case, number: int) -> Case:
    if number % 10 == 9:
        return case
    outcome = Outcome.REFER if number % 10 == 3 else Outcome.PROTECT if number % 40 == 5 else Outcome.CLEAR
    decision = Decision(f"d-{number}", outcome, OFFICER, case.created_at + timedelta(seconds=20 + number % 30))
    if outcome is Outcome.PROTECT:
        decision = replace(decision, second_person=SECOND, confirmed_at=decision.decided_at)
    return case.decided(decision)
