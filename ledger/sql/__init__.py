"""Keeping things in SQLite or PostgreSQL: the data base, its single writer, and the ledger's tables."""

from ledger.sql.database import Database
from ledger.sql.events import SqlLedger, append, lock
from ledger.sql.tables import metadata

__all__ = ["Database", "SqlLedger", "append", "lock", "metadata"]
