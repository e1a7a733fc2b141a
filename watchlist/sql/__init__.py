"""The watchlist in SQLite or PostgreSQL."""

from watchlist.sql.documents import SqlDocuments
from watchlist.sql.entries import SqlEntryStore
from watchlist.sql.imports import SqlListStore
from watchlist.sql.list_proposals import SqlProposedFiles
from watchlist.sql.proposals import SqlProposalStore
from watchlist.sql.settlements import SqlSettlementStore

__all__ = [
    "SqlDocuments",
    "SqlEntryStore",
    "SqlListStore",
    "SqlProposalStore",
    "SqlProposedFiles",
    "SqlSettlementStore",
]
