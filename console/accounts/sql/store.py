"""The account store in SQL: a change and its ledger event in one transaction."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection, RowMapping, delete, insert, select, update

from console.accounts.account import Account
from console.accounts.lockout import Failures
from console.accounts.session import Session
from console.accounts.sql.tables import accounts, failures, sessions
from console.accounts.store import account_exists, account_stale
from ledger.actor import Role
from ledger.event import EventDraft, format_instant, parse_instant
from ledger.sql import Database, append, lock


class SqlAccountStore:
    """The `AccountStore` port over a data base."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def find(self, name: str) -> Account | None:
        return self._database.read(lambda connection: _find(connection, name))

    def all(self) -> tuple[Account, ...]:
        query = select(accounts).order_by(accounts.c.name)
        return self._database.read(
            lambda connection: tuple(_account(row) for row in connection.execute(query).mappings())
        )

    def create(self, account: Account, draft: EventDraft) -> Account:
        def work(connection: Connection) -> Account:
            lock(connection)
            if _find(connection, account.name) is not None:
                raise account_exists()
            connection.execute(insert(accounts).values(name=account.name, **_columns(account)))
            append(connection, draft)
            return account

        return self._database.write(work)

    def change(self, before: Account, after: Account, draft: EventDraft) -> Account:
        kept = replace(after, version=before.version + 1)

        def work(connection: Connection) -> Account:
            lock(connection)
            changed = connection.execute(
                update(accounts)
                .where(accounts.c.name == before.name, accounts.c.version == before.version)
                .values(**_columns(kept))
            )
            if changed.rowcount != 1:
                raise account_stale()
            append(connection, draft)
            return kept

        return self._database.write(work)

    def open_session(self, session: Session, draft: EventDraft | None) -> None:
        def work(connection: Connection) -> None:
            _append(connection, draft)
            connection.execute(insert(sessions).values(_session_row(session)))

        self._database.write(work)

    def session(self, token_sha256: str) -> tuple[Session, Account] | None:
        query = (
            select(accounts, *(column.label(f"session_{column.name}") for column in sessions.c))
            .join(sessions, sessions.c.account_name == accounts.c.name)
            .where(sessions.c.token_sha256 == token_sha256)
        )
        row = self._database.read(lambda connection: connection.execute(query).mappings().one_or_none())
        return (_session(row), _account(row)) if row is not None else None

    def seen(self, token_sha256: str, at: datetime) -> None:
        query = update(sessions).where(sessions.c.token_sha256 == token_sha256).values(seen_at=format_instant(at))
        self._database.write(lambda connection: connection.execute(query))

    def close_session(self, token_sha256: str, draft: EventDraft | None) -> None:
        def work(connection: Connection) -> None:
            closed = connection.execute(delete(sessions).where(sessions.c.token_sha256 == token_sha256))
            if closed.rowcount:
                _append(connection, draft)

        self._database.write(work)

    def close_sessions_of(self, name: str, *, but: str = "") -> None:
        query = delete(sessions).where(sessions.c.account_name == name, sessions.c.token_sha256 != but)
        self._database.write(lambda connection: connection.execute(query))

    def forget_sessions(self, *, expired_before: datetime) -> None:
        query = delete(sessions).where(sessions.c.expires_at < format_instant(expired_before))
        self._database.write(lambda connection: connection.execute(query))

    def failures(self, key: str) -> Failures:
        return self._database.read(lambda connection: _failures(connection, key))

    def change_failures(self, key: str, change: Callable[[Failures], Failures]) -> Failures:
        def work(connection: Connection) -> Failures:
            lock(connection)
            after = change(_failures(connection, key))
            connection.execute(delete(failures).where(failures.c.key == key))
            connection.execute(insert(failures).values(key=key, **_failure_columns(after)))
            return after

        return self._database.write(work)

    def forget_failures(self, keys: Iterable[str]) -> None:
        query = delete(failures).where(failures.c.key.in_(list(keys)))
        self._database.write(lambda connection: connection.execute(query))

    def note(self, draft: EventDraft) -> None:
        self._database.write(lambda connection: append(connection, draft))


def _append(connection: Connection, draft: EventDraft | None) -> None:
    if draft is not None:
        append(connection, draft)


def _find(connection: Connection, name: str) -> Account | None:
    row = connection.execute(select(accounts).where(accounts.c.name == name)).mappings().one_or_none()
    return _account(row) if row is not None else None


def _account(row: RowMapping) -> Account:
    return Account(
        name=row["name"],
        role=Role(row["role"]),
        password_hash=row["password_hash"],
        created_at=parse_instant(row["created_at"]),
        must_change_password=row["must_change_password"],
        code_secret=row["code_secret"],
        code_last_step=row["code_last_step"],
        disabled_at=_instant(row["disabled_at"]),
        version=row["version"],
    )


def _columns(account: Account) -> dict[str, object]:
    return {
        "role": account.role.value,
        "password_hash": account.password_hash,
        "created_at": format_instant(account.created_at),
        "must_change_password": account.must_change_password,
        "code_secret": account.code_secret,
        "code_last_step": account.code_last_step,
        "disabled_at": _text(account.disabled_at),
        "version": account.version,
    }


def _session(row: RowMapping) -> Session:
    return Session(
        token_sha256=row["session_token_sha256"],
        account_name=row["session_account_name"],
        device_id=row["session_device_id"],
        created_at=parse_instant(row["session_created_at"]),
        seen_at=parse_instant(row["session_seen_at"]),
        expires_at=parse_instant(row["session_expires_at"]),
        is_code_due=row["session_is_code_due"],
    )


def _session_row(session: Session) -> dict[str, object]:
    return {
        "token_sha256": session.token_sha256,
        "account_name": session.account_name,
        "device_id": session.device_id,
        "created_at": format_instant(session.created_at),
        "seen_at": format_instant(session.seen_at),
        "expires_at": format_instant(session.expires_at),
        "is_code_due": session.is_code_due,
    }


def _failures(connection: Connection, key: str) -> Failures:
    row = connection.execute(select(failures).where(failures.c.key == key)).one_or_none()
    return Failures(row.tries, _instant(row.last_at), _instant(row.locked_until)) if row else Failures()


def _failure_columns(after: Failures) -> dict[str, object]:
    return {"tries": after.count, "last_at": _text(after.last_at), "locked_until": _text(after.locked_until)}


def _instant(text: str) -> datetime | None:
    return parse_instant(text) if text else None


def _text(instant: datetime | None) -> str:
    return format_instant(instant) if instant else ""
