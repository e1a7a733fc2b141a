"""What makes the pages of insight worth looking at: leads of several kinds, and two classes; all invented."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from console.wiring import House
from ledger.actor import Actor, Role
from ledger.request_key import RequestKey
from ledger.text import Text
from verifier.classes.result import ClassResult, Figure
from verifier.leads.kept_lead import Allowed, FoundLead, LeadState
from verifier.patterns.same_agency import SAME_AGENCY
from verifier.patterns.same_payer import SAME_PAYER
from verifier.protection.records import etag_of

WATI = Actor("tests", "wati", Role.SUPERVISOR)
TONO = Actor("tests", "tono", Role.TRAINER)
_FROM = datetime(2026, 10, 2, 3, tzinfo=UTC)


def fill(house: House) -> None:
    """Three leads, one of them decided and one explained, and two classes in October 2026."""
    house.leads.take_in([payer("-4471209953384770117", 9), payer("880342216650112", 5), agency()], WATI)
    aside = next(
        each for each in house.leads.list(None, page_size=10, page_token="").records if "5" in each.found.text.en
    )
    reason = "The employer's letter of 3 October was seen; contracts for all five."
    house.leads.decide(aside.record_id, etag_of(aside), LeadState.SET_ASIDE, reason, WATI, RequestKey("decided-5", ""))
    for day, points in ((date(2026, 10, 6), 54.0), (date(2026, 10, 20), 66.0)):
        house.classes.record(a_class(day, points), TONO, RequestKey(f"class-{day}", ""))


def payer(subject: str, travellers: int) -> FoundLead:
    counts = {"travellers": travellers, "unrelated": travellers - 1, "peak": 4, "due": 4, "unreturned": 4}
    return FoundLead(
        pattern_id=SAME_PAYER.pattern_id,
        pattern=SAME_PAYER.name,
        subject=subject,
        text=SAME_PAYER.sentence(counts),
        innocent=SAME_PAYER.innocent,
        counts=counts,
        crossings=tuple(f"{number:08x}-0000-4000-8000-000000000000" for number in range(travellers)),
        first_at=_FROM,
        last_at=_FROM + timedelta(days=21),
    )


def agency() -> FoundLead:
    counts = {"travellers": 212, "unrelated": 180, "peak": 20, "due": 90, "unreturned": 71}
    return FoundLead(
        pattern_id=SAME_AGENCY.pattern_id,
        pattern=SAME_AGENCY.name,
        subject="SIP3MI-0042",
        text=SAME_AGENCY.sentence(counts),
        innocent=SAME_AGENCY.innocent,
        counts=counts,
        crossings=("0000002a-0000-4000-8000-000000000000",),
        first_at=_FROM,
        last_at=_FROM + timedelta(days=27),
        is_suppressed=True,
        allowed=Allowed(
            allowance_id="a-1",
            kind=Text(id="biro atau lembaga penempatan berizin", en="licensed agency"),
            ground="SIP3MI 0042, seen on 1 September",
            valid_until=_FROM + timedelta(days=300),
            allowed_by="yuni",
        ),
    )


def a_class(day: date, points: float) -> ClassResult:
    return ClassResult(
        record_id="",
        created_at=_FROM,
        actor=TONO,
        held_on=day,
        trainees=12,
        cases=8,
        decisions=93,
        harms=3,
        points=Figure(points, points - 8, points + 8, 12),
        hit_rate=Figure(0.71, 0.6, 0.82, 12),
        false_referral_rate=Figure(0.28, 0.18, 0.38, 12),
        evidence_found=Figure(0.52, 0.44, 0.6, 12),
        overconfidence=Figure(0.12, 0.05, 0.19, 12),
        gain=Figure(11, 4, 18, 10),
        source_sha256=day.isoformat(),
    )
