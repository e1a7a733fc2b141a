"""The same rows on Spark, where it is installed: a country that outgrew one machine runs the same definition."""

from __future__ import annotations

from typing import Any

import pytest

from tests.verifier.patterns.travellers import SPAN, World, found, on_duck
from verifier.patterns.crossing import contact_rows, crossing_row
from verifier.patterns.duck import TABLES

pyspark_sql = pytest.importorskip("pyspark.sql", reason="pyspark is not installed; Spark is for whoever needs it")
_TYPES = {"string": "string", "int64": "bigint", "int32": "int", "boolean": "boolean"}


class SparkStore:
    """A `Store` on a Spark session."""

    dialect = "pyspark"

    def __init__(self, session: Any, world: World) -> None:
        self._session = session
        rows = {
            "crossings": [tuple(crossing_row(each).values()) for each in world.crossings],
            "crossing_contacts": [tuple(row.values()) for each in world.crossings for row in contact_rows(each)],
            "pattern_allowances": world.allowances,
        }
        for name, columns in TABLES.items():
            schema = ", ".join(f"{column} {_TYPES[kind.removeprefix('!')]}" for column, kind in columns.items())
            session.createDataFrame(rows[name], schema).createOrReplaceTempView(name)

    def rows(self, sql: str) -> list[dict[str, object]]:
        """The rows of one query."""
        return [row.asDict() for row in self._session.sql(sql).collect()]

    def keep(self, name: str, sql: str) -> None:
        """As a view that is computed once."""
        self._session.sql(sql).cache().createOrReplaceTempView(name)

    def drop(self, name: str) -> None:
        """The view, and what was computed."""
        self._session.catalog.uncacheTable(name)
        self._session.catalog.dropTempView(name)


def test_spark_gives_the_rows_of_duckdb() -> None:
    world = World()
    for number in range(9):
        world.cross(100 + number * 3, 100 + number, payer_key=7, contact_keys=(8,), agency_id="LIC7")
    session = pyspark_sql.SparkSession.builder.master("local[1]").getOrCreate()
    try:
        with on_duck(world) as duck:
            assert found(SparkStore(session, world), SPAN) == found(duck, SPAN)
    finally:
        session.stop()
