"""A figure ready for people: its name, its interval, and a sentence on what it can and cannot show."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from ledger.text import Text
from simulator.grading.estimate import Estimate
from simulator.grading.numbers import number


class Scale(Enum):
    """How a figure is written, and the range it is drawn on."""

    POINTS = "points"  # 0…100
    PERCENT = "percent"  # 0…1, written in per cent
    SIGNED_PERCENT = "signed_percent"  # −1…1, written in per cent
    LOGIT = "logit"  # −3…3
    CORRELATION = "correlation"  # −1…1
    D_PRIME = "d_prime"  # −1…4
    BRIER = "brier"  # 0…1, lower is better

    @property
    def limits(self) -> tuple[float, float]:
        """The ends of the axis."""
        return _LIMITS[self]

    def write(self, value: float) -> Text:
        """The value as people read it on this scale."""
        if self is Scale.POINTS:
            return number(value)
        if self is Scale.PERCENT:
            return _percent(number(100 * value))
        if self is Scale.SIGNED_PERCENT:
            return _percent(number(100 * value, signed=True))
        return number(value, 2, signed=self in {Scale.LOGIT, Scale.CORRELATION})


_LIMITS = {
    Scale.POINTS: (0.0, 100.0),
    Scale.PERCENT: (0.0, 1.0),
    Scale.SIGNED_PERCENT: (-1.0, 1.0),
    Scale.LOGIT: (-3.0, 3.0),
    Scale.CORRELATION: (-1.0, 1.0),
    Scale.D_PRIME: (-1.0, 4.0),
    Scale.BRIER: (0.0, 1.0),
}


@dataclass(frozen=True, slots=True)
class Finding:
    """`estimate` is None where the course cannot tell; the saying then says why."""

    key: str
    name: Text
    scale: Scale
    estimate: Estimate | None
    saying: Text

    @property
    def value(self) -> Text:
        """The value alone; a dash where there is none."""
        return self.scale.write(self.estimate.value) if self.estimate is not None else Text(id="–", en="–")

    @property
    def interval(self) -> Text:
        """The interval, "12 to 34"; empty where there is none."""
        if self.estimate is None:
            return Text(id="", en="")
        low, high = self.scale.write(self.estimate.low), self.scale.write(self.estimate.high)
        return Text(id=f"{low.id} s.d. {high.id}", en=f"{low.en} to {high.en}")


def _percent(written: Text) -> Text:
    return Text(id=f"{written.id}\N{NARROW NO-BREAK SPACE}%", en=f"{written.en}\N{NARROW NO-BREAK SPACE}%")
