"""Tables of the watchlist. The entry itself is one text; columns beside it are only what is asked for by value."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Boolean, CheckConstraint, Column, Index, Integer, LargeBinary, String, Table, Text, text

from ledger.sql.tables import metadata, sequence_type

# said with the same words in queries: SQLite uses a partial index only where it sees its condition
FOUND_BY_NUMBER: Final = text("number <> '' AND revoked_at = ''")
HELD: Final = text("number = '' AND revoked_at = ''")

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
    Column("entry_digest", String(64), nullable=False),  # of this very version, as its event vouches for it
    Column("recorded_at", String(27), nullable=False),
    Column("event_sequence", sequence_type, nullable=False),
    Column("entry", Text, nullable=False),
    # bare number of a listed document that is looked up here; '' for entries that are searched in memory
    Column("number", String(64), nullable=False, server_default=""),
    Index("ix_watchlist_entries_list_id", "list_id", "entry_id"),
    Index("uq_watchlist_entries_list_version", "list_version", unique=True),
    Index("ix_watchlist_entries_event_sequence", "event_sequence"),
    Index("ix_watchlist_entries_number", "number", sqlite_where=FOUND_BY_NUMBER, postgresql_where=FOUND_BY_NUMBER),
    Index("ix_watchlist_entries_held", "entry_id", sqlite_where=HELD, postgresql_where=HELD),
)

# One row. Locked for the length of each change, so versions are dense and in commit order: a plain sequence is not.
versions = Table(
    "watchlist_version",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("list_version", sequence_type, nullable=False),
)

# Versions that were replaced. The one in force stands in `watchlist_entries`, so an import of new entries writes
# nothing here. Never deleted; retention masks the text, and the digest goes on vouching for what it was.
history = Table(
    "watchlist_history",
    metadata,
    Column("entry_id", String(128), primary_key=True),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("list_version", sequence_type, nullable=False),
    Column("entry_digest", String(64), nullable=False),
    Column("recorded_at", String(27), nullable=False),
    Column("event_sequence", sequence_type, nullable=False),
    Column("masked_at", String(27), nullable=False),  # '' while it is whole
    Column("entry", Text, nullable=False),
    Index("ix_watchlist_history_event_sequence", "event_sequence"),
)

# Names of people are casefolded: writing one's own name in capitals does not make a second person.
proposals = Table(
    "watchlist_proposals",
    metadata,
    Column("proposal_id", String(36), primary_key=True),
    Column("kind", String(24), nullable=False),
    Column("entry_id", String(128), nullable=False),
    Column("state", String(16), nullable=False),
    Column("version", Integer, nullable=False),
    Column("proposed_at", String(27), nullable=False),
    Column("proposer_id", String(64), nullable=False),
    Column("reviewer_id", String(64), nullable=False),  # '' until somebody decided
    Column("event_sequence", sequence_type, nullable=False),
    Column("proposal", Text, nullable=False),
    CheckConstraint("reviewer_id <> proposer_id", name="four_eyes"),
    CheckConstraint("state <> 'approved' OR reviewer_id <> ''", name="approved_by_somebody"),
    Index("ix_watchlist_proposals_state", "state", "proposed_at", "proposal_id"),
    Index("ix_watchlist_proposals_entry_id", "entry_id"),
)

# What was asked under which request id, so that asking again changes nothing.
requests = Table(
    "watchlist_requests",
    metadata,
    Column("request_id", String(64), primary_key=True),
    Column("digest", String(64), nullable=False),
    Column("answer", String(128), nullable=False),
)

# The files of a list that waits for a second person, in compressed pieces; gone once it is decided.
proposed_files = Table(
    "watchlist_proposed_files",
    metadata,
    Column("proposal_id", String(36), primary_key=True),
    Column("file", Integer, primary_key=True, autoincrement=False),
    Column("part", Integer, primary_key=True, autoincrement=False),
    Column("kept_at", String(27), nullable=False),
    Column("content", LargeBinary, nullable=False),
)

# What is known of a list beside its entries. Follows from what is imported; entries and events stand without it.
lists = Table(
    "watchlist_lists",
    metadata,
    Column("list_id", String(64), primary_key=True),
    Column("source", String(32), nullable=False),
    Column("published", String(10), nullable=False),  # YYYY-MM-DD; '' where nobody told it
    Column("imported_at", String(27), nullable=False),
    Column("list_version", sequence_type, nullable=False),
    Column("entries", sequence_type, nullable=False),
)

# Imports that have begun: whatever stands here while its process is gone was cut off.
import_marks = Table(
    "watchlist_import_marks",
    metadata,
    Column("machine", String(64), primary_key=True),
    Column("folder", String(512), primary_key=True),
    Column("list_id", String(64), nullable=False),
    Column("begun_at", String(27), nullable=False),
)

# «Not the same person»: searched by number with every traveller, so the number stands beside the record.
exclusions = Table(
    "watchlist_exclusions",
    metadata,
    Column("settlement_id", String(36), primary_key=True),
    Column("number", String(64), nullable=False),
    Column("entry_id", String(128), nullable=False),
    Column("speaks", Boolean, nullable=False),
    Column("expires_at", String(27), nullable=False),
    Column("version", Integer, nullable=False),
    Column("event_sequence", sequence_type, nullable=False),
    Column("settlement", Text, nullable=False),
    Index("ix_watchlist_exclusions_number", "number"),
)
