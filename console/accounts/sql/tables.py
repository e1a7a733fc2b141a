"""Tables of accounts. The ledger keeps what happened to them; here stands how they are now."""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, ForeignKey, Index, Integer, String, Table

from ledger.sql.tables import metadata

accounts = Table(
    "accounts",
    metadata,
    Column("name", String(32), primary_key=True),
    Column("role", String(32), nullable=False),
    Column("password_hash", String(256), nullable=False),
    Column("created_at", String(27), nullable=False),
    Column("must_change_password", Boolean, nullable=False),
    Column("code_secret", String(64), nullable=False),  # '' without one-time codes
    Column("code_last_step", BigInteger, nullable=False),
    Column("disabled_at", String(27), nullable=False),  # '' while enabled
    Column("version", Integer, nullable=False),
)

sessions = Table(
    "account_sessions",
    metadata,
    Column("token_sha256", String(64), primary_key=True),
    Column("account_name", String(32), ForeignKey(accounts.c.name), nullable=False),
    Column("device_id", String(64), nullable=False),
    Column("created_at", String(27), nullable=False),
    Column("seen_at", String(27), nullable=False),
    Column("expires_at", String(27), nullable=False),
    Column("is_code_due", Boolean, nullable=False),
    Index("ix_account_sessions_account_name", "account_name"),
    Index("ix_account_sessions_expires_at", "expires_at"),
)

failures = Table(
    "account_failures",
    metadata,
    Column("key", String(80), primary_key=True),  # a digest: see console/accounts/lockout.py
    Column("tries", Integer, nullable=False),
    Column("last_at", String(27), nullable=False),
    Column("locked_until", String(27), nullable=False),
)
