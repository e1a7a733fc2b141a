"""Who reads reports, who the record, who leads."""

from __future__ import annotations

from typing import Final

from ledger.actor import Role

READERS: Final = frozenset({Role.SUPERVISOR, Role.AUDITOR, Role.ADMINISTRATOR})
VERIFIERS: Final = frozenset({Role.AUDITOR, Role.ADMINISTRATOR})
# whose crossings they are about can be looked up by their cases: an administrator has no business there
LEAD_READERS: Final = frozenset({Role.SUPERVISOR, Role.AUDITOR})
ANALYSTS: Final = frozenset({Role.SUPERVISOR})
