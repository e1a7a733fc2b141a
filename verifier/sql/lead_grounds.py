"""Which allowance explains a lead: what it is about, or what its crossings are under."""

from __future__ import annotations

from sqlalchemy import Connection, select

from ledger.sql import Database
from verifier.patterns.allowance import Allowance, SubjectKind
from verifier.sql.allowances import SqlAllowances
from verifier.sql.crossing_tables import contacts, crossings


class LeadGrounds:
    """Looks allowances up as a run would have applied them. Reads only."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._allowances = SqlAllowances(database).all()

    def explaining(self, subject: str, crossing_id: str) -> Allowance | None:
        """The allowance of the subject itself, else one that the crossing is under; None where none is known any more.

        `subject` as a lead has it: a licence or a key as text.
        """
        own = self._first({(kind, subject) for kind in SubjectKind}, None)
        if own is not None:
            return own
        found = self._database.read(lambda connection: _of_crossing(connection, crossing_id))
        return self._first(found[0], found[1]) if found is not None else None

    def _first(self, named: set[tuple[SubjectKind, str]], crossed_at_s: int | None) -> Allowance | None:
        for each in self._allowances:
            held = each.subject_text if each.subject_kind is SubjectKind.AGENCY else str(each.subject_key)
            is_valid = crossed_at_s is None or (
                each.valid_from.timestamp() <= crossed_at_s < each.valid_until.timestamp()
            )
            if held is not None and (each.subject_kind, held) in named and is_valid:
                return each
        return None


def _of_crossing(connection: Connection, crossing_id: str) -> tuple[set[tuple[SubjectKind, str]], int] | None:
    query = select(
        crossings.c.agency_id, crossings.c.booking_key, crossings.c.payer_key, crossings.c.crossed_at_s
    ).where(crossings.c.crossing_id == crossing_id)
    row = connection.execute(query).one_or_none()
    if row is None:
        return None
    keys = connection.execute(select(contacts.c.contact_key).where(contacts.c.crossing_id == crossing_id)).scalars()
    named = {(SubjectKind.CONTACT, str(key)) for key in keys}
    of_row = (
        (SubjectKind.AGENCY, row.agency_id),
        (SubjectKind.BOOKING, row.booking_key),
        (SubjectKind.PAYER, row.payer_key),
    )
    return named | {(kind, str(value)) for kind, value in of_row if value is not None}, row.crossed_at_s
