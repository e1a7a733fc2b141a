"""Writes crossings beside the cases, in the same transaction: neither is there without the other."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Connection, delete, insert, select, update

from verifier.case import Case
from verifier.decision import Outcome
from verifier.model.journey import Direction
from verifier.patterns.crossing import Crossing, contact_rows, crossing_row
from verifier.patterns.keys import KeyKind, Keyring
from verifier.patterns.recorded import crossing_of, party_references
from verifier.sql.crossing_tables import contacts, crossings

_DAY_S: Final = 86_400
_POSTPONED_S: Final = 30 * _DAY_S
_RETRY_S: Final = 3600


class SqlCrossings:
    """What `SqlCaseStore` tells of each case. It never opens a transaction of its own."""

    def __init__(self, keyring: Keyring, *, post: str = "") -> None:
        self._keyring = keyring
        self._post = post

    def on_recorded(self, connection: Connection, case: Case) -> None:
        """A new case: one crossing, unless it is a specimen. A second reading takes the place of the first."""
        found = crossing_of(case, self._keyring, post=self._post)
        if found is None:
            return
        if case.presentation.is_retry:
            _forget_first_reading(connection, found)
        party = self._party(connection, case) if found.party_key is not None else None
        row = crossing_row(found)
        row["was_postponed_before"] = _was_postponed_before(connection, found)
        row["party_key"] = party if party is not None else found.party_key
        connection.execute(insert(crossings).values(row))
        if rows := contact_rows(found):
            connection.execute(insert(contacts), rows)

    def on_changed(self, connection: Connection, case: Case) -> None:
        """A decision that took force."""
        connection.execute(
            update(crossings)
            .where(crossings.c.crossing_id == case.case_id)
            .values(decision=case.outcome.value if case.outcome else "")
        )

    def _party(self, connection: Connection, case: Case) -> int | None:
        """The party of whoever is named and was here before; they join the new one if they had none.

        One look-up, never a walk: parties that name each other in a circle are one party, and nothing loops.
        """
        named = party_references(case)
        if not named:
            return None
        query = select(crossings.c.crossing_id, crossings.c.party_key).where(crossings.c.crossing_id.in_(named))
        there = {row.crossing_id: row.party_key for row in connection.execute(query)}
        known = next((there[each] for each in named if there.get(each) is not None), None)
        party = known if known is not None else self._keyring.key(KeyKind.PARTY, case.case_id.lower())
        lonely = [each for each, key in there.items() if key is None]
        alone = [each for each in there if there[each] == self._keyring.key(KeyKind.PARTY, each.lower())]
        joining = [*lonely, *(each for each in alone if there[each] != party)]
        if joining:
            connection.execute(update(crossings).where(crossings.c.crossing_id.in_(joining)).values(party_key=party))
        return party


def _forget_first_reading(connection: Connection, found: Crossing) -> None:
    """The reading of some minutes ago that nobody decided on: the same document, here, in the same direction."""
    if found.document_key is None:
        return
    direction = found.direction.value if found.direction else None
    query = select(crossings.c.crossing_id).where(
        crossings.c.document_key == found.document_key,
        crossings.c.crossed_at_s > found.crossed_at_s - _RETRY_S,
        crossings.c.crossed_at_s <= found.crossed_at_s,
        crossings.c.direction.is_not_distinct_from(direction),
        crossings.c.port.is_not_distinct_from(found.port),
        crossings.c.decision == "",
    )
    earlier = list(connection.execute(query).scalars())
    if earlier:
        connection.execute(delete(contacts).where(contacts.c.crossing_id.in_(earlier)))
        connection.execute(delete(crossings).where(crossings.c.crossing_id.in_(earlier)))


def _was_postponed_before(connection: Connection, found: Crossing) -> bool | None:
    """A departure of this person was postponed at another post in the last 30 days; None where it cannot be known."""
    if found.person_key is None or found.direction is not Direction.DEPARTURE or found.port is None:
        return None
    query = (
        select(crossings.c.crossing_id)
        .where(
            crossings.c.person_key == found.person_key,
            crossings.c.crossed_at_s >= found.crossed_at_s - _POSTPONED_S,
            crossings.c.crossed_at_s < found.crossed_at_s,
            crossings.c.decision == Outcome.DEFER.value,
            crossings.c.port != found.port,
        )
        .limit(1)
    )
    return connection.execute(query).first() is not None
