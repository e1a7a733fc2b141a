"""Versions of entries are kept, and changes wait for a second person"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_SEQUENCE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
# entries of release 0.1 do not know which event made them
_BEFORE = "1970-01-01T00:00:00.000000Z"


def upgrade() -> None:
    """Versions of entries are kept, and changes wait for a second person"""
    for column in (
        sa.Column("entry_digest", sa.String(length=64), nullable=False, server_default=""),
        sa.Column("recorded_at", sa.String(length=27), nullable=False, server_default=_BEFORE),
        sa.Column("event_sequence", _SEQUENCE, nullable=False, server_default="0"),
    ):
        op.add_column("watchlist_entries", column)
    op.create_index("ix_watchlist_entries_event_sequence", "watchlist_entries", ["event_sequence"])
    op.create_table(
        "watchlist_history",
        sa.Column("entry_id", sa.String(length=128), nullable=False),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("list_version", _SEQUENCE, nullable=False),
        sa.Column("entry_digest", sa.String(length=64), nullable=False),
        sa.Column("recorded_at", sa.String(length=27), nullable=False),
        sa.Column("event_sequence", _SEQUENCE, nullable=False),
        sa.Column("masked_at", sa.String(length=27), nullable=False),
        sa.Column("entry", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("entry_id", "version", name=op.f("pk_watchlist_history")),
    )
    op.create_index("ix_watchlist_history_event_sequence", "watchlist_history", ["event_sequence"])
    op.create_table(
        "watchlist_proposals",
        sa.Column("proposal_id", sa.String(length=36), nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("entry_id", sa.String(length=128), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("proposed_at", sa.String(length=27), nullable=False),
        sa.Column("proposer_id", sa.String(length=64), nullable=False),
        sa.Column("reviewer_id", sa.String(length=64), nullable=False),
        sa.Column("event_sequence", _SEQUENCE, nullable=False),
        sa.Column("proposal", sa.Text(), nullable=False),
        sa.CheckConstraint("reviewer_id <> proposer_id", name=op.f("ck_watchlist_proposals_four_eyes")),
        sa.CheckConstraint(
            "state <> 'approved' OR reviewer_id <> ''", name=op.f("ck_watchlist_proposals_approved_by_somebody")
        ),
        sa.PrimaryKeyConstraint("proposal_id", name=op.f("pk_watchlist_proposals")),
    )
    op.create_index("ix_watchlist_proposals_state", "watchlist_proposals", ["state", "proposed_at", "proposal_id"])
    op.create_index("ix_watchlist_proposals_entry_id", "watchlist_proposals", ["entry_id"])
    op.create_table(
        "watchlist_requests",
        sa.Column("request_id", sa.String(length=64), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("answer", sa.String(length=128), nullable=False),
        sa.PrimaryKeyConstraint("request_id", name=op.f("pk_watchlist_requests")),
    )


def downgrade() -> None:
    """The way back; what only the new tables hold is lost."""
    op.drop_table("watchlist_requests")
    op.drop_index("ix_watchlist_proposals_entry_id", table_name="watchlist_proposals")
    op.drop_index("ix_watchlist_proposals_state", table_name="watchlist_proposals")
    op.drop_table("watchlist_proposals")
    op.drop_index("ix_watchlist_history_event_sequence", table_name="watchlist_history")
    op.drop_table("watchlist_history")
    op.drop_index("ix_watchlist_entries_event_sequence", table_name="watchlist_entries")
    with op.batch_alter_table("watchlist_entries") as table:
        for name in ("event_sequence", "recorded_at", "entry_digest"):
            table.drop_column(name)
