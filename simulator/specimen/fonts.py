"""The typefaces of labels and data: DejaVu and STIX, which matplotlib's wheel brings with it. Loaded by path.

No font file stands in this repository, and none of the system is used, so every machine draws the same pixels.
"""

from __future__ import annotations

import importlib.util
from dataclasses import dataclass
from enum import Enum
from functools import cache
from pathlib import Path

from PIL import ImageFont


class Face(Enum):
    """Family, weight and style as SVG names them, and the file."""

    SANS = ("DejaVu Sans", "normal", "normal", "DejaVuSans.ttf")
    SANS_BOLD = ("DejaVu Sans", "bold", "normal", "DejaVuSans-Bold.ttf")
    SANS_OBLIQUE = ("DejaVu Sans", "normal", "oblique", "DejaVuSans-Oblique.ttf")
    SERIF = ("DejaVu Serif", "normal", "normal", "DejaVuSerif.ttf")
    SERIF_BOLD = ("DejaVu Serif", "bold", "normal", "DejaVuSerif-Bold.ttf")
    MONO = ("DejaVu Sans Mono", "normal", "normal", "DejaVuSansMono.ttf")
    MONO_BOLD = ("DejaVu Sans Mono", "bold", "normal", "DejaVuSansMono-Bold.ttf")
    TIMES = ("STIXGeneral", "normal", "normal", "STIXGeneral.ttf")
    TIMES_BOLD = ("STIXGeneral", "bold", "normal", "STIXGeneralBol.ttf")
    TIMES_ITALIC = ("STIXGeneral", "normal", "italic", "STIXGeneralItalic.ttf")

    @property
    def family(self) -> str:
        """The family's name."""
        return self.value[0]

    @property
    def file(self) -> str:
        """The file's name."""
        return self.value[3]


@dataclass(frozen=True, slots=True)
class Fonts:
    """Where the files lie."""

    folder: Path

    def files(self, faces: frozenset[Face]) -> list[str]:
        """Paths of these faces, in a fixed order."""
        return sorted(str(self.folder / face.file) for face in faces)

    def width_mm(self, text: str, face: Face, size_mm: float) -> float:
        """How wide `text` runs at a font size of `size_mm`."""
        return _measuring(str(self.folder / face.file)).getlength(text) * size_mm / _MEASURED_AT

    def fitting_mm(self, text: str, face: Face, size_mm: float, room_mm: float) -> float:
        """`size_mm`, or less where the text would not fit into `room_mm`."""
        wide_mm = self.width_mm(text, face, size_mm)
        return size_mm if wide_mm <= room_mm else size_mm * room_mm / wide_mm


_MEASURED_AT = 100


@cache
def _measuring(file: str) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(file, _MEASURED_AT)


def installed_fonts() -> Fonts:
    """The fonts inside the installed matplotlib, which is not imported for it.

    Raises FileNotFoundError when it is absent.
    """
    found = importlib.util.find_spec("matplotlib")
    if found is None or found.origin is None:
        raise FileNotFoundError("matplotlib, whose fonts specimens are written in, is not installed")
    return Fonts(Path(found.origin).parent / "mpl-data" / "fonts" / "ttf")
