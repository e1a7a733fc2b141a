"""A session as it stands: who sits where, which case is open, how each is played, what the trainer holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from ledger.errors import Fault, LintasError
from simulator.grading.elo import EloTable
from simulator.session.case import DealtCase
from simulator.session.clock import Clock
from simulator.session.happening import Happening
from simulator.session.log import Joined
from simulator.session.plan import Dealing, Mode, Pace, Plan
from simulator.session.play import Play, happen, start
from simulator.session.steering import Freeze, Hold, Purpose, Revisit

Place = tuple[str, int, int]
"""Desk, place in the order, and number of the revisit: 0 is the first time, which alone is counted."""
EVERYBODY = ""  # instead of a desk: also those who sit down later


@dataclass(frozen=True, slots=True)
class Session:
    """Everything that follows from plan, cases and log.

    `plays` are by desk and place in the order, and counted; `tries` are played again on the trainer's wish, and not.
    """

    plan: Plan
    cases: Mapping[str, DealtCase]
    people: Mapping[str, Joined] = field(default_factory=lambda: MappingProxyType({}))
    desks: tuple[str, ...] = ()
    step: int = -1
    plays: Mapping[tuple[str, int], Play] = field(default_factory=lambda: MappingProxyType({}))
    requests: Mapping[tuple[str, str], int] = field(default_factory=lambda: MappingProxyType({}))
    is_closed: bool = False
    number: int = 0
    tries: Mapping[Place, Play] = field(default_factory=lambda: MappingProxyType({}))
    happened: Mapping[Place, tuple[Happening, ...]] = field(default_factory=lambda: MappingProxyType({}))
    is_paused: bool = False
    frozen: Freeze | None = None
    revisit: Revisit | None = None
    revisits: int = 0
    trainers: frozenset[str] = frozenset()
    clock: Clock = field(default_factory=Clock)
    opened_s: float = 0.0  # of the class's clock, when a case was last opened for all
    busy_s: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))  # when each did something last
    dealt: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))  # adaptive, by desk
    ratings: EloTable = field(default_factory=EloTable)  # adaptive, trainees being desks

    @property
    def has_two_seats(self) -> bool:
        """Whether primary and secondary share a desk."""
        return self.plan.mode is Mode.TWO_SEAT

    @property
    def is_running(self) -> bool:
        """Whether the class's clock runs."""
        is_discussing = self.revisit is not None and self.revisit.purpose is Purpose.DISCUSS
        return not (self.is_closed or self.is_paused or self.frozen or is_discussing)

    def person(self, trainee: str) -> Joined:
        """Raises LintasError TRAINEE_UNKNOWN."""
        if trainee not in self.people:
            raise LintasError(Fault.NOT_FOUND, "TRAINEE_UNKNOWN", "nobody of that id has joined")
        return self.people[trainee]

    def case_at(self, desk: str, slot: int) -> DealtCase:
        """The case that this desk is dealt; the two of a pair go to desks in turn.

        Raises LintasError for a place that the order does not have, CASE_NOT_OPEN for one not dealt yet.
        """
        keys = self.plan.slot(slot).cases
        if self.plan.dealing is Dealing.ADAPTIVE:
            dealt = self.dealt.get(desk, ())
            if slot >= len(dealt):
                raise LintasError(Fault.PRECONDITION, "CASE_NOT_OPEN", "this case is not dealt to your desk yet")
            return self.cases[dealt[slot]]
        return self.cases[keys[self.desks.index(desk) % len(keys)]]

    def desks_by_case(self, slot: int) -> Mapping[str, tuple[str, ...]]:
        """Desks that have come to that place, by the key of the case that each has there.

        All planned cases are there, also without a desk; in an adaptive session those dealt, most desks first.
        """
        found: dict[str, list[str]] = {key: [] for key in self.plan.slot(slot).cases}
        for desk in self.desks:
            if self.reached(desk) >= slot or not self.plan.pool:
                found.setdefault(self.case_at(desk, slot).case_key, []).append(desk)
        most = sorted(found.items(), key=lambda each: -len(each[1]) if self.plan.pool else 0)
        return {key: tuple(desks) for key, desks in most}

    def play_at(self, desk: str, slot: int) -> Play:
        """How the counted one stands; a fresh one where nothing was done."""
        return self.plays.get((desk, slot)) or self._fresh((desk, slot, 0))

    def open_play(self, desk: str, slot: int) -> Play:
        """What lies on that desk now: another try where the trainer wished for one, else the counted one."""
        number = self.try_number(desk, slot)
        if not number:
            return self.play_at(desk, slot)
        return self.tries.get((desk, slot, number)) or self._fresh((desk, slot, number))

    def try_number(self, desk: str, slot: int) -> int:
        """Number of the revisit in which that desk plays the case again; 0 for the counted one."""
        revisit = self.revisit_of(desk)
        is_retry = revisit is not None and revisit.purpose is Purpose.RETRY and revisit.slot == slot
        return revisit.number if revisit is not None and is_retry else 0

    def _fresh(self, place: Place) -> Play:
        desk, slot, number = place
        case = self.case_at(desk, slot)
        play = start(case, has_two_seats=self.has_two_seats)
        for each in self.happened.get(place, self.happened.get((EVERYBODY, slot, number), ())):
            play = happen(case, play, each)
        return play

    def revisit_of(self, desk: str) -> Revisit | None:
        """The earlier case, for a desk that has had it."""
        revisit = self.revisit
        return revisit if revisit is not None and self.has_had(desk, revisit.slot) else None

    def has_had(self, desk: str, slot: int) -> bool:
        """Whether this desk may see that case again: the trainer opened it, or they have decided it."""
        if self.plan.pace is Pace.TRAINER:
            return slot <= self.step
        play = self.plays.get((desk, slot))
        return play is not None and play.is_over

    def hold(self, desk: str) -> Hold:
        """Why this desk may not act just now."""
        if self.is_closed:
            return Hold.CLOSED
        if self.frozen is not None:
            return Hold.FROZEN
        if self.is_paused:
            return Hold.PAUSED
        revisit = self.revisit_of(desk)
        is_discussed = revisit is not None and revisit.purpose is Purpose.DISCUSS
        return Hold.DISCUSSED if is_discussed else Hold.NONE

    def reached(self, desk: str) -> int:
        """The furthest place in the order that this desk has come to; the length of the order when all is done."""
        if self.plan.pace is Pace.TRAINER:
            return self.step
        for slot in range(len(self.plan.slots)):
            play = self.plays.get((desk, slot))
            if play is None or not play.is_over:
                return slot
        return len(self.plan.slots)

    def current(self, desk: str) -> int:
        """The place in the order that lies on this desk: an earlier one while the trainer has stepped back."""
        revisit = self.revisit_of(desk)
        return self.reached(desk) if revisit is None else revisit.slot

    def is_open(self, desk: str, slot: int) -> bool:
        """Whether this desk may act there now."""
        is_here = slot == self.current(desk) and 0 <= slot < len(self.plan.slots)
        return is_here and self.hold(desk) is Hold.NONE
