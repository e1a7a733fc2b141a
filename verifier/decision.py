"""What a person may decide, with which coded reasons, and when a second person must agree.

The engine only advises. Sources: Permenkumham 38/2021, UU 6/2011, and the post's own rules.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum
from types import MappingProxyType
from typing import Final

from ledger.actor import Actor, Role
from ledger.errors import Fault, FieldFault, LintasError, invalid_field
from ledger.text import Text
from verifier.model.journey import Direction
from watchlist.issuers import same_state


class Outcome(Enum):
    """The decision vocabulary. RETRY is advice only, never a decision."""

    CLEAR = "clear"
    REFER = "refer"  # to secondary inspection
    DEFER = "defer"  # tunda: postponed, told in writing what is missing
    REFUSE = "refuse"
    HOLD = "hold"  # wait for an authority or an examiner, time-limited
    PROTECT = "protect"


_PRECEDENCE: Final = (
    Outcome.PROTECT,
    Outcome.HOLD,
    Outcome.REFUSE,
    Outcome.DEFER,
    Outcome.REFER,
    Outcome.CLEAR,
)
_SECOND_PERSON: Final = frozenset({Outcome.DEFER, Outcome.REFUSE, Outcome.HOLD, Outcome.PROTECT})
_NEEDS_REASON: Final = frozenset({Outcome.DEFER, Outcome.REFUSE, Outcome.HOLD})

REASONS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "DOCUMENT_FALSE": Text(id="Dokumen palsu atau dipalsukan", en="False or falsified document"),
        "DOCUMENT_EXPIRED": Text(id="Dokumen sudah tidak berlaku", en="Document expired"),
        "DOCUMENT_NOT_OWN": Text(id="Dokumen milik orang lain", en="Document of another person"),
        "DOCUMENT_LISTED": Text(
            id="Dokumen tercatat hilang, dicuri atau dicabut", en="Document lost, stolen or revoked"
        ),
        "DOCUMENT_UNDER_EXAMINATION": Text(id="Dokumen sedang diperiksa ahli", en="Document with an examiner"),
        "VISA_MISSING": Text(
            id="Visa atau izin tidak ada atau tidak berlaku", en="Visa or permit missing or not valid"
        ),
        "PAPERS_MISSING": Text(id="Kelengkapan belum ada", en="Supporting papers missing"),
        "TRAVEL_BAN": Text(id="Pencegahan ke luar negeri", en="Travel ban"),
        "ENTRY_BAN": Text(id="Penangkalan", en="Entry ban"),
        "AUTHORITY_CALLED": Text(id="Menunggu instansi yang berwenang", en="Waiting for the authority"),
        "IDENTITY_UNCLEAR": Text(id="Identitas belum pasti", en="Identity not established"),
        "PURPOSE_UNCLEAR": Text(id="Tujuan perjalanan belum jelas", en="Purpose of the journey not established"),
        "SAFETY": Text(id="Keselamatan orang ini", en="Safety of the person"),
        "OTHER_BY_LAW": Text(id="Alasan lain menurut undang-undang", en="Another ground of law"),
    }
)


def precedence(outcomes: Iterable[Outcome]) -> Outcome | None:
    """The outcome that wins among several: PROTECT > HOLD > REFUSE > DEFER > REFER > CLEAR; None for none."""
    given = set(outcomes)
    return next((outcome for outcome in _PRECEDENCE if outcome in given), None)


def needs_second_person(outcome: Outcome) -> bool:
    """DEFER, REFUSE, HOLD and PROTECT take force only when somebody else confirms them."""
    return outcome in _SECOND_PERSON


def check_decision(
    outcome: Outcome,
    *,
    actor: Actor,
    reason_code: str = "",
    is_emergency: bool = False,
    direction: Direction | None = None,
    nationality: str = "",
    own_state: str = "",
) -> None:
    """Refuses what may not be decided so.

    Raises LintasError: REASON_REQUIRED, REASON_UNKNOWN, EMERGENCY_ONLY_PROTECTS, OWN_NATIONAL (a state never refuses
    its own nationals at arrival), ROLE_NOT_ALLOWED (only officers decide).
    """
    if actor.role not in {Role.OFFICER, Role.SECOND_OFFICER, Role.SUPERVISOR}:
        raise LintasError(Fault.FORBIDDEN, "ROLE_NOT_ALLOWED", f"role {actor.role.value} decides on nobody")
    if outcome in _NEEDS_REASON and not reason_code:
        raise invalid_field("reason_code", f"{outcome.value} needs a coded reason", reason="REASON_REQUIRED")
    if reason_code and reason_code not in REASONS:
        known = ", ".join(REASONS)
        raise invalid_field("reason_code", f"one of {known}", reason="REASON_UNKNOWN")
    if is_emergency and outcome is not Outcome.PROTECT:
        raise invalid_field("emergency", "only PROTECT can be an emergency", reason="EMERGENCY_ONLY_PROTECTS")
    # where nobody said which way the border is crossed, it may be the way home
    at_home = direction is not Direction.DEPARTURE and bool(nationality) and same_state(nationality, own_state)
    if outcome is Outcome.REFUSE and at_home:
        message = "own nationals are never refused arrival; for a departure, examine with the journey's direction"
        raise LintasError(Fault.PRECONDITION, "OWN_NATIONAL", message, fields=(FieldFault("outcome", message),))
