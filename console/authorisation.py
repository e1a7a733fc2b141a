"""Which role may call what: the one table for the whole house."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ledger.actor import Role

_COUNTER: Final = frozenset({Role.OFFICER, Role.SECOND_OFFICER, Role.SUPERVISOR})
_REVIEW: Final = _COUNTER | {Role.AUDITOR}
_LISTS: Final = frozenset({Role.SUPERVISOR, Role.ADMINISTRATOR})

PERMISSIONS: Final[Mapping[str, frozenset[Role]]] = {
    "/lintas.v1.VerificationService/Examine": _COUNTER,
    "/lintas.v1.VerificationService/RecordDecision": _COUNTER,
    "/lintas.v1.VerificationService/GetCase": _REVIEW,
    "/lintas.v1.VerificationService/ListCases": _REVIEW,
    "/lintas.v1.WatchlistService/Search": _REVIEW,
    "/lintas.v1.WatchlistService/ListEntries": _LISTS | {Role.AUDITOR},
    "/lintas.v1.WatchlistService/GetEntry": _REVIEW | _LISTS,
    "/lintas.v1.WatchlistService/ImportEntries": _LISTS,
    "/lintas.v1.SupervisionService/ProposeChange": frozenset({Role.SUPERVISOR}),
    "/lintas.v1.SupervisionService/ReviewChange": frozenset({Role.SUPERVISOR}),
    "/lintas.v1.SupervisionService/ExtendEntry": frozenset({Role.SUPERVISOR}),
    "/lintas.v1.SupervisionService/RevokeEntry": frozenset({Role.SUPERVISOR}),
    "/lintas.v1.SupervisionService/RegisterObjection": frozenset({Role.SUPERVISOR}),
    "/lintas.v1.SupervisionService/GetProposal": frozenset({Role.SUPERVISOR, Role.AUDITOR}),
    "/lintas.v1.SupervisionService/ListPending": frozenset({Role.SUPERVISOR, Role.AUDITOR}),
    "/lintas.v1.SupervisionService/GetEntryHistory": frozenset({Role.SUPERVISOR, Role.AUDITOR}),
    "/lintas.v1.SupervisionService/ListRules": _REVIEW | _LISTS,
}
