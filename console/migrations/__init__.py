"""The data base schema of all rooms, version by version (Alembic)."""

from console.migrations.migrate import is_newest, upgrade

__all__ = ["is_newest", "upgrade"]
