"""From a scenario's fixture to a watchlist entry."""

from __future__ import annotations

from typing import Final

from simulator.scenario.fixture import Fixture
from watchlist.entry import DocumentKey, Entry, ListedName
from watchlist.partial_date import PartialDate

LIST_ID: Final = "exercise"


def entry_of(fixture: Fixture) -> Entry:
    """The entry; its id is the fixture's key."""
    return Entry(
        entry_id=fixture.key,
        list_id=LIST_ID,
        kind=fixture.kind,
        category=fixture.category,
        action=fixture.action,
        authority=fixture.authority,
        provenance="invented for an exercise",
        names=tuple(ListedName(name) for name in fixture.names),
        birth_dates=(PartialDate.parse(fixture.dob),) if fixture.dob else (),
        birth_places=(fixture.birth_place,) if fixture.birth_place else (),
        sex=fixture.sex,
        nationalities=(fixture.nationality,) if fixture.nationality else (),
        documents=tuple(DocumentKey(each.issuer, each.number) for each in fixture.documents),
        identity_numbers=fixture.identity_numbers,
        remarks=fixture.remarks,
        valid_from=fixture.valid_from,
        valid_until=fixture.valid_until,
    )
