"""Ordinary travellers: alone, and as families."""

from __future__ import annotations

from typing import Final

import numpy as np

from verifier.patterns.synthetic.columns import ARRIVAL, DEPARTURE, UNKNOWN, Array, Columns, Ints, keys, some
from verifier.patterns.synthetic.places import Places, popular, ports

DAY_S: Final = 86_400
YEAR_DAYS: Final = 365


def moments(rng: np.random.Generator, count: int, start_s: int, last_day: float = YEAR_DAYS) -> Ints:
    """Seconds since 1970, spread over the year with its holidays."""
    days = rng.random(count) * last_day
    holiday = rng.random(count) < 0.15
    days[holiday] = rng.normal(rng.choice([95.0, 185.0, 355.0], holiday.sum()), 6).clip(0, last_day - 0.01)
    return start_s + (days * DAY_S).astype(np.int64)


def stays(rng: np.random.Generator, leave_s: Array, *, mean_days: float = 6, long: float = 0.03) -> Array:
    """When they come back: mostly within a month, a share `long` after months, 2 in 100 not at all."""
    days = rng.lognormal(np.log(mean_days), 0.6, len(leave_s)).clip(0.5, 28)
    kind = rng.random(len(leave_s))
    days[kind < long] = rng.uniform(45, 400, (kind < long).sum())
    return np.where(kind > 0.98, UNKNOWN, leave_s + (days * DAY_S).astype(np.int64))


def within_year(return_s: Array, start_s: int) -> Array:
    """Who comes back after the end of the record has not come back yet."""
    return np.where(return_s >= start_s + YEAR_DAYS * DAY_S, UNKNOWN, return_s)


def _documents(
    rng: np.random.Generator, person: Array, leave_s: Array, start_s: int, count: int
) -> tuple[Array, Array]:
    """For each journey the document, and the one on the way back: renewed, lost abroad, or a second for service."""
    first, second, lost = keys(rng, count), keys(rng, count), keys(rng, len(leave_s))
    renewal_s = np.where(rng.random(count) < 0.05, start_s + (rng.random(count) * YEAR_DAYS * DAY_S), np.inf)
    has_service = rng.random(count) < 0.002
    on_duty = has_service[person] & (rng.random(len(leave_s)) < 0.5)
    used = np.where((leave_s > renewal_s[person]) | on_duty, second[person], first[person])
    return used, np.where(rng.random(len(leave_s)) < 0.004, lost, used)


def _payers(rng: np.random.Generator, person: Array, own: Ints) -> Array:
    """Mostly the traveller; sometimes a relative or friend who pays for two to four; sometimes nobody knows."""
    kind, count = rng.random(len(person)), len(person)
    friends = keys(rng, count // 3 + 1)[np.arange(count) // 3]
    payer = np.where(kind < 0.08, friends, own[person])
    return np.where(kind > 0.95, UNKNOWN, payer)


def _before_next(person: Array, leave_s: Array, return_s: Array) -> Array:
    """Nobody leaves twice without coming back: a stay ends before the next journey (`leave_s` is ordered)."""
    order = np.argsort(person, kind="stable")
    again = person[order][1:] == person[order][:-1]
    following = np.append(np.where(again, leave_s[order][1:], np.iinfo(np.int64).max), np.iinfo(np.int64).max)
    latest = np.empty_like(following)
    latest[order] = leave_s[order] + (following - leave_s[order]) // 2
    return np.where((return_s == UNKNOWN) | (return_s > latest), np.where(latest < 2**60, latest, return_s), return_s)


def alone(rng: np.random.Generator, columns: Columns, known: Places, journeys: int, start_s: int) -> None:
    """Tourists, visitors and commuters; some share name and birth date with somebody else."""
    count = max(int(journeys * 0.45), 1)
    person = rng.integers(0, count, journeys)
    identity = keys(rng, count)
    namesakes = rng.random(count) < 0.0005
    identity[namesakes] = rng.choice(identity, namesakes.sum())
    leave_s = np.sort(moments(rng, journeys, start_s))
    used, back = _documents(rng, person, leave_s, start_s, count)
    return_s = within_year(_before_next(person, leave_s, stays(rng, leave_s)), start_s)
    place = rng.random(journeys)
    hotel = known.hotels[popular(rng, len(known.hotels), journeys)]
    contact = np.where(place < 0.5, hotel, np.where(place < 0.9, keys(rng, journeys), UNKNOWN))
    shared: dict[str, Array | int] = {
        "person": some(rng, identity[person], 0.98),
        "birth_year": rng.integers(1950, 2006, count)[person],
        "port": ports(rng, journeys),
        "party": some(rng, keys(rng, journeys), 0.7),
        "booking": some(rng, keys(rng, journeys), 0.95),
    }
    asked: dict[str, Array | int] = {
        "payer": _payers(rng, person, keys(rng, count)),
        "contact": contact,
        "agency": some(rng, popular(rng, known.bureaus, journeys), 0.25),
    }
    columns.cross(leave_s, direction=DEPARTURE, document=used, next_document=keys(rng, journeys), **shared, **asked)
    home = return_s != UNKNOWN
    kept = {name: np.asarray(each)[home] for name, each in shared.items()}
    columns.cross(return_s[home], direction=ARRIVAL, document=back[home], **kept)


def families(rng: np.random.Generator, columns: Columns, known: Places, count: int, start_s: int) -> None:
    """Two to six of them, children included; a third applied for their passports on one day."""
    size = rng.choice([2, 3, 4, 5, 6], count, p=[0.2, 0.3, 0.3, 0.15, 0.05])
    family = np.repeat(np.arange(count), size)
    place_in = np.arange(len(family)) - np.repeat(np.cumsum(size) - size, size)
    is_minor = ((place_in >= 2) | ((place_in == 1) & (size[family] < 4) & (rng.random(count) < 0.4)[family])).astype(
        int
    )
    leave_s = moments(rng, count, start_s)
    return_s = within_year(stays(rng, leave_s, mean_days=8), start_s)
    person, document, following = keys(rng, len(family)), *runs(rng, family, share=0.33)
    # of one family in sixteen somebody comes home earlier than the others, in a party of their own
    early = (rng.random(count) < 0.06)[family] & (place_in == 0) & (return_s[family] != UNKNOWN)
    same: dict[str, Array | int] = {
        "person": some(rng, person, 0.98),
        "document": document,
        "next_document": following,
        "birth_year": np.where(is_minor == 1, rng.integers(2010, 2025, len(family)), 1985),
        "is_minor": is_minor,
        "port": ports(rng, count)[family],
        "booking": keys(rng, count)[family],
        "payer": some(rng, keys(rng, count), 0.9)[family],
        "contact": some(rng, known.hotels[popular(rng, len(known.hotels), count)], 0.6)[family],
        "agency": some(rng, popular(rng, known.bureaus, count), 0.3)[family],
    }
    party = keys(rng, count)[family]
    columns.journey(leave_s[family], np.where(early, UNKNOWN, return_s[family]), party=party, **same)
    left = np.flatnonzero(early)
    columns.cross(
        (leave_s[family] + (return_s[family] - leave_s[family]) // 2)[left],
        direction=ARRIVAL,
        party=keys(rng, len(left)),
        person=person[left],
        document=document[left],
        is_minor=is_minor[left],
    )


def runs(rng: np.random.Generator, group: Array, *, share: float) -> tuple[Ints, Ints]:
    """Documents and the numbers after them; in a share of the groups (in order) each follows the one before."""
    document, following = keys(rng, len(group)), keys(rng, len(group))
    together = rng.random(int(group.max(initial=-1)) + 1) < share
    if len(group) > 1:
        is_next = (group[1:] == group[:-1]) & together[group[:-1]]
        following[:-1] = np.where(is_next, document[1:], following[:-1])
    return document, following
