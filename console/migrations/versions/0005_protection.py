"""Protection: call-backs, referrals, outcomes, tips; the index of indicators over cases"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_SHELVES = ("protection_call_backs", "protection_referrals", "protection_outcomes", "protection_tips")


def upgrade() -> None:
    """Protection: call-backs, referrals, outcomes, tips; the index of indicators over cases"""
    for table in _SHELVES:
        _create_shelf(table)
    op.create_table(
        "protection_requests",
        sa.Column("request_id", sa.String(length=64), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("record_id", sa.String(length=36), nullable=False),
        sa.PrimaryKeyConstraint("request_id", name=op.f("pk_protection_requests")),
    )
    op.create_table(
        "case_cues",
        sa.Column("case_id", sa.String(length=36), nullable=False),
        sa.Column("indicator_id", sa.String(length=16), nullable=False),
        sa.Column("standing", sa.String(length=16), nullable=False),
        sa.Column("by_rule", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.String(length=27), nullable=False),
        sa.Column("is_referred", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.case_id"], name=op.f("fk_case_cues_case_id")),
        sa.PrimaryKeyConstraint("case_id", "indicator_id", name=op.f("pk_case_cues")),
    )
    op.create_index("ix_case_cues_created_at", "case_cues", ["created_at"], unique=False)


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
    op.drop_index("ix_case_cues_created_at", table_name="case_cues")
    op.drop_table("case_cues")
    op.drop_table("protection_requests")
    for table in reversed(_SHELVES):
        op.drop_table(f"{table}_contents")
        op.drop_index(f"ix_{table}_case_id", table_name=table)
        op.drop_index(f"ix_{table}_created_at", table_name=table)
        op.drop_table(table)
