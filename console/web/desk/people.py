"""Who works at the desk, and who may look on."""

from __future__ import annotations

from typing import Final

from ledger.actor import Role

SUPERVISORS: Final = frozenset({Role.SUPERVISOR})
READERS: Final = frozenset({Role.SUPERVISOR, Role.AUDITOR})
