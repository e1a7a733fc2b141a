"""From a session to what grading reads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from ledger.text import Text
from simulator.grading import model as grading
from simulator.scenario.expected import Signal
from simulator.scenario.lint.evidence import needed_s
from simulator.session.case import DealtCase
from simulator.session.handing import handover_of
from simulator.session.play import AT_PRIMARY, Play
from simulator.session.session import Session
from verifier.decision import Outcome


def workshop_of(session: Session) -> grading.Workshop:
    """Answer keys and attempts, in the order of desks and cases; cases never opened for a desk are left out."""
    solo, two = (grading.Seat.SOLO,), (grading.Seat.PRIMARY, grading.Seat.SECONDARY)
    seats = two if session.has_two_seats else solo
    return grading.Workshop(
        key=session.plan.session_id,
        held_on=session.plan.opened_on,
        salt=session.plan.salt,
        title=Text(id=session.plan.title, en=session.plan.title),
        cases=tuple(answer_key(case, seat) for _, case in sorted(session.cases.items()) for seat in seats),
        attempts=tuple(attempts_of(session)),
    )


def answer_key(case: DealtCase, seat: grading.Seat = grading.Seat.SOLO) -> grading.AnswerKey:
    """The key in grading's own words.

    Where the best decision is not open at primary, referring is the best that can be done there.
    """
    scenario = case.scenario
    protected = scenario.persona.protected
    minimum = case.minimum
    return grading.AnswerKey(
        case=key_for(case, seat),
        item=grading.ItemKey(scenario.meta.key),
        is_signal=scenario.expected.signal is Signal.SIGNAL,
        decisions=tuple(_decisions(case, seat)),
        indicators=tuple(
            grading.Indicator(
                key=grading.IndicatorKey(each.key),
                weight=each.weight,
                is_decoy=each.decoy,
                is_needed=each.key in minimum,
                text=each.text.text,
            )
            for each in scenario.indicators
        ),
        needed_s=float(needed_s(scenario) or 0),
        difficulty_logit=scenario.difficulty,
        title=scenario.meta.title.text,
        groups=tuple(
            grading.Group(name, str(getattr(value, "value", value)))
            for name, value in protected
            if value not in {None, "", "none"}
        ),
        debrief=grading.Debrief(
            summary=scenario.debrief.description.text,
            discussion=tuple(line.text for line in scenario.debrief.reactions),
            key_points=tuple(line.text for line in (*scenario.debrief.analysis, *scenario.debrief.application)),
        ),
    )


def _decisions(case: DealtCase, seat: grading.Seat) -> Iterator[grading.GradedDecision]:
    graded = case.scenario.expected.decisions
    best = max(graded, key=lambda each: each.credit)
    for each in graded:
        refers_for_best = each.decision is Outcome.REFER and best.decision not in AT_PRIMARY
        credit = best.credit if seat is grading.Seat.PRIMARY and refers_for_best else each.credit
        if seat is not grading.Seat.PRIMARY or each.decision in AT_PRIMARY:
            yield grading.GradedDecision(each.decision, credit, each.why.text)


def attempts_of(session: Session) -> Iterator[grading.Attempt]:
    """One a trainee and case that was open for their desk."""
    for desk in session.desks:
        people = sorted(
            (each for each in session.people.values() if each.desk == desk), key=lambda each: each.seat.value
        )
        for slot in range(len(session.plan.slots)):
            if (desk, slot) not in session.plays:
                continue
            play = session.plays[(desk, slot)]
            for person in people:
                if person.seat is not grading.Seat.SECONDARY or play.seat is grading.Seat.SECONDARY:
                    yield _attempt(session, slot, person.trainee, person.seat, play)


def _attempt(session: Session, slot: int, trainee: str, seat: grading.Seat, play: Play) -> grading.Attempt:
    person = session.person(trainee)
    case, planned = session.case_at(person.desk, slot), session.plan.slots[slot]
    decided = next((each for each in play.decisions if each.seat is seat), None)
    asked = [each for each in play.heard if each.seat is seat]
    return grading.Attempt(
        trainee=grading.TraineeId(trainee),
        case=key_for(case, seat),
        decision=decided.outcome if decided else None,
        confidence=decided.confidence if decided else None,
        citations=tuple(_citations(play, seat)),
        asked=tuple(grading.Asked(grading.QuestionKey(each.question), float(each.cost_s)) for each in asked),
        necessary_missed=_missed(case, play) if seat is play.seat else (),
        harms=tuple(_ledger(case, play, seat)),
        used_s=float(decided.used_s if decided else play.used_s),
        seat=seat,
        form=planned.form,
        pair=_pair(session, slot, person.desk),
        reason=play.reasons.get(seat.value, ""),
        handover=handover_of(case, play) if seat is grading.Seat.PRIMARY else None,
    )


def key_for(case: DealtCase, seat: grading.Seat) -> grading.CaseKey:
    """At primary less can be decided, so the same case has a key of its own there."""
    return grading.CaseKey(f"{case.case_key}@primary" if seat is grading.Seat.PRIMARY else case.case_key)


def _ledger(case: DealtCase, play: Play, seat: grading.Seat) -> Iterator[grading.Harm]:
    """The desk has one ledger: to the traveller it is all one which seat did the harm."""
    own = {each.key: each for each in harms_done(case, play, seat)}
    yield from own.values()
    for other in () if seat is grading.Seat.SOLO else _SEATS:
        for harm in harms_done(case, play, other):
            if harm.key not in own:
                yield replace(harm, is_shared=True)


_SEATS: Final = (grading.Seat.PRIMARY, grading.Seat.SECONDARY)


def harms_done(case: DealtCase, play: Play, seat: grading.Seat) -> Iterator[grading.Harm]:
    """Harm by answers and by the decision of that seat."""
    harms = {each.key: each for each in case.scenario.harms}
    done = dict.fromkeys(play.harms(seat))
    for decided in play.decisions:
        graded = {each.decision: each for each in case.scenario.expected.decisions}.get(decided.outcome)
        if decided.seat is seat and graded is not None and graded.harm is not None:
            done[graded.harm] = None
    for key in done:
        harm = harms[key]
        yield grading.Harm(grading.HarmKey(key), harm.penalty, harm.terminal, harm.text.text)


def _missed(case: DealtCase, play: Play) -> tuple[grading.QuestionKey, ...]:
    asked = {each.question for each in play.heard}
    necessary = (each.key for each in case.scenario.questions if each.necessary)
    return tuple(grading.QuestionKey(key) for key in necessary if key not in asked)


def _citations(play: Play, seat: grading.Seat) -> Iterator[grading.Citation]:
    for each in play.cited:
        if each.seat is seat:
            facts = (grading.FactKey(each.fact), grading.FactKey(each.other))
            for key in each.indicators or ("",):
                yield grading.Citation(facts, grading.IndicatorKey(key))


def _pair(session: Session, slot: int, desk: str) -> grading.DealtPair | None:
    planned = session.plan.slots[slot]
    if len(planned.cases) != 2:
        return None
    is_first = session.case_at(desk, slot).case_key == planned.cases[0]
    side = grading.PairSide.ORIGINAL if is_first else grading.PairSide.COUNTERFACTUAL
    return grading.DealtPair(grading.PairKey("+".join(planned.cases)), side, planned.swapped)
