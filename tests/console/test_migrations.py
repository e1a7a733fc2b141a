"""The schema that migrations make is the schema that the tables declare, on both data bases."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect

from console.migrations import upgrade
from console.migrations.migrate import configuration
from ledger.sql import Database, metadata


def differences(database: Database) -> list[object]:
    with database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        found: list[object] = compare_metadata(context, metadata)
    return found


def test_upgrade_from_empty_gives_the_declared_schema(database: Database) -> None:
    assert differences(database) == []


def test_upgrading_again_changes_nothing(database: Database) -> None:
    upgrade(database)
    assert differences(database) == []


def test_the_way_back_and_up_again(database: Database) -> None:
    with database.engine.begin() as connection:
        command.downgrade(configuration(connection), "base")
    assert set(inspect(database.engine).get_table_names()) <= {"alembic_version"}
    upgrade(database)
    assert differences(database) == []


@pytest.mark.parametrize("_", range(5))
def test_two_processes_may_start_at_once(database_url: str, _: int) -> None:
    with Database(database_url) as one, Database(database_url) as other:
        with ThreadPoolExecutor(2) as pool:
            list(pool.map(upgrade, [one, other]))
        assert differences(one) == []
