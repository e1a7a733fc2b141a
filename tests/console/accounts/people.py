"""A clock that tests move, quick hashing, and a door to try."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from argon2 import PasswordHasher

from console.accounts.gate import Gate, SignIn
from console.accounts.password import Passwords
from console.accounts.roster import Roster
from console.accounts.session import SessionRules
from console.accounts.store import AccountStore
from ledger.actor import Actor, Role

START = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
ROOT = Actor("console", "root", Role.SYSTEM)
PASSWORD = "jembatan merah di pagi hari"


def quick_passwords() -> Passwords:
    """The real algorithm with the least work that it accepts: tests are not attacked."""
    return Passwords(PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))


@dataclass
class Clock:
    """Stands still until it is moved."""

    at: datetime = START

    def __call__(self) -> datetime:
        return self.at

    def wait(self, **by: float) -> None:
        self.at += timedelta(**by)


@dataclass
class Door:
    """A gate and its roster on one store."""

    store: AccountStore
    clock: Clock = field(default_factory=Clock)
    passwords: Passwords = field(default_factory=quick_passwords)
    rules: SessionRules = field(default_factory=SessionRules)

    @property
    def gate(self) -> Gate:
        return Gate(store=self.store, passwords=self.passwords, now=self.clock, rules=self.rules)

    @property
    def roster(self) -> Roster:
        return Roster(store=self.store, passwords=self.passwords, now=self.clock)

    def add(self, name: str = "sari", role: Role = Role.OFFICER) -> None:
        self.roster.create(name, role, ROOT, password=PASSWORD)


def attempt(name: str = "sari", password: str = PASSWORD, address: str = "10.0.0.7") -> SignIn:
    return SignIn(name, password, "booth-3", address)
