"""First tables: ledger, watchlist, cases"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """First tables: ledger, watchlist, cases"""
    op.create_table(
        "cases",
        sa.Column("case_id", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.String(length=27), nullable=False),
        sa.Column("device_id", sa.String(length=64), nullable=False),
        sa.Column("officer_id", sa.String(length=64), nullable=False),
        sa.Column("advice", sa.String(length=16), nullable=False),
        sa.Column("outcome", sa.String(length=16), nullable=False),
        sa.Column("is_specimen", sa.Boolean(), nullable=False),
        sa.Column("event_sequence", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("record_digest", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("case_id", name=op.f("pk_cases")),
    )
    op.create_index("ix_cases_created_at", "cases", ["created_at", "case_id"], unique=False)
    op.create_index("ix_cases_officer_id", "cases", ["officer_id", "created_at"], unique=False)
    op.create_table(
        "ledger_events",
        sa.Column(
            "sequence", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False
        ),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("device_id", sa.String(length=128), nullable=False),
        sa.Column("officer_id", sa.String(length=128), nullable=False),
        sa.Column("role", sa.String(length=32), nullable=False),
        sa.Column("subject", sa.String(length=256), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("recorded_at", sa.String(length=27), nullable=False),
        sa.Column("previous_digest", sa.String(length=64), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("sequence", name=op.f("pk_ledger_events")),
    )
    op.create_index("ix_ledger_events_subject", "ledger_events", ["subject"], unique=False)
    op.create_table(
        "ledger_head",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("sequence", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ledger_head")),
    )
    op.create_table(
        "watchlist_entries",
        sa.Column("entry_id", sa.String(length=128), nullable=False),
        sa.Column("list_id", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("category", sa.String(length=32), nullable=False),
        sa.Column("revoked_at", sa.String(length=27), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("list_version", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("content_digest", sa.String(length=64), nullable=False),
        sa.Column("entry", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("entry_id", name=op.f("pk_watchlist_entries")),
    )
    op.create_index("ix_watchlist_entries_list_id", "watchlist_entries", ["list_id", "entry_id"], unique=False)
    op.create_index("uq_watchlist_entries_list_version", "watchlist_entries", ["list_version"], unique=True)
    op.create_table(
        "watchlist_version",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("list_version", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_watchlist_version")),
    )
    op.create_table(
        "case_records",
        sa.Column("case_id", sa.String(length=36), nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.case_id"], name=op.f("fk_case_records_case_id")),
        sa.PrimaryKeyConstraint("case_id", name=op.f("pk_case_records")),
    )
    op.create_table(
        "case_requests",
        sa.Column("request_id", sa.String(length=64), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("case_id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.case_id"], name=op.f("fk_case_requests_case_id")),
        sa.PrimaryKeyConstraint("request_id", name=op.f("pk_case_requests")),
    )
    # the rows whose locks put writers in line: there from the start, so that no two writers race to make them
    head = sa.table("ledger_head", sa.column("id"), sa.column("sequence"), sa.column("digest"))
    op.bulk_insert(head, [{"id": 1, "sequence": 0, "digest": "0" * 64}])
    version = sa.table("watchlist_version", sa.column("id"), sa.column("list_version"))
    op.bulk_insert(version, [{"id": 1, "list_version": 0}])


def downgrade() -> None:
    """The way back."""
    op.drop_table("case_requests")
    op.drop_table("case_records")
    op.drop_table("watchlist_version")
    op.drop_index("uq_watchlist_entries_list_version", table_name="watchlist_entries")
    op.drop_index("ix_watchlist_entries_list_id", table_name="watchlist_entries")
    op.drop_table("watchlist_entries")
    op.drop_table("ledger_head")
    op.drop_index("ix_ledger_events_subject", table_name="ledger_events")
    op.drop_table("ledger_events")
    op.drop_index("ix_cases_officer_id", table_name="cases")
    op.drop_index("ix_cases_created_at", table_name="cases")
    op.drop_table("cases")
