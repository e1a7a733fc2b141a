"""What each steering makes of a session. Pure; whatever cannot be done now is refused by name."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from ledger.errors import Fault, LintasError, invalid_field
from simulator.session.happening import Happening
from simulator.session.plan import Pace
from simulator.session.play import happen
from simulator.session.state import EVERYBODY, Session
from simulator.session.steering import (
    AddTrainer,
    Freeze,
    Inject,
    Pause,
    Purpose,
    RemoveTrainer,
    Resume,
    Return,
    Revisit,
    Steering,
    StepBack,
    Unfreeze,
)

_OFFICER: Final = re.compile(r"[A-Za-z0-9._@:-]{1,64}")
AFTER_CLOSING: Final = (Freeze, Unfreeze, AddTrainer, RemoveTrainer)  # boards are shown in the debrief, too


def is_news(session: Session, steering: Steering) -> bool:
    """Whether it would change anything: pausing twice is pausing once, and needs no entry in the log."""
    if isinstance(steering, Pause | Resume):
        return session.is_paused is isinstance(steering, Resume)
    if isinstance(steering, Return):
        return session.revisit is not None
    if isinstance(steering, Freeze | Unfreeze):
        return session.frozen != (steering if isinstance(steering, Freeze) else None)
    if isinstance(steering, AddTrainer | RemoveTrainer):
        return (steering.officer_id in session.trainers) is isinstance(steering, RemoveTrainer)
    return True


def steer(session: Session, steering: Steering) -> Session:
    """The session after it.

    Raises LintasError: CASE_NOT_PLAYED, NOBODY_AT_WORK, LAST_TRAINER, or naming the field.
    """
    handler: Callable[[Session, Steering], Session] = _HANDLERS[type(steering)]
    return handler(session, steering)


def _freeze(session: Session, steering: Freeze) -> Session:
    _check_played(session, steering.slot, "freeze.slot")
    return replace(session, frozen=steering)


def _step_back(session: Session, steering: StepBack) -> Session:
    _check_played(session, steering.slot, "step_back.slot")
    number = session.revisits + 1
    revisit = Revisit(steering.slot, steering.purpose, number)
    return replace(session, revisit=revisit, revisits=number, frozen=None)


def _check_played(session: Session, slot: int, field: str) -> None:
    if not 0 <= slot < len(session.plan.slots):
        raise invalid_field(field, "no such place in the order")
    is_opened = session.plan.pace is Pace.TRAINER and slot <= session.step
    if not (is_opened or any(session.has_had(desk, slot) for desk in session.desks)):
        raise _moment("CASE_NOT_PLAYED", "nobody has had this case yet")


def _inject(session: Session, happening: Happening) -> Session:
    plays, tries, happened = dict(session.plays), dict(session.tries), dict(session.happened)
    concerned = [desk for desk in session.desks if _is_at_work(session, desk)]
    places = [(desk, session.current(desk), session.try_number(desk, session.current(desk))) for desk in concerned]
    for desk, slot, number in places:
        if number and (desk, slot, number) in tries:
            play = happen(session.case_at(desk, slot), tries[(desk, slot, number)], happening)
            tries[(desk, slot, number)] = play
        elif not number and (desk, slot) in plays:
            plays[(desk, slot)] = happen(session.case_at(desk, slot), plays[(desk, slot)], happening)
    if session.plan.pace is Pace.TRAINER:
        places.append(_open_for_all(session))
    for place in places:
        before = happened.get(place, happened.get((EVERYBODY, *place[1:]), ()))
        happened[place] = (*before, happening)
    if not places:
        raise _nobody()
    return replace(
        session,
        plays=MappingProxyType(plays),
        tries=MappingProxyType(tries),
        happened=MappingProxyType(happened),
    )


def _is_at_work(session: Session, desk: str) -> bool:
    """A case lies open there and is not decided; a pause only interrupts that."""
    slot = session.current(desk)
    is_place = 0 <= slot < len(session.plan.slots)
    return is_place and not _is_discussing(session, desk) and not session.open_play(desk, slot).is_over


def _is_discussing(session: Session, desk: str) -> bool:
    revisit = session.revisit_of(desk)
    return revisit is not None and revisit.purpose is Purpose.DISCUSS


def _open_for_all(session: Session) -> tuple[str, int, int]:
    """Where whoever sits down later will be."""
    revisit = session.revisit
    if revisit is not None and revisit.purpose is Purpose.DISCUSS:
        raise _nobody()
    slot = session.step if revisit is None else revisit.slot
    if not 0 <= slot < len(session.plan.slots):
        raise _nobody()
    return EVERYBODY, slot, 0 if revisit is None else revisit.number


def _trainers(session: Session, steering: AddTrainer | RemoveTrainer) -> Session:
    if not _OFFICER.fullmatch(steering.officer_id):
        raise invalid_field("trainer.officer_id", "1 to 64 letters, digits or . _ @ : -")
    if isinstance(steering, AddTrainer):
        return replace(session, trainers=session.trainers | {steering.officer_id})
    left = session.trainers - {steering.officer_id}
    if not left:
        raise _moment("LAST_TRAINER", "somebody has to hold the session; add another trainer first")
    return replace(session, trainers=left)


_HANDLERS: Final[Mapping[type, Callable[..., Session]]] = MappingProxyType(
    {
        Pause: lambda session, _: replace(session, is_paused=True),
        Resume: lambda session, _: replace(session, is_paused=False),
        StepBack: _step_back,
        Return: lambda session, _: replace(session, revisit=None),
        Freeze: _freeze,
        Unfreeze: lambda session, _: replace(session, frozen=None),
        Inject: lambda session, steering: _inject(session, steering.happening),
        AddTrainer: _trainers,
        RemoveTrainer: _trainers,
    }
)


def _nobody() -> LintasError:
    return _moment("NOBODY_AT_WORK", "nothing can happen now: no case is open, or all have decided it")


def _moment(reason: str, message: str) -> LintasError:
    return LintasError(Fault.PRECONDITION, reason, message)
