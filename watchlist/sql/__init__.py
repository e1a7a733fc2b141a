"""The watchlist in SQLite or PostgreSQL."""

from watchlist.sql.entries import SqlEntryStore

__all__ = ["SqlEntryStore"]
