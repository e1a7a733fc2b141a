"""Local copies of the list at posts, what posts deliver, and a wake-up whenever the list moves"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_SEQUENCE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
# a trigger, so that no writer can forget it: it fires at commit, and only wakes (docs/decisions/0020)
_WAKE_FUNCTION = """
CREATE FUNCTION lintas_watchlist_moved() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('lintas_watchlist', NEW.list_version::text);
  RETURN NULL;
END $$
"""
_WAKE_TRIGGER = """
CREATE TRIGGER lintas_watchlist_moved AFTER UPDATE ON watchlist_version
FOR EACH ROW WHEN (OLD.list_version IS DISTINCT FROM NEW.list_version) EXECUTE FUNCTION lintas_watchlist_moved()
"""


def upgrade() -> None:
    """Local copies of the list at posts, what posts deliver, and a wake-up whenever the list moves"""
    op.create_table(
        "watchlist_replica",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("list_version", _SEQUENCE, nullable=False),
        sa.Column("as_of", sa.String(length=27), nullable=False),
        sa.Column("valid_until", sa.String(length=27), nullable=False),
        sa.Column("is_diverged", sa.Boolean(), nullable=False),
        sa.Column("latest_seen", sa.String(length=27), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_watchlist_replica")),
    )
    op.create_table(
        "ledger_outbox",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("writer_id", sa.String(length=64), nullable=False),
        sa.Column("sequence", _SEQUENCE, nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ledger_outbox")),
    )
    op.create_table(
        "delivered_heads",
        sa.Column("writer_id", sa.String(length=64), nullable=False),
        sa.Column("device_id", sa.String(length=128), nullable=False),
        sa.Column("sequence", _SEQUENCE, nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("writer_id", name=op.f("pk_delivered_heads")),
    )
    op.create_table(
        "delivered_events",
        sa.Column("writer_id", sa.String(length=64), nullable=False),
        sa.Column("sequence", _SEQUENCE, autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("device_id", sa.String(length=128), nullable=False),
        sa.Column("officer_id", sa.String(length=128), nullable=False),
        sa.Column("role", sa.String(length=32), nullable=False),
        sa.Column("subject", sa.String(length=256), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("recorded_at", sa.String(length=27), nullable=False),
        sa.Column("previous_digest", sa.String(length=64), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("writer_id", "sequence", name=op.f("pk_delivered_events")),
    )
    op.create_index("ix_delivered_events_subject", "delivered_events", ["subject"])
    op.create_table(
        "delivered_records",
        sa.Column("writer_id", sa.String(length=64), nullable=False),
        sa.Column("subject", sa.String(length=256), nullable=False),
        sa.Column("event_sequence", _SEQUENCE, nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("writer_id", "subject", name=op.f("pk_delivered_records")),
    )
    if op.get_bind().dialect.name == "postgresql":
        op.execute(_WAKE_FUNCTION)
        op.execute(_WAKE_TRIGGER)


def downgrade() -> None:
    """The way back; what posts delivered is lost."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP TRIGGER lintas_watchlist_moved ON watchlist_version")
        op.execute("DROP FUNCTION lintas_watchlist_moved()")
    op.drop_table("delivered_records")
    op.drop_index("ix_delivered_events_subject", table_name="delivered_events")
    op.drop_table("delivered_events")
    op.drop_table("delivered_heads")
    op.drop_table("ledger_outbox")
    op.drop_table("watchlist_replica")
