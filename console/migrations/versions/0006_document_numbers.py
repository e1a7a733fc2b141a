"""Listed documents are found by number in the data base, and need not be held in memory"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_FOUND_BY_NUMBER = sa.text("number <> '' AND revoked_at = ''")
_HELD = sa.text("number = '' AND revoked_at = ''")


def upgrade() -> None:
    """Listed documents are found by number in the data base, and need not be held in memory"""
    # entries that are there keep '' and are held in memory as before, until the next version of their list
    op.add_column("watchlist_entries", sa.Column("number", sa.String(length=64), nullable=False, server_default=""))
    op.create_index(
        "ix_watchlist_entries_number",
        "watchlist_entries",
        ["number"],
        sqlite_where=_FOUND_BY_NUMBER,
        postgresql_where=_FOUND_BY_NUMBER,
    )
    op.create_index(
        "ix_watchlist_entries_held", "watchlist_entries", ["entry_id"], sqlite_where=_HELD, postgresql_where=_HELD
    )


def downgrade() -> None:
    """The way back."""
    op.drop_index("ix_watchlist_entries_held", table_name="watchlist_entries")
    op.drop_index("ix_watchlist_entries_number", table_name="watchlist_entries")
    with op.batch_alter_table("watchlist_entries") as table:
        table.drop_column("number")
