"""Cases in SQLite or PostgreSQL."""

from verifier.sql.cases import SqlCaseStore

__all__ = ["SqlCaseStore"]
