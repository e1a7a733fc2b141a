"""Tables of the training file."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Column, ForeignKey, Integer, MetaData, String, Table, Text

METADATA: Final = MetaData()

SESSIONS: Final = Table(
    "training_sessions",
    METADATA,
    Column("place", Integer, primary_key=True, autoincrement=True),  # order of opening
    Column("session_id", String(64), nullable=False, unique=True),
    Column("code_sha256", String(64), nullable=False, unique=True),
    Column("plan", Text, nullable=False),
)

# codes of sessions that are open: a table of its own, so that files of before have it, too
CODES: Final = Table(
    "training_codes",
    METADATA,
    Column("session_id", ForeignKey("training_sessions.session_id", ondelete="CASCADE"), primary_key=True),
    Column("code", String(16), nullable=False),
)

CASES: Final = Table(
    "training_cases",
    METADATA,
    Column("session_id", ForeignKey("training_sessions.session_id", ondelete="CASCADE"), primary_key=True),
    Column("case_key", String(128), primary_key=True),
    Column("scenario", Text, nullable=False),
    Column("boxes", Text, nullable=False),
)

LOG: Final = Table(
    "training_log",
    METADATA,
    Column("session_id", ForeignKey("training_sessions.session_id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("entry", Text, nullable=False),
)
