"""Specimens for tests."""

from __future__ import annotations

from datetime import date

from simulator.specimen import Defect, DefectKind, DocumentSpec, Holder, Template
from watchlist.entry import Sex
from watchlist.partial_date import PartialDate


def specimen(
    template: Template = Template.PASSPORT,
    issuer: str = "XZA",
    *defects: Defect,
    number: str = "L46802137",
    portrait: str = "p02_doc",
    seed: int = 7,
) -> DocumentSpec:
    """A document of an invented man."""
    return DocumentSpec(
        template=template,
        issuer=issuer,
        number=number,
        issued=date(2024, 2, 14),
        expires=date(2034, 2, 14),
        holder=Holder("VELMARIN", "ANSO TEVRI", issuer, PartialDate(1989, 10, 5), Sex.MALE, "PORT ZENITH"),
        portrait=portrait,
        seed=seed,
        defects=defects,
        visa_passport_number="U1234567",
    )


def with_defect(kind: DefectKind, severity: float = 0.6, **parameters: str) -> DocumentSpec:
    """The passport with one defect."""
    return specimen(Template.PASSPORT, "XZA", Defect.of(kind, severity, **parameters))
