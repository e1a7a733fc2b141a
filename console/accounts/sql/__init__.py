"""Accounts, sessions and failures in SQL."""

from console.accounts.sql.store import SqlAccountStore

__all__ = ["SqlAccountStore"]
