"""The data base schema of all rooms, version by version (Alembic)."""

from console.migrations.migrate import upgrade

__all__ = ["upgrade"]
