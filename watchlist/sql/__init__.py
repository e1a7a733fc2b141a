"""The watchlist in SQLite or PostgreSQL."""

from watchlist.sql.entries import SqlEntryStore
from watchlist.sql.proposals import SqlProposalStore

__all__ = ["SqlEntryStore", "SqlProposalStore"]
