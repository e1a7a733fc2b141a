"""Crossings in DuckDB: in memory, or in a file or Parquet folder of their own. It never fetches an extension."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import duckdb
import pyarrow as pa

from verifier.patterns.crossing import CONTACT_COLUMNS, CROSSING_COLUMNS
from verifier.patterns.tables import ALLOWANCE_COLUMNS

TABLES: Final[Mapping[str, Mapping[str, str]]] = {
    "crossings": CROSSING_COLUMNS,
    "crossing_contacts": CONTACT_COLUMNS,
    "pattern_allowances": ALLOWANCE_COLUMNS,
}
_TYPES: Final = {"string": "VARCHAR", "int64": "BIGINT", "int32": "INTEGER", "boolean": "BOOLEAN"}
_ARROW: Final = {"string": pa.string, "int64": pa.int64, "int32": pa.int32, "boolean": pa.bool_}


class DuckStore:
    """A `Store` on DuckDB. Close it, or use it as a context manager."""

    def __init__(self, path: Path | None = None, *, memory_mb: int = 2048, threads: int = 2) -> None:
        """In memory without a `path`; what exceeds `memory_mb` goes to the machine's temporary folder."""
        settings: dict[str, Any] = {
            "autoinstall_known_extensions": "false",
            "autoload_known_extensions": "false",
            "memory_limit": f"{memory_mb}MB",
            "threads": threads,
            "temp_directory": tempfile.gettempdir(),  # else it would be the folder that the command was given in
            "preserve_insertion_order": "false",
        }
        self.connection = duckdb.connect(str(path) if path else ":memory:", config=settings)
        self.connection.execute("SET enable_progress_bar = false")

    @property
    def dialect(self) -> str:
        """As Ibis calls it."""
        return "duckdb"

    def rows(self, sql: str) -> list[dict[str, object]]:
        """The rows of one query."""
        cursor = self.connection.execute(sql)
        names = [each[0] for each in cursor.description or ()]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

    def keep(self, name: str, sql: str) -> None:
        """As a temporary table of this connection."""
        self.connection.execute(f"CREATE OR REPLACE TEMP TABLE {name} AS {sql}")

    def drop(self, name: str) -> None:
        """Give the memory back."""
        self.connection.execute(f"DROP TABLE IF EXISTS temp.{name}")

    def create(self) -> None:
        """The three tables, empty."""
        for name, columns in TABLES.items():
            self.connection.execute(f"CREATE TABLE {name} ({', '.join(_column(*each) for each in columns.items())})")

    def put(self, table: str, rows: Iterable[Sequence[object]]) -> None:
        """Append rows, values in the order of the table's columns."""
        batch = list(rows)
        columns = zip(*batch, strict=True) if batch else [()] * len(TABLES[table])
        types = (_ARROW[kind.removeprefix("!")] for kind in TABLES[table].values())
        arrays = [pa.array(values, kind()) for values, kind in zip(columns, types, strict=True)]
        self.connection.register("batch", pa.table(arrays, names=list(TABLES[table])))
        self.connection.execute(f"INSERT INTO {table} SELECT * FROM batch")  # noqa: S608 - our own names
        self.connection.unregister("batch")

    def read_parquet(self, folder: Path) -> None:
        """Take the tables from `<name>.parquet` of a folder, where they stay."""
        for name in TABLES:
            path = str(folder / f"{name}.parquet").replace("'", "''")
            self.connection.execute(f"CREATE VIEW {name} AS SELECT * FROM read_parquet('{path}')")  # noqa: S608 - ours

    def close(self) -> None:
        """Let go of the file and the memory."""
        self.connection.close()

    def __enter__(self) -> DuckStore:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _column(name: str, kind: str) -> str:
    return f"{name} {_TYPES[kind.removeprefix('!')]}{' NOT NULL' if kind.startswith('!') else ''}"
