"""Who sits where, how far they are, and who may be stuck: hints for a trainer, never part of a score."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Final

from simulator.session.log import Joined
from simulator.session.state import Session
from simulator.session.steering import Hold

QUIET_S: Final = 120  # of the class's clock, without an action at an open case
BEHIND_CASES: Final = 2  # fewer decided than whoever has decided most
REFUSED_TIMES: Final = 3  # in a row


class Sign(Enum):
    """Why somebody may be stuck."""

    QUIET = "quiet"
    BEHIND = "behind"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Standing:
    """One trainee. `current` is the open place in the order, its length when all is done; `is_over`: decided there."""

    person: Joined
    current: int
    decided: int
    is_over: bool
    idle_s: int
    refused: int
    signs: tuple[Sign, ...]


def standings_of(session: Session, now: datetime, refused: Mapping[str, int]) -> tuple[Standing, ...]:
    """Of all who joined, in that order. `refused` counts refused actions in a row, by trainee."""
    decided = {
        desk: sum(play.is_over for (at, _), play in session.plays.items() if at == desk) for desk in session.desks
    }
    front = max(decided.values(), default=0)
    now_s = session.clock.at(now)
    return tuple(
        _standing(session, person, decided[person.desk], front, now_s, refused.get(person.trainee, 0))
        for person in session.people.values()
    )


def _standing(session: Session, person: Joined, decided: int, front: int, now_s: float, refused: int) -> Standing:
    current = max(session.current(person.desk), 0)
    is_place = 0 <= session.current(person.desk) < len(session.plan.slots)
    play = session.open_play(person.desk, current) if is_place else None
    is_at_work = play is not None and not play.is_over and play.seat is person.seat
    idle_s = round(now_s - max(session.busy_s.get(person.trainee, 0.0), session.opened_s))
    signs = {
        Sign.QUIET: is_at_work and session.hold(person.desk) is Hold.NONE and idle_s >= QUIET_S,
        Sign.BEHIND: not session.is_closed and front - decided >= BEHIND_CASES,
        Sign.REFUSED: is_at_work and refused >= REFUSED_TIMES,
    }
    return Standing(
        person=person,
        current=current,
        decided=decided,
        is_over=play is not None and play.is_over,
        idle_s=max(idle_s, 0),
        refused=refused,
        signs=tuple(sign for sign, shows in signs.items() if shows),
    )
