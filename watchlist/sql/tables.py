"""Tables of the watchlist. The entry itself is one text; columns beside it are only what is asked for by value."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, String, Table, Text

from ledger.sql.tables import metadata, sequence_type

entries = Table(
    "watchlist_entries",
    metadata,
    Column("entry_id", String(128), primary_key=True),
    Column("list_id", String(64), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("category", String(32), nullable=False),
    Column("revoked_at", String(27), nullable=False),  # '' while not revoked
    Column("version", Integer, nullable=False),
    Column("list_version", sequence_type, nullable=False),
    Column("content_digest", String(64), nullable=False),
    Column("entry", Text, nullable=False),
    Index("ix_watchlist_entries_list_id", "list_id", "entry_id"),
    Index("uq_watchlist_entries_list_version", "list_version", unique=True),
)

# One row. Locked for the length of each change, so versions are dense and in commit order: a plain sequence is not.
versions = Table(
    "watchlist_version",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("list_version", sequence_type, nullable=False),
)
