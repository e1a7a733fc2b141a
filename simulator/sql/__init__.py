"""The training room's own data base file. It is marked, and no live data base is ever opened here."""

from simulator.sql.file import APPLICATION_ID, TrainingFile
from simulator.sql.sessions import SqlSessionStore

__all__ = ["APPLICATION_ID", "SqlSessionStore", "TrainingFile"]
