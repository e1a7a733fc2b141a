"""Crossings that are old enough, or whose traveller may ask for it, are removed with the contacts that they named.

Nothing else holds their keys: the ledger has none, so there is nothing to mask first. Cases have a retention of theirs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, delete, func, select

from ledger.actor import Actor, Role
from ledger.errors import Fault, LintasError, invalid_field
from ledger.event import EventDraft, format_instant
from ledger.sql import Database, append, lock
from verifier.sql.crossing_tables import contacts, crossings

_SLICE: Final = 20_000  # crossings in a transaction: whoever stands at a counter waits no longer than that takes
_SUBJECT: Final = "crossings"


@dataclass(frozen=True, slots=True)
class Forgotten:
    """How many rows there were, or are to be removed."""

    crossings: int
    contacts: int

    def __add__(self, other: Forgotten) -> Forgotten:
        return Forgotten(self.crossings + other.crossings, self.contacts + other.contacts)


class SqlCrossingRetention:
    """Counts and removes. Every removal is an event, in the transaction that removes."""

    def __init__(self, database: Database, *, slice_rows: int = _SLICE) -> None:
        """`slice_rows`: the most crossings that one transaction removes."""
        self._database = database
        self._slice_rows = slice_rows

    def due(self, before: datetime) -> Forgotten:
        """What `forget` would remove."""
        return self._database.read(lambda connection: _counted(connection, _older(before)))

    def forget(
        self,
        before: datetime,
        actor: Actor,
        now: datetime,
        *,
        told: Callable[[Forgotten], None] = lambda _forgotten: None,
    ) -> Forgotten:
        """Remove crossings of before a moment, oldest first, in slices; `told` hears of each that is gone.

        Raises LintasError: ROLE_NOT_ALLOWED for others than supervisors, INVALID_FIELD for a moment that lies ahead.
        """
        _check(actor)
        if before > now:
            raise invalid_field("before", "must not lie ahead: what was just recorded is still needed")
        body = {"before": format_instant(before)}
        forgotten = Forgotten(0, 0)
        while (gone := self._remove(_older(before), body, actor, now)).crossings:
            forgotten += gone
            told(gone)
        return forgotten

    def erase(self, case_ids: Iterable[str], reference: str, actor: Actor, now: datetime) -> Forgotten:
        """Remove the crossings of cases because their traveller asked; `reference` is the file of that request.

        Raises LintasError: ROLE_NOT_ALLOWED for others than supervisors, INVALID_FIELD without a reference.
        """
        _check(actor)
        if not reference.strip():
            raise invalid_field("request", "say under which number the request is filed")
        wanted = sorted({each.lower() for each in case_ids})
        gone = Forgotten(0, 0)
        for start in range(0, len(wanted), 500):  # data bases bound how many values a query may name
            part = crossings.c.crossing_id.in_(wanted[start : start + 500])
            gone += self._remove(part, {"request": reference.strip()}, actor, now)
        return gone

    def of_cases(self, case_ids: Iterable[str]) -> list[dict[str, Any]]:
        """What is kept on these cases' crossings, for the traveller who asks: columns as stored, and contact keys."""
        wanted = sorted({each.lower() for each in case_ids})

        def work(connection: Connection) -> list[dict[str, Any]]:
            found = []
            for start in range(0, len(wanted), 500):
                query = select(crossings).where(crossings.c.crossing_id.in_(wanted[start : start + 500]))
                found += [dict(row) for row in connection.execute(query).mappings()]
            for each in found:
                named = select(contacts.c.contact_key).where(contacts.c.crossing_id == each["crossing_id"])
                each["contact_keys"] = sorted(connection.execute(named).scalars())
            return found

        return self._database.read(work)

    def _remove(self, which: ColumnElement[bool], body: dict[str, Any], actor: Actor, now: datetime) -> Forgotten:
        def work(connection: Connection) -> Forgotten:
            lock(connection)
            oldest = (
                select(crossings.c.crossing_id)
                .where(which)
                .order_by(crossings.c.crossed_at_s, crossings.c.crossing_id)
                .limit(self._slice_rows)
            )
            named = connection.execute(delete(contacts).where(contacts.c.crossing_id.in_(oldest))).rowcount
            gone = Forgotten(
                connection.execute(delete(crossings).where(crossings.c.crossing_id.in_(oldest))).rowcount, named
            )
            if gone.crossings:
                counts = {"crossings": gone.crossings, "contacts": gone.contacts}
                append(connection, EventDraft("patterns.crossings_removed", actor, _SUBJECT, {**body, **counts}, now))
            return gone

        return self._database.write(work)


def _older(before: datetime) -> ColumnElement[bool]:
    return crossings.c.crossed_at_s < int(before.timestamp())


def _counted(connection: Connection, which: ColumnElement[bool]) -> Forgotten:
    ids = select(crossings.c.crossing_id).where(which)
    named = select(func.count()).select_from(contacts).where(contacts.c.crossing_id.in_(ids))
    count = select(func.count()).select_from(crossings).where(which)
    return Forgotten(connection.execute(count).scalar_one(), connection.execute(named).scalar_one())


def _check(actor: Actor) -> None:
    if actor.role is not Role.SUPERVISOR:
        raise LintasError(Fault.FORBIDDEN, "ROLE_NOT_ALLOWED", "only a supervisor removes; use --role supervisor")
