"""What is known of each list, and marks of imports that have begun"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """What is known of each list, and marks of imports that have begun"""
    whole = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "watchlist_lists",
        sa.Column("list_id", sa.String(length=64), nullable=False),
        sa.Column("source", sa.String(length=32), nullable=False),
        sa.Column("published", sa.String(length=10), nullable=False),
        sa.Column("imported_at", sa.String(length=27), nullable=False),
        sa.Column("list_version", whole, nullable=False),
        sa.Column("entries", whole, nullable=False),
        sa.PrimaryKeyConstraint("list_id", name=op.f("pk_watchlist_lists")),
    )
    op.create_table(
        "watchlist_import_marks",
        sa.Column("machine", sa.String(length=64), nullable=False),
        sa.Column("folder", sa.String(length=512), nullable=False),
        sa.Column("list_id", sa.String(length=64), nullable=False),
        sa.Column("begun_at", sa.String(length=27), nullable=False),
        sa.PrimaryKeyConstraint("machine", "folder", name=op.f("pk_watchlist_import_marks")),
    )
    # lists that came in before anybody wrote this down: when they changed last, nothing of when they were published
    op.execute(
        "INSERT INTO watchlist_lists (list_id, source, published, imported_at, list_version, entries) "
        "SELECT list_id, '', '', max(recorded_at), max(list_version), sum(CASE WHEN revoked_at = '' THEN 1 ELSE 0 END) "
        "FROM watchlist_entries WHERE list_id <> 'local' GROUP BY list_id"
    )


def downgrade() -> None:
    """Back to 0011"""
    op.drop_table("watchlist_import_marks")
    op.drop_table("watchlist_lists")
