"""One class as the live side knows it: counts and means, nobody named, nobody to be guessed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from ledger.actor import Actor
from ledger.errors import Fault, FieldFault, LintasError, invalid_field

SMALLEST_CLASS: Final = 5  # trainees; the mean of fewer lets each of them work out the others
_MOST: Final = 100_000
_RANGES: Final = {
    "points": (0.0, 100.0),
    "hit_rate": (0.0, 1.0),
    "false_referral_rate": (0.0, 1.0),
    "evidence_found": (0.0, 1.0),
    "evidence_right": (0.0, 1.0),
    "overconfidence": (-1.0, 1.0),
    "gain": (-100.0, 100.0),
}
FIGURES: Final = tuple(_RANGES)


@dataclass(frozen=True, slots=True)
class Figure:
    """A mean over trainees with its 95 % interval; `of` is how many trainees it is over."""

    value: float
    low: float
    high: float
    of: int


@dataclass(frozen=True, slots=True)
class ClassResult:
    """A course of `trainees` who decided `decisions` cases.

    `points` 0 to 100. `hit_rate`: of travellers to be stopped, the share that was. `false_referral_rate`: of innocent
    ones, the share that was not let go. `evidence_found`, `evidence_right`: of what was needed, found; of what was
    cited, right. `overconfidence`: stated confidence less the share that was right. `gain`: points after, less before.
    None where the course cannot tell.
    """

    record_id: str
    created_at: datetime
    actor: Actor
    held_on: date
    trainees: int
    cases: int
    decisions: int
    harms: int
    points: Figure | None = None
    hit_rate: Figure | None = None
    false_referral_rate: Figure | None = None
    evidence_found: Figure | None = None
    evidence_right: Figure | None = None
    overconfidence: Figure | None = None
    gain: Figure | None = None
    source_sha256: str = ""  # of the figures as handed over: the same course is not counted twice
    version: int = 1

    @property
    def name(self) -> str:
        """Resource name."""
        return f"trainingResults/{self.record_id}"

    @property
    def case_id(self) -> str:
        """It belongs to no case of the border."""
        return ""

    @property
    def state_code(self) -> str:
        """It has one state only."""
        return "recorded"


def check_result(result: ClassResult, today: date) -> None:
    """Raises LintasError: CLASS_TOO_SMALL; INVALID_FIELD for figures that no class can have."""
    if result.trainees < SMALLEST_CLASS:
        description = f"figures of fewer than {SMALLEST_CLASS} trainees could point at one of them"
        field = FieldFault("result.trainees", description)
        raise LintasError(Fault.PRECONDITION, "CLASS_TOO_SMALL", f"result.trainees: {description}", fields=(field,))
    for name in ("trainees", "cases", "decisions", "harms"):
        if not 0 <= getattr(result, name) <= _MOST:
            raise invalid_field(f"result.{name}", f"0 to {_MOST:,}")
    if result.held_on > today:
        raise invalid_field("result.held_on", "lies in the future")
    for name, (low, high) in _RANGES.items():
        _check_figure(f"result.{name}", getattr(result, name), low, high, result.trainees)


def _check_figure(field: str, figure: Figure | None, low: float, high: float, trainees: int) -> None:
    if figure is None:
        return
    if not low <= figure.low <= figure.value <= figure.high <= high:
        raise invalid_field(field, f"{low:g} to {high:g}, within its own interval")
    if not SMALLEST_CLASS <= figure.of <= trainees:
        raise invalid_field(f"{field}.of", f"{SMALLEST_CLASS} to the number of trainees")
