"""Sessions in the training file."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, delete, func, insert, select
from sqlalchemy.exc import IntegrityError

from simulator.sql.file import TrainingFile
from simulator.sql.tables import CASES, CODES, LOG, SESSIONS
from simulator.store import StoredCase, StoredSession, log_moved, session_exists, session_unknown


class SqlSessionStore:
    """A SessionStore on a training file."""

    def __init__(self, file: TrainingFile) -> None:
        self._file = file

    def create(self, session: StoredSession) -> None:
        def work(connection: Connection) -> None:
            row = {"session_id": session.session_id, "code_sha256": session.code_sha256, "plan": session.plan}
            connection.execute(insert(SESSIONS), row)
            if session.code:
                connection.execute(insert(CODES), {"session_id": session.session_id, "code": session.code})
            for each in session.cases:
                case = {"case_key": each.case_key, "scenario": each.scenario, "boxes": each.boxes}
                connection.execute(insert(CASES), {"session_id": session.session_id, **case})

        try:
            self._file.write(work)
        except IntegrityError:
            raise session_exists() from None

    def by_code(self, code_sha256: str) -> str:
        query = select(SESSIONS.c.session_id).where(SESSIONS.c.code_sha256 == code_sha256)
        found: str | None = self._file.read(lambda connection: connection.execute(query).scalar_one_or_none())
        if found is None:
            raise session_unknown()
        return found

    def code(self, session_id: str) -> str:
        query = (
            select(SESSIONS.c.session_id, CODES.c.code)
            .select_from(SESSIONS.outerjoin(CODES, SESSIONS.c.session_id == CODES.c.session_id))
            .where(SESSIONS.c.session_id == session_id)
        )
        row = self._file.read(lambda connection: connection.execute(query).one_or_none())
        if row is None:
            raise session_unknown()
        return row.code or ""

    def forget_code(self, session_id: str) -> None:
        def work(connection: Connection) -> None:
            connection.execute(delete(CODES).where(CODES.c.session_id == session_id))

        self._file.write(work)

    def load(self, session_id: str) -> tuple[StoredSession, tuple[str, ...]]:
        def work(connection: Connection) -> tuple[StoredSession, tuple[str, ...]]:
            row = connection.execute(select(SESSIONS).where(SESSIONS.c.session_id == session_id)).one_or_none()
            if row is None:
                raise session_unknown()
            of_session = select(CASES).where(CASES.c.session_id == session_id).order_by(CASES.c.case_key)
            cases = tuple(StoredCase(c.case_key, c.scenario, c.boxes) for c in connection.execute(of_session))
            log = select(LOG.c.entry).where(LOG.c.session_id == session_id).order_by(LOG.c.number)
            entries = tuple(connection.execute(log).scalars())
            return StoredSession(session_id, row.code_sha256, row.plan, cases), entries

        return self._file.read(work)

    def append(self, session_id: str, number: int, entry: str) -> None:
        def work(connection: Connection) -> None:
            known = select(SESSIONS.c.place).where(SESSIONS.c.session_id == session_id)
            if connection.execute(known).scalar_one_or_none() is None:
                raise session_unknown()
            newest = select(func.coalesce(func.max(LOG.c.number), 0)).where(LOG.c.session_id == session_id)
            if connection.execute(newest).scalar_one() != number - 1:
                raise log_moved()
            connection.execute(insert(LOG), {"session_id": session_id, "number": number, "entry": entry})

        self._file.write(work)

    def list(self) -> Sequence[str]:
        query = select(SESSIONS.c.session_id).order_by(SESSIONS.c.place)
        return self._file.read(lambda connection: tuple(connection.execute(query).scalars()))

    def delete(self, session_id: str) -> None:
        def work(connection: Connection) -> None:
            gone = connection.execute(delete(SESSIONS).where(SESSIONS.c.session_id == session_id))
            if not gone.rowcount:
                raise session_unknown()

        self._file.write(work)
        self._file.forget_log()
