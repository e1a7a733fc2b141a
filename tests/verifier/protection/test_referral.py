"""Referrals: consent before everything, receipts once, and the words of HTCDS."""

from __future__ import annotations

from typing import Any

import pytest

from ledger.errors import LintasError
from tests.verifier.protection.kept import PROTECTOR, at, call_back, referral
from verifier.referral.call_back import Answer, ConsentPaper, NumberSource
from verifier.referral.referral import (
    Consent,
    Need,
    Receipt,
    ReferralDirection,
    ReferralState,
    check_consent,
    htcds_fields,
)
from verifier.referral.terms import Control, DecisionMaker, Exploitation, Recruitment, RoleInProcess, TraffickingStatus

ADULT, CHILD, OPEN = False, True, None
CONSENTS = [
    ("an adult agreed", ADULT, Consent.GIVEN, (), ""),
    ("an adult refused", ADULT, Consent.REFUSED, (), "CONSENT_REQUIRED"),
    ("an adult refused, though hurt", ADULT, Consent.REFUSED, (Need.MEDICAL,), "CONSENT_REQUIRED"),
    ("unconscious", ADULT, Consent.UNABLE, (Need.MEDICAL,), ""),
    ("unable, and no danger", ADULT, Consent.UNABLE, (Need.SHELTER,), "CONSENT_REQUIRED"),
    ("best interests of an adult", ADULT, Consent.CHILD_BEST_INTERESTS, (), "INVALID_FIELD"),
    ("a child", CHILD, Consent.CHILD_BEST_INTERESTS, (), ""),
    ("a child who agreed", CHILD, Consent.GIVEN, (), ""),
    ("age open: the benefit of the doubt", OPEN, Consent.CHILD_BEST_INTERESTS, (), ""),
    ("age open, refused", OPEN, Consent.REFUSED, (), "CONSENT_REQUIRED"),
]


@pytest.mark.parametrize(
    ("is_child", "consent", "needs", "reason"), [row[1:] for row in CONSENTS], ids=[row[0] for row in CONSENTS]
)
def test_nobody_is_referred_against_their_will(
    is_child: bool | None,  # noqa: FBT001 - a column of the table
    consent: Consent,
    needs: tuple[Need, ...],
    reason: str,
) -> None:
    told = referral(1, is_child=is_child, consent=consent, needs=needs)
    if not reason:
        check_consent(told)
        return
    with pytest.raises(LintasError) as caught:
        check_consent(told)
    assert caught.value.reason == reason
    assert caught.value.fields[0].field == "referral.consent"


def test_who_comes_to_us_gave_their_consent_there() -> None:
    check_consent(referral(1, direction=ReferralDirection.INCOMING, consent=Consent.REFUSED))


def receipt(*, is_accepted: bool, minute: int = 5) -> Receipt:
    return Receipt(is_accepted, at(minute), "S-1", PROTECTOR, at(minute))


def test_a_receipt_is_given_once() -> None:
    sent = referral(1)
    assert (sent.state, sent.received(receipt(is_accepted=False)).state) == (ReferralState.SENT, ReferralState.DECLINED)
    answered = sent.received(receipt(is_accepted=True))
    assert (answered.state, answered.version) == (ReferralState.ACKNOWLEDGED, 2)
    with pytest.raises(LintasError) as caught:
        answered.received(receipt(is_accepted=True))
    assert caught.value.reason == "REFERRAL_ANSWERED"
    with pytest.raises(LintasError) as caught:
        sent.received(receipt(is_accepted=True, minute=0))
    assert caught.value.fields[0].field == "receipt.receive_time"


def test_the_hand_over_code_says_nothing() -> None:
    assert referral(1).handover_code == "1A2B3C4D"


def test_in_the_words_of_the_standard() -> None:
    assert htcds_fields(referral(1)) == {
        "vic_TraffickingStatus": "PossibleVictimOfTrafficking",
        "vic_TraffickingStatusDecisionMakingOrg": "NonPoliceGovernmentalOrganization",
        "vic_MethodOfRecruitment": "JobOffer;Internet",
        "vic_MethodsOfControl": "WithholdsDocuments;DebtBondage",
        "vic_TypeOfExploitation": "ForcedLabour",
        "per_RoleInProcess": "RecruiterOrIntermediary",
        "con_Consent": "TRUE",
        "cas_OutgoingReferralDate": "2026-11-24",
        "cas_ReferredOrganisation": "sapa-129",
    }
    assert "cas_IncomingReferralDate" in htcds_fields(referral(1, direction=ReferralDirection.INCOMING))


# as they stand in HTCDS Field Reference.md and Toolkit/Survey/htcds_xlsform.xml of github.com/UNMigration/HTCDS
STANDARD = {
    TraffickingStatus: "PossibleVictimOfTrafficking ActualVictimOfTrafficking NotAVictimOfTrafficking",
    DecisionMaker: "Police NGO CourtOrProsecution NonPoliceGovernmentalOrganization Other",
    Control: "DebtBondage TakesEarnings RestrictsFinancialAccess Threats PsychologicalAbuse PhysicalAbuse SexualAbuse "
    "FalsePromises PsychoactiveSubstances RestrictsMovement RestrictsMedicalCare ExcessiveWorkingHours UsesChildren "
    "ThreatOfLawEnforcement WithholdsNecessities WithholdsDocuments Other",
    Exploitation: "ForcedLabour SexualExploitation ChildLabour ForcedMarriage Servitude OrganRemoval ForcedBegging "
    "ForcedAdoption Surrogacy Other IllicitActivities",
    RoleInProcess: "TravellingPartner Transporter RecruiterOrIntermediary BrokerTravelAgent Smuggler Abuser Kidnapper "
    "Exploiter Other",
    Recruitment: "Abduction EducationalFacility Familial Work Other Unknown",
}


@pytest.mark.parametrize("kind", STANDARD, ids=lambda kind: kind.__name__)
def test_every_code_of_the_standard_has_its_word(kind: Any) -> None:
    assert set(STANDARD[kind].split()) <= {each.htcds for each in kind}


CALLS = [
    ("a school confirmed", {}, "settling"),
    ("a number that the companion gave", {"number_source": NumberSource.GIVEN_BY_COMPANION}, "open"),
    ("the number on the letter", {"number_source": NumberSource.ON_CONSENT_PAPER}, "open"),
    ("nobody answered", {"parent_reached": Answer.NO, "confirms_journey": Answer.UNKNOWN}, "open"),
    ("reached, and would not say", {"confirms_journey": Answer.UNKNOWN}, "open"),
    ("the mother knows nothing of it", {"confirms_journey": Answer.NO}, "alarming"),
    (
        "whoever answers the companion's number knows nothing of it",
        {"confirms_journey": Answer.NO, "number_source": NumberSource.GIVEN_BY_COMPANION},
        "alarming",
    ),
    ("a letter alone settles nothing", {"parent_reached": Answer.UNKNOWN, "confirms_journey": Answer.UNKNOWN,
                                        "consent_paper": ConsentPaper.VERIFIED}, "open"),
]  # fmt: skip


@pytest.mark.parametrize(("facts", "state"), [row[1:] for row in CALLS], ids=[row[0] for row in CALLS])
def test_what_a_call_settles(facts: dict[str, object], state: str) -> None:
    assert call_back(1, **facts).state_code == state
