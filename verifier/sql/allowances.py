"""Allowances in the live data base: who allowed whom, on what ground and until when; every one an event."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import Connection, insert, select

from ledger.actor import Actor, Role
from ledger.errors import Fault, LintasError
from ledger.event import EventDraft
from ledger.sql import Database, append, lock
from verifier.patterns.allowance import Allowance, AllowanceKind, SubjectKind
from verifier.sql.crossing_tables import allowances


class SqlAllowances:
    """Grants and lists allowances."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def grant(self, allowance: Allowance, actor: Actor, now: datetime) -> None:
        """Keep an allowance and the event that tells of it.

        Raises LintasError ROLE_NOT_ALLOWED: what is suppressed is a supervisor's decision.
        """
        if actor.role is not Role.SUPERVISOR:
            raise LintasError(Fault.FORBIDDEN, "ROLE_NOT_ALLOWED", "only a supervisor allows; use --role supervisor")

        def work(connection: Connection) -> None:
            lock(connection)
            body = {
                "kind": allowance.kind.value,
                "subject_kind": allowance.subject_kind.value,
                "subject": allowance.subject_text or "",  # a licence is public; the keys of others are not told
                "valid_until": allowance.valid_until.isoformat(),
            }
            name = f"allowances/{allowance.allowance_id}"
            append(connection, EventDraft("patterns.allowed", actor, name, body, now))
            connection.execute(insert(allowances).values(_row(allowance)))

        self._database.write(work)

    def all(self) -> list[Allowance]:
        """Every allowance that was ever granted, the newest end first."""
        query = select(allowances).order_by(allowances.c.valid_until_s.desc(), allowances.c.allowance_id)
        rows = self._database.read(lambda connection: connection.execute(query).all())
        return [
            Allowance(
                allowance_id=row.allowance_id,
                kind=AllowanceKind(row.kind),
                subject_kind=SubjectKind(row.subject_kind),
                subject_text=row.subject_text,
                subject_key=row.subject_key,
                ground=row.ground,
                valid_from=_moment(row.valid_from_s),
                valid_until=_moment(row.valid_until_s),
                allowed_by=row.allowed_by,
            )
            for row in rows
        ]


def _moment(seconds: int) -> datetime:
    return datetime.fromtimestamp(seconds, tz=UTC)


def _row(allowance: Allowance) -> dict[str, object]:
    return {
        "allowance_id": allowance.allowance_id,
        "kind": allowance.kind.value,
        "subject_kind": allowance.subject_kind.value,
        "subject_text": allowance.subject_text,
        "subject_key": allowance.subject_key,
        "ground": allowance.ground,
        "valid_from_s": int(allowance.valid_from.timestamp()),
        "valid_until_s": int(allowance.valid_until.timestamp()),
        "allowed_by": allowance.allowed_by,
    }
