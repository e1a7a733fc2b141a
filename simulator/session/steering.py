"""What a trainer can do to a running session. Each of these stands in the log as it was ordered."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from simulator.session.happening import Happening


class Purpose(Enum):
    """Why an earlier case is open once more."""

    DISCUSS = "discuss"  # everybody sees their own answers; nothing can be done
    RETRY = "retry"  # from the start, beside the first answer, which alone is counted


class Hold(Enum):
    """Why a trainee cannot act just now."""

    NONE = "none"
    PAUSED = "paused"
    FROZEN = "frozen"  # the board is shown; screens wait
    DISCUSSED = "discussed"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Pause:
    """Everybody stops; the class's clock stands."""


@dataclass(frozen=True, slots=True)
class Resume:
    """Everybody goes on."""


@dataclass(frozen=True, slots=True)
class StepBack:
    """Open the case at this place once more, for those who have had it."""

    slot: int
    purpose: Purpose


@dataclass(frozen=True, slots=True)
class Return:
    """From an earlier case back to where everybody was."""


@dataclass(frozen=True, slots=True)
class Freeze:
    """Screens wait while the board of that place is shown; `reveals` adds what counts as evidence."""

    slot: int
    reveals: bool = False


@dataclass(frozen=True, slots=True)
class Unfreeze:
    """The board is taken away."""


@dataclass(frozen=True, slots=True)
class Inject:
    """Something happens in the case that each desk has open."""

    happening: Happening


@dataclass(frozen=True, slots=True)
class AddTrainer:
    """Somebody else may steer, too: a service number or account name."""

    officer_id: str


@dataclass(frozen=True, slots=True)
class RemoveTrainer:
    """They may no longer."""

    officer_id: str


Steering = Pause | Resume | StepBack | Return | Freeze | Unfreeze | Inject | AddTrainer | RemoveTrainer


@dataclass(frozen=True, slots=True)
class Revisit:
    """An earlier case that is open once more. `number` counts from 1 and tells one try from another."""

    slot: int
    purpose: Purpose
    number: int
