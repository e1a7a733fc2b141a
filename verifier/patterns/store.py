"""What patterns need of a data base."""

from __future__ import annotations

from typing import Protocol


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
