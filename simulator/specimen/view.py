"""Ways to look at a document."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import ClassVar

from simulator.specimen.box import Box


class Light(Enum):
    """What shines on the document: daylight, ultraviolet of 365 nm, near infrared of 870 nm."""

    VISIBLE = "visible"
    UV = "uv"
    IR = "ir"


class Part(Enum):
    """Which part is looked at: the page with the holder's data, or (passports) the visa page that follows it."""

    DATA = "data"
    INNER = "inner"


@dataclass(frozen=True, slots=True)
class View:
    """One look. `loupe` names a region of the page, or is a rectangle in mm; None is the whole page.

    Use the constants `View.VISIBLE`, `View.UV`, `View.IR`, `View.INNER` and `View.LOUPE(region)`.
    """

    light: Light = Light.VISIBLE
    part: Part = Part.DATA
    loupe: str | Box | None = None

    VISIBLE: ClassVar[View]
    UV: ClassVar[View]
    IR: ClassVar[View]
    INNER: ClassVar[View]

    @staticmethod
    def LOUPE(region: str | Box, light: Light = Light.VISIBLE, part: Part = Part.DATA) -> View:  # noqa: N802 (a view like its constants)
        """Magnified about five times over the page view: 18 mm of the document around the middle of `region`."""
        return View(light, part, region)


View.VISIBLE = View()
View.UV = View(Light.UV)
View.IR = View(Light.IR)
View.INNER = View(part=Part.INNER)
