"""Signing in and out: password, one-time code, lockout; and who a session proves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from console.accounts.account import Account
from console.accounts.lockout import keys_of
from console.accounts.one_time_code import step_of
from console.accounts.password import Passwords
from console.accounts.session import Session, SessionRules, Visitor, new_token, token_digest
from console.accounts.store import AccountStore
from ledger.actor import Actor
from ledger.errors import Fault, LintasError
from ledger.event import EventDraft, JsonValue

_NOTE_SEEN_EVERY: Final = timedelta(minutes=1)


class SignInLockedError(LintasError):
    """Too many failures; `retry_after_s` says when it can be tried again."""

    def __init__(self, retry_after_s: int) -> None:
        said = LintasError(Fault.EXHAUSTED, "SIGN_IN_LOCKED", f"too many failures; try again in {retry_after_s} s")
        super().__init__(said.fault, said.reason, said.message)
        self.retry_after_s = retry_after_s


@dataclass(frozen=True, slots=True)
class SignIn:
    """What somebody types at the door, and where they stand. `address` is that of their machine."""

    name: str
    password: str
    device_id: str
    address: str


@dataclass(frozen=True, slots=True)
class Opened:
    """A new session; `token` is for the browser's cookie and is kept nowhere else."""

    token: str
    visitor: Visitor


class Gate:
    """The door of the console."""

    def __init__(
        self,
        *,
        store: AccountStore,
        passwords: Passwords,
        now: Callable[[], datetime],
        rules: SessionRules,
        closed_to: str = "",
    ) -> None:
        """`closed_to`: beginning of account names that nobody may sign in with; '' closes it to none."""
        self._closed_to = closed_to
        self._store = store
        self._passwords = passwords
        self._now = now
        self._rules = rules

    def open_to_all(self) -> Gate:
        """The same door, closed to nobody: for demonstrations."""
        return Gate(store=self._store, passwords=self._passwords, now=self._now, rules=self._rules)

    def sign_in(self, attempt: SignIn) -> Opened:
        """Open a session; with one-time codes it proves nothing until `give_code`.

        Raises LintasError SIGN_IN_REFUSED (never saying what was wrong), SIGN_IN_LOCKED, SIGN_IN_BUSY.
        """
        name = attempt.name.strip().casefold()
        account = self._store.find(name)
        self._count_in_advance(account, name, attempt)
        is_closed = bool(self._closed_to) and name.startswith(self._closed_to)
        usable = account is not None and account.is_enabled and not is_closed
        fits = self._passwords.fits(attempt.password, account.password_hash if account and usable else "")
        if account is None or not fits:
            raise _refused()
        self._forgive(name, attempt.address, password_only=account.asks_code)
        return self._open(account, attempt.device_id)

    def give_code(self, token: str, code: str, address: str) -> Opened:
        """The second step. The old token is worth nothing afterwards.

        Raises LintasError SESSION_UNKNOWN, SIGN_IN_REFUSED, SIGN_IN_LOCKED.
        """
        visitor = self._alive(token)
        if visitor is None or not visitor.session.is_code_due:
            raise LintasError(Fault.UNAUTHENTICATED, "SESSION_UNKNOWN", "sign in again")
        account = visitor.account
        where = SignIn(account.name, "", visitor.session.device_id, address)
        self._count_in_advance(account, account.name, where)
        now = self._now()
        step = step_of(code, account.code_secret, now, after_step=account.code_last_step)
        if step is None:
            raise _refused()
        actor = visitor.actor
        draft = _draft("account.code_used", actor, account, now)
        account = self._store.change(account, replace(account, code_last_step=step), draft)
        self._forgive(account.name, address, password_only=False)
        self._store.close_session(token_digest(token), None)
        return self._open(account, visitor.session.device_id, code_given=True)

    def visitor(self, token: str) -> Visitor | None:
        """Whom the token proves; None where the session is unknown, over, idle, or still lacks its code."""
        visitor = self._alive(token)
        return visitor if visitor and not visitor.session.is_code_due else None

    def awaits_code(self, token: str) -> bool:
        """The password was right and the one-time code is due."""
        visitor = self._alive(token)
        return visitor is not None and visitor.session.is_code_due

    def sign_out(self, token: str) -> None:
        """Close the session; nothing where there is none."""
        digest = token_digest(token)
        if (known := self._store.session(digest)) is not None:
            session, account = known
            draft = _draft("account.signed_out", Visitor(account, session).actor, account, self._now())
            self._store.close_session(digest, draft)

    def _alive(self, token: str) -> Visitor | None:
        if not token:
            return None
        known = self._store.session(token_digest(token))
        now = self._now()
        if known is None:
            return None
        session, account = known
        if not account.is_enabled or not session.is_alive(now, self._rules):
            return None
        if now - session.seen_at >= _NOTE_SEEN_EVERY:
            self._store.seen(session.token_sha256, now)
        return Visitor(account, session)

    def _open(self, account: Account, device_id: str, *, code_given: bool = False) -> Opened:
        now = self._now()
        is_code_due = account.asks_code and not code_given
        token = new_token()
        lasts = self._rules.code_within if is_code_due else self._rules.longest
        session = Session(
            token_sha256=token_digest(token),
            account_name=account.name,
            device_id=device_id,
            created_at=now,
            seen_at=now,
            expires_at=now + lasts,
            is_code_due=is_code_due,
        )
        visitor = Visitor(account, session)
        self._store.forget_sessions(expired_before=now)
        draft = None if is_code_due else _draft("account.signed_in", visitor.actor, account, now)
        self._store.open_session(session, draft)
        return Opened(token, visitor)

    def _count_in_advance(self, account: Account | None, name: str, attempt: SignIn) -> None:
        """Count the attempt as failed before it is looked at: a thousand at once are counted as a thousand."""
        now = self._now()
        keys = keys_of(name, attempt.address)
        until = [failures.locked_until for key in keys if (failures := self._store.failures(key.text)).is_locked(now)]
        if until:
            latest = max(each for each in until if each is not None)
            raise SignInLockedError(max(1, round((latest - now).total_seconds())))
        for key in keys:
            failures = self._store.change_failures(key.text, lambda f, limit=key.limit: f.one_more(now, limit))  # type: ignore[misc]  # bound now, not later
            if failures.is_locked(now) and failures.last_at == now and account is not None:
                actor = Actor(attempt.device_id, account.name, account.role)
                self._store.note(_draft("account.locked", actor, account, now, {"by": key.text.partition(":")[0]}))

    def _forgive(self, name: str, address: str, *, password_only: bool) -> None:
        pair, of_account, of_address = keys_of(name, address)
        if password_only:
            # a right password alone must not reset the count, or codes could be guessed without end
            for key in (pair, of_account, of_address):
                self._store.change_failures(key.text, lambda failures: failures.one_less())
            return
        self._store.forget_failures((pair.text, of_account.text))
        self._store.change_failures(of_address.text, lambda failures: failures.one_less())


def _refused() -> LintasError:
    return LintasError(Fault.UNAUTHENTICATED, "SIGN_IN_REFUSED", "name, password or code is not right")


def _draft(
    kind: str, actor: Actor, account: Account, now: datetime, body: dict[str, JsonValue] | None = None
) -> EventDraft:
    return EventDraft(kind, actor, f"accounts/{account.name}", body or {}, now)
