"""What several patterns stand on, found once a run: departures and who came back, what contacts were named in, parties.

Each is an Ibis expression over the three tables. A run keeps them as temporary tables; left as they are, they are parts
of the patterns that use them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from verifier.model.journey import Direction
from verifier.patterns.allowed import marked, marked_contacts, periods
from verifier.patterns.pattern import Numbers
from verifier.patterns.tables import DAY_S, IbisTable, Span, Tables, unit

Keep = Callable[[str, IbisTable], IbisTable]
_LATER_S: Final = 2 * 365 * DAY_S


@dataclass(frozen=True, slots=True)
class Ground:
    """The three tables, and what is made of them.

    `periods`: allowances without overlaps. `departures`: see `_departures`. `named`: departures once for each contact
    that was named often enough to matter, as `subject_key`. `companions`: who crossed in a party with children, and
    `parties`: how many `members` and `minors` those had that an adult was in. `keep` gives the table to use from there
    for a name (`pattern_` and the pattern's own id first) and a table that is used several times.
    """

    tables: Tables
    span: Span
    periods: IbisTable
    departures: IbisTable
    named: IbisTable
    companions: IbisTable
    parties: IbisTable
    keep: Keep


@dataclass(frozen=True, slots=True)
class _Reach:
    """How far the numbers of all patterns together look."""

    return_days: int
    before_days: int
    least_named: int


def ground(tables: Tables, span: Span, numbers: Mapping[str, Numbers], keep: Keep = lambda _, table: table) -> Ground:
    """Everything, for the numbers of all patterns. `keep` gives the table to use from there, for a name and a table."""
    reach = _reach(numbers)
    allowed = keep("pattern_periods", periods(tables))
    departed = keep("pattern_departures", _departures(tables, span, allowed, reach))
    companions = keep("pattern_companions", _companions(tables, span))
    return Ground(
        tables=tables,
        span=span,
        periods=allowed,
        departures=departed,
        named=keep("pattern_named", _named(tables, span, departed, allowed, reach)),
        companions=companions,
        parties=keep("pattern_parties", _parties(companions)),
        keep=keep,
    )


def _reach(numbers: Mapping[str, Numbers]) -> _Reach:
    every = numbers.values()
    return _Reach(
        return_days=max((each.get("return_days", 0) for each in every), default=0),
        before_days=max(
            (each["quiet_days"] + each.get("window_days", 0) for each in every if "quiet_days" in each), default=0
        ),
        least_named=min((each["least_unrelated"] for each in every if "least_unrelated" in each), default=0),
    )


def _departures(tables: Tables, span: Span, allowed: IbisTable, reach: _Reach) -> IbisTable:
    """Departures with `unit`, `is_allowed`, `is_known` (the person) and `back_s`: when the person next arrived.

    They begin as long before the span as a burst looks back. `back_s` is null where no arrival follows within the
    longest time that any pattern waits for a return.
    """
    rows = tables.crossed(_wider(span, reach), direction=Direction.DEPARTURE)
    rows = rows.select(
        "crossing_key",
        "crossed_at_s",
        "person_key",
        "payer_key",
        "booking_key",
        "agency_id",
        unit=unit(rows),
    )
    back = _back(rows, tables, span, reach)
    rows = rows.left_join(back, rows.crossing_key == back.left_key).drop("left_key")
    rows = marked(rows, allowed)
    return rows.mutate(is_known=rows.person_key.notnull()).drop("person_key", "booking_key")


def _back(departures: IbisTable, tables: Tables, span: Span, reach: _Reach) -> IbisTable:
    """`left_key`, `back_s` of departures that were followed by an arrival of the same person."""
    arrivals = tables.crossed(
        Span(span.since_s, span.until_s + _LATER_S), "person_key", direction=Direction.ARRIVAL
    ).select(came_back="person_key", came_back_s="crossed_at_s")
    pairs = departures.select(left_key="crossing_key", left="person_key", left_s="crossed_at_s")
    pairs = pairs.join(
        arrivals,
        [
            pairs.left == arrivals.came_back,
            pairs.left_s < arrivals.came_back_s,
            pairs.left_s + reach.return_days * DAY_S >= arrivals.came_back_s,
        ],
    )
    return pairs.group_by("left_key").agg(back_s=pairs.came_back_s.min())


def _named(tables: Tables, span: Span, departures: IbisTable, allowed: IbisTable, reach: _Reach) -> IbisTable:
    """Most telephones are named by one traveller: they never meet the large table."""
    wide = _wider(span, reach)
    contacts = tables.contacts.filter(
        tables.contacts.crossed_at_s >= wide.since_s, tables.contacts.crossed_at_s < wide.until_s
    )
    often = contacts.group_by("contact_key").agg(times=contacts.crossing_key.count())
    contacts = contacts.semi_join(often.filter(often.times >= reach.least_named), "contact_key")
    contacts = contacts.select(subject_key="contact_key", named_in="crossing_key")
    rows = departures.drop("payer_key", "agency_id")
    rows = rows.join(contacts, rows.crossing_key == contacts.named_in).drop("named_in")
    return marked_contacts(rows, allowed)


def _companions(tables: Tables, span: Span) -> IbisTable:
    """Who crossed in a party with children, the children as well."""
    rows = tables.crossed(span, "party_key", "person_key", "is_minor", "direction")
    rows = rows.select(
        "crossing_key",
        "crossed_at_s",
        "direction",
        "person_key",
        "is_minor",
        "party_key",
        "booking_key",
        "payer_key",
        "agency_id",
    )
    with_minors = rows.filter(rows.is_minor).select("party_key", "direction").distinct()
    return rows.semi_join(with_minors, ["party_key", "direction"])


def _parties(companions: IbisTable) -> IbisTable:
    """Parties with children and adults, on the way out or back."""
    sizes = companions.group_by("party_key", "direction").agg(
        members=companions.person_key.count(), minors=companions.is_minor.sum()
    )
    return sizes.filter(sizes.minors < sizes.members)


def _wider(span: Span, reach: _Reach) -> Span:
    return Span(span.since_s - reach.before_days * DAY_S, span.until_s)
