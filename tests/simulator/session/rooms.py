"""A training room in memory with the worked scenario, a clock that ticks, and codes that can be known."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path

from simulator.sandbox.scanner import Scanner
from simulator.scenario.load import load_scenario
from simulator.scenario.model import Scenario
from simulator.scenario.vary import to_json
from simulator.session.case import DealtCase
from simulator.session.exercises import Exercises
from simulator.session.plan import Feedback, Mode, Pace, Plan, Slot
from simulator.store import MemorySessionStore, SessionStore
from tests.simulator.scenario.example import scenario_with
from verifier.indicators.policy_folder import load_catalogue

BOY = "boy_with_uncle"
PLAIN = "example"


@cache
def scenarios() -> dict[str, Scenario]:
    """The worked scenario and the template."""
    folder = Path(__file__).parents[3] / "scenarios"
    return {BOY: load_scenario(folder / f"{BOY}.yaml"), PLAIN: scenario_with()}


@dataclass(slots=True)
class Counted:
    """Codes, secrets and words in order: what is random in life is known in tests."""

    number: int = 0

    def code(self) -> str:
        self.number += 1
        return f"CODE{self.number:02d}"

    def secret(self) -> str:
        self.number += 1
        return f"secret-{self.number}"

    def word(self) -> str:
        return f"WO{self.number:02d}"


@dataclass(slots=True)
class Clock:
    """One second later at every look."""

    at: datetime = field(default_factory=lambda: datetime(2026, 6, 1, 8, tzinfo=UTC))

    def __call__(self) -> datetime:
        self.at += timedelta(seconds=1)
        return self.at


def plan(*slots: Slot, **changes: object) -> Plan:
    """A plan over the two scenarios."""
    chosen = slots or (Slot((BOY,)), Slot((PLAIN,)))
    values: dict[str, object] = {"mode": Mode.SOLO, "pace": Pace.SELF, "feedback": Feedback.CASE} | changes
    return Plan("s1", "A course", date(2026, 6, 1), "s" * 16, chosen, **values)  # type: ignore[arg-type]  # by name


def cases() -> list[tuple[DealtCase, str]]:
    """Both scenarios, dealt as written."""
    return [(DealtCase(key, scenario), to_json(scenario)) for key, scenario in scenarios().items()]


def room(store: SessionStore | None = None, *, now: Callable[[], datetime] | None = None) -> Exercises:
    """A fresh room, on memory unless another store is given."""
    return Exercises(
        store=store or MemorySessionStore(), scanner=Scanner(load_catalogue), now=now or Clock(), randomness=Counted()
    )
