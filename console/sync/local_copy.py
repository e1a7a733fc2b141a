"""A post's copy of the list, opened; with the centre's keys where it is to be brought up to date."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

from console.migrations import upgrade
from console.settings import Settings
from ledger.errors import Fault, LintasError, invalid_field
from ledger.sql import Database
from watchlist.freshness import AgeLimits
from watchlist.replica.copy import CopyKeeper
from watchlist.signing.ed25519 import Ed25519Trust
from watchlist.sql.replica import SqlListCopy


@contextmanager
def open_copy(settings: Settings) -> Iterator[Database]:
    """The data base of the copy, brought to the newest schema."""
    with Database(f"sqlite:///{settings.list_copy}") as database:
        upgrade(database)
        yield database


def limits_of(settings: Settings) -> AgeLimits:
    """Raises LintasError where the list would expire before it is stale."""
    try:
        return AgeLimits(timedelta(minutes=settings.list_stale_minutes), timedelta(hours=settings.list_expired_hours))
    except ValueError as error:
        raise invalid_field("LINTAS_LIST_STALE_MINUTES", str(error), reason="LIST_AGE_LIMITS") from None


def trust_of(settings: Settings) -> Ed25519Trust:
    """The keys that are believed. Raises LintasError CENTRE_KEYS_MISSING or SIGNING_KEY."""
    if settings.centre_keys is None:
        raise LintasError(
            Fault.PRECONDITION,
            "CENTRE_KEYS_MISSING",
            "whose list is to be believed? Set LINTAS_CENTRE_KEYS to the file with the centre's public key",
        )
    return Ed25519Trust.load(settings.centre_keys)


def keeper_of(copy: Database, settings: Settings) -> CopyKeeper:
    """Raises LintasError as `trust_of` does."""
    return CopyKeeper(SqlListCopy(copy), trust_of(settings), lambda: datetime.now(UTC))
