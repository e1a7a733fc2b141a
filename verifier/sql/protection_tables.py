"""Tables of protection, apart from crossings: no foreign key leads to a case, so either side can be erased alone.

Each kind of record has a table of codes and one of its content, which may hold personal data.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, String, Table, Text

from ledger.sql.tables import metadata, sequence_type
from verifier.sql.tables import cases


@dataclass(frozen=True, slots=True)
class Shelf:
    """The two tables of one kind of record."""

    collection: str  # as in resource names and events
    rows: Table
    contents: Table


def _shelf(collection: str, table: str) -> Shelf:
    rows = Table(
        table,
        metadata,
        Column("record_id", String(36), primary_key=True),
        Column("case_id", String(36), nullable=False),  # '' where it belongs to none
        Column("created_at", String(27), nullable=False),
        Column("device_id", String(64), nullable=False),
        Column("officer_id", String(64), nullable=False),
        Column("state", String(24), nullable=False),
        Column("version", Integer, nullable=False),
        # the event that vouches for this version, and the digest of the content that it vouches for
        Column("event_sequence", sequence_type, nullable=False),
        Column("record_digest", String(64), nullable=False),
        Index(f"ix_{table}_created_at", "created_at", "record_id"),
        Index(f"ix_{table}_case_id", "case_id"),
    )
    contents = Table(
        f"{table}_contents",
        metadata,
        Column("record_id", String(36), ForeignKey(rows.c.record_id), primary_key=True),
        Column("content", Text, nullable=False),
    )
    return Shelf(collection, rows, contents)


CALL_BACKS = _shelf("callBacks", "protection_call_backs")
REFERRALS = _shelf("referrals", "protection_referrals")
OUTCOMES = _shelf("outcomes", "protection_outcomes")
TIPS = _shelf("tips", "protection_tips")
RETENTIONS = _shelf("retentions", "protection_retentions")
# kept the same way, though apart from protection: what analysts made of leads, and what classes learned
LEADS = _shelf("leads", "pattern_leads")
TRAINING_RESULTS = _shelf("trainingResults", "training_results")

requests = Table(
    "protection_requests",
    metadata,
    Column("request_id", String(64), primary_key=True),
    Column("digest", String(64), nullable=False),
    Column("record_id", String(36), nullable=False),
)

# which indicators stood in which case: an index over the case records, to measure every indicator without reading them
case_cues = Table(
    "case_cues",
    metadata,
    Column("case_id", String(36), ForeignKey(cases.c.case_id), primary_key=True),
    Column("indicator_id", String(16), primary_key=True),
    Column("standing", String(16), nullable=False),
    Column("by_rule", Boolean, nullable=False),
    Column("created_at", String(27), nullable=False),
    Index("ix_case_cues_created_at", "created_at"),
)

# cases in which somebody decided REFER or PROTECT, whatever was decided afterwards
referred_cases = Table(
    "referred_cases",
    metadata,
    Column("case_id", String(36), ForeignKey(cases.c.case_id), primary_key=True),
)
