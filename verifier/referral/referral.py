"""One referral: what the receiving organisation must know, consent, and the receipt of the hand-over. No name.

The person is known to both sides at the hand-over; the record holds no identity, and the case only by its id.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum

from ledger.actor import Actor
from ledger.errors import Fault, FieldFault, LintasError, invalid_field
from verifier.referral.terms import (
    Control,
    DecisionMaker,
    Exploitation,
    Recruitment,
    ReferralReason,
    RoleInProcess,
    TraffickingStatus,
)


class ReferralDirection(Enum):
    """OUTGOING to a service; INCOMING from one, as when a shelter sends somebody home."""

    OUTGOING = "outgoing"
    INCOMING = "incoming"


class Consent(Enum):
    """An adult is asked; a child is referred in their best interests; UNABLE is for vital interests only."""

    GIVEN = "given"
    REFUSED = "refused"
    CHILD_BEST_INTERESTS = "child_best_interests"
    UNABLE = "unable"


class Need(Enum):
    """What is needed first."""

    SHELTER = "shelter"
    MEDICAL = "medical"
    PSYCHOLOGICAL = "psychological"
    LEGAL = "legal"
    INTERPRETER = "interpreter"
    RETURN_HOME = "return_home"
    FAMILY_CONTACT = "family_contact"
    CHILD_CARE = "child_care"


class ReferralState(Enum):
    """SENT until the other side says that the person arrived, or that they cannot take them."""

    SENT = "sent"
    ACKNOWLEDGED = "acknowledged"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True)
class Receipt:
    """The other side's answer: when, their own reference, and who wrote it down here."""

    is_accepted: bool
    received_at: datetime
    their_reference: str
    actor: Actor
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class Referral:
    """In HTCDS terms. `is_child` None: the age is open, and the benefit of the doubt is given.

    `note` is for what the codes cannot say, without names or addresses; `service_id` is an entry of the directory.
    """

    record_id: str
    created_at: datetime
    actor: Actor
    direction: ReferralDirection
    service_id: str
    status: TraffickingStatus
    consent: Consent
    is_child: bool | None = None
    case_id: str = ""
    decided_by: DecisionMaker | None = None
    reason: ReferralReason | None = None
    recruitment: tuple[Recruitment, ...] = ()
    control: tuple[Control, ...] = ()
    exploitation: tuple[Exploitation, ...] = ()
    roles_of_others: tuple[RoleInProcess, ...] = ()
    needs: tuple[Need, ...] = ()
    note: str = ""
    receipt: Receipt | None = None
    version: int = 1

    @property
    def name(self) -> str:
        """Resource name."""
        return f"referrals/{self.record_id}"

    @property
    def handover_code(self) -> str:
        """Short enough for a telephone; says nothing of the person."""
        return self.record_id.replace("-", "")[:8].upper()

    @property
    def state(self) -> ReferralState:
        """As the receipt says."""
        if self.receipt is None:
            return ReferralState.SENT
        return ReferralState.ACKNOWLEDGED if self.receipt.is_accepted else ReferralState.DECLINED

    @property
    def state_code(self) -> str:
        """For lists."""
        return self.state.value

    def received(self, receipt: Receipt) -> Referral:
        """With the other side's answer.

        Raises LintasError: REFERRAL_ANSWERED where there is one; INVALID_FIELD for a receipt before the referral.
        """
        if self.receipt is not None:
            raise LintasError(Fault.PRECONDITION, "REFERRAL_ANSWERED", "the referral has its receipt already")
        if receipt.received_at < self.created_at:
            raise invalid_field("receipt.receive_time", "earlier than the referral")
        return replace(self, receipt=receipt, version=self.version + 1)


def check_consent(referral: Referral) -> None:
    """An adult is referred only with their consent, or where life depends on it and they cannot be asked.

    Raises LintasError: CONSENT_REQUIRED; INVALID_FIELD where best interests stand in for an adult's consent.
    Source: UU PDP 27/2022 Art. 20 (consent; vital interests); UU 35/2014 (best interests of the child).
    """
    consent = referral.consent
    if consent is Consent.CHILD_BEST_INTERESTS and referral.is_child is False:
        raise invalid_field("referral.consent", "an adult is asked; best interests speak for children only")
    if referral.direction is ReferralDirection.INCOMING or consent in {Consent.GIVEN, Consent.CHILD_BEST_INTERESTS}:
        return
    if consent is Consent.UNABLE and Need.MEDICAL in referral.needs:
        return
    field = FieldFault(
        "referral.consent", "without consent nobody is referred; give the hotline card, and ask again later"
    )
    raise LintasError(Fault.PRECONDITION, "CONSENT_REQUIRED", f"referral.consent: {field.description}", fields=(field,))


def htcds_fields(referral: Referral) -> dict[str, str]:
    """The record under the field names of HTCDS, for the receiving organisation; several values are joined by ';'."""
    is_incoming = referral.direction is ReferralDirection.INCOMING
    side = ("cas_IncomingReferralDate", "cas_ReasonForIncomingReferral", "cas_ReferringOrganisation")
    other = ("cas_OutgoingReferralDate", "cas_ReasonForOutgoingReferral", "cas_ReferredOrganisation")
    date_field, reason_field, organisation_field = side if is_incoming else other
    fields = {
        "vic_TraffickingStatus": referral.status.htcds,
        "vic_TraffickingStatusDecisionMakingOrg": referral.decided_by.htcds if referral.decided_by else "",
        "vic_MethodOfRecruitment": ";".join(each.htcds for each in referral.recruitment),
        "vic_MethodsOfControl": ";".join(each.htcds for each in referral.control),
        "vic_TypeOfExploitation": ";".join(each.htcds for each in referral.exploitation),
        "per_RoleInProcess": ";".join(each.htcds for each in referral.roles_of_others),
        "con_Consent": "TRUE" if referral.consent is Consent.GIVEN else "FALSE",
        date_field: referral.created_at.date().isoformat(),
        reason_field: referral.reason.htcds if referral.reason else "",
        organisation_field: referral.service_id,
    }
    return {name: value for name, value in fields.items() if value}
