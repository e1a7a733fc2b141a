"""Tables of crossings, by keyed hashes, and of allowances. No name, number, telephone, nationality, sex or religion."""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, Index, Integer, String, Table, Text

from ledger.sql.tables import metadata

crossings = Table(
    "crossings",
    metadata,
    Column("crossing_id", String(36), primary_key=True),
    Column("crossing_key", BigInteger, nullable=False),  # the same in 64 bits: patterns join on it
    Column("crossed_at_s", BigInteger, nullable=False),
    Column("key_id", String(8), nullable=False),
    Column("port", String(64)),
    Column("direction", String(16)),
    Column("person_key", BigInteger),
    Column("document_key", BigInteger),
    Column("document_next_key", BigInteger),
    Column("document_expires_day", Integer),
    Column("birth_year", Integer),
    Column("is_minor", Boolean),
    Column("party_key", BigInteger),
    Column("booking_key", BigInteger),
    Column("payer_key", BigInteger),
    Column("agency_id", String(64)),
    Column("was_postponed_before", Boolean),
    Column("decision", String(16), nullable=False),  # '' while nobody decided
    Index("ix_crossings_crossed_at_s", "crossed_at_s"),
    Index("ix_crossings_person_key", "person_key", "crossed_at_s"),
    Index("ix_crossings_document_key", "document_key", "crossed_at_s"),
    Index("ix_crossings_party_key", "party_key"),
)

contacts = Table(
    "crossing_contacts",
    metadata,
    Column("crossing_id", String(36), primary_key=True),
    Column("contact_key", BigInteger, primary_key=True, autoincrement=False),
    Column("crossing_key", BigInteger, nullable=False),
    Column("crossed_at_s", BigInteger, nullable=False),
    Index("ix_crossing_contacts_contact_key", "contact_key", "crossed_at_s"),
)

allowances = Table(
    "pattern_allowances",
    metadata,
    Column("allowance_id", String(36), primary_key=True),
    Column("kind", String(32), nullable=False),
    Column("subject_kind", String(16), nullable=False),
    Column("subject_text", String(64)),  # the licence of an agency
    Column("subject_key", BigInteger),  # the keyed hash of a booking, payer or contact
    Column("ground", Text, nullable=False),
    Column("valid_from_s", BigInteger, nullable=False),
    Column("valid_until_s", BigInteger, nullable=False),
    Column("allowed_by", String(64), nullable=False),
    Index("ix_pattern_allowances_subject_text", "subject_text"),
)
