"""Accounts, their sessions, and failures to sign in"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Accounts, their sessions, and failures to sign in"""
    op.create_table(
        "accounts",
        sa.Column("name", sa.String(length=32), nullable=False),
        sa.Column("role", sa.String(length=32), nullable=False),
        sa.Column("password_hash", sa.String(length=256), nullable=False),
        sa.Column("created_at", sa.String(length=27), nullable=False),
        sa.Column("must_change_password", sa.Boolean(), nullable=False),
        sa.Column("code_secret", sa.String(length=64), nullable=False),
        sa.Column("code_last_step", sa.BigInteger(), nullable=False),
        sa.Column("disabled_at", sa.String(length=27), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_accounts")),
    )
    op.create_table(
        "account_sessions",
        sa.Column("token_sha256", sa.String(length=64), nullable=False),
        sa.Column("account_name", sa.String(length=32), nullable=False),
        sa.Column("device_id", sa.String(length=64), nullable=False),
        sa.Column("created_at", sa.String(length=27), nullable=False),
        sa.Column("seen_at", sa.String(length=27), nullable=False),
        sa.Column("expires_at", sa.String(length=27), nullable=False),
        sa.Column("is_code_due", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["account_name"], ["accounts.name"], name=op.f("fk_account_sessions_account_name")),
        sa.PrimaryKeyConstraint("token_sha256", name=op.f("pk_account_sessions")),
    )
    op.create_index("ix_account_sessions_account_name", "account_sessions", ["account_name"], unique=False)
    op.create_index("ix_account_sessions_expires_at", "account_sessions", ["expires_at"], unique=False)
    op.create_table(
        "account_failures",
        sa.Column("key", sa.String(length=80), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("last_at", sa.String(length=27), nullable=False),
        sa.Column("locked_until", sa.String(length=27), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_account_failures")),
    )


def downgrade() -> None:
    """The way back."""
    op.drop_table("account_failures")
    op.drop_index("ix_account_sessions_expires_at", table_name="account_sessions")
    op.drop_index("ix_account_sessions_account_name", table_name="account_sessions")
    op.drop_table("account_sessions")
    op.drop_table("accounts")
