"""The documents that are handed over, and what is wrong with them."""

from __future__ import annotations

from enum import Enum
from typing import Annotated

from pydantic import Field, StringConstraints, model_validator

from simulator.scenario.part import DateText, FictionalCode, Key, Line, MrzText, Part
from verifier.model.check import CheckResult
from watchlist.entry import Sex


class DocumentType(Enum):
    """What is drawn, by the layout of its MRZ."""

    PASSPORT = "td3"
    CARD = "td1"
    SMALL_CARD = "td2"
    VISA = "mrv_a"
    SMALL_VISA = "mrv_b"

    @property
    def is_visa(self) -> bool:
        """Shown with a passport, never alone."""
        return self in {DocumentType.VISA, DocumentType.SMALL_VISA}


class Tool(Enum):
    """What shows a defect: the naked eye, a loupe, ultraviolet, infrared, the MRZ's text, the chip's content."""

    EYE = "eye"
    LOUPE = "loupe"
    UV = "uv"
    IR = "ir"
    MRZ = "mrz"
    CHIP = "chip"


class Overrides(Part):
    """Facts that one part of the document states otherwise than the rest. Only what differs is written."""

    surname: str | None = None
    given: str | None = None
    number: MrzText | None = None
    dob: DateText | None = None
    sex: Sex | None = None
    nationality: Annotated[str | None, StringConstraints(pattern=r"^[A-Z]{3}$")] = None
    issuer: Annotated[str | None, StringConstraints(pattern=r"^[A-Z]{3}$")] = None
    expires: DateText | None = None


class Printed(Overrides):
    """The page as people read it; `inner_number` is what is perforated on the inner pages."""

    inner_number: MrzText | None = None


class MrzOverrides(Overrides):
    """The MRZ as machines read it."""

    digits: dict[str, Annotated[str, StringConstraints(pattern=r"^[0-9<]$")]] = Field(default_factory=dict)
    """Wrong check digits: field of the MRZ (`document_number`, `birth_date`, `expiry_date`, `composite`) to digit."""


class PhotoRelation(Enum):
    """Whose face the document shows, beside the bearer's."""

    SAME = "same"
    OLDER = "older"  # the same person, years later
    IMPOSTOR = "impostor"  # somebody who looks alike
    OTHER = "other"  # somebody else


class Photo(Part):
    """The face on the page and in the chip."""

    relation: PhotoRelation = PhotoRelation.SAME
    distance: Annotated[float, Field(ge=0, le=1)] = 0.35
    """How unlike the impostor is; smaller is harder."""
    years_ago: Annotated[int, Field(ge=0, le=30)] = 0


Fraction = Annotated[float, Field(ge=0, le=1)]
Box = tuple[Fraction, Fraction, Fraction, Fraction]


class Defect(Part):
    """One thing planted on purpose."""

    key: Key
    kind: Key
    """A defect that `simulator.specimen` draws (docs/specimens.md)."""
    severity: Fraction = 0.5
    """How easy it is to see; 0 hardly, 1 at once."""
    region: Box | Key | None = None
    """Where: a region of the drawing such as `photo` or `birth_date`, or fractions of the page (left, top, right,
    bottom). Left out, it is where the drawing puts it."""
    parameters: dict[Key, str] = Field(default_factory=dict)
    """Parameters of the drawing, by kind."""
    tool: Tool
    indicator: Key | None = None
    """The indicator that finding it proves."""
    explain: Line
    """For the debrief: never shown before."""


class Measured(Part):
    """One result that only a terminal or a person can measure, in the fields of `TerminalCheck`."""

    check: Annotated[str, StringConstraints(pattern=r"^[a-z]+\.[a-z0-9_]+$")]
    """An id of docs/checks.md that a terminal measures, such as `combined.dg2_viz_face`."""
    result: CheckResult
    evaluatory: bool = False
    score: Fraction | None = None
    """Shown beside the result, for example the likeness of two faces."""
    threshold: Fraction | None = None


class Document(Part):
    """One document. The holder's facts are the persona's, changed by `holder`; the parts may differ further."""

    key: Key
    type: DocumentType = DocumentType.PASSPORT
    code: Annotated[str | None, StringConstraints(pattern=r"^[A-Z]{1,2}$")] = None
    """Document code in the MRZ; by default P, I or V. `PE` is an emergency passport."""
    design: str = ""
    """A design that `simulator.specimen` draws; '' is the issuer's own."""
    issuer: FictionalCode
    number: MrzText
    issued: DateText
    expires: DateText
    personal_number: MrzText | None = None
    authority: str = ""
    holder: Overrides = Overrides()
    """Whom the document was issued to, where that is not the persona."""
    printed: Printed = Printed()
    mrz: MrzOverrides = MrzOverrides()
    first_read: MrzOverrides | None = None
    """What the reader misreads at the first try only; at RETRY it reads `mrz`."""
    chip: Overrides | None = None
    """What EF.DG1 says; `{}` agrees with the holder's facts; left out, there is no chip."""
    photo: Photo = Photo()
    measured: tuple[Measured, ...] = ()
    camera: dict[str, bool | int | float] = Field(default_factory=dict)
    """Effects of the camera, by the names of `simulator.specimen`."""
    defects: tuple[Defect, ...] = ()

    @model_validator(mode="after")
    def _dates_are_whole(self) -> Document:
        if any("-00" in text or len(text) != 10 for text in (self.issued, self.expires)):
            raise ValueError("issued and expires are whole dates")
        if self.issued > self.expires:
            raise ValueError("expires before it was issued")
        return self
