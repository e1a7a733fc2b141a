"""What is wrong with a specimen on purpose, where it is, and which tool shows it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Tool(Enum):
    """What shows a defect: eye, loupe, ultraviolet, infrared, the MRZ's text, a terminal's or person's report."""

    EYE = "eye"
    LOUPE = "loupe"
    UV = "uv"
    IR = "ir"
    MRZ = "mrz"
    REPORT = "report"


class DefectKind(Enum):
    """The kinds that can be planted; docs/specimens.md says what each shows and which parameters it takes."""

    PHOTO_SUBSTITUTION = "photo_substitution"
    ALTERED_BIRTH_DATE = "altered_birth_date"
    ALTERED_EXPIRY = "altered_expiry"
    WRONG_CHECK_DIGIT = "wrong_check_digit"
    MRZ_DIFFERS = "mrz_differs"
    WRONG_MRZ_TYPEFACE = "wrong_mrz_typeface"
    MISSING_UV = "missing_uv"
    MISSING_MICROPRINT = "missing_microprint"
    PAGE_NUMBER_MISMATCH = "page_number_mismatch"
    EXPIRED = "expired"
    WRONG_ISSUER = "wrong_issuer"
    LOOK_ALIKE = "look_alike"
    DAMAGED_PAGE = "damaged_page"
    MISSING_GHOST = "missing_ghost"
    RESEWN_STITCHING = "resewn_stitching"
    INK_BLEED = "ink_bleed"
    INKJET_PRINT = "inkjet_print"
    GENUINE_WEAR = "genuine_wear"  # a decoy: honest use, no manipulation


@dataclass(frozen=True, slots=True)
class Defect:
    """One planted defect. `severity` 0 is hardly visible, 1 visible at once. Parameters are sorted (name, value) pairs.

    Build it with `Defect.of(kind, severity=…, name="value")`.
    """

    kind: DefectKind
    severity: float = 0.5
    parameters: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, kind: DefectKind, severity: float = 0.5, **parameters: str) -> Defect:
        """A defect with parameters by name."""
        return cls(kind, severity, tuple(sorted(parameters.items())))

    def value(self, name: str, default: str = "") -> str:
        """A parameter's value, or `default`."""
        return dict(self.parameters).get(name, default)
