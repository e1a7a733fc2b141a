"""Tables of the ledger, and the metadata that the tables of all rooms join."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, Integer, MetaData, String, Table, Text

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

# SQLite counts rowids only on plain INTEGER keys
sequence_type = BigInteger().with_variant(Integer, "sqlite")

events = Table(
    "ledger_events",
    metadata,
    Column("sequence", sequence_type, primary_key=True, autoincrement=False),
    Column("kind", String(64), nullable=False),
    Column("device_id", String(128), nullable=False),
    Column("officer_id", String(128), nullable=False),
    Column("role", String(32), nullable=False),
    Column("subject", String(256), nullable=False),
    Column("body", Text, nullable=False),
    Column("recorded_at", String(27), nullable=False),
    Column("previous_digest", String(64), nullable=False),
    Column("digest", String(64), nullable=False),
    Index("ix_ledger_events_subject", "subject"),
)

# One row. Locking it is what puts concurrent appends in line on PostgreSQL.
heads = Table(
    "ledger_head",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("sequence", sequence_type, nullable=False),
    Column("digest", String(64), nullable=False),
)
