"""One definition, three data bases: a generated world gives the same report, lead by lead, crossing by crossing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from sqlalchemy import Table, insert

from ledger.sql import Database
from tests.verifier.patterns.travellers import empty_sql, found
from verifier.patterns.duck import DuckStore
from verifier.patterns.lead import Report
from verifier.patterns.synthetic.world import SPAN, generate
from verifier.sql.crossing_tables import allowances, contacts, crossings
from verifier.sql.patterns import SqlPatternStore

GRANTED = {"kind": "licensed_agency", "ground": "test", "allowed_by": "test"}


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """With a ring of each kind, look-alikes and allowances."""
    folder = tmp_path_factory.mktemp("world")
    generate(folder, 6000, 4)
    return folder


@pytest.fixture(scope="module")
def expected(world: Path) -> Report:
    """What DuckDB finds in Parquet."""
    with DuckStore() as store:
        store.read_parquet(world)
        return found(store, SPAN)


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_the_live_record_gives_the_rows_of_parquet(
    world: Path, expected: Report, kind: str, request: pytest.FixtureRequest
) -> None:
    database: Database = request.getfixturevalue(f"kept_{kind}")
    empty_sql(database)
    fill(database, world)
    report = SqlPatternStore(database).look(SPAN, lambda store: found(store, SPAN))
    assert report == expected
    assert len({each.pattern_id for each in report.open_leads}) == 8
    assert report.suppressed


def fill(database: Database, world: Path) -> None:
    more: dict[Table, dict[str, Any]] = {crossings: {}, contacts: {}, allowances: GRANTED}
    for table, columns in more.items():
        rows = [{**row, **columns} for row in pq.read_table(world / f"{table.name}.parquet").to_pylist()]
        database.write(lambda connection, table=table, rows=rows: connection.execute(insert(table), rows))  # type: ignore[misc]  # bound now
