"""Planted rings of eight kinds, none of them perfect: keys are missing, some travellers come back, some are few."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

import numpy as np

from verifier.patterns.synthetic.columns import ARRIVAL, DEFERRED, UNKNOWN, Array, Columns, Ints, keys, some
from verifier.patterns.synthetic.places import PORTS, Places, popular, ports
from verifier.patterns.synthetic.travellers import DAY_S, YEAR_DAYS

Planted = Callable[[np.random.Generator, Columns, Places, Ints, int], None]


def _members(rng: np.random.Generator, rings: Ints, least: int, most: int) -> tuple[Array, Ints]:
    """For each victim the index of the ring, and its number."""
    at = np.repeat(np.arange(len(rings)), rng.integers(least, most + 1, len(rings)))
    return at, rings[at]


def _spread(rng: np.random.Generator, at: Array, start_s: int, days: tuple[int, int], last_day: int) -> Ints:
    """Departures of each ring within a stretch of its own of so many days."""
    count = int(at.max(initial=-1)) + 1
    length = rng.uniform(*days, count)
    first = rng.uniform(70, last_day - length)
    return start_s + ((first[at] + rng.random(len(at)) * length[at]) * DAY_S).astype(np.int64)


def _victims(
    rng: np.random.Generator, columns: Columns, leave_s: Ints, number: Ints, *, back: float = 0.1, **shared: Array
) -> None:
    """Unrelated people, each with a booking of their own; a share comes back; one key in ten is missing."""
    count = len(leave_s)
    home_s = leave_s + rng.integers(5, 28, count) * DAY_S
    columns.journey(
        leave_s,
        np.where(rng.random(count) < back, home_s, UNKNOWN),
        ring=number,
        **{
            "person": some(rng, keys(rng, count), 0.97),
            "document": keys(rng, count),
            "next_document": keys(rng, count),
            "birth_year": rng.integers(1988, 2008, count),
            "port": ports(rng, count),
            "party": some(rng, keys(rng, count), 0.8),
            "booking": keys(rng, count),
            "payer": some(rng, keys(rng, count), 0.8),
            "contact": some(rng, keys(rng, count), 0.7),
            **{name: some(rng, each, 0.9) for name, each in shared.items()},
        },
    )


def _by_payer(rng: np.random.Generator, columns: Columns, known: Places, rings: Ints, start_s: int) -> None:
    at, number = _members(rng, rings, 7, 25)
    leave_s = _spread(rng, at, start_s, (20, 90), YEAR_DAYS - 31)
    agency = some(rng, popular(rng, known.bureaus, len(at)), 0.2)
    _victims(rng, columns, leave_s, number, payer=keys(rng, len(rings))[at], agency=agency)


def _by_contact(rng: np.random.Generator, columns: Columns, _known: Places, rings: Ints, start_s: int) -> None:
    at, number = _members(rng, rings, 7, 30)
    leave_s = _spread(rng, at, start_s, (20, 120), YEAR_DAYS - 31)
    _victims(rng, columns, leave_s, number, contact=keys(rng, len(rings))[at])


def _by_agency(rng: np.random.Generator, columns: Columns, known: Places, rings: Ints, start_s: int) -> None:
    at, number = _members(rng, rings, 12, 60)
    leave_s = _spread(rng, at, start_s, (40, 150), YEAR_DAYS - 31)
    _victims(rng, columns, leave_s, number, agency=known.agencies + number)


def _with_children(rng: np.random.Generator, columns: Columns, _known: Places, rings: Ints, start_s: int) -> None:
    journeys = rng.integers(2, 6, len(rings))
    at = np.repeat(np.arange(len(rings)), journeys)
    turn = np.arange(len(at)) - np.repeat(np.cumsum(journeys) - journeys, journeys)
    leave_s = start_s + ((rng.uniform(5, 100, len(rings))[at] + turn * 45 + rng.random(len(at)) * 10) * DAY_S).astype(
        int
    )
    adult, party, number = keys(rng, len(rings))[at], keys(rng, len(at)), rings[at]
    columns.cross(leave_s, person=adult, document=adult + 1, party=party, birth_year=1980, ring=number)
    columns.cross(
        leave_s + rng.integers(3, 20, len(at)) * DAY_S,
        direction=ARRIVAL,
        person=adult,
        document=adult + 1,
        party=keys(rng, len(at)),
        ring=number,
    )
    child = np.repeat(np.arange(len(at)), rng.integers(1, 4, len(at)))
    person = some(rng, keys(rng, len(child)), 0.95)
    columns.cross(leave_s[child], person=person, party=party[child], is_minor=1, birth_year=2013, ring=number[child])


def _on_two_passports(rng: np.random.Generator, columns: Columns, _known: Places, rings: Ints, start_s: int) -> None:
    journeys = rng.integers(2, 6, len(rings))
    at = np.repeat(np.arange(len(rings)), journeys)
    turn = np.arange(len(at)) - np.repeat(np.cumsum(journeys) - journeys, journeys)
    leave_s = start_s + ((rng.uniform(5, 80, len(rings))[at] + turn * 50) * DAY_S).astype(int)
    person, swaps = keys(rng, len(rings))[at], rng.random(len(at)) < 0.9
    common: dict[str, Array | int] = {
        "person": person,
        "birth_year": 1985,
        "ring": rings[at],
        "port": ports(rng, len(at)),
    }
    columns.cross(leave_s, document=person + 1, party=keys(rng, len(at)), **common)
    home_s = leave_s + rng.integers(5, 40, len(at)) * DAY_S
    columns.cross(home_s, direction=ARRIVAL, document=np.where(swaps, person + 2, person + 1), **common)


def _in_one_booking(rng: np.random.Generator, columns: Columns, _known: Places, rings: Ints, start_s: int) -> None:
    at, number = _members(rng, rings, 5, 10)
    document, following = keys(rng, len(at)), keys(rng, len(at))
    is_next = at[1:] == at[:-1]
    following[:-1] = np.where(is_next, document[1:], following[:-1])
    leave_s = (start_s + rng.uniform(5, YEAR_DAYS - 31, len(rings)) * DAY_S).astype(np.int64)
    columns.cross(
        leave_s[at] + rng.integers(0, 3600, len(at)),
        person=keys(rng, len(at)),
        document=some(rng, document, 0.95),
        next_document=following,
        birth_year=rng.integers(1988, 2008, len(at)),
        port=ports(rng, len(rings))[at],
        party=keys(rng, len(at)),
        booking=keys(rng, len(rings))[at],
        payer=some(rng, keys(rng, len(at)), 0.8),
        ring=number,
    )


def _from_elsewhere(rng: np.random.Generator, columns: Columns, known: Places, rings: Ints, start_s: int) -> None:
    at, number = _members(rng, rings, 4, 12)
    first_s = _spread(rng, at, start_s, (20, 120), YEAR_DAYS - 40)
    person, port = keys(rng, len(at)), ports(rng, len(at))
    same: dict[str, Array | int] = {"person": person, "document": person + 1, "birth_year": 1998, "ring": number}
    columns.cross(
        first_s, decision=DEFERRED, port=port, agency=some(rng, popular(rng, known.bureaus, len(at)), 0.5), **same
    )
    by_agency = (np.arange(len(rings)) % 2 == 0)[at]
    columns.cross(
        first_s + rng.integers(2, 19, len(at)) * DAY_S,
        port=(port + rng.integers(1, len(PORTS), len(at))) % len(PORTS),
        agency=np.where(by_agency, known.agencies + number, UNKNOWN),
        payer=np.where(by_agency, UNKNOWN, keys(rng, len(rings))[at]),
        party=some(rng, keys(rng, len(at)), 0.85),
        booking=keys(rng, len(at)),
        **same,
    )


def _in_a_burst(rng: np.random.Generator, columns: Columns, _known: Places, rings: Ints, start_s: int) -> None:
    at, number = _members(rng, rings, 8, 20)
    leave_s = _spread(rng, at, start_s, (2, 6), YEAR_DAYS - 1)
    _victims(rng, columns, leave_s, number, back=0.05, contact=keys(rng, len(rings))[at])


RINGS: Final[Mapping[str, Planted]] = MappingProxyType(
    {
        "same_payer": _by_payer,
        "same_contact": _by_contact,
        "same_agency": _by_agency,
        "different_minors": _with_children,
        "other_passport": _on_two_passports,
        "consecutive_documents": _in_one_booking,
        "postponed_elsewhere": _from_elsewhere,
        "contact_burst": _in_a_burst,
    }
)

# from how many crossings on a world holds at least one ring of the kind: rings stay below one crossing in twenty
PLANTED_FROM: Final[Mapping[str, int]] = MappingProxyType(
    {
        "same_payer": 3000,
        "same_contact": 3000,
        "same_agency": 5000,
        "different_minors": 1000,
        "other_passport": 1000,
        "consecutive_documents": 1000,
        "postponed_elsewhere": 2000,
        "contact_burst": 2000,
    }
)
