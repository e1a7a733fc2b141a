"""The record of crossings, put together: the secret of its keys, the recorder, and what is known of the past."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.engine import make_url

from console.settings import Settings
from ledger.sql import Database
from verifier.patterns.key_file import read_or_make_secret, read_secret
from verifier.patterns.keys import Keyring
from verifier.sql.crossings import SqlCrossings
from verifier.sql.history import SqlHistory


@dataclass(frozen=True, slots=True)
class CrossingRecord:
    """Both sides of it: what is written, and what is read at the counter."""

    crossings: SqlCrossings
    history: SqlHistory


def open_keyring(settings: Settings) -> Keyring | None:
    """The keyring of the settings; None on a shared data base for which nobody named a secret.

    Beside a SQLite file the secret is made at the first start. Posts that share a PostgreSQL must share a secret, too,
    and one of each post's own would let nothing meet: there it has to be named, and to be there. Raises LintasError
    (CONTACT_KEY) where it cannot be read.
    """
    if settings.contact_key_file is not None:
        return Keyring(read_secret(settings.contact_key_file), home_prefix=settings.phone_prefix)
    url = make_url(settings.database_url)
    if url.get_backend_name() != "sqlite" or not url.database:
        return None
    beside = Path(url.database).with_suffix(".contact-key")
    return Keyring(read_or_make_secret(beside), home_prefix=settings.phone_prefix)


def crossing_record(database: Database, settings: Settings) -> CrossingRecord | None:
    """None where crossings are not recorded. Raises as `open_keyring`."""
    keyring = open_keyring(settings)
    if keyring is None:
        return None
    return CrossingRecord(
        SqlCrossings(keyring, post=settings.post_name), SqlHistory(database, keyring, post=settings.post_name)
    )
