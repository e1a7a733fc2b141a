"""The table of a local copy of the list: how far it goes, and how sure that is. Empty at the centre."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Integer, String, Table

from ledger.sql.tables import metadata, sequence_type

replica = Table(
    "watchlist_replica",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("list_version", sequence_type, nullable=False),
    Column("as_of", String(27), nullable=False),  # by the centre's clock; '' before it was ever current
    Column("valid_until", String(27), nullable=False),
    Column("is_diverged", Boolean, nullable=False),
    Column("latest_seen", String(27), nullable=False),  # no clock may be set back behind it
)
