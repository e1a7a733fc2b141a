"""How much may be spent on one image, so that a page of other print does not cost seconds."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Effort:
    """Strips that may still be recognised. Each image gets one of its own; a document needs two to nine."""

    strips_left: float

    def spend(self, strips: float) -> None:
        """Note what was recognised; a glance counts as a part of a strip."""
        self.strips_left -= strips

    @property
    def is_spent(self) -> bool:
        """Nothing is left."""
        return self.strips_left <= 0
