"""The `HistoryPort` over recorded crossings: a few indexed look-ups by keyed hashes, bounded whatever is recorded."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

from sqlalchemy import BindParameter, Connection, Select, and_, bindparam, func, select, union_all

from ledger.sql import Database
from verifier.indicators.history import History
from verifier.model.journey import Booking, Direction
from verifier.model.presentation import Presentation
from verifier.mrz.record import MrzRecord
from verifier.patterns.identity import Identity, identity_of
from verifier.patterns.keys import Keyring
from verifier.patterns.past import DAY_S, Member, Past, PastCrossing, most_strangers
from verifier.patterns.recorded import MOST_CONTACTS, border_end
from verifier.referral.terms import TraffickingStatus
from verifier.sql.crossing_tables import allowances, contacts, crossings
from verifier.sql.protection_tables import OUTCOMES

_MOST_CROSSINGS: Final = 100
_MOST_MEMBERS: Final = 500
_MOST_MENTIONS: Final = 50
_MOST_ASKED: Final = 5  # contacts of a booking that are looked up
_SHARED_DAYS: Final = 30


class SqlHistory:
    """What the record says of whoever stands at the counter. What it does not know stays unknown."""

    def __init__(self, database: Database, keyring: Keyring, *, post: str = "") -> None:
        self._database = database
        self._keyring = keyring
        self._post = post
        # built once: SQLAlchemy takes longer to put such a statement together than SQLite to answer it
        self._own, self._members = _own_crossings(), _party_members()
        self._any_licence, self._licence = (
            _licences(),
            _licences().where(allowances.c.subject_text == bindparam("agency")),
        )
        self._mentions = [_mentions(count) for count in range(1, _MOST_ASKED + 1)]

    def of(self, presentation: Presentation, record: MrzRecord | None, now: datetime) -> History:
        """The history as of `now`. Raises LintasError DATABASE_UNAVAILABLE."""
        found = identity_of(record, presentation.visual_zone, now.date(), self._keyring)
        booking = presentation.journey.booking or Booking()
        named = [self._keyring.contact_key(each) for each in booking.contact_hashes[:MOST_CONTACTS]]
        keys = [each for each in dict.fromkeys(named) if each is not None]
        now_s = int(now.timestamp())

        def work(connection: Connection) -> History:
            past = self._past(connection, found.person_key, now_s)
            port = self._post or border_end(presentation.journey) or None
            direction = presentation.journey.direction
            return History(
                **_of_person(past, found, port, direction, now_s),
                **self._of_contacts(connection, keys[:_MOST_ASKED], found.person_key, now_s),
                agency_is_licensed=self._is_licensed(connection, booking, now_s),
            )

        return self._database.read(work)

    def _past(self, connection: Connection, person_key: int | None, now_s: int) -> Past | None:
        if person_key is None:
            return None
        found = connection.execute(self._own, {"person": person_key, "now_s": now_s})
        own = [PastCrossing(at, port, _way(way), *rest) for at, port, way, *rest in map(tuple, found)][::-1]
        parties = list({each.party_key for each in own if each.party_key is not None})
        there = connection.execute(self._members, {"parties": parties}) if parties else ()
        members = [Member(party, person, minor, _way(way)) for party, person, minor, way in map(tuple, there)]
        return Past(own, members, person_key)

    def _of_contacts(
        self, connection: Connection, keys: list[int], person_key: int | None, now_s: int
    ) -> dict[str, Any]:
        """From the last mentions of each contact: strangers of 30 days, and whether a case of theirs was confirmed.

        A case counts by its last outcome, so that one which proved unfounded drops out by itself.
        """
        if not keys:
            return {}
        named = {f"contact_{at}": key for at, key in enumerate(keys)}
        rows = [tuple(row) for row in connection.execute(self._mentions[len(keys) - 1], named)]
        recent = (
            (key, unit)
            for key, unit, person, at_s, *_ in rows
            if at_s >= now_s - _SHARED_DAYS * DAY_S and (person is None or person != person_key)
        )
        last = {crossing: state for *_, crossing, state, _ in sorted(rows, key=lambda row: row[-1] or 0)}
        return {
            "travellers_sharing_contact": most_strangers(recent) or 0,
            "contact_in_confirmed_case": TraffickingStatus.ACTUAL.value in last.values(),
        }

    def _is_licensed(self, connection: Connection, booking: Booking, now_s: int) -> bool | None:
        """Whether the licence that was shown is on the list; unknown where none was shown or nobody keeps the list."""
        if not booking.agency_licence.strip():
            return None
        agency = self._keyring.agency_id(booking.agency_licence, "")
        if connection.execute(self._licence, {"now_s": now_s, "agency": agency}).first() is not None:
            return True
        return None if connection.execute(self._any_licence, {"now_s": now_s}).first() is None else False


def _licences() -> Select[Any]:
    columns = allowances.c
    now_s: BindParameter[int] = bindparam("now_s")
    valid = and_(columns.subject_kind == "agency", columns.valid_from_s <= now_s, columns.valid_until_s > now_s)
    return select(columns.allowance_id).where(valid).limit(1)


def _of_person(
    past: Past | None, found: Identity, port: str | None, direction: Direction | None, now_s: int
) -> dict[str, Any]:
    if past is None:
        return {}
    return {
        "other_live_passport": past.other_live_passport(found.document_key, direction, now_s),
        "minors_escorted": past.minors_escorted(now_s),
        "companions": past.companions(now_s),
        "returned_alone_percent": past.returned_alone_percent(now_s),
        "postponed_elsewhere_days_ago": past.postponed_elsewhere_days_ago(port, now_s),
        "returned_trips": past.returned_trips(now_s),
    }


def _own_crossings() -> Select[Any]:
    columns = crossings.c
    return (
        select(
            columns.crossed_at_s,
            columns.port,
            columns.direction,
            columns.document_key,
            columns.document_expires_day,
            columns.party_key,
            columns.decision,
        )
        .where(columns.person_key == bindparam("person"), columns.crossed_at_s < bindparam("now_s"))
        .order_by(columns.crossed_at_s.desc())
        .limit(_MOST_CROSSINGS)
    )


def _party_members() -> Select[Any]:
    columns = crossings.c
    return (
        select(columns.party_key, columns.person_key, columns.is_minor, columns.direction)
        .where(columns.party_key.in_(bindparam("parties", expanding=True)))
        .limit(_MOST_MEMBERS)
    )


def _way(direction: str | None) -> Direction | None:
    return Direction(direction) if direction else None


def _mentions(count: int) -> Select[Any]:
    """Contact, unit, person, time, crossing and the outcomes of its case; the unit as in verifier.patterns.tables."""
    parts = [
        select(contacts.c.contact_key, contacts.c.crossing_id)
        .where(contacts.c.contact_key == bindparam(f"contact_{at}"))
        .order_by(contacts.c.crossed_at_s.desc())
        .limit(_MOST_MENTIONS)
        .subquery()
        for at in range(count)
    ]
    named = union_all(*(select(part) for part in parts)).subquery()
    columns, outcomes = crossings.c, OUTCOMES.rows.c
    unit = func.coalesce(columns.party_key, columns.booking_key, -(columns.crossed_at_s // DAY_S) - 1)
    return (
        select(
            named.c.contact_key,
            unit,
            columns.person_key,
            columns.crossed_at_s,
            columns.crossing_id,
            outcomes.state,
            outcomes.event_sequence,
        )
        .join(crossings, columns.crossing_id == named.c.crossing_id)
        .outerjoin(OUTCOMES.rows, outcomes.case_id == columns.crossing_id)
    )
