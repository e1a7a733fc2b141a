"""Who reads reports, and who the record."""

from __future__ import annotations

from typing import Final

from ledger.actor import Role

READERS: Final = frozenset({Role.SUPERVISOR, Role.AUDITOR, Role.ADMINISTRATOR})
VERIFIERS: Final = frozenset({Role.AUDITOR, Role.ADMINISTRATOR})
