"""What a trainee sees, on the wire."""

from __future__ import annotations

from collections.abc import Iterable

from ledger.rpc.convert import text_to_wire
from ledger.text import Text
from lintas.v1 import common_pb2
from lintas.v1 import training_pb2 as wire
from simulator.session.scan import ShownCheck, ShownHit
from simulator.session.view import CaseView, ScanView


def case_to_wire(view: CaseView) -> wire.TrainingCase:
    """Every field of the view, and nothing else."""
    return wire.TrainingCase(
        case_number=view.case_number,
        of_cases=view.of_cases,
        seat=seat_to_wire(view.seat),
        my_turn=view.is_my_turn,
        over=view.is_over,
        content_note=_optional(view.content_note),
        briefing=text_to_wire(view.briefing),
        demeanour=text_to_wire(view.demeanour),
        occupation=_optional(view.occupation),
        queue=view.queue,
        budget_s=view.budget_s,
        used_s=view.used_s,
        documents=[
            wire.HandedDocument(key=each.key, type=each.type, issuer=each.issuer, chip=each.has_chip)
            for each in view.documents
        ],
        companions=[
            wire.Companion(key=key, who=text_to_wire(who), claims=text_to_wire(claims))
            for key, who, claims in view.companions
        ],
        facts=[wire.TrainingFact(name=each.name, text=text_to_wire(each.text)) for each in view.facts],
        offers=[
            wire.Offer(key=each.key, act=each.act, to=each.to, text=text_to_wire(each.text), cost_s=each.cost_s)
            for each in view.offers
        ],
        said=[
            wire.Said(question=each.question, asked=text_to_wire(each.asked), answered=text_to_wire(each.answered))
            for each in view.said
        ],
        looks=[
            wire.LookTaken(fact=fact, document=document, tool=tool, region=_region(region))
            for fact, document, tool, region in view.looks
        ],
        scans=[scan_to_wire(each) for each in view.scans],
        citations=[wire.CitationMade(fact=fact, other=other) for fact, other in view.citations],
        decisions=[
            wire.DecisionMade(seat=seat_to_wire(seat), outcome=f"OUTCOME_{outcome.upper()}", confidence=confidence)
            for seat, outcome, confidence in view.decisions
        ],
        handed_note=view.handed_note,
        reason=view.reason,
        hold=f"SESSION_HOLD_{view.hold.upper()}",
        try_number=view.try_number,
        happened=[
            wire.Happened(kind=f"HAPPENING_KIND_{kind.upper()}", told=text_to_wire(told), words=words)
            for kind, told, words in view.happened
        ],
    )


def seat_to_wire(seat: str) -> str:
    """The wire's name of the seat."""
    return f"SEAT_KIND_{seat.upper()}"


def _optional(text: Text | None) -> common_pb2.Text | None:
    return None if text is None else text_to_wire(text)


def _texts(texts: Iterable[Text]) -> list[common_pb2.Text]:
    return [text_to_wire(each) for each in texts]


def _region(region: tuple[float, float, float, float]) -> wire.Region:
    left, top, right, bottom = region
    return wire.Region(left=left, top=top, right=right, bottom=bottom)


def scan_to_wire(scan: ScanView) -> wire.ScanShown:
    """The engine's answer as shown."""
    return wire.ScanShown(
        advice=f"ADVICE_KIND_{scan.advice.upper()}",
        reasons=_texts(scan.reasons),
        handling=_texts(scan.handling),
        checks=[_check(each) for each in scan.checks],
        hits=[_hit(each) for each in scan.hits],
        mrz=scan.mrz,
        link_up=scan.link_is_up,
        list_age_h=scan.list_age_h,
    )


def _check(check: ShownCheck) -> wire.CheckShown:
    return wire.CheckShown(
        check_id=check.check_id,
        result=f"CHECK_RESULT_{check.result.upper()}",
        reasons=_texts(check.reasons),
        score=check.score,
        threshold=check.threshold,
    )


def _hit(hit: ShownHit) -> wire.HitShown:
    return wire.HitShown(
        entry=hit.entry,
        names=hit.names,
        birth_date=hit.birth_date,
        category=hit.category,
        action=hit.action,
        authority=hit.authority,
        grade=hit.grade,
        state=hit.state,
        evidence=[wire.EvidenceShown(feature=feature, weight_nats=weight) for feature, weight in hit.evidence],
    )
