"""One presentation: everything that a terminal hands over about one document of one traveller."""

from __future__ import annotations

from dataclasses import dataclass

from verifier.model.check import CheckOutcome
from verifier.model.journey import Journey
from verifier.model.visual_zone import VisualZone


@dataclass(frozen=True, slots=True)
class Presentation:
    """Image bytes (JPEG, PNG, WebP, TIFF) or MRZ lines from a full-page reader, and what else is known.

    At least one of `image` and `mrz_lines` is given; with both, the lines are taken as read by the terminal.
    `visa_mrz_lines` is the MRZ of a visa or residence permit shown with a passport; `chip_mrz_lines` the MRZ in EF.DG1.
    `terminal_checks` are results that only the terminal can measure (chip, ultraviolet, face).
    """

    image: bytes | None = None
    mrz_lines: tuple[str, ...] = ()
    visual_zone: VisualZone = VisualZone()
    visa_mrz_lines: tuple[str, ...] = ()
    chip_mrz_lines: tuple[str, ...] = ()
    terminal_checks: tuple[CheckOutcome, ...] = ()
    journey: Journey = Journey()
    is_retry: bool = False  # the same document again after a RETRY: wrong digits now count as printed so
