"""What a reader saw in an image: lines, a probability for every character, where, and which engine."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


@dataclass(frozen=True, slots=True)
class Quad:
    """Four corners of the band in the upright-decoded image (EXIF applied): x right, y down, pixels.

    Order: the band's own top-left, top-right, bottom-right, bottom-left, so a rotated band keeps its reading direction.
    """

    corners_px: tuple[tuple[float, float], tuple[float, float], tuple[float, float], tuple[float, float]]


@dataclass(frozen=True, slots=True)
class ReadCharacter:
    """One character: what the eye saw as likeliest, what the grammar chose, and how sure (0…1) it is of the choice.

    `chosen != seen` is a repair, and is always reported as such. Engines without probabilities give 0.0 for unknown.
    """

    seen: str
    chosen: str
    probability: float

    @property
    def is_repaired(self) -> bool:
        """The grammar overruled the eye."""
        return self.chosen != self.seen


class ReadingNote(Enum):
    """What else is to be said of a reading. Texts for people are in the shells."""

    LOW_CONFIDENCE = "low_confidence"
    REPAIRED = "repaired"
    CUT_AT_EDGE = "cut_at_edge"
    SECOND_OPINION = "second_opinion"  # the first engine was unsure; this is another's
    SECOND_OPINION_DISAGREES = "second_opinion_disagrees"
    SEVERAL_DOCUMENTS = "several_documents"


@dataclass(frozen=True, slots=True)
class Reading:
    """One MRZ found in one image.

    `lines` are the chosen characters; `characters` has the same shape. `confidence` (0…1) is the geometric mean
    probability of the characters, `name_confidence` the same over the name field alone, since no check digit covers
    it. `rotation_deg` is how far clockwise the image was turned to be read.
    """

    lines: tuple[str, ...]
    characters: tuple[tuple[ReadCharacter, ...], ...]
    engine: str
    confidence: float
    name_confidence: float
    elapsed_ms: float
    band: Quad | None = None
    rotation_deg: float = 0.0
    notes: tuple[ReadingNote, ...] = ()

    @property
    def repaired_count(self) -> int:
        """How many characters the grammar changed."""
        return sum(character.is_repaired for line in self.characters for character in line)
