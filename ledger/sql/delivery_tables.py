"""Tables of deliveries: at a post how far its ledger was delivered, at the centre what posts delivered.

Each writer keeps its own chain. Records hold personal data and stand apart, so that retention can erase them.
"""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, String, Table, Text

from ledger.sql.tables import metadata, sequence_type

outbox = Table(
    "ledger_outbox",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("writer_id", String(64), nullable=False),
    Column("sequence", sequence_type, nullable=False),
    Column("digest", String(64), nullable=False),
)

delivered_heads = Table(
    "delivered_heads",
    metadata,
    Column("writer_id", String(64), primary_key=True),
    Column("device_id", String(128), nullable=False),
    Column("sequence", sequence_type, nullable=False),
    Column("digest", String(64), nullable=False),
)

delivered_events = Table(
    "delivered_events",
    metadata,
    Column("writer_id", String(64), primary_key=True),
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
    Index("ix_delivered_events_subject", "subject"),
)

delivered_records = Table(
    "delivered_records",
    metadata,
    Column("writer_id", String(64), primary_key=True),
    Column("subject", String(256), primary_key=True),
    Column("event_sequence", sequence_type, nullable=False),
    Column("record", Text, nullable=False),
)
