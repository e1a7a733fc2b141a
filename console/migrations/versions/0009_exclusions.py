"""Who is not the same person is remembered"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Who is not the same person is remembered"""
    op.create_table(
        "watchlist_exclusions",
        sa.Column("settlement_id", sa.String(length=36), nullable=False),
        sa.Column("number", sa.String(length=64), nullable=False),
        sa.Column("entry_id", sa.String(length=128), nullable=False),
        sa.Column("speaks", sa.Boolean(), nullable=False),
        sa.Column("expires_at", sa.String(length=27), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("event_sequence", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("settlement", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("settlement_id", name=op.f("pk_watchlist_exclusions")),
    )
    op.create_index("ix_watchlist_exclusions_number", "watchlist_exclusions", ["number"])


def downgrade() -> None:
    """The way back; what was settled must be settled anew."""
    op.drop_index("ix_watchlist_exclusions_number", table_name="watchlist_exclusions")
    op.drop_table("watchlist_exclusions")
