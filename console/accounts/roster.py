"""Who has an account: create, disable, enable, reset, change role; and what people change on their own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from console.accounts.account import Account, check_name, check_role
from console.accounts.gate import SignInLockedError
from console.accounts.lockout import keys_of
from console.accounts.one_time_code import step_of
from console.accounts.password import Passwords, check_password, temporary_password
from console.accounts.session import Visitor
from console.accounts.store import AccountStore
from ledger.actor import Actor, Role
from ledger.errors import Fault, FieldFault, LintasError, invalid_field
from ledger.event import EventDraft, JsonValue


class Roster:
    """Accounts of one house. Every change is an event of the ledger."""

    def __init__(self, *, store: AccountStore, passwords: Passwords, now: Callable[[], datetime]) -> None:
        self._store = store
        self._passwords = passwords
        self._now = now

    def all(self) -> tuple[Account, ...]:
        """Every account, by name."""
        return self._store.all()

    def get(self, name: str) -> Account:
        """Raises LintasError ACCOUNT_UNKNOWN."""
        account = self._store.find(name.strip().casefold())
        if account is None:
            field = FieldFault("name", "no such account")
            raise LintasError(Fault.NOT_FOUND, "ACCOUNT_UNKNOWN", "name: no such account", fields=(field,))
        return account

    def create(self, name: str, role: Role, actor: Actor, *, password: str = "") -> tuple[Account, str]:
        """A new account and its password: the one given, or a temporary one that must be changed at first use.

        Raises LintasError ACCOUNT_NAME, ACCOUNT_ROLE, ACCOUNT_EXISTS, PASSWORD_WEAK, ROLE_NOT_ALLOWED.
        """
        _check_may_administer(actor)
        name = check_name(name)
        check_role(role)
        given = check_password(password, name) if password else temporary_password()
        now = self._now()
        account = Account(
            name=name,
            role=role,
            password_hash=self._passwords.hash(given),
            created_at=now,
            must_change_password=not password,
        )
        return self._store.create(account, self._draft("created", actor, account, {"role": role.value})), given

    def reset(self, name: str, actor: Actor) -> tuple[Account, str]:
        """A temporary password, no one-time codes any more, all sessions closed. Raises as `get` and `create` do."""
        _check_may_administer(actor)
        account = self.get(name)
        given = temporary_password()
        after = replace(
            account,
            password_hash=self._passwords.hash(given),
            must_change_password=True,
            code_secret="",
            code_last_step=0,
        )
        changed = self._store.change(account, after, self._draft("password_reset", actor, account))
        self._store.close_sessions_of(account.name)
        return changed, given

    def disable(self, name: str, actor: Actor) -> Account:
        """Nobody signs in with it any more, and who is in is out. Raises LintasError LAST_ADMINISTRATOR."""
        _check_may_administer(actor)
        account = self.get(name)
        if not account.is_enabled:
            return account
        self._check_not_last(account)
        after = replace(account, disabled_at=self._now())
        changed = self._store.change(account, after, self._draft("disabled", actor, account))
        self._store.close_sessions_of(account.name)
        return changed

    def enable(self, name: str, actor: Actor) -> Account:
        """The way back."""
        _check_may_administer(actor)
        account = self.get(name)
        if account.is_enabled:
            return account
        return self._store.change(account, replace(account, disabled_at=None), self._draft("enabled", actor, account))

    def change_role(self, name: str, role: Role, actor: Actor) -> Account:
        """Another role from the next request on. Raises LintasError ACCOUNT_ROLE, LAST_ADMINISTRATOR."""
        _check_may_administer(actor)
        account = self.get(name)
        check_role(role)
        if account.role is role:
            return account
        self._check_not_last(account)
        draft = self._draft("role_changed", actor, account, {"from": account.role.value, "to": role.value})
        return self._store.change(account, replace(account, role=role), draft)

    def change_password(self, visitor: Visitor, old: str, new: str) -> Account:
        """By the owner; all other sessions are closed. Raises LintasError PASSWORD_WRONG, PASSWORD_WEAK."""
        account = self.get(visitor.account.name)
        self._check_password(account, old, "old_password")
        given = check_password(new, account.name)
        if given == old:
            raise invalid_field("password", "must differ from the old one", reason="PASSWORD_WEAK")
        after = replace(account, password_hash=self._passwords.hash(given), must_change_password=False)
        changed = self._store.change(account, after, self._draft("password_changed", visitor.actor, account))
        self._store.close_sessions_of(account.name, but=visitor.session.token_sha256)
        return changed

    def use_codes(self, visitor: Visitor, secret: str, code: str) -> Account:
        """Ask for one-time codes from now on; the first code proves that the authenticator works.

        Raises LintasError CODE_WRONG.
        """
        account = self.get(visitor.account.name)
        step = step_of(code, secret, self._now(), after_step=0)
        if step is None:
            raise invalid_field("code", "not the code that the authenticator shows now", reason="CODE_WRONG")
        after = replace(account, code_secret=secret, code_last_step=step)
        changed = self._store.change(account, after, self._draft("codes_begun", visitor.actor, account))
        self._store.close_sessions_of(account.name, but=visitor.session.token_sha256)
        return changed

    def drop_codes(self, visitor: Visitor, password: str) -> Account:
        """Ask for no one-time codes any more. Raises LintasError PASSWORD_WRONG."""
        account = self.get(visitor.account.name)
        self._check_password(account, password, "password")
        after = replace(account, code_secret="", code_last_step=0)
        return self._store.change(account, after, self._draft("codes_ended", visitor.actor, account))

    def _check_password(self, account: Account, password: str, field: str) -> None:
        # an open screen is no place to guess, either
        key, now = keys_of(account.name, "signed in")[0], self._now()
        known = self._store.failures(key.text)
        if known.locked_until is not None and known.is_locked(now):
            raise SignInLockedError(max(1, round((known.locked_until - now).total_seconds())))
        self._store.change_failures(key.text, lambda failures: failures.one_more(now, key.limit))
        if not self._passwords.fits(password, account.password_hash):
            raise invalid_field(field, "not the password in force", reason="PASSWORD_WRONG")
        self._store.forget_failures((key.text,))

    def _check_not_last(self, account: Account) -> None:
        others = [each for each in self._store.all() if each.name != account.name and each.is_enabled]
        if account.role is Role.ADMINISTRATOR and not any(each.role is Role.ADMINISTRATOR for each in others):
            message = "the last administrator stays; create another first"
            raise LintasError(Fault.PRECONDITION, "LAST_ADMINISTRATOR", message)

    def _draft(self, what: str, actor: Actor, account: Account, body: dict[str, JsonValue] | None = None) -> EventDraft:
        return EventDraft(f"account.{what}", actor, f"accounts/{account.name}", body or {}, self._now())


def _check_may_administer(actor: Actor) -> None:
    # the system is the command line of whoever owns the data base
    if actor.role not in {Role.ADMINISTRATOR, Role.SYSTEM}:
        message = f"role {actor.role.value} may not administer accounts"
        raise LintasError(Fault.FORBIDDEN, "ROLE_NOT_ALLOWED", message)
