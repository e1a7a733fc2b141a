"""Records for tests: invented, one of each kind, with ids that count."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from ledger.actor import Actor, Role
from ledger.event import EventDraft
from ledger.store import Ledger
from tests.verifier.people import NOW
from verifier.outcome.case_outcome import CaseOutcome, Stage
from verifier.outcome.feedback import Feedback
from verifier.protection.records import Kept, Records
from verifier.referral.call_back import Answer, CallBack, ConsentPaper, NumberSource
from verifier.referral.referral import Consent, Need, Referral, ReferralDirection
from verifier.referral.terms import (
    Control,
    DecisionMaker,
    Exploitation,
    Recruitment,
    RoleInProcess,
    TraffickingStatus,
)
from verifier.store import CaseStore
from verifier.tips.tip import Tip, TipChannel, TipKind

PROTECTOR = Actor("desk-7", "prot-1", Role.PROTECTION_OFFICER)
SUPERVISOR = Actor("desk-1", "sup-1", Role.SUPERVISOR)


@dataclass(frozen=True, slots=True)
class House:
    """Stores of one house, and the ledger that they all write."""

    ledger: Ledger
    cases: CaseStore
    call_backs: Records[CallBack]
    referrals: Records[Referral]
    outcomes: Records[CaseOutcome]
    tips: Records[Tip]
    feedback: Feedback


def case_id(number: int) -> str:
    return f"00000000-0000-0000-0000-{number:012d}"


def at(number: int) -> datetime:
    return NOW + timedelta(minutes=number)


def call_back(number: int, **changes: object) -> CallBack:
    facts: dict[str, object] = {
        "record_id": f"cb-{number}",
        "created_at": at(number),
        "actor": PROTECTOR,
        "case_id": case_id(1),
        "called_at": at(number),
        "parent_reached": Answer.YES,
        "confirms_journey": Answer.YES,
        "consent_paper": ConsentPaper.SEEN,
        "number_source": NumberSource.SCHOOL_OR_OFFICE,
    }
    return CallBack(**(facts | changes))  # type: ignore[arg-type]  # a table of facts


def referral(number: int, **changes: object) -> Referral:
    facts: dict[str, object] = {
        "record_id": f"1a2b3c4d-{number:04d}",
        "created_at": at(number),
        "actor": PROTECTOR,
        "direction": ReferralDirection.OUTGOING,
        "service_id": "sapa-129",
        "status": TraffickingStatus.POSSIBLE,
        "consent": Consent.GIVEN,
        "is_child": False,
        "case_id": case_id(1),
        "decided_by": DecisionMaker.NON_POLICE_GOVERNMENTAL_ORGANIZATION,
        "recruitment": (Recruitment.JOB_OFFER, Recruitment.INTERNET),
        "control": (Control.WITHHOLDS_DOCUMENTS, Control.DEBT_BONDAGE),
        "exploitation": (Exploitation.FORCED_LABOUR,),
        "roles_of_others": (RoleInProcess.RECRUITER_OR_INTERMEDIARY,),
        "needs": (Need.SHELTER,),
    }
    return Referral(**(facts | changes))  # type: ignore[arg-type]  # a table of facts


def outcome(number: int, status: TraffickingStatus = TraffickingStatus.NOT, **changes: object) -> CaseOutcome:
    facts: dict[str, object] = {
        "record_id": f"o-{number}",
        "created_at": at(number),
        "actor": PROTECTOR,
        "case_id": case_id(1),
        "stage": Stage.SECONDARY,
        "status": status,
        "minutes": 12,
    }
    return CaseOutcome(**(facts | changes))  # type: ignore[arg-type]  # a table of facts


def tip(number: int, **changes: object) -> Tip:
    facts: dict[str, object] = {
        "record_id": f"t-{number}",
        "created_at": at(number),
        "actor": PROTECTOR,
        "channel": TipChannel.HOTLINE,
        "kind": TipKind.RECRUITER,
        "text": "Somebody in the market promises work on ships without papers.",
    }
    return Tip(**(facts | changes))  # type: ignore[arg-type]  # a table of facts


def told(of: Kept, kind: str = "protection.test") -> EventDraft:
    return EventDraft(kind, of.actor, f"records/{of.record_id}", {"version": of.version}, of.created_at)
