"""What a trainer sees of a session and its boards, on the wire."""

from __future__ import annotations

from collections.abc import Iterable

from ledger.rpc.convert import text_to_wire
from lintas.v1 import training_pb2 as wire
from simulator.rpc.case import seat_to_wire
from simulator.session.board import Board, LinkCount
from simulator.session.standing import Standing
from simulator.session.state import Session
from simulator.session.view import Fact


def session_to_wire(
    session: Session, standings: Iterable[Standing], *, worked_s: float, code: str = ""
) -> wire.TrainingSession:
    """How it stands; no answers, no scores."""
    frozen, revisit = session.frozen, session.revisit
    return wire.TrainingSession(
        session_id=session.plan.session_id,
        code=code,
        title=session.plan.title,
        cases=len(session.plan.slots),
        step=session.step,
        closed=session.is_closed,
        number=session.number,
        trainees=map(_trainee, standings),
        pace=f"SESSION_PACE_{session.plan.pace.name}",
        rehearsal=session.plan.is_rehearsal,
        paused=session.is_paused,
        frozen=wire.FrozenBoard(slot=frozen.slot, reveals=frozen.reveals) if frozen else None,
        revisit=wire.Revisit(
            slot=revisit.slot, purpose=f"REVISIT_PURPOSE_{revisit.purpose.name}", number=revisit.number
        )
        if revisit
        else None,
        trainers=sorted(session.trainers),
        worked_s=round(worked_s),
        clock_running=session.clock.since is not None,
        mode=f"SESSION_MODE_{session.plan.mode.name}",
    )


def _trainee(standing: Standing) -> wire.TraineeState:
    person = standing.person
    return wire.TraineeState(
        trainee=person.trainee,
        nickname=person.nickname,
        desk=person.desk,
        seat=seat_to_wire(person.seat.value),
        current=standing.current,
        decided=standing.decided,
        idle_s=standing.idle_s,
        refused=standing.refused,
        signs=[f"STUCK_SIGN_{each.name}" for each in standing.signs],
        over=standing.is_over,
    )


def board_to_wire(board: Board) -> wire.EvidenceBoard:
    """Counts, and nobody's name."""
    return wire.EvidenceBoard(
        slot=board.slot,
        title=text_to_wire(board.title),
        playing=board.playing,
        decided=board.decided,
        withheld=board.is_withheld,
        decisions=[
            wire.DecisionCount(outcome=f"OUTCOME_{each.outcome.upper()}", count=each.count, credit=each.credit)
            for each in board.decisions
        ],
        links=map(_link, board.links),
        evidence=[
            wire.EvidenceCount(
                text=text_to_wire(each.text), count=each.count, decoy=each.is_decoy, needed=each.is_needed
            )
            for each in board.evidence
        ],
        confidence=board.confidence,
        sure_and_right=board.sure_and_right,
    )


def _link(link: LinkCount) -> wire.LinkCount:
    return wire.LinkCount(fact=_fact(link.fact), other=_fact(link.other), count=link.count, proves=link.proves)


def _fact(fact: Fact) -> wire.TrainingFact:
    return wire.TrainingFact(name=fact.name, text=text_to_wire(fact.text))
