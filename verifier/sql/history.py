"""The `HistoryPort` over recorded crossings: a few indexed look-ups by keyed hashes, bounded whatever is recorded."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, and_, func, or_, select

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
_MOST_SHARING: Final = 200
_SHARED_DAYS: Final = 30
_CONFIRMED_DAYS: Final = 3 * 365


class SqlHistory:
    """What the record says of whoever stands at the counter. What it does not know stays unknown."""

    def __init__(self, database: Database, keyring: Keyring, *, post: str = "") -> None:
        self._database = database
        self._keyring = keyring
        self._post = post

    def of(self, presentation: Presentation, record: MrzRecord | None, now: datetime) -> History:
        """The history as of `now`. Raises LintasError DATABASE_UNAVAILABLE."""
        found = identity_of(record, presentation.visual_zone, now.date(), self._keyring)
        booking = presentation.journey.booking or Booking()
        named = [self._keyring.contact_key(each) for each in booking.contact_hashes[:MOST_CONTACTS]]
        keys = [each for each in dict.fromkeys(named) if each is not None]
        now_s = int(now.timestamp())

        def work(connection: Connection) -> History:
            past = _past(connection, found.person_key, now_s)
            port = self._post or border_end(presentation.journey) or None
            direction = presentation.journey.direction
            return History(
                **_of_person(past, found, port, direction, now_s),
                travellers_sharing_contact=_sharing(connection, keys, found.person_key, now_s),
                contact_in_confirmed_case=_confirmed(connection, keys, now_s),
                agency_is_licensed=self._is_licensed(connection, booking, now_s),
            )

        return self._database.read(work)

    def _is_licensed(self, connection: Connection, booking: Booking, now_s: int) -> bool | None:
        """Whether the licence that was shown is on the list; unknown where none was shown or nobody keeps the list."""
        if not booking.agency_licence.strip():
            return None
        valid = and_(allowances.c.valid_from_s <= now_s, allowances.c.valid_until_s > now_s)
        query = select(allowances.c.allowance_id).where(allowances.c.subject_kind == "agency", valid)
        agency = self._keyring.agency_id(booking.agency_licence, "")
        if connection.execute(query.where(allowances.c.subject_text == agency).limit(1)).first() is not None:
            return True
        return None if connection.execute(query.limit(1)).first() is None else False


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


def _past(connection: Connection, person_key: int | None, now_s: int) -> Past | None:
    if person_key is None:
        return None
    columns = crossings.c
    query = (
        select(
            columns.crossed_at_s,
            columns.port,
            columns.direction,
            columns.document_key,
            columns.document_expires_day,
            columns.party_key,
            columns.decision,
        )
        .where(columns.person_key == person_key, columns.crossed_at_s < now_s)
        .order_by(columns.crossed_at_s.desc())
        .limit(_MOST_CROSSINGS)
    )
    rows = [tuple(row) for row in connection.execute(query)]
    own = [PastCrossing(at, port, _way(way), *rest) for at, port, way, *rest in reversed(rows)]
    return Past(own, _members(connection, own), person_key)


def _members(connection: Connection, own: list[PastCrossing]) -> list[Member]:
    parties = list({each.party_key for each in own if each.party_key is not None})
    if not parties:
        return []
    columns = crossings.c
    query = (
        select(columns.party_key, columns.person_key, columns.is_minor, columns.direction)
        .where(columns.party_key.in_(parties))
        .limit(_MOST_MEMBERS)
    )
    return [
        Member(row.party_key, row.person_key, row.is_minor, _way(row.direction)) for row in connection.execute(query)
    ]


def _way(direction: str | None) -> Direction | None:
    return Direction(direction) if direction else None


def _sharing(connection: Connection, keys: list[int], person_key: int | None, now_s: int) -> int | None:
    """Unrelated travellers with the same contact in 30 days: parties, or bookings, else all of one day as one."""
    if not keys:
        return None
    unit = func.coalesce(crossings.c.party_key, crossings.c.booking_key, -(crossings.c.crossed_at_s // DAY_S) - 1)
    stranger = or_(crossings.c.person_key.is_(None), crossings.c.person_key != person_key)
    found: list[tuple[int, int]] = []
    for key in keys:
        recent = (
            select(contacts.c.crossing_id)
            .where(contacts.c.contact_key == key, contacts.c.crossed_at_s >= now_s - _SHARED_DAYS * DAY_S)
            .order_by(contacts.c.crossed_at_s.desc())
            .limit(_MOST_SHARING)
        )
        query = select(unit).where(crossings.c.crossing_id.in_(recent))
        query = query if person_key is None else query.where(stranger)
        found += [(key, int(each)) for each in connection.execute(query).scalars()]
    return most_strangers(found) or 0


def _confirmed(connection: Connection, keys: list[int], now_s: int) -> bool | None:
    """Whether a contact was named in a case whose last outcome is ACTUAL. Unfounded cases drop out by themselves."""
    if not keys:
        return None
    since_s = now_s - _CONFIRMED_DAYS * DAY_S
    named = select(contacts.c.crossing_id).where(contacts.c.contact_key.in_(keys), contacts.c.crossed_at_s >= since_s)
    rows = OUTCOMES.rows
    query = select(rows.c.case_id, rows.c.state).where(rows.c.case_id.in_(named)).order_by(rows.c.event_sequence)
    last = {row.case_id: row.state for row in connection.execute(query)}
    return TraffickingStatus.ACTUAL.value in last.values()
