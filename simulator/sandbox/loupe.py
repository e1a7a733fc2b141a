"""Where a loupe is laid on paper and in previews: the same places on every document, so that none gives a hint."""

from __future__ import annotations

from typing import Final

from simulator.scenario.document import Document, DocumentType
from simulator.session.action import INNER

DATA_REGIONS: Final = ("photo", "birth_date", "number", "expires", "code", "rosette", "microprint", "ghost", "mrz")
VISA_REGIONS: Final = tuple(each for each in DATA_REGIONS if each != "code")
INNER_REGIONS: Final = ("perforation", "seam")


def regions_of(document: Document) -> tuple[str, ...]:
    """Of its data page; docs/specimens.md says what lies where."""
    return VISA_REGIONS if document.type.is_visa else DATA_REGIONS


def pages_of(document: Document) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Name and regions of each page that can be looked at: the data page, and in passports the one after it."""
    pages = [(document.key, regions_of(document))]
    if document.type is DocumentType.PASSPORT:
        pages.append((document.key + INNER, INNER_REGIONS))
    return tuple(pages)
