"""Inks: how each looks in daylight, under ultraviolet and in the near infrared."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from simulator.specimen.view import Light


@dataclass(frozen=True, slots=True)
class Ink:
    """Colours as `#rrggbb`; '' means that nothing is seen in that light."""

    visible: str
    uv: str = ""
    ir: str = ""

    def under(self, light: Light) -> str:
        """The colour in this light, or ''."""
        return {Light.VISIBLE: self.visible, Light.UV: self.uv, Light.IR: self.ir}[light]


def mixed(first: str, second: str, share: float) -> str:
    """A colour between two, `share` 0 … 1 of the second."""
    pairs = zip(bytes.fromhex(first[1:]), bytes.fromhex(second[1:]), strict=True)
    return "#" + bytes(round(one + (other - one) * share) for one, other in pairs).hex()


PAPER_UV: Final = "#1d1540"  # security paper has no brighteners and stays dark
PAPER_IR: Final = "#d6d6d6"
BRIGHTENED_UV: Final = "#8fa8ff"  # ordinary paper, and photographs on it, glow

LASER: Final = Ink("#17171c", "#0b0818", "#1c1c1c")  # carbon: black in every light
TONER: Final = Ink("#1b1b20", "#0c0919", "#2a2a2a")
DYE_BLACK: Final = Ink("#22222a", "#120d24", "")  # ordinary black dye vanishes in the infrared
SPECIMEN_RED: Final = Ink("#c8102e", "#5a1020", "#b4b4b4")


def offset(colour: str, *, ir: str = "") -> Ink:
    """A background colour of offset print: dim under ultraviolet, mostly gone in the infrared."""
    return Ink(colour, mixed(PAPER_UV, colour, 0.10), ir)


def fluorescent(uv: str, visible: str = "") -> Ink:
    """An ink that is invisible in daylight, or pale, and shines under ultraviolet."""
    return Ink(visible, uv, "")
