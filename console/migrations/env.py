"""Run by Alembic: works in the transaction that the caller opened."""

from __future__ import annotations

from alembic import context

# importing the tables fills the metadata
import console.accounts.sql.tables
import ledger.sql.delivery_tables
import verifier.sql.crossing_tables
import verifier.sql.protection_tables
import verifier.sql.tables
import watchlist.sql.replica_tables
import watchlist.sql.tables
from ledger.sql import metadata

__all__ = ["console", "ledger", "verifier", "watchlist"]

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
