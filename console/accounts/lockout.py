"""Lockout after repeated failures: per account and address together, per account, per address."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

_FIRST_LOCK: Final = timedelta(minutes=1)
_LONGEST_LOCK: Final = timedelta(minutes=15)
_FORGET_AFTER: Final = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Failures:
    """What went wrong so far under one key."""

    count: int = 0
    last_at: datetime | None = None
    locked_until: datetime | None = None

    def is_locked(self, now: datetime) -> bool:
        """Nobody is let in under this key now."""
        return self.locked_until is not None and now < self.locked_until

    def one_more(self, now: datetime, limit: int) -> Failures:
        """After another failure: from `limit` on it locks for 1, 2, 4 … at most 15 minutes.

        While locked nothing is counted, or somebody who keeps trying would keep the owner out for ever.
        """
        if self.is_locked(now):
            return self
        known = 0 if self.last_at is None or now - self.last_at > _FORGET_AFTER else self.count
        count = known + 1
        if count < limit:
            return Failures(count, now)
        lock = min(_FIRST_LOCK * 2 ** min(count - limit, 10), _LONGEST_LOCK)
        return Failures(count, now, now + lock)

    def one_less(self) -> Failures:
        """After a success that had been counted in advance."""
        return replace(self, count=max(0, self.count - 1), locked_until=None)


@dataclass(frozen=True, slots=True)
class LockKey:
    """What failures are counted under. `text` tells nothing: people type passwords where names belong."""

    text: str
    limit: int


# a whole post may sit behind one address, and one clumsy colleague must not lock an account for all: so the pair
# is strict, the two alone are generous
PAIR_LIMIT: Final = 5
ACCOUNT_LIMIT: Final = 20
ADDRESS_LIMIT: Final = 40


def keys_of(account_name: str, address: str) -> tuple[LockKey, LockKey, LockKey]:
    """The pair, the account, the address."""
    return (
        LockKey(_digest("pair", account_name, address), PAIR_LIMIT),
        LockKey(_digest("account", account_name), ACCOUNT_LIMIT),
        LockKey(_digest("address", address), ADDRESS_LIMIT),
    )


def _digest(kind: str, *parts: str) -> str:
    return f"{kind}:{hashlib.sha256(chr(0).join(parts).encode('utf-8', 'surrogatepass')).hexdigest()}"
