"""Leads of patterns with what analysts made of them; figures of whole classes; orders of retention for protection"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

_SHELVES = ("protection_retentions", "pattern_leads", "training_results")


def upgrade() -> None:
    """Leads of patterns with what analysts made of them; figures of whole classes; orders of retention"""
    for table in _SHELVES:
        _create_shelf(table)


def _create_shelf(table: str) -> None:
    op.create_table(
        table,
        sa.Column("record_id", sa.String(length=36), nullable=False),
        sa.Column("case_id", sa.String(length=36), nullable=False),
        sa.Column("created_at", sa.String(length=27), nullable=False),
        sa.Column("device_id", sa.String(length=64), nullable=False),
        sa.Column("officer_id", sa.String(length=64), nullable=False),
        sa.Column("state", sa.String(length=24), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("event_sequence", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("record_digest", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("record_id", name=op.f(f"pk_{table}")),
    )
    op.create_index(f"ix_{table}_created_at", table, ["created_at", "record_id"], unique=False)
    op.create_index(f"ix_{table}_case_id", table, ["case_id"], unique=False)
    op.create_table(
        f"{table}_contents",
        sa.Column("record_id", sa.String(length=36), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["record_id"], [f"{table}.record_id"], name=op.f(f"fk_{table}_contents_record_id")),
        sa.PrimaryKeyConstraint("record_id", name=op.f(f"pk_{table}_contents")),
    )


def downgrade() -> None:
    """The way back."""
    for table in reversed(_SHELVES):
        op.drop_table(f"{table}_contents")
        op.drop_index(f"ix_{table}_case_id", table_name=table)
        op.drop_index(f"ix_{table}_created_at", table_name=table)
        op.drop_table(table)
