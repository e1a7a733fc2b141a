"""Brings a data base to the newest schema; does nothing where it is there already."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Final

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError

from ledger.errors import Fault, LintasError
from ledger.sql import Database
from ledger.sql.database import unavailable
from simulator.sql.file import APPLICATION_ID

_UPGRADE_LOCK: Final = 5_055_101  # any number that nothing else locks


def configuration(connection: Connection) -> Config:
    """Alembic's configuration for one connection; there is no ini file to keep in step with."""
    config = Config()
    # a % would be read as interpolation
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def upgrade(database: Database) -> None:
    """Upgrade from whatever version is there, all or nothing. Safe when several processes start at once.

    Raises LintasError DATABASE_UNAVAILABLE where the data base cannot be reached, or is none; TRAINING_FILE where it is
    the file of a training room.
    """
    logging.getLogger("alembic").setLevel(logging.WARNING)
    try:
        _upgrade(database)
    except DBAPIError as error:
        raise unavailable(error) from error


def is_newest(database: Database) -> bool:
    """Whether the schema is the one that this version reads. Writes nothing. Raises as `upgrade` does."""
    logging.getLogger("alembic").setLevel(logging.WARNING)
    try:
        with database.engine.connect() as connection:
            found = MigrationContext.configure(connection).get_current_revision()
            return found == ScriptDirectory.from_config(configuration(connection)).get_current_head()
    except DBAPIError as error:
        raise unavailable(error) from error


def _upgrade(database: Database) -> None:
    with database.engine.connect() as plain:
        connection = plain.execution_options(lintas_writer=True)
        with connection.begin():
            if database.is_sqlite:
                _refuse_training(connection)
            else:
                # PostgreSQL lets two upgrades start; the second then finds nothing left to do
                connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _UPGRADE_LOCK})
            command.upgrade(configuration(connection), "head")


def _refuse_training(connection: Connection) -> None:
    """Exercises and live cases are never in one file; the header says which it is."""
    if connection.execute(text("PRAGMA application_id")).scalar_one() == APPLICATION_ID:
        message = "this is the file of a training room; name another data base (LINTAS_DATABASE_URL)"
        raise LintasError(Fault.PRECONDITION, "TRAINING_FILE", message)
