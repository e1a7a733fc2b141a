"""What is to be drawn: one travel document of a fictional state."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from simulator.specimen.defect import Defect, DefectKind
from verifier.mrz.record import Layout
from watchlist.entry import Sex
from watchlist.partial_date import PartialDate


class Template(Enum):
    """The kinds of document, by the layout of their MRZ."""

    PASSPORT = "TD3"
    CARD = "TD1"
    VISA = "MRV-A"
    SMALL_CARD = "TD2"
    SMALL_VISA = "MRV-B"

    @property
    def layout(self) -> Layout:
        """The MRZ's layout."""
        return Layout(self.value)

    @property
    def code(self) -> str:
        """The document code that the MRZ begins with when the specimen names no other."""
        return {"TD3": "P", "MRV-A": "V", "MRV-B": "V"}.get(self.value, "I")


@dataclass(frozen=True, slots=True)
class Holder:
    """Whom the document was issued to, as a genuine page prints it. `birth_date` may lack parts."""

    surname: str
    given_names: str = ""
    nationality: str = ""
    birth_date: PartialDate = field(default_factory=PartialDate)
    sex: Sex = Sex.UNSPECIFIED
    birth_place: str = ""
    personal_number: str = ""


@dataclass(frozen=True, slots=True)
class DocumentSpec:
    """One document, wholly determined: the same specification gives the same pixels.

    `issuer` is the code in the MRZ: UTO or XZA to XZZ; any other code is drawn in the design of the state `design`.
    `portrait` is a key of `portraits/index.json` ('' draws a grey outline of a head). `printed` replaces what the page
    shows in a field ((name, text) pairs, names as in `simulator.specimen.fields.FIELDS`); `mrz` replaces the
    lines that are otherwise written from the holder's data. `inner_number` is what is perforated on the inner pages
    ('' is `number`). `seed` decides fibres, wear and noise.
    """

    template: Template
    issuer: str
    number: str
    issued: date
    expires: date
    holder: Holder
    portrait: str = ""
    seed: int = 0
    defects: tuple[Defect, ...] = ()
    code: str = ""
    design: str = ""
    authority: str = ""
    printed: tuple[tuple[str, str], ...] = ()
    mrz: tuple[str, ...] = ()
    inner_number: str = ""
    visa_class: str = "C"
    visa_entries: str = "1"
    visa_stay_days: int = 30
    visa_passport_number: str = ""

    def defect(self, kind: DefectKind) -> Defect | None:
        """The first planted defect of this kind, or None."""
        return next((each for each in self.defects if each.kind is kind), None)
