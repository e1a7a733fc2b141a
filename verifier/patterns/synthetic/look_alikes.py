"""Innocent groups that look like rings: tours, classes, staff, placed workers, students, wedding guests, helpers."""

from __future__ import annotations

import numpy as np

from verifier.patterns.synthetic.columns import ARRIVAL, DEFERRED, DEPARTURE, UNKNOWN, Array, Columns, keys, some
from verifier.patterns.synthetic.places import Places, popular, ports
from verifier.patterns.synthetic.travellers import DAY_S, YEAR_DAYS, moments, runs, stays, within_year


def _members(size: Array) -> tuple[Array, Array]:
    """For each member the group's index, and the place in it."""
    group = np.repeat(np.arange(len(size)), size)
    return group, np.arange(len(group)) - np.repeat(np.cumsum(size) - size, size)


def tours(rng: np.random.Generator, columns: Columns, known: Places, count: int, start_s: int) -> None:
    """Group journeys of registered operators: strangers, one payer, one contact, passports made in one batch."""
    group, place_in = _members(rng.integers(20, 46, count))
    leave_s = moments(rng, count, start_s)
    return_s = within_year(leave_s + rng.integers(9, 15, count) * DAY_S, start_s)
    operator = popular(rng, known.operators, count)
    couple = (np.cumsum(place_in % rng.integers(1, 4, count)[group] == 0) - 1).astype(np.int64)
    document, following = runs(rng, group, share=0.4)
    columns.journey(
        leave_s[group],
        np.where(rng.random(len(group)) < 0.995, return_s[group], UNKNOWN),
        person=keys(rng, len(group)),
        document=document,
        next_document=following,
        birth_year=rng.integers(1945, 2000, len(group)),
        port=ports(rng, count)[group],
        party=keys(rng, int(couple.max(initial=0)) + 1)[couple],
        booking=keys(rng, count)[group],
        payer=known.agency_accounts[known.bureaus + operator][group],
        agency=(known.bureaus + operator)[group],
        contact=known.operator_contacts[operator][group],
    )


def classes(rng: np.random.Generator, columns: Columns, count: int, start_s: int) -> None:
    """School trips: the same teachers, other children each time, and all come home."""
    size = rng.integers(14, 45, count)
    group, place_in = _members(size)
    is_minor = place_in >= 3
    school = np.arange(count) // 3  # up to three journeys a year
    teacher = keys(rng, count * 3)[(school[group] * 3 + place_in).clip(0, count * 3 - 1)]
    leave_s = moments(rng, count, start_s, YEAR_DAYS - 10)
    # sometimes one teacher goes home first
    first = (place_in == 0) & (rng.random(count) < 0.05)[group]
    return_s = (leave_s + rng.integers(3, 9, count) * DAY_S)[group]
    same: dict[str, Array | int] = {
        "person": np.where(is_minor, keys(rng, len(group)), teacher),
        "document": runs(rng, group, share=0.2)[0],
        "birth_year": np.where(is_minor, rng.integers(2009, 2016, len(group)), 1980),
        "is_minor": is_minor.astype(int),
        "port": ports(rng, count)[group],
        "booking": keys(rng, count)[group],
    }
    asked: dict[str, Array | int] = {
        "payer": keys(rng, count)[school][group],
        "contact": keys(rng, count)[school][group],
    }
    columns.journey(leave_s[group], np.where(first, UNKNOWN, return_s), party=keys(rng, count)[group], **same, **asked)
    kept = {name: np.asarray(each)[first] for name, each in same.items()}
    columns.cross(return_s[first] - DAY_S, direction=ARRIVAL, party=keys(rng, int(first.sum())), **kept)


def staff(rng: np.random.Generator, columns: Columns, known: Places, count: int, start_s: int) -> None:
    """Travel desks of companies: strangers on paper, one payer, one contact; some go as a team in one booking."""
    size = np.where(rng.random(count) < 0.06, rng.integers(3, 6, count), 1)
    group, _ = _members(size)
    company = popular(rng, len(known.companies), count)
    leave_s = moments(rng, count, start_s)
    return_s = within_year(stays(rng, leave_s, mean_days=4, long=0.06), start_s)
    document, following = runs(rng, group, share=0.05)
    columns.journey(
        leave_s[group],
        return_s[group],
        person=keys(rng, len(group)),
        document=document,
        next_document=following,
        birth_year=rng.integers(1965, 2002, len(group)),
        port=ports(rng, count)[group],
        party=keys(rng, len(group)),
        booking=keys(rng, count)[group],
        payer=known.companies[company][group],
        contact=some(rng, known.company_contacts[company], 0.7)[group],
    )


def placed_workers(rng: np.random.Generator, columns: Columns, known: Places, count: int, start_s: int) -> None:
    """Workers with contracts, sent by licensed agencies for years: nobody is back within a month."""
    agency = known.bureaus + known.operators + popular(rng, known.placement, count)
    leave_s = moments(rng, count, start_s)
    columns.journey(
        leave_s,
        np.where(rng.random(count) < 0.05, within_year(leave_s + 200 * DAY_S, start_s), UNKNOWN),
        person=keys(rng, count),
        document=keys(rng, count),
        next_document=keys(rng, count),
        birth_year=rng.integers(1975, 2005, count),
        port=ports(rng, count),
        party=some(rng, keys(rng, count), 0.8),
        booking=keys(rng, count),
        payer=np.where(rng.random(count) < 0.6, known.agency_accounts[agency], keys(rng, count)),
        agency=agency,
        contact=some(rng, known.employers_abroad[popular(rng, len(known.employers_abroad), count)], 0.3),
    )


def students(rng: np.random.Generator, columns: Columns, known: Places, count: int, start_s: int) -> None:
    """One campus office is the contact of many, a fund pays for some, and the term is long."""
    leave_s = start_s + ((rng.choice([30, 220], count) + rng.normal(0, 12, count)).clip(0, 364) * DAY_S).astype(
        np.int64
    )
    campus = known.campuses[popular(rng, len(known.campuses), count)]
    fund = known.scholarships[popular(rng, len(known.scholarships), count)]
    columns.journey(
        leave_s,
        within_year(leave_s + rng.integers(120, 300, count) * DAY_S, start_s),
        person=keys(rng, count),
        document=keys(rng, count),
        next_document=keys(rng, count),
        birth_year=rng.integers(1998, 2008, count),
        port=ports(rng, count),
        party=keys(rng, count),
        booking=keys(rng, count),
        payer=np.where(rng.random(count) < 0.2, fund, keys(rng, count)),
        contact=some(rng, campus, 0.5),
    )


def guests(rng: np.random.Generator, columns: Columns, count: int, start_s: int) -> None:
    """Weddings and conferences: a contact that was quiet is named by many within days, and all go home."""
    event, _ = _members(rng.integers(6, 26, count))
    leave_s = moments(rng, count, start_s, YEAR_DAYS - 6)[event] + rng.integers(0, 3 * DAY_S, len(event))
    columns.journey(
        leave_s,
        np.where(
            rng.random(len(event)) < 0.95,
            within_year(leave_s + rng.integers(2, 7, len(event)) * DAY_S, start_s),
            UNKNOWN,
        ),
        person=keys(rng, len(event)),
        document=keys(rng, len(event)),
        next_document=keys(rng, len(event)),
        birth_year=rng.integers(1955, 2004, len(event)),
        port=ports(rng, len(event)),
        party=keys(rng, len(event)),
        booking=keys(rng, len(event)),
        payer=keys(rng, len(event)),
        contact=keys(rng, count)[event],
    )


def helpers(rng: np.random.Generator, columns: Columns, count: int, start_s: int) -> None:
    """Aunts and escorts who take a child or two to parents abroad and come back; most do so once."""
    journeys = rng.choice([1, 2], count, p=[0.93, 0.07])
    helper, turn = _members(journeys)
    leave_s = moments(rng, count, start_s, 200)[helper] + turn * 60 * DAY_S
    adult, children = keys(rng, count)[helper], rng.choice([1, 2], len(helper), p=[0.75, 0.25])
    party = keys(rng, len(helper))
    columns.journey(
        leave_s,
        leave_s + 7 * DAY_S,
        person=adult,
        document=adult + 1,
        party=party,
        birth_year=1975,
        port=ports(rng, len(helper)),
    )
    trip, _ = _members(children)
    columns.cross(
        leave_s[trip],
        person=keys(rng, len(trip)),
        document=keys(rng, len(trip)),
        party=party[trip],
        is_minor=1,
        birth_year=2015,
    )


def postponed(rng: np.random.Generator, columns: Columns, known: Places, count: int, start_s: int) -> None:
    """Told to complete their papers; they come back, most to the same post and with the same agency."""
    first_s = moments(rng, count, start_s, YEAR_DAYS - 40)
    leave_s = first_s + rng.integers(2, 18, count) * DAY_S
    person, document, port = keys(rng, count), keys(rng, count), ports(rng, count)
    agency = some(rng, popular(rng, known.agencies, count), 0.6)
    other_port = np.where(rng.random(count) < 0.15, ports(rng, count), port)
    other_agency = np.where(rng.random(count) < 0.06, popular(rng, known.agencies, count), agency)
    same: dict[str, Array | int] = {"person": person, "document": document, "birth_year": 1992}
    payer, parties = keys(rng, count), keys(rng, count)
    columns.cross(
        first_s, direction=DEPARTURE, decision=DEFERRED, port=port, agency=agency, payer=payer, party=parties, **same
    )
    columns.journey(
        leave_s,
        within_year(stays(rng, leave_s, long=0.3), start_s),
        port=other_port,
        agency=other_agency,
        payer=payer,
        party=keys(rng, count),
        **same,
    )
