"""Tables of cases. Personal data has its own table, so that retention can erase it and leave the chain whole."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, String, Table, Text

from ledger.sql.tables import metadata, sequence_type

cases = Table(
    "cases",
    metadata,
    Column("case_id", String(36), primary_key=True),
    Column("version", Integer, nullable=False),
    Column("created_at", String(27), nullable=False),
    Column("device_id", String(64), nullable=False),
    Column("officer_id", String(64), nullable=False),
    Column("advice", String(16), nullable=False),
    Column("outcome", String(16), nullable=False),  # '' while nobody decided
    Column("is_specimen", Boolean, nullable=False),
    # the event that vouches for this version, and the digest of the record that it vouches for
    Column("event_sequence", sequence_type, nullable=False),
    Column("record_digest", String(64), nullable=False),
    Index("ix_cases_created_at", "created_at", "case_id"),
    Index("ix_cases_officer_id", "officer_id", "created_at"),
)

case_records = Table(
    "case_records",
    metadata,
    Column("case_id", String(36), ForeignKey(cases.c.case_id), primary_key=True),
    Column("record", Text, nullable=False),
)

case_requests = Table(
    "case_requests",
    metadata,
    Column("request_id", String(64), primary_key=True),
    Column("digest", String(64), nullable=False),
    Column("case_id", String(36), ForeignKey(cases.c.case_id), nullable=False),
)
