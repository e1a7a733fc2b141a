"""Sessions of browsers: an unguessable token that only the browser holds; the store keeps its hash."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from console.accounts.account import Account
from ledger.actor import Actor


@dataclass(frozen=True, slots=True)
class SessionRules:
    """How long a session lasts at most, and how long without a sign of life."""

    longest: timedelta = timedelta(hours=12)
    idle: timedelta = timedelta(minutes=30)
    code_within: timedelta = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Session:
    """One signed-in browser. `is_code_due`: the password was right, the one-time code has not come yet."""

    token_sha256: str
    account_name: str
    device_id: str
    created_at: datetime
    seen_at: datetime
    expires_at: datetime
    is_code_due: bool = False

    def is_alive(self, now: datetime, rules: SessionRules) -> bool:
        """Neither too old nor idle for too long. A clock that was set back ends it, too."""
        if now < self.created_at - timedelta(minutes=5):
            return False
        return now < self.expires_at and now - self.seen_at < rules.idle


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who a session proves."""

    account: Account
    session: Session

    @property
    def actor(self) -> Actor:
        """The proven caller, for the services."""
        return Actor(self.session.device_id, self.account.name, self.account.role)


def new_token() -> str:
    """256 random bits for a cookie."""
    return secrets.token_urlsafe(32)


def token_digest(token: str) -> str:
    """What the store keeps of a token."""
    return hashlib.sha256(token.encode()).hexdigest()


def form_token(token: str) -> str:
    """A token for one form against forged requests: only who holds the cookie's token can make it.

    It begins with random salt, so no two are alike: compressed answers then tell nothing about it (BREACH).
    """
    salt = secrets.token_hex(8)
    return f"{salt}.{_form_digest(token, salt)}"


def fits_form(token: str, given: str) -> bool:
    """Whether a form came from a page that we gave to this browser."""
    salt, _, digest = given.partition(".")
    return hmac.compare_digest(_form_digest(token, salt).encode(), digest.encode("utf-8", "surrogatepass"))


def _form_digest(token: str, salt: str) -> str:
    said = b"lintas form v1\0" + salt.encode("utf-8", "surrogatepass")
    return hmac.new(token.encode(), said, hashlib.sha256).hexdigest()
