"""Tables that a run keeps in the data base while it lasts, each made when something first needs it."""

from __future__ import annotations

from typing import Any, Protocol

import ibis
import ibis.expr.operations as ops

from verifier.patterns.tables import IbisTable


class Store(Protocol):
    """A data base that holds the three tables of `verifier.patterns.tables`."""

    @property
    def dialect(self) -> str:
        """As Ibis calls it: duckdb, postgres, pyspark."""

    def rows(self, sql: str) -> list[dict[str, object]]:
        """The rows of one query. Raises LintasError where the data base cannot be used."""

    def keep(self, name: str, sql: str) -> None:
        """Keep the rows of a query under a name, in place of what it named before; nobody else sees them."""

    def drop(self, name: str) -> None:
        """Let go of what is kept under a name."""


class Kept:
    """Names for expressions. Whoever reads one has all that it stands on made first, each once."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._named: dict[str, IbisTable] = {}
        self._made: list[str] = []

    def name(self, name: str, table: IbisTable) -> IbisTable:
        """The table to write further expressions over; nothing is made yet."""
        self._named[name] = table
        return ibis.table(table.schema(), name=name)

    def rows(self, table: IbisTable) -> list[dict[str, object]]:
        """The rows of an expression over what is named and what the store holds."""
        self._make_ground_of(table)
        return self._store.rows(self._sql(table))

    def close(self) -> None:
        """Let go of everything."""
        while self._made:
            self._store.drop(self._made.pop())

    def _make_ground_of(self, table: IbisTable) -> None:
        there: set[Any] = {each.name for each in table.op().find(ops.UnboundTable)}
        for name in sorted(there & self._named.keys() - set(self._made)):
            definition = self._named[name]
            self._make_ground_of(definition)
            self._store.keep(name, self._sql(definition))
            self._made.append(name)

    def _sql(self, table: IbisTable) -> str:
        return str(ibis.to_sql(table, dialect=self._store.dialect))
