"""Whole lists wait for a second person"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Whole lists wait for a second person"""
    op.create_table(
        "watchlist_proposed_files",
        sa.Column("proposal_id", sa.String(length=36), nullable=False),
        sa.Column("file", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("part", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kept_at", sa.String(length=27), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("proposal_id", "file", "part", name=op.f("pk_watchlist_proposed_files")),
    )


def downgrade() -> None:
    """The way back; lists that wait are lost and must be proposed anew."""
    op.drop_table("watchlist_proposed_files")
